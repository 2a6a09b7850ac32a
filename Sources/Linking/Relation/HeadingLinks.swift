import DocumentModel

/// The links of a document by place: those of a span, of a section's heading, of a lead-in.
struct HeadingLinks {
  /// A place that passages inherit from.
  struct Source {
    var origin: RelationOrigin
    var links: [Link]
  }

  private let document: StructuredDocument
  private let links: LinkIndex
  /// Where each section stands in the document's, and the links of each one's heading.
  private var places: [SectionID: Int] = [:]
  private var headings: [[Link]] = []
  /// The last passage of the block that begins on a line, by its place: where a lead-in stands.
  private var lastPassages: [Int: Int] = [:]

  init(document: StructuredDocument, links: [Link]) {
    self.document = document
    self.links = LinkIndex(links)
    for (place, section) in document.sections.enumerated() {
      places[section.id] = place
      headings.append(section.titleSpan.map { self.links(in: $0) } ?? [])
    }
    let lines = Dictionary(
      document.blocks.map { ($0.id, $0.location.line) }, uniquingKeysWith: { first, _ in first })
    for (place, passage) in document.passages.enumerated() where passage.kind != .heading {
      if let line = lines[passage.block] { lastPassages[line] = place }
    }
  }

  /// Returns the links that lie in a span of the citable text, in reading order.
  func links(in span: TextSpan<Citable>) -> [Link] { links.links(in: span) }

  /// Returns what a passage may inherit from, the nearest first.
  ///
  /// The lead-in counts as the section's text, the nearest heading as `heading`, those above it as
  /// `section`, and the document's title as `document`.
  func sources(above passage: Passage) -> [Source] {
    var sources: [Source] = []
    for context in passage.context where context.kind == .leadIn {
      guard let place = lastPassages[context.line] else { continue }
      let leadIn = document.passages[place]
      if leadIn.id == passage.id { continue }
      sources.append(Source(origin: .section, links: links(in: leadIn.span)))
    }
    var origin = RelationOrigin.heading
    var current = places[passage.section]
    if passage.kind == .heading {
      current = current.flatMap(parent)
      origin = .section
    }
    while let place = current {
      let isDocument = document.sections[place].parent == nil
      if document.sections[place].titleSpan != nil {
        sources.append(Source(origin: isDocument ? .document : origin, links: headings[place]))
        origin = .section
      }
      current = parent(of: place)
    }
    return sources
  }

  private func parent(of place: Int) -> Int? {
    document.sections[place].parent.flatMap { places[$0] }
  }
}
