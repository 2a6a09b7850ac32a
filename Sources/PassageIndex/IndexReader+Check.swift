import Foundation
import GRDB

extension IndexReader {
  /// Counts over the whole index.
  package func statistics() throws(IndexError) -> IndexStatistics {
    try read { db in
      var statistics = IndexStatistics()
      func count(_ table: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
      }
      statistics.documents = try count("document")
      statistics.sections = try count("section")
      statistics.blocks = try count("block")
      statistics.passages = try count("passage")
      statistics.repairs = try count("repair")
      statistics.sourceBytes =
        try Int.fetchOne(
          db, sql: "SELECT coalesce(sum(length(source)), 0) FROM documentText") ?? 0
      let kinds = try Row.fetchAll(
        db,
        sql: """
          SELECT target.kind, count(*) AS links FROM link JOIN target ON target.id = link.targetId
          WHERE link.basis <> 'concept' GROUP BY target.kind
          """)
      for row in kinds { statistics.links[row["kind"]] = row["links"] }
      let table = try traits.table(db)
      statistics.facets = try FacetQueries.facets(
        of: table.all.rows, table: table, includesInherited: false, in: db)
      return statistics
    }
  }

  /// Checks the file, the search index, the references and every offset; empty means sound.
  ///
  /// Each document is given to `look` as it is read, which may check more of it.
  package func check(
    _ look: (StoredDocument) -> Void = { _ in }
  ) throws(IndexError) -> [IntegrityFinding] {
    try read { db in try IntegrityCheck(db: db, folding: folding).check(look) }
  }
}
