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
        let folding = box.takeUnretainedValue().folding
        let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
        return FTS5Registration.tokenize(
          bytes, isQuery: flags & FTS5_TOKENIZE_QUERY != 0, folding: folding
        ) { token, range in
          token.withMemoryRebound(to: CChar.self) {
            emit(
              context, 0, $0.baseAddress, CInt($0.count), CInt(range.lowerBound),
              CInt(range.upperBound))
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

  /// Registers the function that hands every matching row to the collector.
  static func addGather(_ collector: MatchCollector, to db: Database) throws {
    let api = FTS5.api(db)
    let box = Unmanaged.passRetained(collector)
    let code = api.pointee.xCreateFunction(
      UnsafeMutablePointer(mutating: api), "gather", box.toOpaque(),
      { extensionAPI, context, result, _, _ in
        guard let extensionAPI, let userData = extensionAPI.pointee.xUserData(context) else {
          return
        }
        let collector = Unmanaged<MatchCollector>.fromOpaque(userData).takeUnretainedValue()
        collector.add(extensionAPI, context)
        sqlite3_result_int(result, 1)
      }
    ) { pointer in
      if let pointer { Unmanaged<MatchCollector>.fromOpaque(pointer).release() }
    }
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  private static func tokenize(
    _ bytes: UnsafeRawBufferPointer, isQuery: Bool, folding: SearchFolding,
    emit: (UnsafeBufferPointer<UInt8>, Range<Int>) -> CInt
  ) -> CInt {
    let key = SearchKey(folding.fold(Array(bytes)))
    var code = SQLITE_OK
    var token: [UInt8] = []
    GramScanner.scan(key, isQuery: isQuery) { gram in
      token.removeAll(keepingCapacity: true)
      var source = 0..<0
      if gram.range.isEmpty {
        token.append(contentsOf: GramScanner.breakToken)
        let at = key.ranges[gram.range.lowerBound].lowerBound
        source = at..<at
      } else {
        for scalar in key.scalars[gram.range] {
          Unicode.Scalar(scalar).map { token.append(contentsOf: Array(String($0).utf8)) }
        }
        source =
          key.ranges[gram.range.lowerBound]
          .lowerBound..<key.ranges[gram.range.upperBound - 1].upperBound
      }
      code = token.withUnsafeBufferPointer { emit($0, source) }
      return code == SQLITE_OK
    }
    return code
  }
}

/// Holds the folding for C, which passes pointers only.
private final class FoldingBox {
  let folding: SearchFolding

  init(_ folding: SearchFolding) { self.folding = folding }
}
