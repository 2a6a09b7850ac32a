import DocumentModel

/// Turns placed drafts into sections, blocks and passages with their identifiers and locations.
struct StructureBuilder: Sendable {
  let source: SourceDocument
  let drafts: [BlockDraft]
  let citable: CitableText
  private let lines: LineIndex
  private let cutter = PassageCutter()

  init(source: SourceDocument, drafts: [BlockDraft], citable: CitableText) {
    self.source = source
    self.drafts = drafts
    self.citable = citable
    lines = LineIndex(source.utf8)
  }

  /// Returns the structured document of the placements, which are in reading order.
  func build(
    _ placements: [TextAssembler.Placement], metadata: DocumentMetadata
  ) -> StructuredDocument {
    let tree = SectionTree(levels: placements.map { drafts[$0.draft].level })
    var mint = IdentifierMint(document: source.id)
    let places = placements.map { location(of: $0.span) }
    let sections = sections(of: tree, placements, places, metadata: metadata, mint: &mint)
    var blocks: [Block] = []
    var passages: [Passage] = []
    blocks.reserveCapacity(placements.count)
    passages.reserveCapacity(placements.count)
    var contexts = ContextTracker()
    for (index, placement) in placements.enumerated() {
      let draft = drafts[placement.draft]
      let section = sections[tree.owners[index]]
      let heading = section.isSynthetic ? "" : section.title
      let block = Block(
        id: mint.identifier(
          "b", for: citable.utf8[placement.span.utf8Range()], under: heading),
        section: section.id, kind: draft.kind, span: placement.span,
        location: places[index], cells: placement.cells)
      blocks.append(block)
      guard draft.kind != .furniture else { continue }
      let context = contexts.context(
        for: draft, text: citable.string(block.span), cells: block.cells.map { citable.string($0) },
        line: block.location.line)
      passages += self.passages(
        of: block, under: heading, context: context, mint: &mint)
    }
    NoteTies().tie(&passages, sections: sections)
    return StructuredDocument(
      id: source.id, citable: citable, sections: sections, blocks: blocks, passages: passages,
      lines: lines, pages: source.pages, metadata: metadata)
  }

  private func sections(
    of tree: SectionTree, _ placements: [TextAssembler.Placement], _ places: [Location],
    metadata: DocumentMetadata, mint: inout IdentifierMint
  ) -> [Section] {
    var sections: [Section] = []
    sections.reserveCapacity(tree.nodes.count)
    for node in tree.nodes {
      let parent = node.parent.map { sections[$0] }
      let titleSpan = node.heading.map { placements[$0].span }
      let title =
        titleSpan.map { citable.string($0) } ?? metadata.title?.value ?? source.source
      // A made-up root's title is no part of the document's own words.
      let parents = parent.map { $0.isSynthetic ? [] : $0.path } ?? []
      let raw = titleSpan.map { rawText(of: $0) } ?? title
      let path = parents + [title]
      let place = hull(of: node.blocks, heading: node.heading, in: places)
      sections.append(
        Section(
          id: mint.identifier("s", for: path.joined(separator: "\u{1F}").utf8),
          parent: parent?.id, level: min(node.level, Self.deepestLevel), title: title,
          // As a rule they are one, and then take the room of one.
          rawTitle: raw == title ? title : raw, titleSpan: titleSpan,
          span: span(of: node.blocks, in: placements), location: place,
          isSynthetic: node.heading == nil, path: path))
    }
    return sections
  }

  /// What lies deeper has this level as well; its parent and path tell how deep.
  private static let deepestLevel = 4

  private func passages(
    of block: Block, under heading: String, context: [PassageContext],
    mint: inout IdentifierMint
  ) -> [Passage] {
    let range = block.span.utf8Range()
    let isWhole = block.kind == .heading || block.kind == .table
    return (isWhole ? [range] : cutter.cut(range, of: citable.utf8)).map { piece in
      let span = TextSpan<Citable>(piece.lowerBound, piece.upperBound)
      return Passage(
        id: mint.identifier("p", for: citable.utf8[piece], under: heading), document: source.id,
        section: block.section, block: block.id, kind: block.kind, span: span,
        location: location(of: span), text: citable.string(span), context: context)
    }
  }

  private func span(
    of blocks: Range<Int>, in placements: [TextAssembler.Placement]
  ) -> TextSpan<Citable> {
    guard let first = blocks.first, let last = blocks.last else { return TextSpan(0, 0) }
    return placements[first].span.lowerBound..<placements[last].span.upperBound
  }

  /// The lines and bytes of a section as one piece; its line is that of its heading.
  private func hull(
    of blocks: Range<Int>, heading: Int?, in places: [Location]
  ) -> Location {
    let inside = places[blocks]
    let lower = inside.map(\.hull.lowerBound).min() ?? TextOffset(0)
    let upper = inside.map(\.hull.upperBound).max() ?? lower
    let first = inside.map(\.line).min() ?? 1
    return Location(
      spans: [lower..<upper], line: heading.map { places[$0].line } ?? first,
      lineEnd: inside.map(\.lineEnd).max() ?? first,
      page: heading.flatMap { places[$0].page } ?? inside.compactMap(\.page).min())
  }

  /// The source's own characters of a span, with `\n` where the line ends between its pieces.
  private func rawText(of span: TextSpan<Citable>) -> String {
    var bytes: [UInt8] = []
    var end: Int?
    for piece in citable.sourceSpans(span) {
      let range = piece.utf8Range()
      if let end, end <= range.lowerBound {
        bytes += source.utf8[end..<range.lowerBound].filter { $0 == 0x0A }
      }
      bytes += source.utf8[range]
      end = range.upperBound
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func location(of span: TextSpan<Citable>) -> Location {
    lines.location(citable.sourceSpans(span), pages: source.pages)
  }
}
