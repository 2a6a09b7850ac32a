import DocumentModel
import Pillars
import Testing

@Suite struct PillarClassifierTests {
  private func check(_ outline: String, _ expected: [String]) throws {
    #expect(Outline(outline).pillars(try .ofCheckout()) == expected)
  }

  @Test(arguments: [
    ("## 守る\n関係者で話し合いを続ける。", ["守る: protect (explicit)"]),
    ("## ＜育てる（生かす）＞\n- 会合を年二回開く", ["＜育てる（生かす）＞: nurture (explicit)"]),
    ("## 「知る」取組\n- 担当を決める", ["「知る」取組: know (explicit)"]),
    ("## 産業防衛策（Protection）\n- 順次進める", ["産業防衛策（Protection）: protect (explicit)"]),
    ("## 産業支援策と産業防衛策の両輪\n一体で進める。", ["産業支援策と産業防衛策の両輪: nurture protect (explicit)"]),
    ("## 1 知る：情報を集める\n- 順に述べる", ["1 知る：情報を集める: know (explicit)"]),
    ("## 港の備え（守る）\n- 順に述べる", ["港の備え（守る）: protect (explicit)"]),
    ("## 知る・守る\n- 順に述べる", ["知る・守る: know protect (explicit)"]),
    ("## 育生てるかす\n- 計画をつくる", ["育生てるかす: nurture (explicit)"]),
  ])
  func namedByTheHeading(outline: String, expected: [String]) throws {
    try check(outline, expected)
  }

  @Test func aNamedPillarHoldsBelowUntilAnotherHeadingNamesOne() throws {
    try check(
      """
      # 白書
      ## 産業支援策の例
      ### 道具立て
      - 順次進める
      ## 産業防衛策の例
      ### 道具立て
      - 順次進める
      ### 知る
      - 順次進める
      """,
      [
        "白書: (none)", "産業支援策の例: nurture (explicit)", "道具立て: nurture (explicit)",
        "産業防衛策の例: protect (explicit)", "道具立て: protect (explicit)", "知る: know (explicit)",
      ])
  }

  @Test(arguments: [
    ("## 守るべき自然\n里山の景観を次の世代に伝える。", ["守るべき自然: (none)"]),
    ("## 里山を守る：住民の願い\n- 草を刈る", ["里山を守る：住民の願い: (none)"]),
    ("## 開会の辞\n本日はお集まりいただき感謝する。", ["開会の辞: (none)"]),
    ("## 目次\n- 輸出管理の見直し\n- 基金の造成", ["目次: (none)"]),
    ("# 技術流出防止の手引き\n令和七年三月", ["技術流出防止の手引き: (none)"]),
  ])
  func ordinaryWordsCoversAndListsHaveNone(outline: String, expected: [String]) throws {
    try check(outline, expected)
  }

  @Test(arguments: [
    ("## 電池\n工場の新設に補助金を出し、量産を後押しする。", ["電池: nurture (implied)"]),
    ("## 海峡\n船の動きを衛星で分析し、途絶の兆候を早期に把握する。", ["海峡: know (implied)"]),
    ("## 図面\n図面の漏えいを防止するため、輸出管理を徹底する。", ["図面: protect (implied)"]),
  ])
  func impliedByWhatItSays(outline: String, expected: [String]) throws {
    try check(outline, expected)
  }

  @Test func twoStatementsMakeASecondPillar() throws {
    try check(
      """
      ## 磁石
      - 磁石の工場に補助金を出す。
      - 磁石の研究開発に基金を充てる。
      - 磁石を使う産業の人材育成を支援する。
      - 磁石の技術流出を防止する。
      - 磁石の輸出管理を強める。
      """, ["磁石: nurture protect (implied)"])
  }

  @Test func aThinSectionTakesItsParentsPillarsAndABareParentItsChildrens() throws {
    try check(
      """
      ## 二つの柱
      ### 輸出管理の見直し
      許可の要らない範囲を改め、技術流出を防止する。
      #### 対象
      - 二十品目
      ### 投資審査の強化
      外国投資家の事前届出を厳格に審査する。
      """,
      [
        "二つの柱: protect (implied)", "輸出管理の見直し: protect (implied)", "対象: protect (implied)",
        "投資審査の強化: protect (implied)",
      ])
  }

  @Test func sentencesAboutSomethingElseDoNotTakeTheirParentsPillars() throws {
    try check(
      """
      ## 年次のまとめ
      輸出管理の対象を広げ、投資審査を厳格にした。
      ### 表彰
      功労のあった三名に賞状を贈った。
      ## 投資審査の強化
      ### 表彰
      功労のあった三名に賞状を贈った。
      """,
      [
        "年次のまとめ: protect (implied)", "表彰: (none)", "投資審査の強化: protect (implied)",
        "表彰: protect (implied)",
      ])
  }

  @Test func aDecisionListsItsWordsTheHeaviestFirst() throws {
    let document = Outline("## 電池\n工場の新設に補助金を出し、量産を後押しする。").document
    let assignment = try PillarClassifier.ofCheckout().classify(document, links: []).value[0]
    #expect(assignment.features.contains { $0.words == "補助金" && $0.pillar == .nurture })
    #expect(assignment.features.map(\.weight) == assignment.features.map(\.weight).sorted(by: >))
  }

  @Test func aProvisionSpeaksForItsChapter() throws {
    let document = Outline("## 手続\n推進法第五十二条による。").document
    let span: TextSpan<Citable> = TextSpan(7, 37)
    let link = Link(
      span: span, location: Location(spans: [], line: 2, lineEnd: 2), surface: "推進法第五十二条",
      target: .law(
        LawTarget(lawID: LawID("504AC0000000043"), title: nil, provision: .init(article: "52"))),
      basis: .explicit, evidence: Evidence(rule: "law.name", words: "推進法"))
    let classifier = try PillarClassifier.ofCheckout()
    #expect(classifier.classify(document, links: []).value[0].pillars == [])
    let assignment = classifier.classify(document, links: [link]).value[0]
    #expect(assignment.pillars == [.protect])
    #expect(assignment.features.map(\.words) == ["推進法第五十二条"])
  }
}
