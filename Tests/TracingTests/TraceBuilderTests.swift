import DocumentModel
import Testing
import Tracing

@Suite struct TraceBuilderTests {
  /// Returns the steps as `date stage line`, in order.
  func trace(_ measure: Measure, _ fixtures: TraceFixture...) -> Trace {
    TraceBuilder().build(measure, from: TraceContext(passages: fixtures.flatMap(\.passages))).value
  }

  func summary(_ trace: Trace) -> [String] {
    trace.steps.map { "\($0.date.rawValue) \($0.stage.rawValue) \($0.evidence.location.line)" }
  }

  @Test(arguments: [
    ("蓄電池の基本指針を⟦令和４年９月30日|2022-09-30⟧に閣議決定した。", "2022-09-30 basic_policy 1"),
    ("⟦2022年12月20日|2022-12-20⟧、蓄電池を加える政令を閣議決定。", "2022-12-20 cabinet_order 1"),
    ("⟦2023年5月|2023-05⟧に蓄電池の手続を定める省令を公布した。", "2023-05 ministerial_order 1"),
    ("⟦2024年4月|2024-04⟧、蓄電池についての改正法が成立した。", "2024-04 law 1"),
    ("蓄電池の取組方針を⟦令和５年１月|2023-01⟧に策定。", "2023-01 plan 1"),
    ("蓄電池に3,316億円（⟦令和４年度|FY2022⟧補正予算）を充てる。", "FY2022 budget 1"),
    ("蓄電池の公募・採択 ⟦22/12/05～|2022-12-05/..⟧", "2022-12-05/.. implementation 1"),
    ("⟦令和６年６月末|2024-06⟧、蓄電池の計画の実施状況についての報告。", "2024-06 follow_up 1"),
    ("蓄電池の国家戦略を⟦2022年|2022⟧に閣議決定。", "2022 strategy 1"),
  ])
  func stages(marked: String, step: String) {
    var fixture = TraceFixture()
    fixture.add(marked)
    #expect(summary(trace(Measure(name: "蓄電池"), fixture)) == [step])
  }

  @Test(arguments: [
    "蓄電池は⟦2030年|2030⟧に市場が倍になると見込まれる。", "⟦2022年|2022⟧の公募では別の物資を採択した。",
    "蓄電池の公募を行う。", "⟦2025年まで|../2025⟧に蓄電池の工場を増やす計画を実施する。",
  ])
  func noStep(marked: String) {
    var fixture = TraceFixture()
    fixture.add(marked)
    #expect(trace(Measure(name: "蓄電池"), fixture).steps.isEmpty)
  }

  @Test func remarksBelowAScheduleLineBelongToIt() {
    var fixture = TraceFixture()
    fixture.heading("【⟦2022年|2022⟧】")
    fixture.add("⟦12月20日|2022-12-20!⟧ 物資の指定に関する政令 閣議決定（⟦12月23日|2022-12-23!⟧施行）")
    fixture.add("※ 肥料、蓄電池、永久磁石を指定", kind: .note)
    let steps = trace(Measure(name: "永久磁石"), fixture).steps
    #expect(steps.map(\.date.rawValue) == ["2022-12-20", "2022-12-23"])
    #expect(steps.allSatisfy { $0.stage == .cabinetOrder })
    #expect(steps.allSatisfy { ($0.also + [$0.evidence]).contains { $0.location.line == 3 } })
  }

