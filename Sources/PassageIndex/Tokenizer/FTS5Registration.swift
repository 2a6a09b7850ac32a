import GRDB
import GRDBSQLite
import TextNormalization

/// Makes the tokenizer `gram` known to a connection.
///
/// It is registered through the C interface because it needs a value of ours at hand: its folding
/// tables. See SQLite: FTS5, Extending FTS5.
enum FTS5Registration {
  /// Registers the tokenizer that cuts text into bigrams of the search key.
  static func addTokenizer(folding: SearchFolding, to db: Database) throws {
    let api = FTS5.api(db)
    var methods = fts5_tokenizer(
      xCreate: { userData, _, _, handle in
        // The tokenizer has no state of its own: its handle is the registered folding.
        handle?.pointee = userData.map { OpaquePointer($0) }
        return SQLITE_OK
      },
      xDelete: { _ in },
      xTokenize: { tokenizer, context, flags, text, count, emit in
        guard let tokenizer, let emit else { return SQLITE_ERROR }
        let box = Unmanaged<FoldingBox>.fromOpaque(UnsafeRawPointer(tokenizer))
        let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
        return box.takeUnretainedValue().tokenize(
          bytes.bindMemory(to: UInt8.self), isQuery: flags & FTS5_TOKENIZE_QUERY != 0
        ) { token, source in
          token.withMemoryRebound(to: CChar.self) {
            emit(
              context, 0, $0.baseAddress, CInt($0.count), CInt(source.lowerBound),
              CInt(source.upperBound))
          }
        }
      })
    let box = Unmanaged.passRetained(FoldingBox(folding))
    let code = api.pointee.xCreateTokenizer(
      UnsafeMutablePointer(mutating: api), "gram", box.toOpaque(), &methods
    ) { pointer in
      if let pointer { Unmanaged<FoldingBox>.fromOpaque(pointer).release() }
    }
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}

/// Cuts text for one connection, which calls it from one thread at a time: its storage is used again.
private final class FoldingBox {
  private let folding: SearchFolding
  private var folded = SearchText()
  /// The key as UTF-8, one stretch of bytes for each code point.
  private var utf8: [UInt8] = []
  private var starts: [Int] = []

  init(_ folding: SearchFolding) { self.folding = folding }

  /// Calls `emit` for each token with the bytes it covers, until that returns an error.
  func tokenize(
    _ text: UnsafeBufferPointer<UInt8>, isQuery: Bool,
    emit: (UnsafeBufferPointer<UInt8>, Range<Int>) -> CInt
  ) -> CInt {
    folding.fold(text, into: &folded)
    let key = SearchKey(folded)
    utf8.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    for scalar in key.scalars {
      starts.append(utf8.count)
      if let bytes = Unicode.Scalar(scalar).flatMap(UTF8.encode) { utf8.append(contentsOf: bytes) }
    }
    starts.append(utf8.count)
    var code = SQLITE_OK
    utf8.withUnsafeBufferPointer { utf8 in
      GramScanner.scan(key, isQuery: isQuery) { gram in
        let first = key.ranges[gram.range.lowerBound].lowerBound
        if gram.range.isEmpty {
          code = GramScanner.breakToken.withUnsafeBufferPointer { emit($0, first..<first) }
        } else {
          let token = utf8[starts[gram.range.lowerBound]..<starts[gram.range.upperBound]]
          code = emit(
            UnsafeBufferPointer(rebasing: token),
            first..<key.ranges[gram.range.upperBound - 1].upperBound)
        }
        return code == SQLITE_OK
      }
    }
    return code
  }
}
