import DocumentModel

/// A document of lines in which `#`, `##` and `###` begin sections and every other line is a
/// paragraph; the marks are not part of the text.
func outline(
  _ lines: [String], date: String? = nil, issuer: String? = nil
) -> StructuredDocument {
  var utf8: [UInt8] = []
  var sections: [Section] = []
  var blocks: [Block] = []
  var passages: [Passage] = []
  var open: [Section] = []
  let id = DocumentID("d")
  for (number, line) in lines.enumerated() {
    let level = line.prefix { $0 == "#" }.count
    let text = String(line.drop { $0 == "#" || $0 == " " })
    let span = TextSpan<Citable>(utf8.count, utf8.count + text.utf8.count)
    utf8 += Array(text.utf8) + [0x0A]
    let location = Location(
      spans: [TextSpan<Source>(span.lowerBound.utf8, span.upperBound.utf8)], line: number + 1,
      lineEnd: number + 1)
    if level > 0 {
      open.removeAll { $0.level >= level }
      let section = Section(
        id: SectionID("s\(number)"), parent: open.last?.id, level: level, title: text,
        rawTitle: text, titleSpan: span, span: span, location: location, isSynthetic: false,
        path: open.map(\.title) + [text])
      sections.append(section)
      open.append(section)
    }
    let owner = open.last?.id ?? SectionID("s")
    let kind = level > 0 ? BlockKind.heading : .paragraph
    let block = Block(
      id: BlockID("b\(number)"), section: owner, kind: kind, span: span, location: location)
    blocks.append(block)
    passages.append(
      Passage(
        id: PassageID("p\(number)"), document: id, section: owner, block: block.id, kind: kind,
        span: span, location: location, text: text))
  }
  var metadata = DocumentMetadata()
  metadata.date = date.map { .init($0, .given) }
  metadata.issuer = issuer.map { .init($0, .given) }
  return StructuredDocument(
    id: id,
    citable: CitableText(utf8: utf8, map: .identity(count: utf8.count), repairs: []),
    sections: sections, blocks: blocks, passages: passages, lines: LineIndex(utf8), pages: [],
    metadata: metadata)
}
