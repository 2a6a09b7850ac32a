import GRDB
import GRDBSQLite

/// Finds and reads the posting lists of an FTS5 table in its own pages.
///
/// FTS5 writes, merges and deletes; through its query interface each matching row costs several calls,
/// which is most of a search's time, so what it has written is read here. The format is that of
/// version 4 of its tables, which every SQLite since 3.9 writes unless told otherwise.
/// See SQLite: FTS5, Internals, and the comment at the head of fts5_index.c.
///
/// Valid inside the read transaction it was made in.
struct InvertedIndex {
  /// The byte before each term: there is one index, without prefixes of its own.
  private static let mainIndex = UInt8(ascii: "0")
  private static let structureBlock: Int64 = 10
  private static let version = 4

  let segments: [IndexSegment]
  /// Whether its table has more than one column.
  let hasColumns: Bool
  private let page: Statement
  private let pages: Statement
  private let pageOfTerm: Statement
  private let pageAfterTerm: Statement

  /// Opens the index of a table; `segments` are known where they were read in the same state before.
  init(
    _ table: String, hasColumns: Bool = false, segments: [IndexSegment]? = nil, in db: Database
  ) throws {
    self.hasColumns = hasColumns
    page = try db.cachedStatement(sql: "SELECT block FROM \(table)_data WHERE id = ?")
    pages = try db.cachedStatement(
      sql: "SELECT block FROM \(table)_data WHERE id BETWEEN ? AND ? ORDER BY id")
    pageOfTerm = try db.cachedStatement(
      sql: """
        SELECT pgno >> 1 FROM \(table)_idx WHERE segid = ? AND term <= ?
        ORDER BY term DESC LIMIT 1
        """)
    pageAfterTerm = try db.cachedStatement(
      sql: "SELECT pgno >> 1 FROM \(table)_idx WHERE segid = ? AND term > ? ORDER BY term LIMIT 1")
    self.segments = try segments ?? Self.segments(of: table, in: db)
  }

  /// Reads the segments of a table, newest first.
  ///
  /// - Throws: `SQLITE_CORRUPT` where the table has another format.
  static func segments(of table: String, in db: Database) throws -> [IndexSegment] {
    let version = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT v FROM \(table)_config WHERE k = 'version'"))
    guard version == Self.version else { throw PostingError.format }
    let structure = try db.cachedStatement(sql: "SELECT block FROM \(table)_data WHERE id = ?")
    return try withBlock(structure, structureBlock) {
      try IndexSegment.segments(ofStructure: $0)
    }
  }

  /// Returns the posting lists of a term, at most one a segment, newest first.
  func lists(of term: [UInt8]) throws -> [PostingList] {
    let key = [Self.mainIndex] + term
    var lists: [PostingList] = []
    for segment in segments {
      let first = try firstPage(of: key, in: segment)
      let found = try withPage(first, of: segment) { try $0.list(of: key) }
      guard let found else { continue }
      var list = PostingList(
        segment: segment, firstPage: first, start: found.start, end: found.end, lastPage: first)
      if list.end == nil {
        list.lastPage = try number(pageAfterTerm, segment, key) ?? segment.lastPage
      }
      lists.append(list)
    }
    return lists
  }

