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
    for row in try Row.fetchAll(db, sql: "SELECT id, name FROM document") {
      if let count = documents[row["id"]] { facets.document[row["name"]] = count }
    }
    try countRelations(of: rows, includesInherited: includesInherited, into: &facets, in: db)
    return facets
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
        SELECT target.kind, target.lawId, target.value, target.firstDay, target.lastDay,
          count(DISTINCT relation.passageId) AS passages
        FROM relation JOIN target ON target.id = relation.targetId
        WHERE relation.passageId IN (SELECT value FROM json_each(?))
          AND relation.origin IN (SELECT value FROM json_each(?))
          AND (relation.basis <> 'concept' OR ?)
        GROUP BY target.kind, coalesce(target.lawId, target.value),
          CASE target.kind WHEN 'date' THEN target.id END
        """)
    let cursor = try Row.fetchCursor(
      statement,
      arguments: [
        "[" + rows.map(String.init).joined(separator: ",") + "]",
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
        // A date over several years counts in none of them: it would swell them all.
        guard let first = row["firstDay"] as Int?, let last = row["lastDay"] as Int?,
          first / 10_000 == last / 10_000 || last - first <= 10_400
        else { continue }
        facets.year["\(first / 10_000)", default: 0] += count
      case .document, nil: continue
      }
    }
  }
}
