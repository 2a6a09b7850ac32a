import DocumentModel
import Pillars
import Testing

@Suite struct FrameDividerTests {
  private func divided(_ outline: String) throws -> StructuredDocument {
    let frame = try PillarTables.ofCheckout().frame
    return FrameDivider(frame: frame).divide(Outline(outline).document)
  }

  private func check(_ outline: String, _ expected: [String]) throws {
    let document = try divided(outline)
    let found = try PillarClassifier.ofCheckout().classify(document, links: []).value
    #expect(zip(document.sections, found).map { "\($0.title): \($1.pillars)" } == expected)
  }

  @Test func labelsBesideRowsMakeSections() throws {
    try check(
      """
      ## 三面からの取組
      はじめに一言。
      知る
      - 担当を決める
      育生てるかす
      - 会合を開く
      守る
      - 手順を定める
      ### 今後の予定
      - 秋に改める
      """,
      [
        "三面からの取組: \([Pillar.know, .nurture, .protect])", "知る: \([Pillar.know])",
        "育生てるかす: \([Pillar.nurture])", "守る: \([Pillar.protect])",
        "今後の予定: \([Pillar.know, .nurture, .protect])",
      ])
  }

  @Test func rowsOfATableWhoseFirstCellIsALabelMakeSections() throws {
    try check(
      """
      ## 対応表
      |区分|担当
      |知る|企画課
      ||分析室
      |守る|管理課
      """,
      [
        "対応表: \([Pillar.know, .protect])", "知る: \([Pillar.know])", "守る: \([Pillar.protect])",
      ])
  }

  @Test func blocksAndPassagesStayAndOnlyChangeTheirSection() throws {
    let outline = "## 三面\n知る\n- 担当を決める\n守る\n- 手順を定める"
    let before = Outline(outline).document
    let after = try divided(outline)
    #expect(after.citable == before.citable)
    #expect(after.blocks.map(\.span) == before.blocks.map(\.span))
    #expect(
      after.blocks.map(\.section.rawValue) == ["s0", "s0.row1", "s0.row1", "s0.row2", "s0.row2"])
    #expect(after.sections.map(\.isSynthetic) == [false, true, true])
    #expect(after.sections.map(\.path) == [["三面"], ["三面", "知る"], ["三面", "守る"]])
  }

  @Test func ordinaryWordsAreNoLabels() throws {
    let outline = "## 心得\n守るべき点は次のとおり。\n- 知るところを述べる"
    #expect(try divided(outline).sections.count == 1)
  }
}
