import DocumentModel
import Testing

@Suite struct LawArticleTests {
  private let law = LawText(
    revision: LawRevisionID(
      lawID: LawID("509AC0000000099"), inForceFrom: CalendarDay(year: 2027, month: 4, day: 1),
      amendingLaw: nil),
    lawNumber: "", title: "", abbreviations: [], lawType: "Act",
    nodes: [
      LawNode(kind: .chapter, parent: nil, number: "1", label: "第一章　総則"),
      LawNode(kind: .article, parent: 0, number: "2", label: "第二条", caption: "（指定）"),
      LawNode(kind: .paragraph, parent: 1, number: "1", text: "次の素材を指定する。", address: "a"),
      LawNode(kind: .item, parent: 2, number: "1", label: "一", text: "甲"),
      LawNode(kind: .paragraph, parent: 1, number: "2", label: "２", text: "告示する。"),
      LawNode(kind: .article, parent: 0, number: "3:5", label: "第三条から第五条まで"),
      LawNode(kind: .supplementary, parent: nil, number: "1", label: "附則"),
      LawNode(kind: .article, parent: 6, number: "1", label: "第一条"),
    ])

  @Test func articlesOfTheMainProvision() {
    let articles = law.articles
    #expect(articles.map(\.number) == ["2", "3:5"])
    #expect(articles[0].path == ["第一章　総則"])
    #expect(articles[0].text == "次の素材を指定する。\n\u{3000}一\u{3000}甲\n２\u{3000}告示する。")
    #expect(articles[1].numbers == ["3", "4", "5"])
  }

  @Test func textAtAnAddress() {
    #expect(law.text(at: "a") == "次の素材を指定する。\n\u{3000}一\u{3000}甲")
    #expect(law.text(at: "b") == nil)
  }
}