  /// Returns the posting lists of all terms that begin alike, those of one term together.
  func lists(withPrefix prefix: [UInt8]) throws -> [[PostingList]] {
    let key = [Self.mainIndex] + prefix
    var lists: [[UInt8]: [PostingList]] = [:]
    for segment in segments {
      var open: [UInt8]?
      var number = try firstPage(of: key, in: segment)
      try forEachPage(from: number, to: segment.lastPage, of: segment) { page in
        var isPast = false
        if open != nil, try page.firstTerm() != nil {
          close(open, at: number, in: &lists)
          open = nil
        }
        try page.forEachTerm { term, start, end in
          if term.starts(with: key) {
            lists[term, default: []].append(
              PostingList(
                segment: segment, firstPage: number, start: start, end: end, lastPage: number))
            if end == nil { open = term }
          } else {
            isPast = key.lexicographicallyPrecedes(term)
          }
          return !isPast
        }
        number += 1
        return !isPast
      }
      close(open, at: segment.lastPage, in: &lists)
    }
    return lists.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  /// Notes where the list of a term ends that went on with other pages.
  private func close(_ term: [UInt8]?, at page: Int, in lists: inout [[UInt8]: [PostingList]]) {
    guard let term, var own = lists[term] else { return }
    own[own.count - 1].lastPage = page
    lists[term] = own
  }

  /// Hands over the chosen postings of a list; where few rows are asked for, the pages without them are
  /// passed over.
  func read(
    _ list: PostingList, _ choice: inout RowChoice, into receiver: inout some PostingReceiver
  ) throws {
    // To find a page costs about as much as to read one.
    guard let rows = choice.rows, list.lastPage - list.firstPage > rows.count else {
      return try read(list, from: list.firstPage, isWhole: true, &choice, into: &receiver)
    }
    var search = try PageSearch(list, in: self)
    while !choice.isDone {
      guard let page = try search.page(holding: choice.wanted) else {
        choice.skip()
        continue
      }
      try read(list, from: page, isWhole: false, &choice, into: &receiver)
      try search.pass(page)
    }
  }

  /// Reads a list from the first row on a page, to its end or the last posting that begins on the page.
  private func read(
    _ list: PostingList, from start: Int, isWhole: Bool, _ choice: inout RowChoice,
    into receiver: inout some PostingReceiver
  ) throws {
    var decoder = PostingDecoder()
    var number = start
    try forEachPage(from: start, to: list.lastPage, of: list.segment) { page in
      let end = try listEnd(list, on: page, number)
      let first =
        number == list.firstPage ? list.start : number == start ? page.firstRow : LeafPage.head
      let wantsMore = try decoder.decode(
        page.content(from: first, to: end ?? page.contentEnd),
        onlyRest: !isWhole && number > start, &choice, into: &receiver)
      number += 1
      return wantsMore && end == nil && (isWhole || decoder.isInsidePosting)
    }
  }

  /// Returns the first row of a list that begins on a page; nil where none does, `Int.max` where the
  /// list ended before.
  func firstRow(of list: PostingList, onPage number: Int) throws -> Int? {
    try withPage(number, of: list.segment) { page in
      let first = number == list.firstPage ? list.start : page.firstRow
      let end = try listEnd(list, on: page, number) ?? page.contentEnd
      if first == 0 { return end == page.contentEnd ? nil : .max }
      guard first < end else { return .max }
      var reader = VarintReader(page.bytes, from: first)
      return try reader.next()
    }
  }

  /// Returns where a list ends on a page, or nil where it may go on.
  private func listEnd(
    _ list: PostingList, on page: LeafPage, _ number: Int
  ) throws -> Int? {
    number == list.firstPage ? list.end : try page.firstTerm()
  }

  /// Returns the page on which a term stands, if the segment has it.
  private func firstPage(of key: [UInt8], in segment: IndexSegment) throws -> Int {
    // What a merge has already taken out of the segment is left in the table of pages.
    max(try number(pageOfTerm, segment, key) ?? 0, segment.firstPage)
  }

  private func number(
    _ statement: Statement, _ segment: IndexSegment, _ key: [UInt8]
  ) throws -> Int? {
    let handle = statement.sqliteStatement
    return try key.withUnsafeBytes { bytes in
      defer { sqlite3_reset(handle) }
      sqlite3_bind_int64(handle, 1, Int64(segment.id))
      // Bound without a copy: the bytes outlive the step.
      sqlite3_bind_blob(handle, 2, bytes.baseAddress, CInt(bytes.count), nil)
      defer { sqlite3_clear_bindings(handle) }
      switch sqlite3_step(handle) {
      case SQLITE_ROW: return Int(sqlite3_column_int64(handle, 0))
      case SQLITE_DONE: return nil
      case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
      }
    }
  }

  private func withPage<Value>(
    _ number: Int, of segment: IndexSegment, _ body: (LeafPage) throws -> Value
  ) throws -> Value {
    try Self.withBlock(page, segment.block(ofPage: number)) { try body(LeafPage($0)) }
  }

  /// Hands over a block where SQLite has it, without a copy.
  private static func withBlock<Value>(
    _ statement: Statement, _ block: Int64, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) throws -> Value {
    let handle = statement.sqliteStatement
    defer { sqlite3_reset(handle) }
    sqlite3_bind_int64(handle, 1, block)
    switch sqlite3_step(handle) {
    case SQLITE_ROW:
      return try body(
        UnsafeRawBufferPointer(
          start: sqlite3_column_blob(handle, 0), count: Int(sqlite3_column_bytes(handle, 0))))
    case SQLITE_DONE: throw PostingError.missingPage
    case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }

  /// Calls `body` for the pages of a segment in order until it returns false.
  @inline(__always)
  private func forEachPage(
    from first: Int, to last: Int, of segment: IndexSegment, _ body: (LeafPage) throws -> Bool
  ) throws {
    let handle = pages.sqliteStatement
    defer { sqlite3_reset(handle) }
    sqlite3_bind_int64(handle, 1, segment.block(ofPage: first))
    sqlite3_bind_int64(handle, 2, segment.block(ofPage: last))
    for _ in first...max(first, last) {
      switch sqlite3_step(handle) {
      case SQLITE_ROW:
        let bytes = UnsafeRawBufferPointer(
          start: sqlite3_column_blob(handle, 0), count: Int(sqlite3_column_bytes(handle, 0)))
        guard try body(LeafPage(bytes)) else { return }
      // A list that goes on stops only at the end of its segment.
      case SQLITE_DONE: throw PostingError.missingPage
      case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
      }
    }
  }
}

/// Finds, for ascending rows, the page of a list on which a row must stand.
///
/// The rows lie fairly evenly over the pages, so their distance tells where to look.
struct PageSearch {
  private let list: PostingList
  private let index: InvertedIndex
  private var low: (page: Int, row: Int)
  private var high: (page: Int, row: Int)

  init(_ list: PostingList, in index: InvertedIndex) throws {
    self.list = list
    self.index = index
    low = (list.firstPage, try index.firstRow(of: list, onPage: list.firstPage) ?? .max)
    high = low
    high = try lastPageWithRow(from: list.lastPage)
  }

  /// Returns the last page whose first row isn't after the given one, or nil where the row lies before
  /// all that are left.
  mutating func page(holding row: Int) throws -> Int? {
    guard row >= low.row else { return nil }
    if row >= high.row {
      low = high
      return low.page
    }
    var (top, turn) = (high, 0)
    while top.page - low.page > 1 {
      // Every other time the middle, lest uneven rows lead along page by page.
      let share =
        turn % 2 == 0 ? Double(row - low.row) / Double(max(1, top.row - low.row)) : 0.5
      let guess = low.page + Int(share * Double(top.page - low.page))
      let found = try lastPageWithRow(from: min(max(guess, low.page + 1), top.page - 1))
      if found.page <= low.page {
        // No row begins between the two: what was looked at goes on with the posting of `low`.
        top.page = min(max(guess, low.page + 1), top.page - 1)
      } else if found.row <= row {
        low = found
      } else {
        top = found
      }
      turn += 1
    }
    return low.page
  }

  /// Notes that a page was read to its end: the rows that are left lie on later ones.
  mutating func pass(_ page: Int) throws {
    for next in (page + 1)..<max(page + 1, high.page + 1) {
      guard let row = try index.firstRow(of: list, onPage: next) else { continue }
      low = (next, row)
      return
    }
    low = (high.page, .max)
  }

  /// The page itself, or the last before it, on which a row of the list begins.
  private func lastPageWithRow(from page: Int) throws -> (page: Int, row: Int) {
    var page = page
    while page > low.page {
      if let row = try index.firstRow(of: list, onPage: page), row < .max { return (page, row) }
      page -= 1
    }
    return low
  }
}
