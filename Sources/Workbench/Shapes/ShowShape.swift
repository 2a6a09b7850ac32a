import DocumentModel

/// What `show --format json` prints.
package struct ShowShape: Encodable, Sendable, Equatable {
  package struct SourceLine: Encodable, Sendable, Equatable {
    package var line: Int
    package var text: String

    enum CodingKeys: String, CodingKey { case line, text }
  }

  package var passage: PassageShape
  package var document: DocumentShape
  package var section: SectionBriefShape
  package var links: [LinkShape]
  package var repairs: [RepairShape]
  package var lines: [SourceLine]
  package var previous: String?
  package var next: String?

  enum CodingKeys: String, CodingKey {
    case passage, document, section, links, repairs, previous, next
    case lines = "source_lines"
  }

  package init(
    _ shown: ShownPassage, versions: CitedVersions = .none, held: HeldDocuments = .none
  ) {
    let record = shown.record
    passage = PassageShape(
      record.passage, pillars: record.pillars, relations: record.relations,
      recognized: RecognizedPages(mediaType: record.document.mediaType))
    passage.type = nil
    document = DocumentShape(record: record.document, type: nil)
    section = SectionBriefShape(record)
    links = record.links.map {
      LinkShape(
        $0, in: record.document, passage: record.passage.id,
        version: CitedVersionShape($0.target, versions, in: record.document), held: held)
    }
    repairs = shown.repairs.map(RepairShape.init)
    lines = shown.lines.map { SourceLine(line: $0.number, text: $0.text) }
    previous = shown.previous?.rawValue
    next = shown.next?.rawValue
  }
}
