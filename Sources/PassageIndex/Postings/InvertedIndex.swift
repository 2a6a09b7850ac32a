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
  private let blocks: Statement
  private let pageOfTerm: Statement
  /// Prepared where it is needed: most words are rare and end where they begin.
  private let pageAfterTerm: () throws -> Statement
  private let room = PageRoom()

  /// Opens the index of a table; `segments` are known where they were read in the same state before.
  init(_ table: SearchTable, segments: [IndexSegment]? = nil, in db: Database) throws {
    hasColumns = table.hasColumns
    blocks = try db.cachedStatement(sql: table.blocks)
    pageOfTerm = try db.cachedStatement(sql: table.pageOfTerm)
    pageAfterTerm = { try db.cachedStatement(sql: table.pageAfterTerm) }
    self.segments = try segments ?? Self.segments(of: table, in: db)
  }

  /// Reads the segments of a table, newest first.
  ///
  /// - Throws: `SQLITE_CORRUPT` where the table has another format.
  static func segments(of table: SearchTable, in db: Database) throws -> [IndexSegment] {
    let version = try Int.fetchOne(db.cachedStatement(sql: table.version))
    guard version == Self.version else { throw PostingError.format }
    var segments: [IndexSegment] = []
    let blocks = try db.cachedStatement(sql: table.blocks)
    try forEachBlock(blocks, structureBlock...structureBlock) {
      segments = try IndexSegment.segments(ofStructure: $0)
      return true
    }
    return segments
  }

  /// Returns the posting lists of a term, at most one a segment, newest first.
  func lists(of term: [UInt8]) throws -> [PostingList] {
    let key = [Self.mainIndex] + term
    var lists: [PostingList] = []
    for segment in segments {
      let first = try firstPage(of: key, in: segment)
      try forEachPage(from: first, to: first, of: segment) { page in
        guard let (start, end) = try page.list(of: key, in: room) else { return true }
        var list = PostingList(
          segment: segment, firstPage: first, start: start, end: end, lastPage: first)
        if let end { list.content = Array(try page.content(from: start, to: end)) }
        lists.append(list)
        return true
      }
    }
    for i in lists.indices where lists[i].end == nil {
      lists[i].lastPage =
        try number(pageAfterTerm(), lists[i].segment, key) ?? lists[i].segment.lastPage
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
            var list = PostingList(
              segment: segment, firstPage: number, start: start, end: end, lastPage: number)
            if let end { list.content = Array(try page.content(from: start, to: end)) }
            lists[term, default: []].append(list)
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

  /// Returns whether the table of pages leads to each page by its first and last term, as searches go.
  func leadsToEachPage() throws -> Bool {
    for segment in segments {
      var number = segment.firstPage
      var isSound = true
      try forEachPage(from: segment.firstPage, to: segment.lastPage, of: segment) { page in
        var ends: [[UInt8]] = []
        try page.forEachTerm { term, _, _ in
          ends = [ends.first ?? term, term]
          return true
        }
        isSound = try ends.allSatisfy { try firstPage(of: $0, in: segment) == number }
        number += 1
        return isSound
      }
      guard isSound else { return false }
    }
    return true
  }

  /// Hands over the chosen postings of a list; where few rows are asked for, the pages without them are
  /// passed over.
  func read(
    _ list: PostingList, _ choice: inout some RowChoice,
    into receiver: inout some PostingReceiver & ~Copyable
  ) throws {
    if let content = list.content {
      var decoder = PostingDecoder()
      _ = try content.withUnsafeBytes {
        try decoder.decode(room.hold($0), &choice, into: &receiver)
      }
      return
    }
    // To find a page costs about as much as to read one.
    guard let count = choice.count, list.lastPage - list.firstPage > count else {
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
    _ list: PostingList, from start: Int, isWhole: Bool, _ choice: inout some RowChoice,
    into receiver: inout some PostingReceiver & ~Copyable
  ) throws {
    var decoder = PostingDecoder()
    var number = start
    try forEachPage(from: start, to: list.lastPage, of: list.segment) { page in
      let end = try listEnd(list, on: page, number)
      let first =
        number == list.firstPage ? list.start : number == start ? page.firstRow : LeafPage.head
      let content = try page.content(from: first, to: end ?? page.contentEnd)
      let wantsMore = try decoder.decode(
        room.hold(content), onlyRest: !isWhole && number > start, &choice, into: &receiver)
      number += 1
      return wantsMore && end == nil && (isWhole || decoder.isInsidePosting)
    }
  }

  /// Returns the first row of a list that begins on a page; nil where none does, `Int.max` where the
  /// list ended before.
  func firstRow(of list: PostingList, onPage number: Int) throws -> Int? {
    var row: Int?
    try forEachPage(from: number, to: number, of: list.segment) { page in
      let first = number == list.firstPage ? list.start : page.firstRow
      let end = try listEnd(list, on: page, number) ?? page.contentEnd
      if first == 0 {
        row = end == page.contentEnd ? nil : .max
      } else if first < end {
        var reader = VarintReader(page.bytes, from: first)
        row = try reader.next()
      } else {
        row = .max
      }
      return true
    }
    return row
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

  /// Calls `body` for the pages of a segment in order until it returns false.
  @inline(__always)
  private func forEachPage(
    from first: Int, to last: Int, of segment: IndexSegment, _ body: (LeafPage) throws -> Bool
  ) throws {
    let first = segment.block(ofPage: first)
    try Self.forEachBlock(blocks, first...max(first, segment.block(ofPage: last))) {
      try body(LeafPage($0))
    }
  }

  /// Hands over blocks in order where SQLite has them, without a copy, until `body` returns false.
  @inline(__always)
  private static func forEachBlock(
    _ statement: Statement, _ range: ClosedRange<Int64>,
    _ body: (UnsafeRawBufferPointer) throws -> Bool
  ) throws {
    let handle = statement.sqliteStatement
    defer { sqlite3_reset(handle) }
    sqlite3_bind_int64(handle, 1, range.lowerBound)
    sqlite3_bind_int64(handle, 2, range.upperBound)
    for _ in range {
      switch sqlite3_step(handle) {
      case SQLITE_ROW:
        let block = UnsafeRawBufferPointer(
          start: sqlite3_column_blob(handle, 0), count: Int(sqlite3_column_bytes(handle, 0)))
        guard try body(block) else { return }
      // A list that goes on stops only at the end of its segment.
      case SQLITE_DONE: throw PostingError.missingPage
      case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
      }
    }
  }
}
