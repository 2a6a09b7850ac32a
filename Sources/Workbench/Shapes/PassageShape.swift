import DocumentModel

/// What stands beside a passage, as `dump` and `show` print it.
package struct ContextShape: Encodable, Sendable, Equatable {
  package var kind: String
  package var line: Int
  package var text: String

  init(_ context: PassageContext) {
    kind = context.kind.rawValue
    line = context.line
    text = context.text
  }
}

/// A passage as `dump` prints it.
package struct PassageShape: Encodable, Sendable, Equatable {
  package var type: String? = "passage"
  package var id: String
  package var doc: String
  package var section: String
  package var kind: String
  package var line: Int
  package var lineEnd: Int
  package var byteStart: Int
  package var byteEnd: Int
  package var spans: [[Int]]
  package var page: Int?
  package var text: String
  package var context: [ContextShape]?
  package var pillars: [String]
  package var laws: [RelationShape]
  package var ministries: [RelationShape]
  package var dates: [RelationShape]
  /// True where OCR read it from a picture; else absent.
  package var ocr: Bool?

  enum CodingKeys: String, CodingKey {
    case type, id, doc, section, kind, line, spans, page, text, context, pillars
    case laws, ministries, dates, ocr
    case lineEnd = "line_end"
    case byteStart = "byte_start"
    case byteEnd = "byte_end"
  }

  init(
    _ passage: Passage, pillars assignment: PillarAssignment?, relations: PassageRelations,
    recognized: RecognizedPages
  ) {
    ocr = recognized.contain(passage.location) ? true : nil
    id = passage.id.rawValue
    doc = passage.document.rawValue
    section = passage.section.rawValue
    kind = passage.kind.rawValue
    line = passage.location.line
    lineEnd = passage.location.lineEnd
    byteStart = passage.location.hull.lowerBound.utf8
    byteEnd = passage.location.hull.upperBound.utf8
    spans = passage.location.pairs
    page = passage.location.page
    text = passage.text
    context = passage.context.isEmpty ? nil : passage.context.map(ContextShape.init)
    pillars = assignment?.pillars.map(\.rawValue) ?? []
    laws = relations.laws.map { RelationShape($0) }
    ministries = relations.ministries.map { RelationShape($0) }
    dates = relations.dates.map { RelationShape($0) }
  }
}
