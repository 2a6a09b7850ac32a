package import DocumentModel
import GRDB

extension IndexWriter {
  /// Stores one revision of a law in one transaction, in the place of another text of the same one.
  ///
  /// `delegations` are what the text says of the laws above it. Returns false where the same bytes
  /// were stored before and what they gave is still there, and leaves it as it is.
  package func write(
    _ law: LawText, delegations: [Delegation] = [], source: String, sha256: String
  ) throws(IndexError) -> Bool {
    try IndexConnection.guarded(path) {
      try queue.write { db in
        let stored = try Row.fetchOne(
          db, sql: "SELECT id, sha256 FROM lawRevision WHERE name = ?",
          arguments: [law.revision.rawValue])
        if let stored {
          let record = try LawRecord(stored["id"], in: db)
          if stored["sha256"] == sha256, record?.isIntact == true { return false }
          try Self.deleteLaw(stored["id"], isIntact: record?.isIntact == true, in: db)
        }
        let revision = try LawRows(law, source: source, sha256: sha256).insert(in: db)
        try DelegationRows.insert(delegations, of: revision, in: db)
        try Self.noteDigests(of: revision, in: db)
        return true
      }
    }
  }

  /// Notes what the rows of a revision are held against later.
  private static func noteDigests(of id: Int64, in db: Database) throws {
    guard let digest = try LawRecord(id, in: db)?.digest else { return }
    try db.execute(
      sql: """
        UPDATE lawRevision SET digest = ?, nodeDigests = ?, delegationDigest = ? WHERE id = ?
        """,
      arguments: [
        digest.whole, digest.nodes,
        try ContentDigest.delegations(of: id, in: db).hexadecimal, id,
      ])
  }

  /// The search table keeps no text of its own, so it is told the old words to forget them; where these
  /// are altered, it is filled anew.
  private static func deleteLaw(_ id: Int64, isIntact: Bool, in db: Database) throws {
    if isIntact {
      try forEachUnit(of: id, in: db) { unit, text in
        try db.execute(
          sql: "INSERT INTO lawSearch(lawSearch, rowid, heading, text) VALUES ('delete', ?, ?, ?)",
          arguments: [unit, text.heading, text.text])
      }
    }
    try db.execute(sql: "DELETE FROM lawRevision WHERE id = ?", arguments: [id])
    guard !isIntact else { return }
    try db.execute(sql: "INSERT INTO lawSearch(lawSearch) VALUES ('delete-all')")
    for other in try Int64.fetchAll(db, sql: "SELECT id FROM lawRevision ORDER BY id") {
      try forEachUnit(of: other, in: db) { unit, text in
        try db.execute(
          sql: "INSERT INTO lawSearch (rowid, heading, text) VALUES (?, ?, ?)",
          arguments: [unit, text.heading, text.text])
      }
    }
  }

  /// Gives each unit of a stored revision with its row.
  private static func forEachUnit(
    of id: Int64, in db: Database, _ body: (Int64, LawUnit) throws -> Void
  ) throws {
    guard let law = try LawQueries.law(id, in: db) else { return }
    let rows = try Int64.fetchAll(
      db, sql: "SELECT id FROM lawUnit WHERE revisionId = ? ORDER BY id", arguments: [id])
    for (row, unit) in zip(rows, LawUnit.units(of: law)) { try body(row, unit) }
  }
}

/// The rows of one revision of a law.
private struct LawRows {
  let law: LawText
  let source: String
  let sha256: String

  init(_ law: LawText, source: String, sha256: String) {
    self.law = law
    self.source = source
    self.sha256 = sha256
  }

  /// Stores the rows and returns the revision's.
  func insert(in db: Database) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO lawRevision
          (name, lawId, inForceFrom, lawNumber, title, abbreviations, lawType, source, sha256)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        law.revision.rawValue, law.revision.lawID.rawValue,
        law.revision.inForceFrom?.iso8601, law.lawNumber, law.title,
        try MetadataJSON.encode(law.abbreviations), law.lawType, source, sha256,
      ])
    let id = db.lastInsertedRowID
    let node = try db.cachedStatement(
      sql: """
        INSERT INTO lawNode
          (revisionId, ordinal, parent, kind, number, label, caption, text, address)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (ordinal, row) in law.nodes.enumerated() {
      try node.execute(arguments: [
        id, ordinal, row.parent, row.kind.rawValue, row.number, row.label, row.caption, row.text,
        row.address,
      ])
    }
    // Where a law prints one number twice in its main provision, the first one keeps it.
    let article = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO lawArticle (revisionId, number, ordinal) VALUES (?, ?, ?)")
    for row in law.articles {
      for number in row.numbers { try article.execute(arguments: [id, number, row.node]) }
    }
    try insertUnits(of: id, in: db)
    return id
  }

  private func insertUnits(of id: Int64, in db: Database) throws {
    let unit = try db.cachedStatement(
      sql: "INSERT INTO lawUnit (revisionId, first, last, length) VALUES (?, ?, ?, ?)")
    let search = try db.cachedStatement(
      sql: "INSERT INTO lawSearch (rowid, heading, text) VALUES (?, ?, ?)")
    for row in LawUnit.units(of: law) {
      try unit.execute(arguments: [
        id, row.nodes.lowerBound, row.nodes.upperBound, row.text.utf8.count,
      ])
      try search.execute(arguments: [db.lastInsertedRowID, row.heading, row.text])
    }
  }
}
