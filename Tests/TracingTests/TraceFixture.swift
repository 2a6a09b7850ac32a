import DocumentModel

/// Builds the passages of a small document from marked text, with the dates already linked.
///
/// `⟦words|2022-12-20⟧` marks a date and its value; `!` after the value marks one that was resolved
/// from context.
struct TraceFixture {
  var passages: [PassageRecord] = []
  private let document: DocumentRecord
  private var section: Section
  private var offset = 0
  private var line = 1

  init(_ id: String = "d", title: String = "資料", date: String? = nil) {
    var metadata = DocumentMetadata()
    metadata.title = .init(title, .given)
    metadata.date = date.map { .init($0, .given) }
    document = DocumentRecord(
      id: DocumentID(id), source: "\(id).txt", sha256: "", mediaType: "text/plain",
      metadata: metadata)
    section = Self.section(id, path: [title])
  }

  /// Starts a section; its heading is a passage like any other.
  ///
  /// At level 1 it is the document's own title.
  mutating func heading(_ marked: String, under parents: [String] = [], level: Int = 2) {
    let title = parse(marked).text
    section = Self.section(
      "\(document.id)#\(line)", path: level == 1 ? [title] : [section.path[0]] + parents + [title])
    add(marked, kind: .heading)
  }

  mutating func add(_ marked: String, kind: BlockKind = .paragraph) {
    let (text, dates) = parse(marked)
    let count = text.utf8.count
    let location = Location(
      spans: [TextSpan(offset, offset + count)], line: line, lineEnd: line)
    let passage = Passage(
      id: PassageID("\(document.id).\(line)"), document: document.id, section: section.id,
      block: BlockID("b\(line)"), kind: kind, span: TextSpan(offset, offset + count),
      location: location, text: text)
    let links = dates.map { date in
      Link(
        span: TextSpan(offset + date.bytes.lowerBound, offset + date.bytes.upperBound),
        location: location, surface: date.surface,
        target: .date(
          DateTarget(
            value: EDTF(date.value), isRelative: date.isRelative,
            role: text[...].contains("\(date.surface)を目途") ? .target : nil)),
        basis: .explicit, evidence: Evidence(rule: "date", words: date.surface))
    }
    passages.append(
      PassageRecord(
        document: document, section: section,
        pillars: PillarAssignment(section: section.id, pillars: [], basis: .none),
        passage: passage, links: links, relations: PassageRelations()))
    offset += count + 1
    line += 1
  }

  /// Leaves a line blank.
  mutating func skipLine() { line += 1 }

  /// Links the name of a document in the last passage.
  mutating func name(_ title: String) { link(title, .document(title)) }

  /// Links the name of a ministry in the last passage.
  mutating func ministry(_ words: String, _ value: String) {
    link(words, .ministry(OrganizationTarget(value: value)))
  }

  /// Links the name of a body in the last passage.
  mutating func body(_ words: String) { link(words, .org(OrganizationTarget(value: words))) }

  /// Links words of the last passage to a law.
  mutating func cite(_ words: String, _ law: LawTarget) { link(words, .law(law)) }

  /// Links a term of law in the last passage to its provision.
  mutating func term(_ words: String, _ law: LawTarget) { link(words, .law(law), basis: .concept) }

  private mutating func link(
    _ words: String, _ target: LinkTarget, basis: LinkBasis = .explicit
  ) {
    guard let last = passages.indices.last,
      let place = passages[last].passage.text.utf8.firstRange(of: Array(words.utf8))
    else { return }
    let text = passages[last].passage.text.utf8
    let start =
      passages[last].passage.span.lowerBound.utf8
      + text.distance(from: text.startIndex, to: place.lowerBound)
    passages[last].links.append(
      Link(
        span: TextSpan(start, start + words.utf8.count),
        location: passages[last].passage.location, surface: words, target: target,
        basis: basis, evidence: Evidence(rule: "test", words: words)))
  }

  private struct MarkedDate {
    var bytes: Range<Int>
    var surface: String
    var value: String
    var isRelative: Bool
  }

  private func parse(_ marked: String) -> (text: String, dates: [MarkedDate]) {
    var text = ""
    var dates: [MarkedDate] = []
    for piece in marked.split(separator: "⟦", omittingEmptySubsequences: false) {
      let halves = piece.split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2 else {
        text += String(piece)
        continue
      }
      let fields = halves[0].split(separator: "|")
      let start = text.utf8.count
      text += String(fields[0])
      dates.append(
        MarkedDate(
          bytes: start..<text.utf8.count, surface: String(fields[0]),
          value: String(fields[1].filter { $0 != "!" }), isRelative: fields[1].hasSuffix("!")))
      text += String(halves[1])
    }
    return (text, dates)
  }

  private static func section(_ id: String, path: [String]) -> Section {
    Section(
      id: SectionID(id), parent: nil, level: path.count, title: path[path.count - 1],
      rawTitle: path[path.count - 1], titleSpan: nil, span: TextSpan(0, 0),
      location: Location(spans: [], line: 1, lineEnd: 1), isSynthetic: false, path: path)
  }
}
