import DocumentModel
import GRDB

/// Named queries over what people decided about the pillars of sections.
enum DecisionRows {
  /// Returns the rulings on sections given as a JSON list of their rows.
  static func rulings(_ list: String, in db: Database) throws -> [Int64: PillarRuling] {
    var rulings: [Int64: PillarRuling] = [:]
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT * FROM pillarDecision WHERE sectionId IN (SELECT value FROM json_each(?))
          """), arguments: [list])
    for row in rows {
      guard let day = EDTF(row["day"] as String).interval?.first else { continue }
      let found = try MetadataJSON.decode([String].self, from: row["foundPillars"])
      rulings[row["sectionId"]] = PillarRuling(
        by: row["decidedBy"], why: row["reason"], day: day,
        foundPillars: found.compactMap(Pillar.init(rawValue:)),
        foundBasis: PillarBasis(rawValue: row["foundBasis"]) ?? .none)
    }
    return rulings
  }

  static func insert(_ ruling: PillarRuling, section: Int64, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO pillarDecision (sectionId, decidedBy, reason, day, foundPillars, foundBasis)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      section, ruling.by, ruling.why, ruling.day.iso8601,
      try MetadataJSON.encode(ruling.foundPillars.map(\.rawValue)), ruling.foundBasis.rawValue,
    ])
  }

  /// Gives a stored section other pillars.
  static func replace(_ assignment: PillarAssignment, in db: Database) throws {
    guard
      let row = try Int64.fetchOne(
        db, sql: "SELECT id FROM section WHERE name = ?",
        arguments: [assignment.section.rawValue])
    else { return }
    try db.execute(
      sql: "UPDATE section SET pillarBasis = ? WHERE id = ?",
      arguments: [assignment.basis.rawValue, row])
    try db.execute(sql: "DELETE FROM sectionPillar WHERE sectionId = ?", arguments: [row])
    try db.execute(sql: "DELETE FROM pillarDecision WHERE sectionId = ?", arguments: [row])
    for (i, pillar) in assignment.pillars.enumerated() {
      try db.execute(
        sql: "INSERT INTO sectionPillar (sectionId, ordinal, pillar) VALUES (?, ?, ?)",
        arguments: [row, i, pillar.rawValue])
    }
    if let ruling = assignment.ruling { try insert(ruling, section: row, in: db) }
  }

  /// Takes all decisions into a digest, in an order that ingest doesn't change.
  static func combine(into digest: inout ContentDigest, in db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT section.name, pillarDecision.* FROM pillarDecision
        JOIN section ON section.id = pillarDecision.sectionId ORDER BY section.name
        """)
    for row in rows {
      let pillars = try String.fetchAll(
        db, sql: "SELECT pillar FROM sectionPillar WHERE sectionId = ? ORDER BY ordinal",
        arguments: [row["sectionId"] as Int64])
      let fields: [String] = [row["name"], row["decidedBy"], row["reason"], row["day"]]
      for field in fields + pillars { digest.combine(field: field) }
    }
  }
}
