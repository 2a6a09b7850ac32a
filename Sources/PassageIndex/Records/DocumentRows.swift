import DocumentModel
import Foundation
import GRDB
import GRDBSQLite
import TextNormalization

/// The rows of one document, put in by one call inside the writer's transaction.
struct DocumentRows {
  let document: AnalyzedDocument
  let intake: Intake
  let diagnostics: [Diagnostic]
  let folding: SearchFolding

  private typealias Values = [(any DatabaseValueConvertible)?]

  init(
    _ document: AnalyzedDocument, intake: Intake, diagnostics: [Diagnostic],
    folding: SearchFolding
  ) {
    self.document = document
    self.intake = intake
    self.diagnostics = diagnostics
    self.folding = folding
  }

  func insert(in db: Database) throws {
    let structure = document.structure
    let documentRow = try nextRow("document", in: db)
    let firstPassage = try nextRow("passage", in: db)
    let firstSection = try nextRow("section", in: db)
    let firstBlock = try nextRow("block", in: db)

    var sectionRows: [SectionID: Int64] = [:]
    for (i, section) in structure.sections.enumerated() {
      sectionRows[section.id] = firstSection + Int64(i)
    }
    var blockRows: [BlockID: Int64] = [:]
    for (i, block) in structure.blocks.enumerated() {
      blockRows[block.id] = firstBlock + Int64(i)
    }

    let traits = PassageTraits.packed(
      structure.passages, links: document.links, sections: sectionRows, folding: folding)
    try insertDocument(documentRow, firstPassage: firstPassage, traits: traits, in: db)
    try insertSections(documentRow, rows: sectionRows, in: db)
    try insertBlocks(documentRow, sections: sectionRows, first: firstBlock, in: db)
    try insertPassages(
      documentRow, sections: sectionRows, blocks: blockRows, first: firstPassage, in: db)
    var targets = TargetRows()
    try insertLinks(documentRow, firstPassage: firstPassage, targets: &targets, in: db)
    try insertRelations(firstPassage: firstPassage, targets: &targets, in: db)
    try insertNotes(documentRow, in: db)
  }

