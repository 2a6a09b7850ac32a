package import DocumentModel
import GRDB

/// A stored delegation with the place of its words.
package struct StoredDelegation: Sendable, Equatable {
  package var delegation: Delegation
  /// The revision of the order that says so.
  package var revision: LawRevisionID
  /// The order's title.
  package var title: String
  /// The address of the words in the order: `Mp-At_9-Pr_1`.
  package var address: String
}

extension IndexReader {
  /// What held orders say of an article of a law, or of any of its articles.
  ///
  /// The law is known by its number or, where an order gives none, by one of its titles at the end of
  /// the words before the provision; longer titles that end alike are the caller's affair.
  package func delegations(
    from titles: [String], number: String, article: String? = nil
  ) throws(IndexError) -> [StoredDelegation] {
    try read { db in
      try DelegationRows.fetch(
        """
        (lawDelegation.lawNumber = :number OR lawDelegation.lawNumber = '' AND EXISTS
          (SELECT 1 FROM json_each(:titles)
           WHERE substr(lawDelegation.lawName, -length(value)) = value))
        AND (:article IS NULL OR lawDelegation.article = :article)
        """,
        [
          "number": number, "titles": try MetadataJSON.encode(titles), "article": article,
        ], in: db)
    }
  }

  /// What a held revision of an order says of the laws above it, in the order of its text.
  package func delegations(
    in revision: LawRevisionID
  ) throws(IndexError) -> [StoredDelegation] {
    try read { db in
      try DelegationRows.fetch(
        "lawRevision.name = :name", ["name": revision.rawValue], in: db)
    }
  }
}

/// The rows of what orders say of the laws above them.
enum DelegationRows {
  static func insert(_ delegations: [Delegation], of revision: Int64, in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO lawDelegation
          (revisionId, position, ordinal, lawName, lawNumber, article, paragraph, item, subitem,
           instrument, words)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (position, row) in delegations.enumerated() {
      try statement.execute(arguments: [
        revision, position, row.node, row.lawName, row.lawNumber, row.provision.article,
        row.provision.paragraph, row.provision.item, row.provision.subitem, row.instrument,
        row.words,
      ])
    }
  }

  static func fetch(
    _ condition: String, _ arguments: StatementArguments, in db: Database
  ) throws -> [StoredDelegation] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT lawDelegation.*, lawRevision.name, lawRevision.title, lawNode.address
        FROM lawDelegation
        JOIN lawRevision ON lawRevision.id = lawDelegation.revisionId
        JOIN lawNode ON lawNode.revisionId = lawDelegation.revisionId
          AND lawNode.ordinal = lawDelegation.ordinal
        WHERE \(condition) ORDER BY lawRevision.name, lawDelegation.position
        """, arguments: arguments
    ).map { row in
      StoredDelegation(
        delegation: Delegation(
          node: row["ordinal"], lawName: row["lawName"], lawNumber: row["lawNumber"],
          provision: ProvisionPath(
            article: row["article"], paragraph: row["paragraph"], item: row["item"],
            subitem: row["subitem"]),
          instrument: row["instrument"], words: row["words"]),
        revision: LawRevisionID(rawValue: row["name"]), title: row["title"],
        address: row["address"])
    }
  }
}
