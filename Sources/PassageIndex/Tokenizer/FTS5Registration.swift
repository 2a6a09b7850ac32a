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
  private var cutter = TokenCutter()

  init(_ folding: SearchFolding) { self.folding = folding }

  /// Calls `emit` for each token with the bytes it covers, until that returns an error.
  func tokenize(
    _ text: UnsafeBufferPointer<UInt8>, isQuery: Bool,
    emit: (UnsafeBufferPointer<UInt8>, Range<Int>) -> CInt
  ) -> CInt {
    // Taken out while in use: what belongs to an object is guarded at every single access.
    var cutter = TokenCutter()
    swap(&cutter, &self.cutter)
    defer { swap(&cutter, &self.cutter) }
    return cutter.tokenize(text, folding: folding, isQuery: isQuery, emit: emit)
  }
}

/// Cuts texts one after the other into tokens.
private struct TokenCutter {
  private var folded = SearchText()
  /// The key as UTF-8, one stretch of bytes for each code point.
  private var utf8: [UInt8] = []
  /// Where each code point's bytes begin, and the last one's end.
  private var starts: [Int] = []

  mutating func tokenize(
    _ text: UnsafeBufferPointer<UInt8>, folding: SearchFolding, isQuery: Bool,
    emit: (UnsafeBufferPointer<UInt8>, Range<Int>) -> CInt
  ) -> CInt {
    folding.fold(text, into: &folded)
    let key = SearchKey(folded)
    encode(key.scalars)
    var code = SQLITE_OK
    utf8.withUnsafeBufferPointer { utf8 in
      starts.withUnsafeBufferPointer { starts in
        key.ranges.withUnsafeBufferPointer { ranges in
          GramScanner.scan(key, isQuery: isQuery) { gram in
            let first = ranges[gram.range.lowerBound].lowerBound
            if gram.range.isEmpty {
              code = GramScanner.breakToken.withUnsafeBufferPointer { emit($0, first..<first) }
            } else {
              let token = utf8[starts[gram.range.lowerBound]..<starts[gram.range.upperBound]]
              code = emit(
                UnsafeBufferPointer(rebasing: token),
                first..<ranges[gram.range.upperBound - 1].upperBound)
            }
            return code == SQLITE_OK
          }
        }
      }
    }
    return code
  }

  /// Writes a key as UTF-8; what is no character has no bytes.
  private mutating func encode(_ scalars: [UInt32]) {
    starts = [Int](unsafeUninitializedCapacity: scalars.count + 1) { starts, startCount in
      utf8 = [UInt8](unsafeUninitializedCapacity: 4 * scalars.count) { utf8, size in
        for (i, scalar) in scalars.enumerated() {
          starts.initializeElement(at: i, to: size)
          guard let scalar = Unicode.Scalar(scalar) else { continue }
          for byte in UTF8.encode(scalar) ?? .init() {
            utf8.initializeElement(at: size, to: byte)
            size += 1
          }
        }
        starts.initializeElement(at: scalars.count, to: size)
      }
      startCount = scalars.count + 1
    }
  }
}
