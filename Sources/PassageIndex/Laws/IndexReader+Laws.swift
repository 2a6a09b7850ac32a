package import DocumentModel
import GRDB

/// One stored revision of a law, without its text.
package struct StoredRevision: Sendable, Equatable {
  package var id: LawRevisionID
  package var lawNumber: String
  package var title: String
  /// e-Gov's official short names.
  package var abbreviations: [String]
  package var lawType: String
  /// The file it was read from.
  package var source: String
  /// How many articles it has, supplementary provisions counted.
  package var articles: Int
  package var paragraphs: Int
  package var items: Int
}

extension IndexReader {
  /// The stored revisions of one law, or of all, by law and day.
  package func lawRevisions(of law: LawID? = nil) throws(IndexError) -> [StoredRevision] {
    try read { db in try LawQueries.revisions(of: law, in: db) }
  }

  /// The text of a stored revision, or nil where it isn't held.
  package func law(_ revision: LawRevisionID) throws(IndexError) -> LawText? {
    try read { db in
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM lawRevision WHERE name = ?", arguments: [revision.rawValue])
      return try id.flatMap { try LawQueries.law($0, in: db) }
    }
  }

  /// The article numbers of the main provision in every stored revision of a law.
  package func articleNumbers(
    of law: LawID
  ) throws(IndexError) -> [LawRevisionID: Set<String>] {
    try read { db in
      let numbers = try LawQueries.articleNumbers(of: law, in: db)
      return Dictionary(
        uniqueKeysWithValues: numbers.map { (LawRevisionID(rawValue: $0.key), $0.value) })
    }
  }
}
