package import DocumentModel
import GRDB

/// What a trace reads of an index.
package struct TraceMaterial: Sendable {
  /// In reading order, document by document; without pillars and relations.
  package var records: [PassageRecord] = []
  /// The last day that a document without a date of its own tells of.
  package var lastDays: [DocumentID: String] = [:]
  /// How many passages of the documents with a hit name each of the companions, in any edition.
  package var titleCounts: [String: Int] = [:]
  /// How many passages hold one of the words.
  package var found = 0
  /// How many of them weren't read, since there are too many.
  package var leftOut = 0

  /// What was asked for, and the rows it gave.
  fileprivate var query: Query?
  fileprivate var hits: [Int64] = []
  fileprivate var rows: [Int64] = []
}

extension IndexReader {
  /// Reads the passages that hold one of the words or cite one of the articles, with their sections
  /// and what dates them.
  ///
  /// `articles` gives for each law the articles from the first to the last, branches left out. The
  /// passages that name a companion, a document's title without its edition, are read as well in
  /// the documents that have a hit. Where the words stand in more passages than a trace can read,
  /// some are chosen and the others counted as left out. `earlier` is what was read for the same
  /// measure before: it isn't read again.
  package func traceMaterial(
    matching query: Query, citing articles: [String: ClosedRange<Int>], companions: [String] = [],
    in documents: [DocumentID] = [], after earlier: TraceMaterial? = nil
  ) throws(IndexError) -> TraceMaterial {
    try read { db in
      var material = TraceMaterial()
      material.query = query
      let holders = try DocumentSpans(documents, in: db)
      material.hits =
        earlier?.query == query
        ? earlier?.hits ?? [] : try wordRows(query, in: db).filter { holders.contains($0) }
      guard !material.hits.isEmpty else { return material }
      let named = holders.documents(of: material.hits)
      var rows = Set(material.hits)
      // A provision is cited in many papers; only those that also have the words tell of the measure.
      let cited = try TraceQueries.rows(citing: articles, in: db)
      rows.formUnion(cited.filter { named.contains(holders.document(of: $0) ?? 0) })
      let titles = try TraceQueries.rows(
        naming: companions, inDocuments: TraceQueries.json(named.sorted()), db)
      for (title, passages) in titles {
        material.titleCounts[title] = passages.count
        rows.formUnion(passages)
      }
      material.found = rows.count
      try choose(rows.sorted(), for: &material, in: db)
      let read = TraceQueries.json(holders.documents(of: material.rows).sorted())
      material.records = try records(of: material.rows, knownFrom: earlier, in: db)
      material.lastDays = try TraceQueries.lastDays(ofDocuments: read, in: db)
      return material
    }
  }

  /// Reads a passage with what a trace would read for it: its section, what dates it, and the
  /// passages that name the same documents.
  package func traceSurroundings(of passage: PassageID) throws(IndexError) -> [PassageRecord] {
    try read { db in
      let row = try Int64.fetchAll(
        db, sql: "SELECT id FROM passage WHERE name = ?", arguments: [passage.rawValue])
      let rows = try TraceQueries.surroundings(of: row, in: db)
      let others = try TraceQueries.rows(besides: row, in: db)
      return try PassageQueries.records(
        Set(rows + others).sorted(), isBare: true, in: db)
    }
  }

  /// Takes whole sections where that is little enough, else a selection.
  private func choose(
    _ rows: [Int64], for material: inout TraceMaterial, in db: Database
  ) throws {
    if rows.count <= TraceQueries.manyHits {
      material.rows = try TraceQueries.surroundings(of: rows, in: db)
      if material.rows.count <= TraceSelection.limit { return }
    }
    let table = try traits.table(db)
    let selection = TraceSelection(rows, table)
    let sections = Set(selection.rows.compactMap { table[$0].map { Int64($0.section) } })
    let above = try TraceQueries.datesAbove(sections.sorted(), in: db)
    material.rows = Set(selection.rows + above).sorted()
    let read = Set(material.rows)
    material.leftOut = rows.count { !read.contains($0) }
  }

  /// The records of rows, those that were read before taken over.
  private func records(
    of rows: [Int64], knownFrom earlier: TraceMaterial?, in db: Database
  ) throws -> [PassageRecord] {
    guard let earlier, !earlier.rows.isEmpty else {
      return try PassageQueries.records(rows, isBare: true, in: db)
    }
    var known = Dictionary(
      zip(earlier.rows, earlier.records), uniquingKeysWith: { first, _ in first })
    let missing = rows.filter { known[$0] == nil }
    for (row, record) in zip(
      missing, try PassageQueries.records(missing, isBare: true, in: db))
    {
      known[row] = record
    }
    return rows.compactMap { known[$0] }
  }

  /// The rows that hold the words of a query to the letter.
  private func wordRows(_ query: Query, in db: Database) throws -> [Int64] {
    guard let expression = query.expression.flatMap({ MatchExpression($0, folding: folding) })
    else {
      return []
    }
    // Words alone need no table of all passages, which would be the slowest part of the reading.
    let table =
      expression.asksForOthers
      ? try traits.table(db)
      : PassageTable(lastRow: try Int.fetchOne(db, sql: "SELECT max(id) FROM passage") ?? 0)
    return try MatchFinder(db: db, folding: folding, table: table)
      .find(expression).rows
  }
}
