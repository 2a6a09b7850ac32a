import DocumentModel
import GRDB
import GRDBSQLite

/// Named queries that read passages back with their surroundings, a few queries for any number.
enum PassageQueries {
  /// Returns the passages of the given rows in the given order.
  ///
  /// `isBare` leaves out pillars and relations, for those who read links and words alone.
  static func records(
    _ ids: [Int64], isBare: Bool = false, in db: Database
  ) throws -> [PassageRecord] {
    guard !ids.isEmpty else { return [] }
    let list = "[" + ids.map(String.init).joined(separator: ",") + "]"
    let passageRows = try fetch(
      db,
      """
      SELECT passage.*, block.kind AS blockKind, block.name AS blockName FROM passage
      JOIN block ON block.id = passage.blockId
      WHERE passage.id IN (SELECT value FROM json_each(?))
      """, list)
    let sectionList = jsonList(passageRows.map { $0["sectionId"] as Int64 })
    let sectionRows = try fetch(
      db,
      """
      SELECT section.*, parent.name AS parentName FROM section
      LEFT JOIN section AS parent ON parent.id = section.parentId
      WHERE section.id IN (SELECT value FROM json_each(?))
      """, sectionList)
    let documentRows = try fetch(
      db, DocumentQueries.records + " WHERE id IN (SELECT value FROM json_each(?))",
      jsonList(passageRows.map { $0["documentId"] as Int64 }))

    var documents: [Int64: DocumentRecord] = [:]
    for row in documentRows { documents[row["id"]] = try DocumentQueries.record(row) }
    var sections: [Int64: Section] = [:]
    for row in sectionRows { sections[row["id"]] = try DocumentQueries.section(row) }
    let pillars = isBare ? [:] : try pillars(sectionRows.map(SectionBasis.init), in: db)
    let contexts = try contexts(list, in: db)
    let links = try links(list, in: db)
    let relations = isBare ? [:] : try relations(list, in: db)

    var records: [Int64: PassageRecord] = [:]
    for row in passageRows {
      let id: Int64 = row["id"]
      guard let document = documents[row["documentId"]], let section = sections[row["sectionId"]]
      else { continue }
      let passage = Passage(
        id: PassageID(row["name"]), document: document.id, section: section.id,
        block: BlockID(row["blockName"]), kind: BlockKind(rawValue: row["blockKind"]) ?? .paragraph,
        span: TextSpan(row["citableStart"] as Int, row["citableEnd"] as Int),
        location: LocationColumns.location(row), text: row["text"], context: contexts[id] ?? [])
      records[id] = PassageRecord(
        document: document, section: section,
        pillars: pillars[section.id]
          ?? PillarAssignment(section: section.id, pillars: [], basis: .none),
        passage: passage, links: links[id] ?? [], relations: relations[id] ?? PassageRelations())
    }
    return ids.compactMap { records[$0] }
  }

