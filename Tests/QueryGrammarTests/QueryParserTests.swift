import DocumentModel
import QueryGrammar
import TestSupport
import Testing
import TextNormalization

@Suite struct QueryParserTests {
  static let vocabulary = QueryVocabulary(
    synonymGroups: [
      ["港湾整備促進計画", "Pプログラム", "P Program"], ["外国為替及び外国貿易法", "外為法"],
      ["経済産業省", "経産省"],
    ],
    spellings: [["取組", "取り組み"]],
    laws: [
      ("外国為替及び外国貿易法", LawID("324AC0000000228")), ("外為法", LawID("324AC0000000228")),
    ],
    organizations: [("経済産業省", "経済産業省"), ("経産省", "経済産業省")])
  let parser = QueryParser(
    folding: SearchFolding(variants: CharacterVariants()), vocabulary: vocabulary)

  @Test(arguments: [
    ("備蓄", "備蓄"),
    ("備蓄 半導体", "備蓄 AND 半導体"),
    ("備蓄　半導体", "備蓄 AND 半導体"),
    ("備蓄 OR 半導体 支援", "(備蓄 OR 半導体) AND 支援"),
    ("備蓄　ＯＲ　半導体", "備蓄 OR 半導体"),
    ("備蓄 -半導体", "備蓄 AND NOT 半導体"),
    ("備蓄 －半導体", "備蓄 AND NOT 半導体"),
    ("「備蓄 の 義務」", "\"備蓄 の 義務\""),
    ("“備蓄義務” 支援", "備蓄義務 AND 支援"),
    ("AI*", "AI*"),
    ("ＡＩ＊ 技術", "ＡＩ* AND 技術"),
    ("(備蓄 OR 在庫) 支援", "(備蓄 OR 在庫) AND 支援"),
    ("((備蓄 OR 在庫) 計画（案） OR 量) 支援", "((備蓄 OR 在庫) AND (計画（案） OR 量)) AND 支援"),
    ("( 備蓄 ( 在庫 OR 量", "備蓄 AND (在庫 OR 量)"), ("「備「蓄」の 義務」", "\"備「蓄」の 義務\""),
    ("「「備蓄」 支援", "「「備蓄」 AND 支援"), ("備蓄 \"在庫", "備蓄 AND \"在庫"),
    ("計画（案）", "計画（案）"),
    ("P Program 公募", "\"P Program\" AND 公募"),
    ("title:基本方針 備蓄", "title:基本方針 AND 備蓄"),
    ("見出し：「基本 方針」", "title:\"基本 方針\""),
    ("law:外為法 投資", "投資 AND law:外為法"),
    ("ministry:経産省", "ministry:経済産業省"),
    ("pillar:守る 備蓄", "備蓄 AND pillar:protect"),
    ("date:2024-05 備蓄", "備蓄 AND date:2024-05"),
    ("備蓄 NEAR/10 義務", "備蓄 NEAR/10 義務"),
    ("備蓄 NEAR 義務", "備蓄 NEAR/30 義務"),
    ("備蓄　ＮＥＡＲ／１０　義務", "備蓄 NEAR/10 義務"),
    ("NEAR(備蓄 「義務 等」, 5) 支援", "(備蓄 NEAR/5 \"義務 等\") AND 支援"),
    ("ＮＥＡＲ（備蓄　義務、５）", "備蓄 NEAR/5 義務"),
    ("備蓄 NEAR/5 義務 NEAR/5 石油", "備蓄 NEAR/5 義務 NEAR/5 石油"),
    ("ｔｉｔｌｅ：基本方針　備蓄", "title:基本方針 AND 備蓄"),
    ("ＬＡＷ：外為法　投資", "投資 AND law:外為法"),
    ("ｍｉｎｉｓｔｒｙ：経産省", "ministry:経済産業省"),
    ("ｐｉｌｌａｒ：ｐｒｏｔｅｃｔ　備蓄", "備蓄 AND pillar:protect"),
    ("ｄａｔｅ：２０２４－０５　備蓄", "備蓄 AND date:2024-05"),
    ("日付：令和６年５月", "date:令和6年5月"),
    ("備蓄 ＡＮＤ （石油 ＯＲ ガス）", "備蓄 AND (石油 OR ガス)"),
    ("備蓄　ＮＯＴ　石油", "備蓄 AND NOT 石油"),
    ("”備蓄義務” ｜ 在庫", "備蓄義務 OR 在庫"),
    // What makes no sense is text or nothing, never an error.
    ("NEAR 備蓄", "備蓄"), ("備蓄 NEAR", "備蓄"), ("備蓄 NEAR/x 義務", "備蓄 AND NEAR/x AND 義務"),
    ("NEAR(備蓄)", "NEAR(備蓄)"), ("-石油 NEAR 備蓄", "NOT 石油 AND 備蓄"),
    ("date:昨日 備蓄", "date:昨日 AND 備蓄"), ("date: 備蓄", "date: AND 備蓄"),
    ("備蓄 OR", "備蓄"),
    ("OR 備蓄 )", "備蓄"),
    ("\"備蓄", "\"備蓄"),
    ("いわゆる「特例」の扱い", "いわゆる「特例」の扱い"),
    ("pillar:攻める", "pillar:攻める"),
    ("http://example.jp", "http://example.jp"),
    ("-備蓄", "NOT 備蓄"),
  ])
  func reading(text: String, reading: String) {
    #expect(parser.parse(text).reading == reading)
  }

