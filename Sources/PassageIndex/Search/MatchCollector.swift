import GRDBSQLite

/// Gathers the rows of one full-text query with the count of each phrase, for ranking in Swift.
///
/// FTS5's own `bm25()` runs every phrase a second time to count rows and reads each row's length
/// from a table; gathering costs one pass, and counts of phrases over the rows come with it.
///
/// SQLite is handed the address of what is gathered, so that a row costs no counting of references.
/// Not thread-safe by itself: each connection has its own and uses it inside one statement.
final class MatchCollector: @unchecked Sendable {
  private let storage = UnsafeMutablePointer<Gathered>.allocate(capacity: 1)

  init() { storage.initialize(to: Gathered()) }

  deinit {
    storage.deinitialize(count: 1)
    storage.deallocate()
  }

  /// Where the rows go, for C; it lives as long as the collector.
  var address: UnsafeMutableRawPointer { UnsafeMutableRawPointer(storage) }

  func reset() { storage.pointee = Gathered() }

  /// Hands over what was gathered.
  func take() -> Gathered {
    defer { reset() }
    return storage.pointee
  }
}

/// What a full-text query gave, row by row.
struct Gathered {
  /// The rows, ascending.
  private(set) var rows: [Int64] = []
  /// For row *i* and phrase *p*, its count at `i * phraseCount + p`, at most 255.
  private(set) var counts: [UInt16] = []
  /// The token position of the first instance, in the same order; -1 for none.
  private(set) var positions: [Int32] = []
  private(set) var phraseCount = 0

  /// Adds the row at which a cursor of FTS5 stands.
  mutating func add(_ api: UnsafePointer<Fts5ExtensionApi>, _ context: OpaquePointer?) {
    if rows.isEmpty { phraseCount = Int(api.pointee.xPhraseCount(context)) }
    rows.append(api.pointee.xRowid(context))
    for phrase in 0..<phraseCount {
      var iterator = Fts5PhraseIter()
      var column: CInt = 0
      var offset: CInt = 0
      var count: UInt16 = 0
      var first: Int32 = -1
      let code = api.pointee.xPhraseFirst(
        context, CInt(phrase), &iterator, &column, &offset)
      if code == SQLITE_OK {
        first = column >= 0 ? offset : -1
        while column >= 0, count < 255 {
          count += 1
          api.pointee.xPhraseNext(context, &iterator, &column, &offset)
        }
      }
      counts.append(count)
      positions.append(first)
    }
  }
}
