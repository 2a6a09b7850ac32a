import DocumentModel
import GRDB
import TextNormalization

/// Named queries that turn a filter's conditions into sets of passage rows.
enum FilterQueries {
  /// Returns the passages that satisfy every condition, or nil where there is none.
  static func rows(
    _ filter: SearchFilter, includesInherited: Bool, table: PassageTable,
    folding: SearchFolding, in db: Database
  ) throws -> RowSet? {
    var result: RowSet?
    func restrict(to rows: [Int64]) {
      var set = RowSet(upTo: table.maximumRow)
      for row in rows { set.insert(row) }
      result?.formIntersection(set)
      if result == nil { result = set }
    }
    if !filter.pillars.isEmpty {
      restrict(to: try rows(pillars: filter.pillars, in: db))
    }
    if !filter.documents.isEmpty {
      restrict(to: try rows(documents: filter.documents, in: db))
    }
    if !filter.kinds.isEmpty {
      restrict(
        to: try rows(field: "kind", in: db) { kind in
          filter.kinds.contains { folding.fold($0).scalars == folding.fold(kind).scalars }
        })
    }
    if !filter.issuers.isEmpty {
      let wanted = filter.issuers.map { SearchKey($0, folding: folding) }
      restrict(
        to: try rows(field: "issuer", in: db) { issuer in
          let key = SearchKey(issuer, folding: folding)
          return wanted.contains { key.contains($0) }
        })
    }
    let origins = origins(includesInherited: includesInherited)
    if !filter.laws.isEmpty {
      let targets = try filter.laws.flatMap { try self.targets(of: $0, in: db) }
      restrict(to: try rows(targets: targets, origins: origins, in: db))
    }
    if !filter.ministries.isEmpty {
      let targets = try filter.ministries.flatMap { try self.targets(ofUnit: $0, in: db) }
      restrict(to: try rows(targets: targets, origins: origins, in: db))
    }
    if !filter.bodies.isEmpty {
      let targets = try filter.bodies.flatMap { try self.targets(ofUnit: $0, in: db) }
      restrict(to: try rows(targets: targets, origins: origins, in: db))
    }
    if let days = filter.days {
      let targets = try self.targets(overlapping: days, in: db)
      restrict(to: try rows(targets: targets, origins: origins, in: db))
    }
    return result
  }

  /// The origins of relations that satisfy a filter.
  static func origins(includesInherited: Bool) -> [RelationOrigin] {
    includesInherited ? RelationOrigin.allCases : [.passage, .heading, .section]
  }

  private static func rows(pillars: Set<Pillar>, in db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT passage.id FROM sectionPillar
        JOIN passage ON passage.sectionId = sectionPillar.sectionId
        WHERE sectionPillar.pillar IN (SELECT value FROM json_each(?))
        """, arguments: [try MetadataJSON.encode(pillars.map(\.rawValue).sorted())])
  }

  private static func rows(documents: [DocumentID], in db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT passage.id FROM document JOIN passage ON passage.documentId = document.id
        WHERE document.name IN (SELECT value FROM json_each(?))
        """, arguments: [try MetadataJSON.encode(documents.map(\.rawValue))])
  }

  /// Passages of the documents whose kind or issuer is wanted.
  private static func rows(
    field: String, in db: Database, where isWanted: (String) -> Bool
  ) throws -> [Int64] {
    let documents = try Row.fetchAll(
      db,
      sql: """
        SELECT json_extract(metadata, '$.' || ? || '[0]') AS value, firstPassage, passageCount
        FROM document
        """, arguments: [field])
    return documents.flatMap { row -> Range<Int64> in
      let first: Int64 = row["firstPassage"]
      let isFound = (row["value"] as String?).map(isWanted) ?? false
      return first..<(first + (isFound ? row["passageCount"] : 0))
    }
  }

  /// Passages that relate to a target, or name it (a body that is no ministry has links only).
  ///
  /// A relation by a defined term alone isn't a citation and doesn't count unless it is asked for.
  static func rows(
    targets: [Int64], origins: [RelationOrigin], in db: Database
  ) throws -> [Int64] {
    let list = try MetadataJSON.encode(targets)
    let isInherited = origins.contains(.concept)
    let related = try Int64.fetchAll(
      db,
      sql: """
        SELECT passageId FROM relation WHERE targetId IN (SELECT value FROM json_each(?))
          AND origin IN (SELECT value FROM json_each(?)) AND (basis <> 'concept' OR ?)
        """,
      arguments: [list, try MetadataJSON.encode(origins.map(\.rawValue)), isInherited])
    // Bodies that are no ministries have no relations: their links tell.
    let named = try Int64.fetchAll(
      db,
      sql: """
        SELECT passageId FROM link JOIN target ON target.id = link.targetId
        WHERE target.kind = 'org' AND targetId IN (SELECT value FROM json_each(?))
          AND passageId IS NOT NULL
        """, arguments: [list])
    return related + named
  }

  /// The targets that are a law, or an article of it where one is asked for.
  static func targets(of law: LawTarget, in db: Database) throws -> [Int64] {
    let provision = law.provision
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM target WHERE kind = 'law'
          AND (lawId = :law OR (:law IS NULL AND value = :title))
          AND (:article IS NULL OR article = :article)
          AND (:paragraph IS NULL OR paragraph = :paragraph)
          AND (:item IS NULL OR item = :item)
        """,
      arguments: [
        "law": law.lawID?.rawValue, "title": law.title, "article": provision.article,
        "paragraph": provision.paragraph, "item": provision.item,
      ])
  }

  /// The targets that are a ministry or body, or a unit that bears its name (経済産業省貿易管理部).
  static func targets(ofUnit name: String, in db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM target WHERE kind IN ('ministry', 'org')
          AND (value = ?1 OR parent = ?1 AND substr(value, 1, length(?1)) = ?1)
        """, arguments: [name])
  }

  /// The targets that are dates sharing a day with the interval.
  static func targets(overlapping days: CalendarInterval, in db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM target WHERE kind = 'date' AND firstDay <= ? AND lastDay >= ?
        """,
      arguments: [
        days.last.map(TargetColumns.dayNumber) ?? 99_991_231,
        days.first.map(TargetColumns.dayNumber) ?? 0,
      ])
  }
}
