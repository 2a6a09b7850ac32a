import DocumentModel
import Testing
import Tracing

/// What several places tell of one day: one event, or two.
@Suite struct SameEventTests {
  func steps(
    _ marked: [String], of measure: Measure = Measure(name: "輸出審査")
  ) -> [TraceStep] {
    let fixtures = marked.enumerated().map { number, text in
      var fixture = TraceFixture("d\(number)")
      fixture.add(text)
      return fixture
    }
    return TraceBuilder().build(
      measure, from: TraceContext(passages: fixtures.flatMap(\.passages))
    ).value.steps
  }

  @Test(arguments: [
    // The name of the measure and the act in common make no one event of two.
    ("輸出審査の届出要領を⟦2023年4月|2023-04⟧に公表。", "輸出審査の相談手引を⟦2023年4月|2023-04⟧に公表。", 2),
    ("輸出審査に係る港湾設備役務基本指針 ⟦23/04/28|2023-04-28⟧", "輸出審査に係る発明届出基本指針 ⟦23/04/28|2023-04-28⟧", 2),
    (
      "骨太方針（⟦2021年6月18日|2021-06-18⟧閣議決定・抜粋）輸出審査", "成長戦略の実行計画（⟦2021年6月18日|2021-06-18⟧閣議決定・抜粋）輸出審査", 2
    ),
    // One of them says no more than that it was done.
    ("輸出審査の運用開始 ⟦24/5/1|2024-05-01⟧", "輸出審査は⟦2024年5月1日|2024-05-01⟧から新しい窓口で運用開始。", 1),
    ("骨太の方針（⟦2021年6月18日|2021-06-18⟧）輸出審査", "輸出審査 骨太方針（⟦2021年6月18日|2021-06-18⟧）", 1),
    ("輸出審査の届出要領を⟦2023年4月|2023-04⟧に公表。", "⟦2023年4月|2023-04⟧に輸出審査の届出要領を改めて公表。", 1),
    // A month holds a day of it where more than the measure's name is the same.
    ("輸出審査の協定が⟦2024年2月24日|2024-02-24⟧に発効。", "⟦2024年2月|2024-02⟧、輸出審査の融資を拡大。", 2),
  ])
  func twoTellings(one: String, other: String, count: Int) {
    #expect(steps([one, other]).count == count)
  }

  @Test(arguments: [("1,083億円", 2), ("9,100億円", 1)])
  func sumsOfOneYearAreApartUnlessOneIsTheOtherRounded(sum: String, count: Int) {
    let found = steps([
      "輸出審査に⟦令和５年度|FY2023⟧補正予算9,172億円を措置。", "輸出審査に⟦令和５年度|FY2023⟧補正予算\(sum)を措置。",
    ])
    #expect(found.count == count)
  }

  @Test func anOrderOfOneSchemeOnOneDayIsOneOrder() {
    let marked = [
      "輸出審査 事前手続等の整備 ⟦23/12/18|2023-12-18⟧", "輸出審査の事前の届出などを定める府令を⟦2023年12月18日|2023-12-18⟧に公布。",
    ]
    let scheme = Measure(name: "輸出審査", provisions: ["L#25"])
    #expect(steps(marked, of: scheme).map(\.also.count) == [1])
    #expect(steps(marked).count == 2)
  }

  @Test func aRemarkThatSaysMoreOfTheActAboveItIsTheSameStep() {
    var fixture = TraceFixture()
    fixture.add("～⟦３月29日|../2024-03-29!⟧ 電池供給の取組方針 策定・改定（※）")
    fixture.add("※ 新しい部品の取組方針策定とともに、蓄電池、永久磁石の取組方針を改定", kind: .note)
    fixture.add("※ 蓄電池について、流出を防ぐことを認定要件として追加", kind: .note)
    let steps = TraceBuilder().build(
      Measure(name: "蓄電池"), from: TraceContext(passages: fixture.passages)
    ).value.steps
    #expect(steps.map(\.evidence.location.line) == [1, 3])
    #expect(steps.first?.also.map(\.location.line) == [2])
  }

  @Test func eachPlaceKeepsWhatItTellsByItself() {
    let found = steps([
      "輸出審査の届出要領を⟦2023年4月|2023-04⟧に公表。", "⟦2023年4月|2023-04⟧に輸出審査の届出要領を改めて公表。",
    ])
    let tellings = found.flatMap(\.tellings)
    #expect(Set(tellings.map(\.evidence.document.rawValue)) == ["d0", "d1"])
    #expect(tellings.first?.evidence == found.first?.evidence)
    #expect(tellings.allSatisfy { $0.reasons.contains { $0.rule == "stage.plan.made" } })
  }
}
