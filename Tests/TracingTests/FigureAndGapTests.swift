import DocumentModel
import Testing
import Tracing

@Suite struct FigureAndGapTests {
  func trace(_ name: String, asOf day: CalendarDay? = nil, _ fixtures: TraceFixture...) -> Trace {
    TraceBuilder(asOf: day).build(
      Measure(name: name), from: TraceContext(passages: fixtures.flatMap(\.passages))
    ).value
  }

  func figures(_ marked: [String], date: String? = nil) -> [Figure] {
    var fixture = TraceFixture(date: date)
    for line in marked { fixture.add(line) }
    return trace("蓄電池", fixture).figures
  }

  @Test(arguments: [
    (
      ["⟦2023年|2023⟧、蓄電池の認定を55件の計画に行った。", "⟦2024年|2024⟧、蓄電池の認定を85件の計画に行った。"], Figure.Relation.growth
    ),
    (["蓄電池の補助金は1,366億円である。", "蓄電池の補助金は約1,360億円である。"], .rounding),
    (["蓄電池の補助金は1兆358億円である。", "蓄電池の補助金は約1兆円である。"], .rounding),
    (
      [
        "蓄電池に9,172億円（⟦令和５年度|FY2023⟧補正予算）を措置。",
        "蓄電池に約8,500億円（⟦令和５年度|FY2023⟧補正予算、うち設備分）を措置。",
      ], .scope
    ),
    (["⟦2024年|2024⟧、蓄電池の拠点は11か所だった。", "⟦2024年|2024⟧、蓄電池の拠点は12か所だった。"], .conflict),
    (["⟦2023年|2023⟧、蓄電池の拠点は12か所だった。", "⟦2024年|2024⟧、蓄電池の拠点は10か所だった。"], .decline),
  ])
  func valuesOfOneQuantityAreSetSideBySide(marked: [String], relation: Figure.Relation) {
    let found = figures(marked)
    #expect(found.map(\.relation) == [relation])
    #expect(found.first?.values.count == 2)
  }

  @Test func theSameWordsAboutANumberTellOneQuantity() {
    var old = TraceFixture("a", date: "2023-12")
    old.add("輸出審査は法律で次の14分野を外縁として規定し、政令で絞り込む。")
    var new = TraceFixture("b", date: "2024-06")
    new.add("輸出審査は法律で次の15分野を外縁として規定し、政令で絞り込む。")
    let found = trace("輸出審査", new, old).figures
    #expect(found.map(\.relation) == [.growth])
    #expect(found.first?.values.map(\.value) == ["14分野", "15分野"])
    #expect(found.first?.values.map(\.evidence.document.rawValue) == ["a", "b"])
  }

  @Test func aCountToWhichSomethingWasAddedHasGrownWheneverItsDocumentsWereWritten() {
    var old = TraceFixture("a", date: "2024-12")
    old.add("輸出審査は法律で次の14分野を外縁として規定し、政令で絞り込む。")
    var new = TraceFixture("b", date: "2024-06")
    new.add("輸出審査は法律で次の15分野を外縁として規定し、政令で絞り込む。")
    #expect(trace("輸出審査", new, old).figures.map(\.relation) == [.conflict])
    new.add("輸出審査に港湾の分野を追加する改正法が⟦令和６年５月17日|2024-05-17⟧に公布された。")
    let found = trace("輸出審査", new, old).figures
    #expect(found.map(\.relation) == [.growth])
    #expect(found.first?.values.map(\.value) == ["14分野", "15分野"])
  }

  @Test func aTargetThatADocumentRepeatsLaterIsMetByWhatWasDoneInItsTime() {
    var fixture = TraceFixture(date: "2024-12-24")
    fixture.add("輸出審査は⟦2022年度中|FY2022⟧に公募を開始予定。")
    fixture.add("輸出審査の公募・採択 ⟦22/12/05～|2022-12-05/..⟧")
    let gaps = trace("輸出審査", asOf: CalendarDay(year: 2026, month: 1, day: 1), fixture).gaps
    #expect(gaps.filter { $0.kind == .target }.isEmpty)
  }

