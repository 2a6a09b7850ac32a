import GRDB
import GRDBSQLite
import TextNormalization

/// Makes the tokenizer `gram` and the function `gather` known to a connection.
///
/// They are registered through the C interface because both need a value of ours at hand: the
/// tokenizer its folding tables, the function its collector. See SQLite: FTS5, Extending FTS5.
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

  /// Registers the functions that hand matching rows to the collector, which must outlive the
  /// connection: `gather` each row it is called for, `gatherPhrase` all rows of the query's one phrase.
  ///
  /// The second is called for the first row alone and goes through the others by `xQueryPhrase`, which
  /// spares SQLite a step of its virtual machine for each of tens of thousands.
  static func addGather(_ collector: MatchCollector, to db: Database) throws {
    try add("gather", to: db, collector) { extensionAPI, context, result, _, _ in
      guard let extensionAPI, let gathered = extensionAPI.pointee.xUserData(context) else { return }
      gathered.assumingMemoryBound(to: Gathered.self).pointee.add(extensionAPI, context)
      sqlite3_result_int(result, 1)
    }
    try add("gatherPhrase", to: db, collector) { extensionAPI, context, result, _, _ in
      guard let extensionAPI, let gathered = extensionAPI.pointee.xUserData(context) else { return }
      let code = extensionAPI.pointee.xQueryPhrase(context, 0, gathered) { api, row, gathered in
        guard let api, let gathered else { return SQLITE_ERROR }
        gathered.assumingMemoryBound(to: Gathered.self).pointee.add(api, row)
        return SQLITE_OK
      }
      if code == SQLITE_OK {
        sqlite3_result_int(result, 1)
      } else {
        sqlite3_result_error_code(result, code)
      }
    }
  }

  private static func add(
    _ name: String, to db: Database, _ collector: MatchCollector,
    _ function: @escaping fts5_extension_function
  ) throws {
    let api = FTS5.api(db)
    let code = api.pointee.xCreateFunction(
      UnsafeMutablePointer(mutating: api), name, collector.address, function, nil)
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
