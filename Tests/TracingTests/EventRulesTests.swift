import DocumentModel
import Testing
import Tracing

/// What a date is about, and whose event it is.
@Suite struct EventRulesTests {
  func trace(_ measure: Measure, _ fixtures: TraceFixture...) -> Trace {
    TraceBuilder().build(measure, from: TraceContext(passages: fixtures.flatMap(\.passages))).value
  }

  func summary(_ trace: Trace) -> [String] {
    trace.steps.map { "\($0.date.rawValue) \($0.stage.rawValue) \($0.evidence.location.line)" }
  }

  @Test(arguments: [
    // What leans on a report is not of the report's day.
    ("⟦2024年4月|2024-04⟧の中間報告に基づき、輸出審査の省令改正を進める。", "2024-04 follow_up 1"),
    ("⟦2021年4月|2021-04⟧に決定した政府方針について、輸出審査の実施状況を調査する。", "2021-04 plan 1"),
    ("⟦2024年6月|2024-06⟧ 事業者から大臣に対する輸出審査の実施状況についての報告", "2024-06 follow_up 1"),
  ])
  func aDateBelongsToTheWordsItQualifies(marked: String, step: String) {
    var fixture = TraceFixture()
    fixture.add(marked)
    #expect(summary(trace(Measure(name: "輸出審査"), fixture)) == [step])
  }

  @Test func whatIsDoneWithTheResultsOfAYearIsNotOfThatYear() {
    var fixture = TraceFixture()
    fixture.add("⟦昨年|2023!⟧の会合の各種成果を生かし、輸出審査の連携の強化を進める。")
    #expect(trace(Measure(name: "輸出審査"), fixture).steps.isEmpty)
    var council = TraceFixture()
    council.add("⟦2024年|2024⟧の通常国会に輸出審査の法案を提出。")
    #expect(summary(trace(Measure(name: "輸出審査"), council)) == ["2024 law 1"])
  }

  @Test func aLawWithNothingButADateInBracketsWasMadeOnIt() {
    var fixture = TraceFixture()
    fixture.add("注4: 輸出審査に関する法律（⟦令和３年６月16日|2021-06-16⟧）")
    fixture.cite("輸出審査に関する法律", LawTarget(lawID: LawID("L"), title: nil))
    let steps = trace(Measure(name: "輸出審査"), fixture).steps
    #expect(steps.map(\.stage) == [.law])
    #expect(steps.first?.law?.lawID == LawID("L"))
  }

  @Test func aSentenceThatTurnsToSomethingElseIsNotTheMeasures() {
    var fixture = TraceFixture()
    fixture.add("輸出審査を先に始めた。港湾についても⟦令和６年５月|2024-05⟧に運用を開始。")
    #expect(trace(Measure(name: "輸出審査"), fixture).steps.isEmpty)
  }

  @Test func anActIsNotAboutEachThingThatALineBelowItLists() {
    var fixture = TraceFixture()
    fixture.heading("推進法の成立（⟦2022年5月|2022-05⟧）")
    fixture.add("① 供給網の強化", kind: .listItem)
    fixture.add("対象は、肥料、蓄電池、磁石、船の部品など。", kind: .listItem)
    #expect(trace(Measure(name: "蓄電池"), fixture).steps.isEmpty)
    #expect(summary(trace(Measure(name: "供給網の強化"), fixture)) == ["2022-05 law 1"])
  }

  @Test func bracketsBelongToTheCellBeforeThem() {
    var fixture = TraceFixture()
    fixture.heading("支援の状況（⟦令和5年8月25日|2023-08-25⟧時点）")
    fixture.add("抗菌薬(厚労) （2件認定） 肥料（農水） （5件認定）", kind: .table)
    let steps = trace(Measure(name: "抗菌薬"), fixture).steps
    #expect(steps.map(\.stage) == [.implementation])
    #expect(steps.first?.evidence.quote == "抗菌薬(厚労) （2件認定）")
  }

