import DocumentModel
import GRDB

/// Named queries over the stored laws.
enum LawQueries {
  /// Returns a stored revision with all its nodes.
  static func law(_ id: Int64, in db: Database) throws -> LawText? {
    try LawRecord(id, in: db)?.text()
  }

  static func node(_ row: Row) -> LawNode {
    LawNode(
      kind: LawNodeKind(rawValue: row["kind"]) ?? .list, parent: row["parent"],
      number: row["number"], label: row["label"], caption: row["caption"], text: row["text"],
      address: row["address"])
  }

  /// Returns an article of a revision's main provision with everything below it.
  static func article(
    _ number: String, in revision: LawRevisionID, db: Database
  ) throws -> [LawNode] {
    guard
      let place = try Row.fetchOne(
        db,
        sql: """
          SELECT revisionId, ordinal FROM lawArticle
          JOIN lawRevision ON lawRevision.id = lawArticle.revisionId
          WHERE lawRevision.name = ? AND lawArticle.number = ?
          """, arguments: [revision.rawValue, number])
    else { return [] }
    let arguments: StatementArguments = [
      "revision": place["revisionId"] as Int64, "first": place["ordinal"] as Int,
    ]
    // Parents stand before children, so the article ends where a node hangs above it.
    return try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM lawNode WHERE revisionId = :revision AND ordinal >= :first
          AND ordinal < coalesce(
            (SELECT min(ordinal) FROM lawNode WHERE revisionId = :revision
             AND ordinal > :first AND (parent IS NULL OR parent < :first)), 9e18)
        ORDER BY ordinal
        """, arguments: arguments
    ).map(node)
  }

  /// Returns the summaries of all stored revisions, by law and day.
  static func revisions(of law: LawID?, in db: Database) throws -> [StoredRevision] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT name, lawNumber, title, abbreviations, lawType, source,
          (SELECT count(*) FROM lawNode
           WHERE revisionId = lawRevision.id AND kind = 'article') AS articles,
          (SELECT count(*) FROM lawNode
           WHERE revisionId = lawRevision.id AND kind = 'paragraph') AS paragraphs,
          (SELECT count(*) FROM lawNode
           WHERE revisionId = lawRevision.id AND kind = 'item') AS items
        FROM lawRevision WHERE ?1 IS NULL OR lawId = ?1 ORDER BY name
        """, arguments: [law?.rawValue]
    ).map { row in
      StoredRevision(
        id: LawRevisionID(rawValue: row["name"]), lawNumber: row["lawNumber"],
        title: row["title"],
        abbreviations: try MetadataJSON.decode([String].self, from: row["abbreviations"]),
        lawType: row["lawType"], source: row["source"],
        articles: row["articles"], paragraphs: row["paragraphs"], items: row["items"])
    }
  }

  /// Returns the numbers of the articles of each revision of a law, by revision name.
  static func articleNumbers(of law: LawID, in db: Database) throws -> [String: Set<String>] {
    var numbers: [String: Set<String>] = [:]
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT lawRevision.name, lawArticle.number
        FROM lawRevision JOIN lawArticle ON lawArticle.revisionId = lawRevision.id
        WHERE lawRevision.lawId = ?
        """, arguments: [law.rawValue])
    for row in rows { numbers[row["name"], default: []].insert(row["number"]) }
    return numbers
  }
}