  /// Rows of one document are neighbours, which keeps reading order and makes passages countable.
  private func nextRow(_ table: String, in db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) + 1 FROM \(table)") ?? 1
  }

  private func insertDocument(
    _ row: Int64, firstPassage: Int64, traits: [UInt8], in db: Database
  ) throws {
    let source = document.source
    try db.execute(
      sql: """
        INSERT INTO document (id, name, source, sha256, mediaType, bodyStart, bodyEnd, metadata,
          given, firstPassage, passageCount, passageTraits, digest, path, settings, analysis)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        row, source.id.rawValue, source.source, source.sha256, source.mediaType,
        source.body.lowerBound.utf8, source.body.upperBound.utf8,
        try MetadataJSON.encode(document.structure.metadata),
        try MetadataJSON.encode(source.metadata), firstPassage,
        document.structure.passages.count, Data(traits),
        ContentDigest(of: DigestedDocument(document)).hexadecimal, intake.path, intake.settings,
        intake.analysis,
      ])
    try insertText(row, in: db)
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO page (documentId, ordinal, number, byteStart, byteEnd) VALUES (?, ?, ?, ?, ?)
        """)
    for (i, page) in source.pages.enumerated() {
      try statement.execute(arguments: [
        row, i, page.number, page.span.lowerBound.utf8, page.span.upperBound.utf8,
      ])
    }
  }

  /// Stores the source and the citable text, given to SQLite where they are: each copy of a large
  /// document would take as much as the document.
  private func insertText(_ row: Int64, in db: Database) throws {
    let source = document.source
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO documentText (documentId, sha256, marks, source, citable)
        VALUES (?, ?, ?, ?, ?)
        """)
    try statement.setArguments([
      row, ContentHash(source.keptBytes).description, try LineMarkJSON.encode(source.marks),
      Data(), Data(),
    ])
    let handle = statement.sqliteStatement
    sqlite3_reset(handle)
    // The bindings end with the arrays.
    defer { sqlite3_clear_bindings(handle) }
    let code = source.keptBytes.withUnsafeBytes { kept in
      document.structure.citable.utf8.withUnsafeBytes { citable in
        sqlite3_bind_blob64(handle, 4, kept.baseAddress, UInt64(kept.count), nil)
        sqlite3_bind_blob64(handle, 5, citable.baseAddress, UInt64(citable.count), nil)
        defer { sqlite3_reset(handle) }
        return sqlite3_step(handle)
      }
    }
    guard code == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  private func insertSections(
    _ documentRow: Int64, rows: [SectionID: Int64], in db: Database
  ) throws {
    var pillars = document.pillars[...]
    let insertSection = try db.cachedStatement(
      sql: """
        INSERT INTO section (id, documentId, name, parentId, level, title, rawTitle, titleStart,
          titleEnd, citableStart, citableEnd, byteStart, byteEnd, spans, line, lineEnd, page,
          isSynthetic, path, pillarBasis)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let insertPillar = try db.cachedStatement(
      sql: "INSERT INTO sectionPillar (sectionId, ordinal, pillar) VALUES (?, ?, ?)")
    let insertFeature = try db.cachedStatement(
      sql: """
        INSERT INTO pillarFeature (sectionId, ordinal, pillar, words, weight)
        VALUES (?, ?, ?, ?, ?)
        """)
    let insertSearch = try db.cachedStatement(
      sql: "INSERT INTO sectionSearch (rowid, title) VALUES (?, ?)")
    for section in document.structure.sections {
      guard let row = rows[section.id] else { continue }
      let pillar = pillars.first?.section == section.id ? pillars.popFirst() : nil
      let values: Values =
        [
          row, documentRow, section.id.rawValue, section.parent.flatMap { rows[$0] },
          section.level, section.title, section.rawTitle, section.titleSpan?.lowerBound.utf8,
          section.titleSpan?.upperBound.utf8, section.span.lowerBound.utf8,
          section.span.upperBound.utf8,
        ] + LocationColumns.values(section.location) + [
          section.isSynthetic, try MetadataJSON.encode(section.path),
          (pillar?.basis ?? .none).rawValue,
        ]
      try insertSection.execute(arguments: StatementArguments(values))
      try insertSearch.execute(arguments: [row, section.title])
      for (i, value) in (pillar?.pillars ?? []).enumerated() {
        try insertPillar.execute(arguments: [row, i, value.rawValue])
      }
      for (i, feature) in (pillar?.features ?? []).enumerated() {
        try insertFeature.execute(arguments: [
          row, i, feature.pillar.rawValue, feature.words, feature.weight,
        ])
      }
      if let ruling = pillar?.ruling { try DecisionRows.insert(ruling, section: row, in: db) }
    }
  }

  private func insertBlocks(
    _ documentRow: Int64, sections: [SectionID: Int64], first: Int64, in db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO block (id, documentId, sectionId, name, kind, citableStart, citableEnd,
          byteStart, byteEnd, spans, line, lineEnd, page, cells)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (i, block) in document.structure.blocks.enumerated() {
      let values: Values =
        [
          first + Int64(i), documentRow, sections[block.section], block.id.rawValue,
          block.kind.rawValue, block.span.lowerBound.utf8, block.span.upperBound.utf8,
        ] + LocationColumns.values(block.location) + [
          block.cells.isEmpty ? nil : LocationColumns.encode(block.cells)
        ]
      try statement.execute(arguments: StatementArguments(values))
    }
  }

  private func insertPassages(
    _ documentRow: Int64, sections: [SectionID: Int64], blocks: [BlockID: Int64], first: Int64,
    in db: Database
  ) throws {
    let insertPassage = try db.cachedStatement(
      sql: """
        INSERT INTO passage (id, documentId, sectionId, blockId, name, citableStart, citableEnd,
          byteStart, byteEnd, spans, line, lineEnd, page, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let insertSearch = try db.cachedStatement(
      sql: "INSERT INTO passageSearch (rowid, text) VALUES (?, ?)")
    let insertContext = try db.cachedStatement(
      sql: """
        INSERT INTO passageContext (passageId, ordinal, kind, line, text) VALUES (?, ?, ?, ?, ?)
        """)
    for (i, passage) in document.structure.passages.enumerated() {
      let row = first + Int64(i)
      let values: Values =
        [
          row, documentRow, sections[passage.section], blocks[passage.block],
          passage.id.rawValue, passage.span.lowerBound.utf8, passage.span.upperBound.utf8,
        ] + LocationColumns.values(passage.location) + [passage.text]
      try insertPassage.execute(arguments: StatementArguments(values))
      try insertSearch.execute(arguments: [row, passage.text])
      for (k, context) in passage.context.enumerated() {
        try insertContext.execute(arguments: [
          row, k, context.kind.rawValue, context.line, context.text,
        ])
      }
    }
  }

  private func insertLinks(
    _ documentRow: Int64, firstPassage: Int64, targets: inout TargetRows, in db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO link (documentId, passageId, targetId, basis, surface, citableStart,
          citableEnd, byteStart, byteEnd, spans, line, lineEnd, page, rule, words, candidates)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let passages = document.structure.passages
    for link in document.links {
      let holder = passages.firstIndex(holding: link.span)
      let candidates = link.evidence.candidates
      let values: Values =
        [
          documentRow, holder.map { firstPassage + Int64($0) },
          try targets.row(of: link.target, in: db), link.basis.rawValue, link.surface,
          link.span.lowerBound.utf8, link.span.upperBound.utf8,
        ] + LocationColumns.values(link.location) + [
          link.evidence.rule, link.evidence.words,
          candidates.isEmpty ? nil : try MetadataJSON.encode(candidates),
        ]
      try statement.execute(arguments: StatementArguments(values))
    }
  }

  private func insertRelations(
    firstPassage: Int64, targets: inout TargetRows, in db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO relation (passageId, ordinal, targetId, origin, basis, evidence)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    for (i, passage) in document.structure.passages.enumerated() {
      guard let relations = document.relations[passage.id] else { continue }
      let all = relations.laws + relations.ministries + relations.dates
      for (k, relation) in all.enumerated() {
        try statement.execute(arguments: [
          firstPassage + Int64(i), k, try targets.row(of: relation.target, in: db),
          relation.origin.rawValue, relation.basis.rawValue, relation.evidence,
        ])
      }
    }
  }

  private func insertNotes(_ documentRow: Int64, in db: Database) throws {
    let insertRepair = try db.cachedStatement(
      sql: """
        INSERT INTO repair (documentId, ordinal, rule, byteStart, byteEnd, before, after)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for (i, repair) in document.structure.citable.repairs.enumerated() {
      try insertRepair.execute(arguments: [
        documentRow, i, repair.rule.rawValue, repair.source.lowerBound.utf8,
        repair.source.upperBound.utf8, repair.before, repair.after,
      ])
    }
    let insertDiagnostic = try db.cachedStatement(
      sql: """
        INSERT INTO diagnostic (documentId, ordinal, identifier, severity, arguments, byteStart,
          byteEnd, spans, line, lineEnd, page)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (i, diagnostic) in diagnostics.enumerated() {
      let place: Values =
        diagnostic.location.map(LocationColumns.values) ?? Values(repeating: nil, count: 6)
      let values: Values =
        [
          documentRow, i, diagnostic.identifier, diagnostic.severity.rawValue,
          try MetadataJSON.encode(diagnostic.arguments),
        ] + place
      try insertDiagnostic.execute(arguments: StatementArguments(values))
    }
  }
}

extension [Passage] {
  /// Returns the index of the passage in which a span lies wholly; passages are in reading order.
  ///
  /// - Complexity: O(log *n*).
  func firstIndex(holding span: TextSpan<Citable>) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].span.upperBound <= span.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < count, self[low].span.lowerBound <= span.lowerBound,
      span.upperBound <= self[low].span.upperBound
    else { return nil }
    return low
  }
}

/// The rows of targets already met, so that a target is looked up once a document.
struct TargetRows {
  private var rows: [LinkTarget: Int64] = [:]

  mutating func row(of target: LinkTarget, in db: Database) throws -> Int64 {
    if let row = rows[target] { return row }
    let values = TargetColumns.values(target)
    let find = try db.cachedStatement(sql: "SELECT id FROM target WHERE key = ?")
    if let row = try Int64.fetchOne(find, arguments: [values[1]]) {
      rows[target] = row
      return row
    }
    try db.cachedStatement(sql: TargetColumns.insert).execute(
      arguments: StatementArguments(values))
    rows[target] = db.lastInsertedRowID
    return db.lastInsertedRowID
  }
}
