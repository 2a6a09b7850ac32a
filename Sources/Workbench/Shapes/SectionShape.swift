import DocumentModel

/// A section as `dump` prints it.
package struct SectionShape: Encodable, Sendable, Equatable {
  package var type = "section"
  package var id: String
  package var doc: String
  package var parent: String?
  package var level: Int
  package var title: String
  package var rawTitle: String
  package var line: Int
  package var lineEnd: Int
  package var page: Int?
  package var pillars: [String]
  package var pillarBasis: String
  package var pillarDecision: RulingShape?
  package var path: [String]
  package var synthetic: Bool

  enum CodingKeys: String, CodingKey {
    case type, id, doc, parent, level, title, line, page, pillars, path, synthetic
    case rawTitle = "raw_title"
    case lineEnd = "line_end"
    case pillarBasis = "pillar_basis"
    case pillarDecision = "pillar_decision"
  }

  init(_ section: Section, in document: DocumentID, pillars assignment: PillarAssignment?) {
    id = section.id.rawValue
    doc = document.rawValue
    parent = section.parent?.rawValue
    level = section.level
    title = section.title
    rawTitle = section.rawTitle
    line = section.location.line
    lineEnd = section.location.lineEnd
    page = section.location.page
    pillars = assignment?.pillars.map(\.rawValue) ?? []
    pillarBasis = (assignment?.basis ?? .none).rawValue
    pillarDecision = assignment?.ruling.map(RulingShape.init)
    path = section.path
    synthetic = section.isSynthetic
  }
}

/// A block as `dump` prints it.
package struct BlockShape: Encodable, Sendable, Equatable {
  package var type = "block"
  package var id: String
  package var doc: String
  package var section: String
  package var kind: String
  package var line: Int
  package var lineEnd: Int
  package var text: String
  /// True where OCR read it from a picture; else absent.
  package var ocr: Bool?

  enum CodingKeys: String, CodingKey {
    case type, id, doc, section, kind, line, text, ocr
    case lineEnd = "line_end"
  }

  init(
    _ block: Block, in document: DocumentID, text: String, recognized: RecognizedPages
  ) {
    ocr = recognized.contain(block.location) ? true : nil
    id = block.id.rawValue
    doc = document.rawValue
    section = block.section.rawValue
    kind = block.kind.rawValue
    line = block.location.line
    lineEnd = block.location.lineEnd
    self.text = text
  }
}
