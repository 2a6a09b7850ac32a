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
}

extension IndexReader {
  /// Reads the passages that hold one of the words or cite one of the articles, with their sections
  /// and what dates them.
  ///
  /// `articles` gives for each law the articles from the first to the last, branches left out. The
  /// passages that name a companion, a document's title without its edition, are read as well in
  /// the documents that have a hit.
  package func traceMaterial(
    matching query: Query, citing articles: [String: ClosedRange<Int>], companions: [String] = []
  ) throws(IndexError) -> TraceMaterial {
    try read { db in
      let found = try wordRows(query, in: db)
      guard !found.isEmpty else { return TraceMaterial() }
      var material = TraceMaterial()
      let documents = TraceQueries.json(
        try Int64.fetchAll(
          db.cachedStatement(
            sql: """
              SELECT DISTINCT documentId FROM passage
              WHERE id IN (SELECT value FROM json_each(?)) ORDER BY documentId
              """), arguments: [TraceQueries.json(found)]))
      var rows = Set(found)
      // A provision is cited in many papers; only those that also have the words tell of the measure.
      rows.formUnion(
        try Int64.fetchAll(
          db.cachedStatement(
            sql: """
              SELECT id FROM passage WHERE id IN (SELECT value FROM json_each(?1))
                AND documentId IN (SELECT value FROM json_each(?2))
              """),
          arguments: [
            TraceQueries.json(try TraceQueries.rows(citing: articles, in: db)), documents,
          ]))
      let named = try TraceQueries.rows(naming: companions, inDocuments: documents, db)
      for (title, passages) in named {
        material.titleCounts[title] = passages.count
        rows.formUnion(passages)
      }
      let wanted = try TraceQueries.surroundings(of: rows.sorted(), in: db)
      material.records = try PassageQueries.records(wanted, isBare: true, in: db)
      material.lastDays = try TraceQueries.lastDays(ofDocuments: documents, in: db)
      return material
    }
  }

  /// The rows that hold the words of a query to the letter.
  private func wordRows(_ query: Query, in db: Database) throws -> [Int64] {
    guard let expression = query.expression.flatMap({ MatchExpression($0, folding: folding) })
    else {
      return []
    }
    // Words alone need no table of all passages, which would be the slowest part of the reading.
    let table =
      expression.matchString == nil
      ? try traits.table(db)
      : PassageTable(lastRow: try Int.fetchOne(db, sql: "SELECT max(id) FROM passage") ?? 0)
    return try MatchFinder(db: db, collector: collector, folding: folding, table: table)
      .find(expression).rows
  }
}
