import DocumentModel
import Foundation
import GRDB

/// Reads a document back with all that was stored for it.
///
/// Rows are read one at a time and what many records name (a section, a target) is held once: a
/// document may have hundreds of thousands of them.
struct StoredDocumentQuery {
  let db: Database
  /// The row of the document.
  private let document: Int64
  private let id: DocumentID

  /// Returns the document of an id, or nil where there is none or its text is gone.
  static func document(_ id: DocumentID, in db: Database) throws -> StoredDocument? {
    guard let source = try DocumentQueries.source(id, in: db),
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT document.*, documentText.citable FROM document
          JOIN documentText ON documentText.documentId = document.id WHERE name = ?
          """, arguments: [id.rawValue])
    else { return nil }
    return try StoredDocumentQuery(db: db, document: row["id"], id: id).read(row, source)
  }

  private func read(_ row: Row, _ source: SourceDocument) throws -> StoredDocument {
    let (sections, sectionIDs, pillars) = try sections()
    let (blocks, blockPlaces) = try blocks(of: sectionIDs)
    let (passages, passageIDs) = try passages(of: sectionIDs, blocks, blockPlaces)
    var targets: [Int64: LinkTarget] = [:]
    let (links, holders) = try links(&targets)
    var stored = StoredDocument(
      record: try DocumentQueries.record(row), source: source,
      citable: [UInt8](row["citable"] as Data), sections: sections, blocks: blocks,
      passages: passages, links: links, linkPassages: [], relations: [:], pillars: pillars,
      repairs: [], diagnostics: [])
    stored.linkPassages = holders.map { $0.flatMap { passageIDs[$0] } }
    stored.relations = try relations(passageIDs, &targets)
    try forEach("SELECT * FROM repair WHERE documentId = ? ORDER BY ordinal") {
      if let repair = DocumentQueries.repair($0) { stored.repairs.append(repair) }
    }
    try forEach("SELECT * FROM diagnostic WHERE documentId = ? ORDER BY ordinal") {
      stored.diagnostics.append(try DocumentQueries.diagnostic($0))
    }
    return stored
  }

  /// Gives each row of a query whose one argument is the document; the row is valid in the call only.
  private func forEach(_ sql: String, _ body: (Row) throws -> Void) throws {
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [document])
    while let row = try rows.next() { try body(row) }
  }

  private func sections() throws -> (
    [Section], [Int64: SectionID], [SectionID: PillarAssignment]
  ) {
    var sections: [Section] = []
    var ids: [Int64: SectionID] = [:]
    var bases: [PassageQueries.SectionBasis] = []
    try forEach("SELECT * FROM section WHERE documentId = ? ORDER BY id") { row in
      let parent = (row["parentId"] as Int64?).flatMap { ids[$0] }
      let section = try DocumentQueries.section(row, parent: parent)
      ids[row["id"]] = section.id
      bases.append(.init(row: row["id"], section: section.id, basis: row["pillarBasis"]))
      sections.append(section)
    }
    return (sections, ids, try PassageQueries.pillars(bases, in: db))
  }

  /// The blocks with the place of each by its row.
  private func blocks(of sections: [Int64: SectionID]) throws -> ([Block], [Int64: Int]) {
    var blocks: [Block] = []
    var places: [Int64: Int] = [:]
    try forEach("SELECT * FROM block WHERE documentId = ? ORDER BY id") { row in
      guard let section = sections[row["sectionId"]] else { return }
      places[row["id"]] = blocks.count
      blocks.append(
        Block(
          id: BlockID(row["name"]), section: section,
          kind: BlockKind(rawValue: row["kind"]) ?? .paragraph,
          span: TextSpan(row["citableStart"] as Int, row["citableEnd"] as Int),
          location: LocationColumns.location(row),
          cells: (row["cells"] as String?).map { LocationColumns.decode($0) } ?? []))
    }
    return (blocks, places)
  }

  private func passages(
    of sections: [Int64: SectionID], _ blocks: [Block], _ places: [Int64: Int]
  ) throws -> ([Passage], [Int64: PassageID]) {
    var contexts: [Int64: [PassageContext]] = [:]
    try forEach(
      """
      SELECT passageContext.* FROM passage
      CROSS JOIN passageContext ON passageContext.passageId = passage.id
      WHERE passage.documentId = ? ORDER BY passage.id, ordinal
      """
    ) { row in
      contexts[row["passageId"], default: []].append(PassageQueries.context(row))
    }
    var passages: [Passage] = []
    var ids: [Int64: PassageID] = [:]
    try forEach("SELECT * FROM passage WHERE documentId = ? ORDER BY id") { row in
      let number: Int64 = row["id"]
      guard let section = sections[row["sectionId"]], let place = places[row["blockId"]] else {
        return
      }
      let passage = Passage(
        id: PassageID(row["name"]), document: id, section: section, block: blocks[place].id,
        kind: blocks[place].kind,
        span: TextSpan(row["citableStart"] as Int, row["citableEnd"] as Int),
        location: LocationColumns.location(row), text: row["text"],
        context: contexts[number] ?? [])
      ids[number] = passage.id
      passages.append(passage)
    }
    return (passages, ids)
  }

  /// The links, with the row of the passage that holds each.
  private func links(_ targets: inout [Int64: LinkTarget]) throws -> ([Link], [Int64?]) {
    var links: [Link] = []
    var holders: [Int64?] = []
    try forEach(
      """
      SELECT link.*, \(TargetColumns.columns) FROM link
      JOIN target ON target.id = link.targetId WHERE link.documentId = ? ORDER BY link.id
      """
    ) { row in
      let target = Self.target(row, &targets)
      links.append(PassageQueries.link(row, to: target))
      holders.append(row["passageId"])
    }
    return (links, holders)
  }

  /// What passages relate to; passages that relate to nothing are left out.
  private func relations(
    _ passages: [Int64: PassageID], _ targets: inout [Int64: LinkTarget]
  ) throws -> [PassageID: PassageRelations] {
    var relations: [PassageID: PassageRelations] = [:]
    try forEach(
      """
      SELECT relation.*, \(TargetColumns.columns) FROM passage
      CROSS JOIN relation ON relation.passageId = passage.id
      JOIN target ON target.id = relation.targetId
      WHERE passage.documentId = ? ORDER BY passage.id, ordinal
      """
    ) { row in
      guard let passage = passages[row["passageId"]] else { return }
      let target = Self.target(row, &targets)
      relations[passage, default: .init()].add(PassageQueries.relation(row, to: target))
    }
    return relations
  }

  private static func target(_ row: Row, _ targets: inout [Int64: LinkTarget]) -> LinkTarget {
    let number: Int64 = row["targetId"]
    if let known = targets[number] { return known }
    let target = TargetColumns.target(row)
    targets[number] = target
    return target
  }
}
