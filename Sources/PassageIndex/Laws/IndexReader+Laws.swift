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

  /// The titles under which laws are held, each once, with the law's number.
  package func lawTitles() throws(IndexError) -> [(law: LawID, title: String, number: String)] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT DISTINCT lawId, title, lawNumber FROM lawRevision ORDER BY lawId, title"
      ).map { (LawID($0["lawId"]), $0["title"], $0["lawNumber"]) }
    }
  }

  /// For each stored revision of a law, the amending law that heads each set of its supplementary
  /// provisions, empty where the file doesn't name it.
  package func supplements(of law: LawID) throws(IndexError) -> [LawRevisionID: [String]] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT lawRevision.name, lawNode.caption FROM lawRevision
          JOIN lawNode ON lawNode.revisionId = lawRevision.id
          WHERE lawRevision.lawId = ? AND lawNode.kind = 'supplementary' ORDER BY lawNode.ordinal
          """, arguments: [law.rawValue])
      var sets: [LawRevisionID: [String]] = [:]
      for row in rows {
        sets[LawRevisionID(rawValue: row["name"]), default: []].append(row["caption"])
      }
      return sets
    }
  }

  /// The nodes of a revision's main provision whose text holds one of some words, each with the
  /// caption of its article.
  package func lawNodes(
    holding words: [String], in revision: LawRevisionID
  ) throws(IndexError) -> [(node: LawNode, articleCaption: String)] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT lawNode.*,
            coalesce(
              (SELECT article.caption FROM lawNode AS article
               WHERE article.revisionId = lawNode.revisionId AND article.kind = 'article'
                 AND article.ordinal <= lawNode.ordinal
               ORDER BY article.ordinal DESC LIMIT 1), '') AS articleCaption
          FROM lawNode JOIN lawRevision ON lawRevision.id = lawNode.revisionId
          WHERE lawRevision.name = ? AND EXISTS
            (SELECT 1 FROM json_each(?) WHERE instr(lawNode.text, value) > 0)
          ORDER BY lawNode.ordinal
          """, arguments: [revision.rawValue, try MetadataJSON.encode(words)])
      return rows.map { (LawQueries.node($0), $0["articleCaption"]) }
    }
  }
}
