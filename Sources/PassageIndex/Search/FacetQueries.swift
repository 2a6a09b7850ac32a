import DocumentModel
import GRDB

/// Named queries that count found passages by what they relate to.
enum FacetQueries {
  /// Counts the rows by pillar, ministry, law, document and year of their own relations.
  static func facets(
    of rows: [Int64], table: PassageTable, includesInherited: Bool, in db: Database
  ) throws -> Facets {
    var facets = Facets()
    guard !rows.isEmpty else { return facets }
    var sections: [UInt32: Int] = [:]
    var documents: [Int64: Int] = [:]
    for row in rows {
      guard let traits = table[row] else { continue }
      sections[traits.section, default: 0] += 1
      documents[table.documents[Int(table.documentIndex[Int(row)])], default: 0] += 1
    }
    try countPillars(of: sections, into: &facets, in: db)
    let described = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, name, json_extract(metadata, '$.kind[0]') AS kind,
          json_extract(metadata, '$.issuer[0]') AS issuer
        FROM document WHERE id IN (SELECT value FROM json_each(?))
        """, arguments: [try MetadataJSON.encode(documents.keys.sorted())])
    while let row = try described.next() {
      let count = documents[row["id"]] ?? 0
      facets.document[row["name"]] = count
      if let kind = row["kind"] as String? { facets.kind[kind, default: 0] += count }
      if let issuer = row["issuer"] as String? { facets.issuer[issuer, default: 0] += count }
    }
    try countRelations(of: rows, includesInherited: includesInherited, into: &facets, in: db)
    try countArticles(of: rows, includesInherited: includesInherited, into: &facets, in: db)
    try countBodies(of: rows, into: &facets, in: db)
    return facets
  }

  /// Counts by article of the main provision, foreign laws left out.
  private static func countArticles(
    of rows: [Int64], includesInherited: Bool, into facets: inout Facets, in db: Database
  ) throws {
    let origins = FilterQueries.origins(includesInherited: includesInherited)
    let cursor = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT target.lawId || '#' || target.article AS article,
            count(DISTINCT relation.passageId) AS passages
          FROM relation JOIN target ON target.id = relation.targetId
          WHERE relation.passageId IN (SELECT value FROM json_each(?))
            AND relation.origin IN (SELECT value FROM json_each(?))
            AND (relation.basis <> 'concept' OR ?)
            AND target.kind = 'law' AND target.lawId IS NOT NULL AND target.article IS NOT NULL
            AND NOT target.isSupplementary
          GROUP BY target.lawId, target.article
          """),
      arguments: [
        list(rows), try MetadataJSON.encode(origins.map(\.rawValue)), includesInherited,
      ])
    while let row = try cursor.next() { facets.article[row["article"]] = row["passages"] }
  }

  /// Counts by body that is no ministry: bodies have no relations, so the links tell.
  private static func countBodies(
    of rows: [Int64], into facets: inout Facets, in db: Database
  ) throws {
    let cursor = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT target.value, count(DISTINCT link.passageId) AS passages
          FROM link JOIN target ON target.id = link.targetId
          WHERE target.kind = 'org' AND link.passageId IN (SELECT value FROM json_each(?))
          GROUP BY target.value
          """), arguments: [list(rows)])
    while let row = try cursor.next() { facets.body[row["value"]] = row["passages"] }
  }

  /// Writes rows as JSON; many rows in an encoder cost more than the query.
  private static func list(_ rows: [Int64]) -> String {
    "[" + rows.map(String.init).joined(separator: ",") + "]"
  }

  private static func countPillars(
    of sections: [UInt32: Int], into facets: inout Facets, in db: Database
  ) throws {
    var none = sections
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT sectionId, pillar FROM sectionPillar
        WHERE sectionId IN (SELECT value FROM json_each(?))
        """, arguments: [try MetadataJSON.encode(Array(sections.keys))])
    while let row = try cursor.next() {
      let section: UInt32 = row["sectionId"]
      facets.pillar[row["pillar"], default: 0] += sections[section] ?? 0
      none[section] = nil
    }
    let rest = none.values.reduce(0, +)
    if rest > 0 { facets.pillar["none"] = rest }
  }

  private static func countRelations(
    of rows: [Int64], includesInherited: Bool, into facets: inout Facets, in db: Database
  ) throws {
    let origins = FilterQueries.origins(includesInherited: includesInherited)
    let statement = try db.cachedStatement(
      sql: """
        SELECT target.kind, target.lawId, target.value, target.firstDay / 10000 AS year,
          count(DISTINCT relation.passageId) AS passages
        FROM relation JOIN target ON target.id = relation.targetId
        WHERE relation.passageId IN (SELECT value FROM json_each(?))
          AND relation.origin IN (SELECT value FROM json_each(?))
          AND (relation.basis <> 'concept' OR ?)
          -- A date over several years counts in none of them: it would swell them all.
          AND (target.kind <> 'date' OR target.firstDay / 10000 = target.lastDay / 10000
            OR target.lastDay - target.firstDay <= 10400)
        GROUP BY target.kind,
          CASE target.kind WHEN 'date' THEN target.firstDay / 10000
          ELSE coalesce(target.lawId, target.value) END
        """)
    let cursor = try Row.fetchCursor(
      statement,
      arguments: [
        list(rows),
        try MetadataJSON.encode(origins.map(\.rawValue)), includesInherited,
      ])
    while let row = try cursor.next() {
      let count: Int = row["passages"]
      switch LinkKind(rawValue: row["kind"]) {
      case .law:
        guard let law = (row["lawId"] as String?) ?? row["value"] else { continue }
        facets.law[law, default: 0] += count
      case .ministry, .org:
        facets.ministry[row["value"], default: 0] += count
      case .date:
        guard let year = row["year"] as Int? else { continue }
        facets.year["\(year)"] = count
      case .document, nil: continue
      }
    }
  }
}
