import Citations
import DocumentModel
import PassageIndex
import TestSupport
import Testing
import Workbench

/// The shapes that other programs rely on, held to the byte.
@Suite struct ShapeSnapshotTests {
  private static let source = "外為法\n第25条で備\n蓄を定める。"
  private static let utf8 = Array(source.utf8)

  private static func location(_ lower: Int, _ upper: Int) -> Location {
    LineIndex(utf8).location(
      [TextSpan(lower, upper)], pages: [Page(number: 4, span: TextSpan(0, utf8.count))])
  }

  private static let section = Section(
    id: SectionID("d.s1"), parent: nil, level: 1, title: "外為法", rawTitle: "外為法",
    titleSpan: TextSpan(0, 9), span: TextSpan(0, utf8.count), location: location(0, utf8.count),
    isSynthetic: false, path: ["外為法"])

  private static let law = LinkTarget.law(
    LawTarget(
      lawID: LawID("324AC0000000228"), title: "外国為替及び外国貿易法",
      provision: ProvisionPath(article: "25", paragraph: "1")))

  private static let link = Link(
    span: TextSpan(10, 18), location: location(10, 18), surface: "第25条", target: law,
    basis: .antecedent,
    evidence: Evidence(rule: "law.provision", words: "外為法", candidates: ["外為法", "外為令"]))

  private static let relations = PassageRelations(
    laws: [Relation(target: law, origin: .passage, basis: .antecedent, evidence: "第25条")],
    ministries: [
      Relation(
        target: .ministry(.init(value: "特許庁", parent: "経済産業省", successor: nil)),
        origin: .section, basis: .explicit, evidence: "特許庁")
    ],
    dates: [
      Relation(
        target: .date(
          .init(
            value: EDTF("FY2024"), isRelative: true, isApproximate: true, anchor: EDTF("2024"),
            role: .target)),
        origin: .document, basis: .document, evidence: "本年度")
    ])

  private static let block = Block(
    id: BlockID("d.b2"), section: section.id, kind: .paragraph, span: TextSpan(10, 43),
    location: location(10, 43))

  private static let passage = Passage(
    id: PassageID("d.p2"), document: DocumentID("d"), section: section.id, block: block.id,
    kind: .paragraph, span: TextSpan(10, 43),
    location: Location(
      spans: [TextSpan(10, 24), TextSpan(25, 43)], line: 2, lineEnd: 3, page: 4),
    text: "第25条で備蓄を定める。", context: [PassageContext(kind: .leadIn, line: 1, text: "外為法")])

  private static let pillars = PillarAssignment(
    section: section.id, pillars: [.protect, .know], basis: .implied,
    features: [PillarFeature(pillar: .protect, words: "外為法", weight: 1.5)])

  private static let metadata: DocumentMetadata = {
    var metadata = DocumentMetadata()
    metadata.title = .init("備蓄の手引", .given)
    metadata.date = .init("2024-06-04", .inferred)
    metadata.issuer = .init("経済産業省", .given)
    return metadata
  }()

  private static let record = PassageRecord(
    document: DocumentRecord(
      id: DocumentID("d"), source: "d.txt", sha256: "00ff", mediaType: "text/plain",
      metadata: metadata),
    section: section, pillars: pillars, passage: passage, links: [link], relations: relations)

  @Test func dump() throws {
    let citable = CitableText(utf8: Self.utf8, map: .identity(count: Self.utf8.count), repairs: [])
    let document = AnalyzedDocument(
      source: SourceDocument(
        id: DocumentID("d"), source: "d.txt", sha256: "00ff", mediaType: "text/plain",
        utf8: Self.utf8),
      structure: StructuredDocument(
        id: DocumentID("d"), citable: citable, sections: [Self.section], blocks: [Self.block],
        passages: [Self.passage], lines: LineIndex(Self.utf8), pages: [], metadata: Self.metadata),
      links: [Self.link], relations: [Self.passage.id: Self.relations], pillars: [Self.pillars])
    var lines: [String] = []
    try Dump().lines(of: document) { lines.append($0) }
    try Snapshot.expect(lines.joined(separator: "\n"), "dump.jsonl")
  }

  @Test func search() throws {
    let hit = Hit(
      record: Self.record, twins: [PassageID("e.p1")], score: 12.345678, snippet: "で備蓄を定める。",
      highlights: [1..<3])
    let result = SearchResult(
      hits: [hit], total: 57,
      facets: Facets(pillar: ["protect": 57], law: ["324AC0000000228": 2], year: ["2024": 3]),
      reading: "備蓄", expanded: ["ストック"])
    try Snapshot.expect(try JSONText.pretty(SearchShape(result, query: "備蓄")), "search.json")
  }

  @Test func cite() throws {
    let repair = Repair(rule: .lineEnd, source: TextSpan(24, 25), before: "\n", after: "")
    let excerpt = Excerpt(
      record: Self.record, quote: Self.passage.text, status: .repaired, repairs: [repair],
      quoteSelector: TextQuoteSelector(exact: "第25条で備\n蓄を定める。", prefix: "外為法\n", suffix: ""),
      positionSelector: TextPositionSelector(start: 4, end: 17))
    let cited = CitedExcerpts(
      excerpts: [
        CitedExcerpt(excerpt: excerpt, citation: "「備蓄の手引」（令和6年6月4日・経済産業省）4頁", licence: nil)
      ],
      refused: [.init(passage: PassageID("e.p9"), reason: .wordsDiffer)])
    try Snapshot.expect(try JSONText.pretty(CiteShape(cited)), "cite.json")
  }

  @Test func trace() throws {
    let evidence = TraceEvidence(
      passage: Self.passage.id, document: DocumentID("d"), location: Self.passage.location,
      quote: "備蓄を定める。")
    let target = LawTarget(
      lawID: LawID("324AC0000000228"), title: nil, provision: ProvisionPath(article: "25"))
    let step = TraceStep(
      date: EDTF("2022-12-23"), stage: .cabinetOrder, evidence: evidence, also: [evidence],
      law: target, ministry: "経済産業省", ministryRole: .charge, amount: "10億円", basis: "政令",
      reasons: [TraceReason(.date, rule: "date.own", words: "12月23日")])
    let trace = Trace(
      measure: Measure(
        name: "備蓄", aliases: ["ストック"], parents: ["供給網"], parts: ["国家備蓄"]), steps: [step],
      gaps: [
        Gap(stage: .followUp, reason: "no passage"),
        Gap(
          kind: .target, stage: .plan, reason: "no later step", date: EDTF("../2025"),
          evidence: evidence),
      ],
      figures: [
        Figure(
          what: "備蓄量", unit: "円", relation: .growth,
          values: [
            .init(
              value: "10億円", number: 1e9, date: EDTF("2022"), scope: "うち国費", evidence: evidence)
          ])
      ])
    let traced = TracedMeasure(
      trace: trace, documents: [DocumentID("d"): Self.record.document], ambiguous: ["備蓄基金"],
      diagnostics: [])
    try Snapshot.expect(try JSONText.pretty(TraceShape(traced)), "trace.json")
  }

  @Test func controlCharactersNeverGoOutRaw() throws {
    let line = try JSONText.line(["a\u{1B}[31m\u{9B}\u{7F}": "b\u{85}"])
    #expect(line == #"{"a\u001b[31m\u009b\u007f":"b\u0085"}"#)
  }
}
