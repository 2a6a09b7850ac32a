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

  /// The names of the stored revisions of one law, or of all, by law and day; nothing is counted.
  package func lawRevisionIDs(of law: LawID? = nil) throws(IndexError) -> [LawRevisionID] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM lawRevision WHERE ?1 IS NULL OR lawId = ?1 ORDER BY name",
        arguments: [law?.rawValue]
      ).map(LawRevisionID.init(rawValue:))
    }
  }

  /// The laws of which any text is held.
  package func heldLaws() throws(IndexError) -> [LawID] {
    try read { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT lawId FROM lawRevision ORDER BY lawId")
        .map { LawID($0) }
    }
  }

  /// The nodes of an article of the main provision in a stored revision, the article first.
  ///
  /// Empty where the revision has no article of that number. Their `parent` counts within the law.
  package func lawArticle(
    _ number: String, in revision: LawRevisionID
  ) throws(IndexError) -> [LawNode] {
    try read { db in try LawQueries.article(number, in: revision, db: db) }
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