  @Test func whatStandsBelowABodysNameIsItsOwn() {
    var fixture = TraceFixture()
    fixture.heading("供給網の強化の取組")
    fixture.add("⟦2024年3月|2024-03⟧に点検を依頼。")
    fixture.heading("貿易融資機構（TFO）", under: ["供給網の強化の取組"])
    fixture.body("貿易融資機構")
    fixture.add("⟦2023年10月|2023-10⟧、融資の保険を拡大。")
    fixture.add("⟦2023年9月|2023-09⟧、輸出審査の相談窓口を開設。")
    var measure = Measure(name: "輸出審査", concepts: ["供給網の強化"])
    #expect(trace(measure, fixture).steps.count == 3)
    measure.related = ["供給網の強化"]
    #expect(
      summary(trace(measure, fixture)) == ["2023-09 implementation 5", "2024-03 follow_up 2"])
  }

  @Test func aCouncilsNameIsNoStrategy() {
    var fixture = TraceFixture()
    fixture.add("輸出審査の対応方針（⟦2021年4月27日|2021-04-27⟧統合戦略推進会議で決定）")
    fixture.body("統合戦略推進会議")
    #expect(summary(trace(Measure(name: "輸出審査"), fixture)) == ["2021-04-27 plan 1"])
  }

  @Test func whatIsForeseenIsNoStep() {
    var fixture = TraceFixture()
    fixture.add("蓄電池は⟦2030年|2030⟧に広く導入が進むと考えられてきた。")
    #expect(trace(Measure(name: "蓄電池"), fixture).steps.isEmpty)
  }

  @Test func aDatedHeadingDatesWhatStandsBelowIt() {
    var fixture = TraceFixture()
    fixture.heading("◆ 甲院・乙委員会（⟦令和６年４月５日|2024-04-05⟧）", under: ["改正案に対する附帯決議"])
    fixture.add("一. 届出の様式を改めること。", kind: .listItem)
    fixture.add("二. 輸出審査の対象を見直すこと。", kind: .listItem)
    let steps = trace(Measure(name: "輸出審査"), fixture).steps
    #expect(steps.map(\.date.rawValue) == ["2024-04-05"])
    #expect(steps.map(\.stage) == [.followUp])
    #expect(steps.first?.also.map(\.location.line) == [3])
  }

  @Test func aDateAloneDatesTheLineBelow() {
    var fixture = TraceFixture()
    fixture.add("⟦2023年5月10日|2023-05-10⟧")
    fixture.add("輸出審査の手引を公表")
    fixture.add("輸出審査の相談窓口を設置")
    #expect(summary(trace(Measure(name: "輸出審査"), fixture)) == ["2023-05-10 plan 2"])
  }

  @Test func columnsGiveARowItsYears() {
    var fixture = TraceFixture()
    fixture.add("⟦令和４年度|FY2022⟧ ⟦令和５年度|FY2023⟧")
    fixture.add("⟦令和５年度|FY2023⟧")
    fixture.add("見込み")
    fixture.add("経済産業省")
    fixture.ministry("経済産業省", "経済産業省")
    fixture.add("蓄電池 ⟦令和12年度末|FY2030⟧ 3,316億円 2,658億円 3,115億円")
    fixture.add("農林水産省 肥料 ⟦令和12年度末|FY2030⟧ 160億円 - 24億円")
    fixture.ministry("農林水産省", "農林水産省")
    let batteries = trace(Measure(name: "蓄電池"), fixture).steps
    #expect(batteries.map(\.date.rawValue) == ["FY2022", "FY2023"])
    #expect(batteries.map(\.amount) == ["3,316億円", "2,658億円"])
    #expect(batteries.map(\.ministry) == ["経済産業省", "経済産業省"])
    #expect(batteries.map(\.ministryRole) == [.charge, .charge])
    let fertilizer = trace(Measure(name: "肥料"), fixture).steps
    #expect(fertilizer.map(\.date.rawValue) == ["FY2022"])
    #expect(fertilizer.map(\.ministry) == ["農林水産省"])
  }

  @Test(arguments: [
    ("米国による半導体の調査を⟦23年12月|2023-12⟧に開始。", []),
    ("⟦24年1月|2024-01⟧ 英国が半導体の計画を公表", []),
    ("⟦24年4月|2024-04⟧、米国との半導体の連携に合意。", ["2024-04"]),
  ])
  func whatOthersDidIsNotOfTheChain(marked: String, dates: [String]) {
    var fixture = TraceFixture()
    fixture.add(marked)
    #expect(trace(Measure(name: "半導体"), fixture).steps.map(\.date.rawValue) == dates)
  }

  @Test func aHeadingOnOtherCountriesKeepsItsDatesFromTheChain() {
    var fixture = TraceFixture()
    fixture.heading("研究の健全性", under: [])
    fixture.heading("諸外国の動き", under: ["研究の健全性"])
    fixture.add("相談窓口を⟦2021年10月|2021-10⟧に設置した。")
    fixture.heading("国内の取組", under: ["研究の健全性"])
    fixture.add("相談窓口を⟦2022年10月|2022-10⟧に設置した。")
    #expect(
      trace(Measure(name: "研究の健全性"), fixture).steps.map(\.date.rawValue) == ["2022-10"])
  }

  @Test func aNearerHeadingOnAnotherMeasureTakesOver() {
    var fixture = TraceFixture()
    fixture.heading("輸出審査の見直し")
    fixture.heading("投資審査の概要", under: ["輸出審査の見直し"])
    fixture.add("執行体制の強化を⟦2021年6月|2021-06⟧に公表した。")
    #expect(trace(Measure(name: "輸出審査"), fixture).steps.count == 1)
    #expect(trace(Measure(name: "輸出審査", others: ["投資審査"]), fixture).steps.isEmpty)
  }

  @Test func anExampleInAHeadingNamesNoMeasure() {
    var fixture = TraceFixture()
    fixture.heading("蓄電池などの供給網への対応")
    fixture.add("貿易手続の電子化を⟦2024年3月|2024-03⟧に開始した。")
    #expect(trace(Measure(name: "蓄電池"), fixture).steps.isEmpty)
  }

  @Test func anotherMeasuresLongerNameIsKeptApart() {
    var fixture = TraceFixture()
    fixture.add("特定半導体基金を⟦2021年12月|2021-12⟧に造成した。")
    #expect(trace(Measure(name: "半導体"), fixture).steps.count == 1)
    #expect(trace(Measure(name: "半導体", others: ["特定半導体基金"]), fixture).steps.isEmpty)
  }

  @Test func aNewActIsNotTheOldOneNamedBesideIt() {
    var fixture = TraceFixture()
    fixture.add("甲秘密法が定める資格に加え、新たな資格制度を創設（⟦令和6年5月17日|2024-05-17⟧新法公布）。")
    fixture.cite("甲秘密法", LawTarget(lawID: LawID("A"), title: nil))
    let steps = trace(Measure(name: "資格制度", provisions: ["B#3"]), fixture).steps
    #expect(steps.map(\.stage) == [.law])
    #expect(steps.map(\.law?.lawID) == [LawID("B")])
  }

  @Test func everyStepTellsItsRules() {
    var fixture = TraceFixture()
    fixture.add("⟦2024年5月1日|2024-05-01⟧、蓄電池の公募に10億円を措置。")
    let step = trace(Measure(name: "蓄電池"), fixture).steps.first
    #expect(
      step?.reasons.map(\.rule) == [
        "measure.sentence", "date.own", "stage.budget.amount", "amount.nearest",
      ])
    #expect(step?.reasons.map(\.words) == ["蓄電池", "2024年5月1日", "億円 措置", "10億円"])
  }

  @Test func namesInBracketsAreNames() {
    var fixture = TraceFixture()
    fixture.add("供給網の早期警戒の仕組み（以下「早期警戒」という。）を設ける。")
    fixture.add("人工知能安全研究所（AISI）の設置を進める。")
    let context = TraceContext(passages: fixture.passages)
    let builder = TraceBuilder()
    #expect(
      builder.declaredNames(of: Measure(name: "供給網の早期警戒の仕組み"), in: context) == ["早期警戒"])
    #expect(builder.declaredNames(of: Measure(name: "AISI"), in: context) == ["人工知能安全研究所"])
    #expect(builder.declaredNames(of: Measure(name: "人工知能安全研究所"), in: context) == ["AISI"])
    #expect(builder.declaredNames(of: Measure(name: "研究所"), in: context).isEmpty)
  }

  @Test func whatGoesOnAboutTheMeasureIsItsOwn() {
    var fixture = TraceFixture()
    fixture.heading("半導体の動向")
    fixture.add("育成計画において、防御力の向上に資する技術を支援する。", kind: .listItem)
    fixture.add("⟦2023年10月|2023-10⟧に構想を決定し、公募を開始。", kind: .listItem)
    #expect(trace(Measure(name: "育成計画"), fixture).steps.map(\.date.rawValue) == ["2023-10"])
    // Where the words before name another measure, the heading above doesn't claim it.
    #expect(trace(Measure(name: "半導体", others: ["育成計画"]), fixture).steps.isEmpty)
  }

  @Test func aTopicOfItsOwnDoesNotGoOnAboutTheOneBefore() {
    var fixture = TraceFixture()
    fixture.add("投資審査について、体制を強化する。", kind: .listItem)
    fixture.add("⟦2022年5月1日|2022-05-01⟧に施行される輸出管理の明確化について、周知を図る。", kind: .listItem)
    #expect(trace(Measure(name: "投資審査"), fixture).steps.isEmpty)
  }

  @Test func aPaperThatHeadsAPartWithTheMeasureIsAStepOnItsDate() {
    var fixture = TraceFixture("p", title: "産業基盤アクションプラン改訂版", date: "2024-05")
    fixture.heading("産業基盤アクションプラン改訂版", level: 1)
    fixture.heading("量子技術の産業化")
    fixture.add("拠点を整備する。")
    let steps = trace(Measure(name: "量子技術"), fixture).steps
    #expect(steps.map(\.date.rawValue) == ["2024-05"])
    #expect(steps.map(\.stage) == [.strategy])
    #expect(steps.first?.evidence.quote == "産業基盤アクションプラン改訂版")
    #expect(trace(Measure(name: "拠点"), fixture).steps.isEmpty)
  }

  @Test func aMarketsSizeBesideAYearIsNoBudget() {
    var fixture = TraceFixture()
    fixture.add("⟦2015年|2015⟧")
    fixture.add("国内電池市場 1兆円 突破")
    #expect(trace(Measure(name: "電池"), fixture).steps.isEmpty)
  }

  @Test func aRegionIsNoCountry() {
    var fixture = TraceFixture()
    fixture.add("インド太平洋地域の供給網の協定が⟦2024年2月24日|2024-02-24⟧に発効。")
    #expect(trace(Measure(name: "供給網の協定"), fixture).steps.count == 1)
  }
}
