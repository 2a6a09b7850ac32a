import DocumentModel
import Testing
import Tracing

/// A figure or a date of a draft is held against those of the same thing, and only those.
@Suite struct StatementTests {
  private func fixture(_ id: String, date: String, _ lines: [String]) -> TraceFixture {
    var fixture = TraceFixture(id, date: date)
    for line in lines { fixture.add(line) }
    return fixture
  }

  /// What becomes of the first statement of a draft, with the words it was held against.
  private func finding(_ draft: String, _ corpus: [(date: String, lines: [String])]) -> String {
    let reader = StatementReader(fold: TraceText.foldWidth)
    let drafted = fixture("draft", date: "2026-01-01", [draft]).passages
    guard let statement = drafted.flatMap({ reader.statements(in: $0) }).first else {
      return "none"
    }
    let candidates = corpus.enumerated().flatMap { number, document in
      fixture("d\(number)", date: document.date, document.lines).passages
        .flatMap { reader.statements(in: $0) }
        .map { StatementMatcher.Candidate($0, documentDate: document.date, isCited: false) }
    }
    switch StatementMatcher(candidates).finding(for: statement) {
    case .agrees(let source, later: nil): return "agrees \(source.words)"
    case .agrees(let source, let later?): return "agrees \(source.words), then \(later.words)"
    case .differs(let source): return "differs \(source.words)"
    case .superseded(let source, let later): return "superseded \(source.words) \(later.words)"
    case .untied: return "untied"
    }
  }

  private let harbour = [
    "点検の対象とした港湾は34か所である。", "荷役設備の更新に充てる基金は1兆358億円である。",
    "蓄電池の基金から交付した額は3,115億円、支出した額は121億円である。", "備蓄の量の下限は3割とする。",
  ]

  @Test(arguments: [
    ("点検の対象とした港湾は34か所である。", "agrees 34か所"), ("点検の対象とした港湾は34箇所だった。", "agrees 34か所"),
    ("点検の対象とした港湾は36か所である。", "differs 34か所"),
    ("荷役設備の更新に充てる基金は約1兆円である。", "agrees 1兆358億円"),
    ("荷役設備の更新に充てる基金は1兆538億円である。", "differs 1兆358億円"),
    ("荷役設備の更新に充てる基金は1兆円以上である。", "agrees 1兆358億円"),
    ("備蓄の量の下限は30%とする。", "agrees 3割"),
    // Each figure of a sentence goes with its own words.
    ("蓄電池の基金から支出した額は112億円である。", "differs 121億円"),
    ("蓄電池の基金から支出した額は3,115億円である。", "differs 121億円"),
    // Of another thing, or of nothing that is told.
    ("訓練に使った倉庫は36か所である。", "untied"), ("農村で点検の対象とした港湾は36か所である。", "untied"),
    ("研修の受講者は36人である。", "untied"),
    ("点検の対象とした港湾を述べる。", "none"),
  ])
  func aFigureIsHeldAgainstThoseOfTheSameThing(draft: String, expected: String) {
    #expect(finding(draft, [("2024-06-01", harbour)]) == expected)
  }

  @Test(arguments: [
    ("認定された供給計画は85件である。", "superseded 85件 120件"),
    ("⟦令和6年6月|2024-06⟧時点で認定された供給計画は85件である。", "agrees 85件, then 120件"),
    ("認定された供給計画は120件である。", "agrees 120件"), ("認定された供給計画は99件である。", "differs 120件"),
  ])
  func aLaterCountReplacesAnEarlierOne(draft: String, expected: String) {
    let corpus = [
      (date: "2024-06-01", lines: ["認定された供給計画は85件である。"]),
      (date: "2025-06-01", lines: ["認定された供給計画は120件である。"]),
    ]
    #expect(finding(draft, corpus) == expected)
  }

  @Test(arguments: [
    ("備蓄法は⟦令和4年5月18日|2022-05-18⟧に公布された。", "agrees 18日"),
    ("備蓄法は⟦令和4年5月|2022-05⟧に公布された。", "agrees 18日"),
    // The day on which another act was done is no answer.
    ("備蓄法は⟦令和4年5月11日|2022-05-11⟧に公布された。", "differs 18日"),
    ("備蓄法の施行令は⟦令和4年12月20日|2022-12-20⟧に閣議決定された。", "agrees 12月20日"),
    ("備蓄法の施行令は⟦令和4年12月21日|2022-12-21⟧に閣議決定された。", "differs 12月20日"),
    ("備蓄法は⟦令和4年5月20日|2022-05-20⟧に官報に載った。", "none"),
    ("港湾の会議は⟦令和4年5月20日|2022-05-20⟧に開かれた。", "untied"),
  ])
  func aDateIsHeldAgainstThatOfTheSameEvent(draft: String, expected: String) {
    let corpus = [
      (date: "2024-06-01", lines: ["備蓄法は⟦令和4年5月11日|2022-05-11⟧に成立し、同月⟦18日|2022-05-18⟧に公布された。"]),
      (date: "2024-06-01", lines: ["⟦12月20日|2022-12-20⟧ 備蓄法の施行令 閣議決定（⟦12月23日|2022-12-23⟧施行）"]),
    ]
    #expect(finding(draft, corpus) == expected)
  }

  @Test func quotedWordsStateNothingOfTheirOwn() {
    let record = fixture("draft", date: "2026-01-01", ["案は「港湾は34か所」とする。"]).passages[0]
    let reader = StatementReader(fold: TraceText.foldWidth)
    #expect(reader.statements(in: record).map(\.words) == ["34か所"])
    #expect(reader.statements(in: record, without: [9..<30]).isEmpty)
  }

  /// A sentence without end is read in parts, each figure at its own place.
  @Test func aLongPassageIsReadInParts() throws {
    let (count, unit) = (1_000, "点検した港湾は34か所、")
    let record = fixture(
      "draft", date: "2026-01-01", [String(repeating: unit, count: count)]
    ).passages[0]
    let reader = StatementReader(fold: TraceText.foldWidth)
    let before = "点検した港湾は".utf8.count
    let start = record.passage.span.lowerBound.utf8 + before
    let places = (0..<count).map { start + $0 * unit.utf8.count }
    let statements = reader.statements(in: record)
    #expect(statements.map(\.span.lowerBound.utf8) == places)
    #expect(statements.allSatisfy { $0.words == "34か所" && $0.evidence.quote.hasSuffix("、") })
    let masked = 700 * unit.utf8.count + before
    let others = reader.statements(in: record, without: [masked..<(masked + 3)])
    #expect(others.map(\.span.lowerBound.utf8) == Array(places[..<700] + places[701...]))
  }
}