  @Test func aNumberBeforeItsThingIsCountedInTheThingsUnit() {
    let found = figures(["⟦2022年|2022⟧、蓄電池を含む11の重要物資を指定。", "⟦2024年|2024⟧、蓄電池を含む12の重要物資を指定。"])
    #expect(found.map(\.what) == ["重要物資"])
    #expect(found.map(\.unit) == ["物資"])
    #expect(found.first?.values.map(\.number) == [11, 12])
  }

  @Test func valuesInParallelListsBelongToTheThingInTheirPlace() {
    var fixture = TraceFixture("a")
    fixture.add("供給基金（半導体／電子部品／雲）：8,062億円／212億円／1,360億円")
    var table = TraceFixture("b")
    table.add("⟦令和４年度|FY2022⟧ ⟦令和５年度|FY2023⟧")
    table.add("雲 200億円 1,166億円")
    let found = trace("雲", fixture, table).figures
    #expect(found.map(\.relation) == [.rounding])
    #expect(found.first?.values.map(\.value) == ["1,360億円", "200億円＋1,166億円"])
    #expect(found.first?.values.map(\.number) == [136_000_000_000, 136_600_000_000])
    #expect(trace("電子部品", fixture).figures.isEmpty)
  }

  @Test func aTargetWhoseDateHasPassedWithoutALaterTraceIsAGap() {
    var fixture = TraceFixture(date: "2022-06-03")
    fixture.add("⟦2021年10月|2021-10⟧、調査機関の試行事業に着手した。")
    fixture.add("⟦2023年度|FY2023⟧を目途に調査機関の設立を目指す。")
    let day = CalendarDay(year: 2025, month: 1, day: 1)
    let gap = trace("調査機関", asOf: day, fixture).gaps.first { $0.kind == .target }
    #expect(gap?.date == EDTF("FY2023"))
    #expect(gap?.evidence?.location.line == 2)
    let before = CalendarDay(year: 2023, month: 1, day: 1)
    #expect(!trace("調査機関", asOf: before, fixture).gaps.contains { $0.kind == .target })
    var later = TraceFixture("e", date: "2024-06-03")
    later.add("⟦2023年9月|2023-09⟧、調査機関を設立した。")
    #expect(!trace("調査機関", asOf: day, fixture, later).gaps.contains { $0.kind == .target })
  }

  @Test func carryingOutWithoutADecisionIsAGap() {
    var fixture = TraceFixture()
    fixture.add("⟦2024年5月1日|2024-05-01⟧、蓄電池の公募を開始。")
    let gap = trace("蓄電池", fixture).gaps.first { $0.kind == .decision }
    #expect(gap?.evidence?.quote == "2024年5月1日、蓄電池の公募を開始。")
  }

  @Test func namesThatOverlapAreReadAllTheSame() {
    var fixture = TraceFixture("n")
    fixture.add("蓄電池は産業戦略計画に基づき進める。")
    fixture.name("産業戦略計画")
    fixture.name("戦略計画")
    let edges = trace("蓄電池", fixture).lineage.edges
    #expect(edges.map(\.to) == ["産業戦略計画", "戦略計画"])
  }

  @Test func documentsStandToEachOther() {
    var fixture = TraceFixture("n", title: "開発計画改訂版", date: "2024-05")
    fixture.add("蓄電池の取組は、産業戦略に基づき、開発指針を改定して進める。")
    fixture.name("産業戦略")
    fixture.name("開発指針")
    fixture.add("蓄電池は供給構想（第二次）で追加した。供給構想（第一次）にもある。")
    fixture.name("供給構想（第二次）")
    fixture.name("供給構想（第一次）")
    let lineage = trace("蓄電池", fixture).lineage
    let edges = lineage.edges.map { "\($0.from) \($0.relation.rawValue) \($0.to)" }
    #expect(
      edges == [
        "n basis 産業戦略", "n supersedes 開発指針", "n cites 供給構想（第二次）", "n cites 供給構想（第一次）",
        "供給構想（第二次） supersedes 供給構想（第一次）",
      ])
    #expect(lineage.nodes.first?.title == "開発計画改訂版")
    #expect(lineage.nodes.first?.date == EDTF("2024-05"))
  }
}