  /// Returns the ids of the passages of the given rows.
  static func names(of rows: [Int64], in db: Database) throws -> [Int64: PassageID] {
    guard !rows.isEmpty else { return [:] }
    // To begin a statement, or a cursor, for each of a page of rows would cost more than the rows.
    let handle = try db.cachedStatement(sql: namesOfPage).sqliteStatement
    defer { sqlite3_reset(handle) }
    var names: [Int64: PassageID] = [:]
    names.reserveCapacity(rows.count)
    for start in stride(from: 0, to: rows.count, by: pageSize) {
      sqlite3_reset(handle)
      for i in 0..<pageSize {
        // Nothing has the row NULL.
        if start + i < rows.count {
          sqlite3_bind_int64(handle, CInt(i + 1), rows[start + i])
        } else {
          sqlite3_bind_null(handle, CInt(i + 1))
        }
      }
      step: while true {
        switch sqlite3_step(handle) {
        case SQLITE_ROW:
          names[sqlite3_column_int64(handle, 0)] = PassageID(
            String(cString: sqlite3_column_text(handle, 1)))
        case SQLITE_DONE: break step
        case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
      }
    }
    return names
  }

  /// How many rows one statement looks up: those of a page of hits.
  private static let pageSize = 20

  private static let namesOfPage = """
    SELECT id, name FROM (VALUES \(repeatElement("(?)", count: pageSize).joined(separator: ", ")))
    CROSS JOIN passage ON id = column1
    """

  /// A section by its row, with the basis of its pillars as its row has it.
  struct SectionBasis {
    var row: Int64
    var section: SectionID
    /// The raw value of a `PillarBasis`.
    var basis: String

    init(row: Int64, section: SectionID, basis: String) {
      self.row = row
      self.section = section
      self.basis = basis
    }

    init(_ row: Row) {
      self.init(row: row["id"], section: SectionID(row["name"]), basis: row["pillarBasis"])
    }
  }

  /// Returns the pillars of sections.
  static func pillars(
    _ sections: [SectionBasis], in db: Database
  ) throws -> [SectionID: PillarAssignment] {
    var assignments: [SectionID: PillarAssignment] = [:]
    assignments.reserveCapacity(sections.count)
    var names: [Int64: SectionID] = [:]
    names.reserveCapacity(sections.count)
    for section in sections {
      names[section.row] = section.section
      assignments[section.section] = PillarAssignment(
        section: section.section, pillars: [], basis: PillarBasis(rawValue: section.basis) ?? .none)
    }
    let list = jsonList(sections.map(\.row))
    try forEach(
      db,
      """
      SELECT * FROM sectionPillar WHERE sectionId IN (SELECT value FROM json_each(?))
      ORDER BY sectionId, ordinal
      """, list
    ) { row in
      guard let name = names[row["sectionId"]], let pillar = Pillar(rawValue: row["pillar"]) else {
        return
      }
      assignments[name]?.pillars.append(pillar)
    }
    try forEach(
      db,
      """
      SELECT * FROM pillarFeature WHERE sectionId IN (SELECT value FROM json_each(?))
      ORDER BY sectionId, ordinal
      """, list
    ) { row in
      guard let name = names[row["sectionId"]], let pillar = Pillar(rawValue: row["pillar"]) else {
        return
      }
      assignments[name]?.features.append(
        PillarFeature(pillar: pillar, words: row["words"], weight: row["weight"]))
    }
    for (row, ruling) in try DecisionRows.rulings(list, in: db) {
      if let name = names[row] { assignments[name]?.ruling = ruling }
    }
    return assignments
  }

  /// Reads a link from a row that has the target's columns beside the link's.
  static func link(_ row: Row) -> Link { link(row, to: TargetColumns.target(row)) }

  /// Reads a link from a row, whose target is known.
  static func link(_ row: Row, to target: LinkTarget) -> Link {
    Link(
      span: TextSpan(row["citableStart"] as Int, row["citableEnd"] as Int),
      location: LocationColumns.location(row), surface: row["surface"],
      target: target,
      basis: LinkBasis(rawValue: row["basis"]) ?? .explicit,
      evidence: Evidence(
        rule: row["rule"], words: row["words"],
        candidates: (row["candidates"] as String?).flatMap {
          try? MetadataJSON.decode([String].self, from: $0)
        } ?? []))
  }

  private static func links(_ list: String, in db: Database) throws -> [Int64: [Link]] {
    var links: [Int64: [Link]] = [:]
    let rows = try fetch(
      db,
      """
      SELECT link.*, \(TargetColumns.columns) FROM link JOIN target ON target.id = link.targetId
      WHERE link.passageId IN (SELECT value FROM json_each(?)) ORDER BY link.id
      """, list)
    for row in rows { links[row["passageId"], default: []].append(link(row)) }
    return links
  }

  private static func relations(
    _ list: String, in db: Database
  ) throws -> [Int64: PassageRelations] {
    var relations: [Int64: PassageRelations] = [:]
    let rows = try fetch(
      db,
      """
      SELECT relation.*, \(TargetColumns.columns) FROM relation
      JOIN target ON target.id = relation.targetId
      WHERE relation.passageId IN (SELECT value FROM json_each(?)) ORDER BY passageId, ordinal
      """, list)
    for row in rows {
      let relation = relation(row, to: TargetColumns.target(row))
      relations[row["passageId"], default: PassageRelations()].add(relation)
    }
    return relations
  }

  /// Reads a relation from a row, whose target is known.
  static func relation(_ row: Row, to target: LinkTarget) -> Relation {
    Relation(
      target: target, origin: RelationOrigin(rawValue: row["origin"]) ?? .document,
      basis: LinkBasis(rawValue: row["basis"]) ?? .document, evidence: row["evidence"])
  }

  private static func contexts(
    _ list: String, in db: Database
  ) throws -> [Int64: [PassageContext]] {
    var contexts: [Int64: [PassageContext]] = [:]
    let rows = try fetch(
      db,
      """
      SELECT * FROM passageContext WHERE passageId IN (SELECT value FROM json_each(?))
      ORDER BY passageId, ordinal
      """, list)
    for row in rows {
      contexts[row["passageId"], default: []].append(context(row))
    }
    return contexts
  }

  /// Reads what stands beside a passage.
  static func context(_ row: Row) -> PassageContext {
    PassageContext(
      kind: PassageContext.Kind(rawValue: row["kind"]) ?? .leadIn, line: row["line"],
      text: row["text"])
  }

  /// Gives each row of a query whose one argument is a list; the row is valid in the call only.
  private static func forEach(
    _ db: Database, _ sql: String, _ list: String, _ body: (Row) -> Void
  ) throws {
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [list])
    while let row = try rows.next() { body(row) }
  }

  private static func fetch(_ db: Database, _ sql: String, _ list: String) throws -> [Row] {
    try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [list])
  }

  private static func jsonList(_ ids: [Int64]) -> String {
    "[" + Set(ids).sorted().map(String.init).joined(separator: ",") + "]"
  }
}

extension PassageRelations {
  /// Adds a relation to those of its kind.
  mutating func add(_ relation: Relation) {
    switch relation.target.kind {
    case .law: laws.append(relation)
    case .date: dates.append(relation)
    case .ministry, .org, .document: ministries.append(relation)
    }
  }
}
