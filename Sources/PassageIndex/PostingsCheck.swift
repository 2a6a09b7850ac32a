import GRDB
import GRDBSQLite
import TextNormalization

/// Proves that a search table holds every token of its texts at its place, and no other.
///
/// FTS5's own `integrity-check` is a write, which a reader can't do; as it does, this takes the sum of a
/// hash of each token with row, column and position over the texts and over the table. See SQLite: FTS5,
/// The fts5vocab Virtual Table Module.
struct PostingsCheck {
  private let table: SearchTable
  private let folding: SearchFolding
  private var sum: UInt64 = 0
  private var count = 0
  /// FTS5 cuts longer tokens.
  ///
  /// See SQLite: fts5Int.h, FTS5_MAX_TOKEN_SIZE.
  private static let longestToken = 32_768

  init(_ table: SearchTable, folding: SearchFolding) {
    self.table = table
    self.folding = folding
  }

  /// Takes in the texts of a query's rows, each with its row's number before it.
  mutating func expect(_ sql: String, of column: String, in db: Database) throws {
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() { expect(row[1], row: row[0], column: column) }
  }

  /// Takes in one text of the table.
  mutating func expect(_ text: String, row: Int64, column: String) {
    let key = SearchKey(text, folding: folding)
    var position: Int64 = 0
    let start = Self.start(row: row, column: column.utf8)
    GramScanner.scan(key, isQuery: false) { gram in
      add(Self.hash(key.token(gram).prefix(Self.longestToken), at: position, start))
      position += 1
      return true
    }
  }

  private mutating func add(_ hash: UInt64) {
    sum &+= hash
    count += 1
  }

  /// Returns a finding where the table holds anything else.
  func findings(in db: Database) throws -> [IntegrityFinding] {
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE IF NOT EXISTS temp.\(table.name)Vocabulary
        USING fts5vocab('main', '\(table.name)', 'instance')
        """)
    var held = PostingsCheck(table, folding: folding)
    let statement = try db.makeStatement(
      sql: "SELECT doc, col, offset, term FROM temp.\(table.name)Vocabulary")
    let handle = statement.sqliteStatement
    defer { sqlite3_reset(handle) }
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { break }
      guard code == SQLITE_ROW else {
        return [.init("check.search-index", subject: table.name, detail: "SQLite error \(code)")]
      }
      let start = Self.start(row: sqlite3_column_int64(handle, 0), column: Self.bytes(handle, 1))
      held.add(Self.hash(Self.bytes(handle, 3), at: sqlite3_column_int64(handle, 2), start))
    }
    guard held.sum == sum && held.count == count else {
      return [
        .init("check.search-index", subject: table.name, detail: "\(held.count) / \(count)")
      ]
    }
    // What FTS5 tells was read page after page; a search goes by the table of pages.
    let isFound: Bool
    do {
      isFound = try InvertedIndex(table, in: db).leadsToEachPage()
    } catch let error as DatabaseError {
      return [.init("check.search-index", subject: table.name, detail: error.description)]
    }
    return isFound
      ? [] : [.init("check.search-index", subject: table.name, detail: "\(table.name)_idx")]
  }

  private static func bytes(_ handle: SQLiteStatement, _ column: Int32) -> UnsafeBufferPointer<
    UInt8
  > {
    UnsafeBufferPointer(
      start: sqlite3_column_text(handle, column), count: Int(sqlite3_column_bytes(handle, column)))
  }

  /// FNV-1a, as in `ContentDigest`; the sum over many needs each to be spread, which `hash` does last.
  private static func start(row: Int64, column: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in column { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return (hash ^ UInt64(bitPattern: row)) &* 0x9E37_79B9_7F4A_7C15
  }

  private static func hash(
    _ token: some Sequence<UInt8>, at position: Int64, _ start: UInt64
  ) -> UInt64 {
    var hash = start ^ (UInt64(bitPattern: position) &* 0xC2B2_AE3D_27D4_EB4F)
    for byte in token { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ (hash >> 33)
  }
}
