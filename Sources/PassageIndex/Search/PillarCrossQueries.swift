import DocumentModel
import GRDB

extension IndexReader {
  /// Crosses pillars with documents, ministries, laws and years over the whole index.
  package func pillarCross() throws(IndexError) -> PillarCross {
    try read { db in try PillarCrossQueries.cross(in: db) }
  }
}

/// Named queries that count passages by pillar and by what they relate to.
enum PillarCrossQueries {
  static func cross(in db: Database) throws -> PillarCross {
    var cross = PillarCross()
    for row in try Row.fetchAll(db, sql: documents) {
      let (pillar, count): (String, Int) = (row["pillar"], row["passages"])
      cross.documents[row["key"], default: PillarCounts()].add(count, to: pillar)
      cross.all.add(count, to: pillar)
    }
    let origins = FilterQueries.origins(includesInherited: false)
    let rows = try Row.fetchAll(
      db, sql: relations, arguments: [try MetadataJSON.encode(origins.map(\.rawValue))])
    for row in rows {
      let (key, pillar): (String, String) = (row["key"], row["pillar"])
      let count: Int = row["passages"]
      switch LinkKind(rawValue: row["kind"]) {
      case .law: cross.laws[key, default: PillarCounts()].add(count, to: pillar)
      case .date: cross.years[key, default: PillarCounts()].add(count, to: pillar)
      case .ministry, .org: cross.ministries[key, default: PillarCounts()].add(count, to: pillar)
      case .document, nil: break
      }
    }
    return cross
  }

  private static let documents = """
    SELECT document.name AS key, coalesce(sectionPillar.pillar, 'none') AS pillar,
      count(*) AS passages
    FROM passage JOIN document ON document.id = passage.documentId
    LEFT JOIN sectionPillar ON sectionPillar.sectionId = passage.sectionId
    GROUP BY document.id, pillar
    UNION ALL
    SELECT document.name, 'total', count(*)
    FROM passage JOIN document ON document.id = passage.documentId GROUP BY document.id
    """

  /// The relations that facets count, each passage once for each value.
  private static let relations = """
    WITH related AS (
      SELECT DISTINCT relation.passageId, target.kind,
        CASE target.kind WHEN 'law' THEN coalesce(target.lawId, target.value)
          WHEN 'date' THEN CAST(target.firstDay / 10000 AS TEXT) ELSE target.value END AS key
      FROM relation JOIN target ON target.id = relation.targetId
      WHERE relation.origin IN (SELECT value FROM json_each(?)) AND relation.basis <> 'concept'
        AND target.kind <> 'document'
        AND (target.kind <> 'date' OR target.firstDay / 10000 = target.lastDay / 10000
          OR target.lastDay - target.firstDay <= 10400)
    )
    SELECT kind, key, coalesce(sectionPillar.pillar, 'none') AS pillar, count(*) AS passages
    FROM related JOIN passage ON passage.id = related.passageId
    LEFT JOIN sectionPillar ON sectionPillar.sectionId = passage.sectionId
    WHERE key IS NOT NULL GROUP BY kind, key, pillar
    UNION ALL
    SELECT kind, key, 'total', count(*) FROM related WHERE key IS NOT NULL GROUP BY kind, key
    """
}
