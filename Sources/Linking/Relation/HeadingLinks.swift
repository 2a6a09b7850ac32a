import DocumentModel

/// The links of a document by place: those of a span, of a section's heading, of a lead-in.
struct HeadingLinks {
  /// A place that passages inherit from.
  struct Source {
    var origin: RelationOrigin
    var links: [Link]
  }

  private let links: LinkIndex
  private var sections: [SectionID: Section] = [:]
  private var headings: [SectionID: [Link]] = [:]
  /// The last passage of the block that begins on a line: where a lead-in stands.
  private var lastPassages: [Int: Passage] = [:]

  init(document: StructuredDocument, links: [Link]) {
    self.links = LinkIndex(links)
    for section in document.sections {
      sections[section.id] = section
      if let title = section.titleSpan { headings[section.id] = self.links(in: title) }
    }
    let lines = Dictionary(
      document.blocks.map { ($0.id, $0.location.line) }, uniquingKeysWith: { first, _ in first })
    for passage in document.passages where passage.kind != .heading {
      if let line = lines[passage.block] { lastPassages[line] = passage }
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
      guard let leadIn = lastPassages[context.line], leadIn.id != passage.id else { continue }
      sources.append(Source(origin: .section, links: links(in: leadIn.span)))
    }
    var origin = RelationOrigin.heading
    var current = sections[passage.section]
    if passage.kind == .heading {
      current = current?.parent.flatMap { sections[$0] }
      origin = .section
    }
    while let section = current {
      if section.titleSpan != nil {
        sources.append(
          Source(
            origin: section.parent == nil ? .document : origin,
            links: headings[section.id] ?? []))
        origin = .section
      }
      current = section.parent.flatMap { sections[$0] }
    }
    return sources
  }
}
