import DocumentModel
import GRDB
import TextNormalization

/// Finds the passages that satisfy an expression, exactly: each that does, no other.
struct MatchFinder {
  let db: Database
  let folding: SearchFolding
  let table: PassageTable
  private let passages: PhraseFinder
  private let sections: PhraseFinder

  init(db: Database, folding: SearchFolding, table: PassageTable) throws {
    self.db = db
    self.folding = folding
    self.table = table
    let known = table.searchTables
    passages = PhraseFinder(
      try InvertedIndex(.passages, segments: known?.passages, in: db),
      lastRow: table.maximumRow)
    sections = PhraseFinder(
      try InvertedIndex(.sections, segments: known?.sections, in: db),
      lastRow: try known?.lastSection ?? Int.fetchOne(db, sql: "SELECT max(id) FROM section") ?? 0)
  }

  /// Returns what satisfies a query: its words, or every passage where it has conditions only.
  func matches(_ expression: MatchExpression?, of query: Query) throws -> Matches {
    if let expression { return try find(expression) }
    return Matches(rows: query.expression == nil ? table.all.rows : [])
  }

  /// Returns the matching rows with the counts of the wanted terms.
  func find(_ expression: MatchExpression) throws -> Matches {
    try ExpressionFinder(
      phrases: passages, all: { table.all.rows }, titled: { try titled($0).rows },
      confirmed: confirmed
    ).find(expression)
  }

  /// Returns the rows that hold one of the terms at least, with the counts of each.
  func findAny(_ terms: [MatchTerm]) throws -> Matches {
    try find(.any(terms.map { .term($0) }))
  }

  /// Returns those of some passages where several terms stand together as typed, or nil for a single
  /// term.
  func phrased(_ terms: [MatchTerm], among rows: [Int64]) throws -> RowSet? {
    guard (2...8).contains(terms.count) else { return nil }
    let text = terms.map(\.term.text).joined()
    guard let form = MatchForm(text, folding: folding), !form.needsCheck else { return nil }
    return RowSet(try passages.postings(of: form, among: rows).rows)
  }

  /// Returns how many passages hold a term's own form.
  func rowCount(of term: MatchTerm) throws -> Int {
    try passages.postings(of: term.forms[0]).count
  }

  /// Confirms candidates by the folded text, where marks or spaces stand inside a term.
  private func confirmed(_ rows: [Int64], _ holds: (SearchKey) -> Bool) throws -> [Int64] {
    var confirmed: [Int64] = []
    let cursor = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT id, text FROM passage WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id
          """),
      arguments: ["[" + rows.map(String.init).joined(separator: ",") + "]"])
    while let row = try cursor.next() {
      if holds(SearchKey(row["text"], folding: folding)) { confirmed.append(row["id"]) }
    }
    return confirmed
  }

  /// The passages below a heading that holds the term, or of a document whose title does.
  private func titled(_ term: MatchTerm) throws -> RowSet {
    var set = RowSet(upTo: table.maximumRow)
    let sections = try sections(titled: term)
    let below = try Int64.fetchAll(
      db,
      sql: """
        WITH RECURSIVE below(id) AS (
          SELECT value FROM json_each(?)
          UNION
          SELECT section.id FROM section JOIN below ON section.parentId = below.id)
        SELECT passage.id FROM below JOIN passage ON passage.sectionId = below.id
        """, arguments: [try MetadataJSON.encode(sections)])
    for row in below { set.insert(row) }
    let documents = try Row.fetchAll(
      db, sql: "SELECT metadata, firstPassage, passageCount FROM document")
    for row in documents {
      let metadata = try MetadataJSON.decode(row["metadata"])
      guard let title = metadata.title?.value,
        term.matches(SearchKey(title, folding: folding))
      else { continue }
      let first: Int64 = row["firstPassage"]
      for passage in first..<(first + row["passageCount"]) { set.insert(passage) }
    }
    return set
  }

  /// The sections whose own title holds the term.
  private func sections(titled term: MatchTerm) throws -> [Int64] {
    let candidates = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT id, title FROM section WHERE id IN (SELECT value FROM json_each(?))"),
      arguments: [try MetadataJSON.encode(titleRows(of: [term]))])
    return candidates.filter { term.matches(SearchKey($0["title"], folding: folding)) }
      .map { $0["id"] }
  }

  /// The sections whose own title has the tokens of all terms; marks inside a term are passed over.
  func titleRows(of terms: [MatchTerm]) throws -> [Int64] {
    guard !terms.isEmpty else { return [] }
    return try ExpressionFinder(
      phrases: sections, all: { [] }, titled: { _ in [] }, confirmed: { rows, _ in rows }
    ).find(.all(terms.map { .term($0) })).rows
  }

  /// The heading passages of the sections directly below those whose title holds the term; a
  /// document's own title (level 1) has the whole document below it and doesn't count.
  func parts(below term: MatchTerm) throws -> [Int64] {
    let rows = try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT passage.id FROM section AS parent JOIN section ON section.parentId = parent.id
          JOIN passage ON passage.sectionId = section.id
          WHERE parent.id IN (SELECT value FROM json_each(?)) AND parent.level > 1
          ORDER BY passage.id
          """), arguments: [try MetadataJSON.encode(sections(titled: term))])
    return rows.filter { table[$0]?.isHeading == true }
  }
}