  @Test func cellsHoldAsOfTheDateAtTheFoot() {
    var fixture = TraceFixture()
    fixture.add("肥料（７件認定） 蓄電池（15件認定） 永久磁石（未認定）")
    fixture.add("（⟦令和６年６月４日|2024-06-04⟧時点）")
    #expect(
      summary(trace(Measure(name: "蓄電池"), fixture)) == ["2024-06-04 implementation 1"])
    #expect(trace(Measure(name: "蓄電池"), fixture).steps.map(\.evidence.quote) == ["蓄電池（15件認定）"])
  }

  @Test func aLineWithTheYearDatesTheRowsBelow() {
    var fixture = TraceFixture()
    fixture.add("⟦令和４年度|FY2022⟧")
    fixture.add("蓄電池 ⟦令和12年度末|FY2030⟧ 3,316億円")
    let steps = trace(Measure(name: "蓄電池"), fixture).steps
    #expect(steps.map(\.date.rawValue) == ["FY2022"])
    #expect(steps.first?.amount == "3,316億円")
  }

  @Test func aRowsNameYearAndAmountsMayStandInLinesOfTheirOwn() {
    var fixture = TraceFixture()
    fixture.add("農林水産省 肥料")
    fixture.add("⟦令和４年度|FY2022⟧")
    fixture.add("⟦令和18年度末|FY2036⟧ 160億円 1億円")
    fixture.add("国土交通省 船舶の部品 ⟦令和5年度|FY2023⟧ ５カ年")
    fixture.add("63億円")
    let fertilizer = trace(Measure(name: "肥料"), fixture).steps
    #expect(fertilizer.map(\.date.rawValue) == ["FY2022"])
    #expect(fertilizer.map(\.amount) == ["160億円"])
    #expect(fertilizer.first?.also.map(\.location.line) == [3])
    let ships = trace(Measure(name: "船舶の部品"), fixture).steps
    #expect(ships.map(\.date.rawValue) == ["FY2023"])
    #expect(ships.map(\.amount) == ["63億円"])
  }

  @Test func rowsRunTogetherKeepTheirOwnYears() {
    var fixture = TraceFixture()
    fixture.add("電子部品 ⟦令和５年度|FY2023⟧ ⟦令和12年度末|FY2030⟧ 212億円 肥料 ⟦令和４年度|FY2022⟧ 160億円")
    #expect(trace(Measure(name: "肥料"), fixture).steps.map(\.date.rawValue) == ["FY2022"])
    #expect(trace(Measure(name: "電子部品"), fixture).steps.map(\.amount) == ["212億円"])
  }

  @Test func anActOfItsOwnInARemarkIsAStepOfItsOwn() {
    var fixture = TraceFixture()
    fixture.add("～⟦３月29日|../2024-03-29!⟧ 取組方針 策定・改定（※）")
    fixture.add("※ 蓄電池、永久磁石の取組方針を改定", kind: .note)
    fixture.add("※ 蓄電池について、流出を防ぐことを認定要件として追加", kind: .note)
    #expect(
      summary(trace(Measure(name: "蓄電池"), fixture)) == [
        "../2024-03-29 plan 1", "../2024-03-29 plan 3",
      ])
  }

  @Test func anArticleOfTheMeasuresChapterCounts() {
    var fixture = TraceFixture()
    fixture.add("⟦2024年6月|2024-06⟧ 事業者による実施状況の報告（法第12条）")
    fixture.cite("法第12条", LawTarget(lawID: LawID("L"), title: nil, provision: .init(article: "12")))
    let measure = Measure(name: "供給確保", provisions: ["L#6", "L#48"])
    #expect(trace(measure, fixture).steps.map(\.law?.provision.article) == ["12"])
    #expect(trace(Measure(name: "供給確保", provisions: ["L#50", "L#52"]), fixture).steps.isEmpty)
  }

  @Test func anArticleOfTheOrderThatFillsInTheMeasuresProvisionCounts() {
    var fixture = TraceFixture()
    fixture.add("⟦2024年6月|2024-06⟧ 事業者による実施状況の報告（令第9条）")
    fixture.cite("令第9条", LawTarget(lawID: LawID("O"), title: nil, provision: .init(article: "9")))
    var measure = Measure(name: "供給確保", provisions: ["L#6"])
    #expect(trace(measure, fixture).steps.isEmpty)
    measure.orders = ["O#9"]
    #expect(trace(measure, fixture).steps.map(\.law?.provision.article) == ["9"])
  }

  @Test func theTermBeforeTheOrderGivesItsProvision() {
    var fixture = TraceFixture()
    fixture.add("⟦2023年8月9日|2023-08-09⟧に審査の対象となる技術分野を指定する政令を公布した。")
    for (term, article) in [("審査", "67"), ("技術分野", "66")] {
      fixture.term(
        term, LawTarget(lawID: LawID("L"), title: nil, provision: .init(article: article)))
    }
    #expect(
      trace(Measure(name: "技術分野"), fixture).steps.map(\.law?.provision.article) == ["66"])
  }

  @Test func aDotInAKatakanaWordJoinsNoParts() {
    var fixture = TraceFixture()
    fixture.add("研究セキュリティの手引を⟦2022年1月|2022-01⟧に公表。")
    #expect(trace(Measure(name: "セキュリティ・クリアランス"), fixture).steps.isEmpty)
  }

  @Test func theLawThatTheActIsAboutIsCited() {
    var fixture = TraceFixture()
    fixture.add("甲秘密法に加え、乙情報法の法案が⟦2024年5月|2024-05⟧に成立した。")
    for name in ["甲秘密法", "乙情報法"] {
      fixture.cite(name, LawTarget(lawID: LawID(name), title: nil))
    }
    #expect(trace(Measure(name: "乙情報"), fixture).steps.map(\.law?.lawID) == [LawID("乙情報法")])
  }

  @Test func whatIsStillToComeIsToldAsSuch() {
    var fixture = TraceFixture()
    fixture.add("蓄電池の公募を⟦2024年度中|FY2024⟧に開始予定。")
    #expect(trace(Measure(name: "蓄電池"), fixture).steps.map(\.basis) == ["done: 開始 予定"])
  }

  @Test func aStrategyStandsOnNoActThatItDoesNotName() {
    var fixture = TraceFixture()
    fixture.add("特許制度の創設を国家戦略に明記（⟦2022年12月|2022-12⟧閣議決定）。")
    let steps = trace(Measure(name: "特許制度", provisions: ["L#65"]), fixture).steps
    #expect(steps.map(\.stage) == [.strategy])
    #expect(steps.map(\.law) == [nil])
  }

  @Test func aMeasureOfOneActStandsOnIt() {
    var fixture = TraceFixture()
    fixture.add("特許制度を⟦2024年5月1日|2024-05-01⟧から運用開始。")
    let steps = trace(Measure(name: "特許制度", provisions: ["L#65"]), fixture).steps
    #expect(steps.map(\.law) == [LawTarget(lawID: LawID("L"), title: nil)])
  }

  @Test func whatStandsUnderTheHeadingBeforeTheMeasureBeganIsBackground() {
    var fixture = TraceFixture()
    fixture.heading("特許出願の非公開制度")
    fixture.add("⟦2004年|2004⟧に他国で実験が実施された。")
    fixture.add("特許出願の非公開制度を⟦2024年5月1日|2024-05-01⟧から運用開始。")
    fixture.add("⟦2024年6月|2024-06⟧に相談窓口を設置。")
    #expect(
      trace(Measure(name: "特許出願非公開制度"), fixture).steps.map(\.date.rawValue) == [
        "2024-05-01", "2024-06",
      ])
  }

  @Test func aSlidesGridIsReadByColumns() {
    var fixture = TraceFixture()
    fixture.add("供給網 技術 特許")
    for cell in [
      "物資基本指針 ⟦22/09/30|2022-09-30⟧", "技術基本指針 ⟦22/09/29|2022-09-29⟧",
      "特許基本指針 ⟦23/04/28|2023-04-28⟧",
      "物資の指定 ⟦22/12/23|2022-12-23⟧", "公募・採択 ⟦22/12/05|2022-12-05⟧", "周知期間",
    ] {
      fixture.skipLine()
      fixture.add(cell)
    }
    #expect(
      trace(Measure(name: "重要技術の育成", concepts: ["技術基本指針"]), fixture).steps.map(\.date.rawValue)
        == ["2022-09-29", "2022-12-05"])
  }

  @Test func aDocumentNamedWithTheMeasureTellsOfItAlone() {
    var fixture = TraceFixture()
    for year in ["2021", "2022"] {
      fixture.add("育成プログラムは技術ビジョンに沿って⟦\(year)年|\(year)⟧に公募した。")
      fixture.name("技術ビジョン")
    }
    fixture.add("技術ビジョン ⟦23/08/28|2023-08-28⟧ 改定")
    fixture.name("技術ビジョン")
    #expect(
      trace(Measure(name: "育成プログラム"), fixture).steps.map(\.date.rawValue) == [
        "2021", "2022", "2023-08-28",
      ])
  }

  @Test func bracketsBelowARemarkBelongToIt() {
    var fixture = TraceFixture()
    fixture.add("～⟦３月29日|../2024-03-29!⟧ 取組方針 策定・改定（※）")
    fixture.add("※ 流出を防ぐことを計画の認定要件として追加", kind: .note)
    fixture.add("（対象物資は、蓄電池、先端電子部品）")
    #expect(
      summary(trace(Measure(name: "先端電子部品"), fixture)).contains("../2024-03-29 plan 2"))
  }

  @Test func eachAmountGoesWithItsOwnYear() {
    var fixture = TraceFixture()
    fixture.add(
      "蓄電池を支援（1兆358億円（⟦令和４年度|FY2022⟧補正予算）、9,172億円（⟦令和５年度|FY2023⟧補正予算））")
    let steps = trace(Measure(name: "蓄電池"), fixture).steps
    #expect(steps.map(\.amount) == ["1兆358億円", "9,172億円"])
    #expect(steps.map(\.stage) == [.budget, .budget])
  }

  @Test func theSameEventInTwoDocumentsIsOneStep() {
    var first = TraceFixture("a")
    first.add("蓄電池の取組方針を⟦令和５年１月19日|2023-01-19⟧に策定。")
    var second = TraceFixture("b")
    second.add("⟦2023年1月|2023-01⟧に蓄電池の取組方針を策定した。")
    let steps = trace(Measure(name: "蓄電池"), first, second).steps
    #expect(steps.map(\.date.rawValue) == ["2023-01-19"])
    #expect(steps.first?.also.map(\.document.rawValue) == ["b"])
  }

  @Test(arguments: [
    ("特許出願非公開制度", "特許出願の非公開制度を⟦2024年5月1日|2024-05-01⟧から運用開始。"),
    ("基幹インフラ制度", "基幹インフラの審査を⟦2024年5月1日|2024-05-01⟧に開始。"),
    ("重要物資の安定供給確保", "安定供給確保の計画認定を⟦2024年5月1日|2024-05-01⟧に開始。"),
  ])
  func namesAreFoundInOtherShapes(name: String, marked: String) {
    var fixture = TraceFixture()
    fixture.add(marked)
    #expect(trace(Measure(name: name), fixture).steps.count == 1)
  }

  @Test func aLatinNameIsNoPieceOfALongerWord() {
    var fixture = TraceFixture()
    fixture.add("TAIWANの公募を⟦2024年5月1日|2024-05-01⟧に開始。")
    #expect(trace(Measure(name: "AI"), fixture).steps.isEmpty)
  }

  @Test func gapsSayWhatWasNotFound() {
    var fixture = TraceFixture()
    fixture.add("蓄電池の公募を⟦2024年5月1日|2024-05-01⟧に開始。")
    let gaps = trace(Measure(name: "蓄電池"), fixture).gaps
    #expect(
      gaps.contains { $0.stage == .strategy && $0.reason.contains("not found in the corpus") })
    #expect(!gaps.contains { $0.stage == .implementation })
  }

  @Test func figuresOfOneQuantityStandTogether() {
    var fixture = TraceFixture()
    fixture.add("⟦2023年|2023⟧、蓄電池は55件の供給計画を認定した。")
    fixture.add("⟦2024年|2024⟧、蓄電池は85件の供給計画を認定した。")
    let figures = trace(Measure(name: "蓄電池"), fixture).figures
    #expect(figures.map(\.what) == ["供給計画"])
    #expect(figures.map(\.unit) == ["件"])
    #expect(figures.map(\.relation) == [.growth])
    #expect(figures.first?.values.map(\.value) == ["55件", "85件"])
  }
}