  /// Whatever is typed is read, and what is left of it is searched.
  @Test func oddInputIsNeverAnError() {
    var random = SeededGenerator(7)
    let parts = [
      "備蓄", "AI", "\"", "「", "」", "（", ")", "-", "－", "OR", "ＯＲ", "NEAR", "NEAR/", "NEAR(", "*",
      ":", "：",
      "title:", "date：", "law:", " ", "　", "、", "|", "NOT", "\u{0}", "\u{FFFF}", "e\u{301}", "𠮷",
      "/9",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }.joined()
      let query = parser.parse(text)
      #expect(query.isBlank || !query.reading.isEmpty, "\(text.debugDescription)")
      if text.contains("備蓄"), !text.contains(":"), !text.contains("：") {
        #expect(!query.isBlank, "\(text.debugDescription)")
      }
    }
  }

  @Test(arguments: ["", " \u{3000}", "\"\"", "「」", "OR", "- * ( )", "・", "？！", "AND NOT"])
  func blank(text: String) {
    #expect(parser.parse(text).isBlank)
  }

  @Test(arguments: [
    ("外為法", ["外国為替及び外国貿易法"]),
    (
      "外為法第25条",
      ["外国為替及び外国貿易法第25条", "外為法第二十五条", "外国為替及び外国貿易法第二十五条"]
    ),
    ("第二十四条の二第一項", ["第24条の2第1項"]),
    ("第１０３０条", ["第千三十条"]),
    // A numeral is a number before a unit only.
    ("25条", ["二十五条"]), ("十四分野", ["14分野"]), ("1,500億円", ["1500億円", "千五百億円"]),
    ("一般", []), ("三菱", []), ("第三者", []), ("2.5倍", []),
    ("Ｐプログラム", ["港湾整備促進計画", "P Program"]),
    ("取り組み", ["取組"]),
    // All stretches are varied together.
    (
      "「外為法の取組」",
      ["外国為替及び外国貿易法の取組", "外為法の取り組み", "外国為替及び外国貿易法の取り組み"]
    ),
    ("サーバー", ["サーバ"]),
    ("ビール", []),
    ("クリア・ランス", ["クリアランス"]),
    ("ヴァイオ", ["バイオ"]),
  ])
  func expanded(text: String, expanded: [String]) {
    #expect(parser.parse(text).expanded == expanded)
    #expect(parser.parse(text, isExact: true).expanded == [])
  }

  @Test(arguments: [
    ("サーバ管理", "サーバー管理"), ("令和6年6月4日", "2024年6月4日"),
    ("2024年6月14日", "令和六年六月十四日"), ("令和6年", "二〇二四年"), ("令和六年六月四日", "2024/6/4"), ("2019年度", "令和元年度"),
    ("2024/6/4", "令和6年6月4日"), ("クリアランス", "クリア・ランス"), ("レバレッジ", "レヴァレッジ"),
  ])
  func guessed(text: String, form: String) throws {
    let term = try #require(parser.parse(text).expression?.wantedTerms.first)
    #expect(term.alternatives.contains { $0.text == form && $0.kind == .guess })
  }

  @Test(arguments: [
    ("港湾運送はいつ制度の対象に加わったか", true, ["港湾運送", "制度", "対象", "加"]),
    ("抗菌薬の安定供給", false, ["抗菌薬", "安定供給"]),
    // A name is one word, whatever it is written with, and a spelling doesn't part words.
    ("外国為替及び外国貿易法の運用", false, ["外国為替及び外国貿易法", "運用"]),
    ("外為法の運用の見直し", false, ["外国為替及び外国貿易法", "運用", "見直"]),
    ("取り組み状況の点検", false, ["取組状況", "点検"]),
    ("備蓄義務", false, []),
    ("骨太の方針", false, []),
    ("\"抗菌薬の安定供給\"", false, []),
    ("外国為替及び外国貿易法", false, []),
  ])
  func question(text: String, isQuestion: Bool, words: [String]) {
    let query = parser.parse(text)
    #expect(query.isQuestion == isQuestion)
    #expect(query.contentWords.map(\.term.text) == words)
    #expect(parser.parse(text, isExact: true).contentWords == [])
  }

  @Test func topicsAreNamedLawsUnitsAndDates() {
    let topics = parser.parse("外為法第25条第1項 経産省 令和3年4月27日").topics
    let provision = ProvisionPath(article: "25", paragraph: "1")
    #expect(
      topics.laws == [
        LawTarget(lawID: LawID("324AC0000000228"), title: nil, provision: provision)
      ])
    #expect(topics.ministries == ["経済産業省"])
    #expect(topics.dates == [EDTF("2021-04-27")])
  }

  @Test(arguments: [
    ("外為法", nil), ("外為法:25", "25"), ("外為法：24の2", "24_2"), ("324AC0000000228:25", "25"),
    ("外為法第二十四条の二", "24_2"),
  ])
  func lawTarget(value: String, article: String?) {
    let law = parser.lawTarget(value)
    #expect(law?.lawID == LawID("324AC0000000228"))
    #expect(law?.provision.article == article)
  }

  @Test(arguments: [
    ("2024-05-17", "2024-05-17"), ("2024/5/7", "2024-05-07"), ("令和6年5月", "2024-05"),
    ("Ｒ６年度", "FY2024"), ("FY2024", "FY2024"), ("平成元年", "1989"), ("2024", "2024"),
    ("2023-09/2024-05", "2023-09/2024-05"), ("令和六年五月十七日", "2024-05-17"),
    ("平成三十一年度", "FY2019"), ("二〇二四年", "2024"),
  ])
  func days(text: String, value: String) {
    let wanted = EDTF(value).interval
    #expect(parser.days(since: text, until: nil)?.first == wanted?.first)
    #expect(parser.days(since: nil, until: text)?.last == wanted?.last)
  }
}
