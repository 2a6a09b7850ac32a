import DocumentModel
import Testing

@testable import Readers

@Suite struct DOCXStructureTests {
  private typealias F = DOCXFixture

  private static func style(
    _ id: String, _ name: String, base: String? = nil, _ content: String = ""
  ) -> String {
    let basedOn = base.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? ""
    return
      "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>\(basedOn)\(content)</w:style>"
  }

  private static func outline(_ level: Int) -> String {
    "<w:pPr><w:outlineLvl w:val=\"\(level)\"/></w:pPr>"
  }

  @Test(arguments: [
    (style("a", "heading 2"), "heading 2: 見る"), (style("a", "見出し 1"), "heading 1: 見る"),
    (style("a", "見出し３"), "heading 3: 見る"), (style("a", "見出し１本文"), "paragraph: 見る"),
    (style("a", "独自", outline(3)), "heading 4: 見る"),
    (style("a", "独自", base: "b") + style("b", "heading 1"), "heading 1: 見る"),
    (style("a", "本文風", base: "b", outline(9)) + style("b", "heading 1"), "paragraph: 見る"),
    (style("a", "表題", outline(0)), "title: 見る"), (style("a", "caption"), "caption: 見る"),
    (style("a", "TOC Heading", base: "b") + style("b", "heading 1"), "furniture: 見る"),
    (style("a", "Intense Quote"), "quotation: 見る"), (style("a", "引用文 2"), "quotation: 見る"),
    (style("a", "引用文の後"), "paragraph: 見る"),
    (style("a", "toc 1"), "furniture: 見る"), (style("a", "目次 2"), "furniture: 見る"),
    // A circle of bases ends.
    (style("a", "甲", base: "b") + style("b", "乙", base: "a"), "paragraph: 見る"),
    ("", "paragraph: 見る"),
  ])
  func aStyleTellsWhatAParagraphIs(styles: String, line: String) throws {
    var fixture = DOCXFixture(F.paragraph("見る", "<w:pStyle w:val=\"a\"/>"))
    fixture.styles = styles
    #expect(try fixture.lines() == [line])
  }

  @Test func aParagraphsOwnRankAndABuiltInNameCount() throws {
    let fixture = DOCXFixture(
      F.paragraph("甲", "<w:outlineLvl w:val=\"1\"/>")
        + F.paragraph("乙", "<w:pStyle w:val=\"Heading3\"/>"))
    #expect(try fixture.lines() == ["heading 2: 甲", "heading 3: 乙"])
  }

  @Test func theTitleIsWhatIsSetLargestInTheMiddle() throws {
    func line(_ words: String, size: Int, centered: Bool = true) -> String {
      "<w:p><w:pPr>\(centered ? "<w:jc w:val=\"center\"/>" : "")</w:pPr>"
        + F.run(words, "<w:sz w:val=\"\(size)\"/>") + "</w:p>"
    }
    let body = line("本文である。ここに述べる。長い文が続く。", size: 21, centered: false)
    #expect(
      try DOCXFixture(line("資料1", size: 21) + line("供給網の", size: 32) + line("点検", size: 32) + body)
        .lines().prefix(3) == ["paragraph: 資料1", "title: 供給網の", "title: 点検"])
    // Type of the text's own size titles nothing.
    #expect(try DOCXFixture(line("供給網", size: 21) + body).lines().first == "paragraph: 供給網")
  }

  // MARK: Numbering

  private static func level(
    _ index: Int, _ format: String, _ text: String, _ more: String = ""
  ) -> String {
    "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>\(more)"
      + "<w:lvlText w:val=\"\(text)\"/></w:lvl>"
  }

  private func numbered(_ items: [(list: Int, level: Int)], _ numbering: String) throws -> [String]
  {
    let body = items.map {
      F.paragraph(
        "項", "<w:numPr><w:ilvl w:val=\"\($0.level)\"/><w:numId w:val=\"\($0.list)\"/></w:numPr>")
    }
    var fixture = DOCXFixture(body.joined())
    fixture.numbering = numbering
    return try fixture.lines()
  }

  private static let twoLevels =
    "<w:abstractNum w:abstractNumId=\"5\">\(level(0, "decimalFullWidth", "第%1"))"
    + "\(level(1, "decimal", "%1.%2"))\(level(2, "decimal", "%1-%3", "<w:isLgl/>"))</w:abstractNum>"
    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>"

  @Test func levelsCountAndRestart() throws {
    #expect(
      try numbered([(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2)], Self.twoLevels) == [
        "item 0: 第１ 項", "item 1: １.1 項", "item 1: １.2 項", "item 0: 第２ 項", "item 1: ２.1 項",
        "item 2: 2-1 項",
      ])
  }

  @Test func aListMayStartAtItsOwnNumber() throws {
    let other =
      "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"5\"/>"
      + "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>"
    #expect(
      try numbered([(1, 0), (2, 0), (2, 0)], Self.twoLevels + other)
        == ["item 0: 第１ 項", "item 0: 第７ 項", "item 0: 第８ 項"])
  }

  @Test func listsOfOneDefinitionCountOn() throws {
    let other = "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"5\"/></w:num>"
    #expect(
      try numbered([(1, 0), (2, 0), (0, 0), (9, 0)], Self.twoLevels + other)
        == ["item 0: 第１ 項", "item 0: 第２ 項", "paragraph: 項", "paragraph: 項"])
  }

  @Test func aBulletIsPrintedAsACharacter() throws {
    let numbering =
      "<w:abstractNum w:abstractNumId=\"5\">"
      + Self.level(
        0, "bullet", "\u{F06C}",
        "<w:suff w:val=\"space\"/><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr>")
      + Self.level(1, "bullet", "・", "<w:suff w:val=\"nothing\"/>")
      + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>"
    #expect(try numbered([(1, 0), (1, 1)], numbering) == ["item 0: ● 項", "item 1: ・項"])
  }

  @Test func aHeadingTakesItsNumberFromItsStyle() throws {
    var fixture = DOCXFixture(
      F.paragraph("総論", "<w:pStyle w:val=\"h1\"/>") + F.paragraph("　背景", "<w:pStyle w:val=\"h2\"/>")
        + F.paragraph("", "<w:pStyle w:val=\"h2\"/>")
        + F.paragraph("目的", "<w:pStyle w:val=\"h2\"/>"))
    let list = "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
    fixture.styles = Self.style("h1", "heading 1", list) + Self.style("h2", "heading 2", list)
    fixture.numbering =
      "<w:abstractNum w:abstractNumId=\"5\">"
      + Self.level(0, "decimal", "%1", "<w:pStyle w:val=\"h1\"/>")
      + Self.level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"h2\"/>")
      + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>"
    #expect(try fixture.lines() == ["heading 1: 1 総論", "heading 2: 1.1　背景", "heading 2: 1.2 目的"])
  }

  @Test(arguments: [
    (3, "upperRoman", "III"), (4, "lowerRoman", "iv"), (28, "upperLetter", "BB"),
    (2, "aiueoFullWidth", "イ"),
    (2, "aiueo", "ｲ"), (2, "irohaFullWidth", "ロ"), (21, "decimalEnclosedCircle", "㉑"),
    (12, "japaneseCounting", "十二"), (110, "japaneseCounting", "百十"), (12, "decimalFullWidth", "１２"),
    (20, "ideographDigital", "二〇"), (11, "japaneseLegal", "壱拾壱"), (3, "ideographTraditional", "丙"),
    (5, "decimalEnclosedParen", "⑸"), (7, "decimalZero", "07"), (1, "ordinal", "1st"),
    (9, "none", ""),
    (6, "unheardOf", "6"), (0, "upperRoman", "0"), (-1, "aiueo", "-1"), (5, "chicago", "**"),
    (99, "chicago", "99"),
  ])
  func numbersAreWrittenInTheirFormat(number: Int, format: String, text: String) {
    #expect(NumberFormat.text(number, format) == text)
  }

  // MARK: Tables

  @Test func rowsKeepTheirColumns() throws {
    let table =
      "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>\(F.cell(F.paragraph("区分")))"
      + "\(F.cell(F.paragraph("措置"), "<w:gridSpan w:val=\"2\"/>"))</w:tr>"
      + "<w:tr>\(F.cell(F.paragraph("平時"), "<w:vMerge w:val=\"restart\"/>"))"
      + "\(F.cell(F.paragraph("点検") + F.paragraph("報告")))\(F.cell(F.paragraph("毎年")))</w:tr>"
      + "<w:tr>\(F.cell(F.paragraph(""), "<w:vMerge/>"))\(F.cell(F.paragraph("公表")))"
      + "\(F.cell(F.paragraph("毎月")))</w:tr></w:tbl>"
    #expect(
      try DOCXFixture(F.paragraph("表1　措置の一覧") + table).lines() == [
        "caption: 表1　措置の一覧", "head 1: 区分 | 措置 | ", "row 1: 平時 | 点検 報告 | 毎年",
        "row 1:  | 公表 | 毎月",
      ])
  }

  @Test func aTableInsideACellFollowsItsRow() throws {
    let inner =
      "<w:tbl><w:tr>\(F.cell(F.paragraph("甲")))\(F.cell(F.paragraph("乙")))</w:tr></w:tbl>"
    let table =
      "<w:tbl><w:tr>\(F.cell(F.paragraph("外") + inner))\(F.cell(F.paragraph("右")))</w:tr>"
      + "<w:tr>\(F.cell(F.paragraph("下")))\(F.cell(F.paragraph("端")))</w:tr></w:tbl>"
    #expect(try DOCXFixture(table).lines() == ["row 1: 外 | 右", "row 2: 甲 | 乙", "row 1: 下 | 端"])
  }

  @Test func aFrameOfOneCellIsText() throws {
    let table =
      "<w:tbl><w:tr>\(F.cell(F.paragraph("枠の一文。") + F.paragraph("枠の二文。")))</w:tr></w:tbl>"
    #expect(try DOCXFixture(table).lines() == ["paragraph: 枠の一文。", "paragraph: 枠の二文。"])
  }

  @Test func aDeletedRowIsGone() throws {
    let table =
      "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>\(F.cell(F.paragraph("消")))\(F.cell(F.paragraph("去")))</w:tr>"
      + "<w:tr>\(F.cell(F.paragraph("残")))\(F.cell(F.paragraph("存")))</w:tr></w:tbl>"
    #expect(try DOCXFixture(table).lines() == ["row 1: 残 | 存"])
  }

  @Test(arguments: [
    (["用語", "意味"], "<w:shd w:fill=\"D9D9D9\"/>", "head"), (["用語", "意味"], "", "row"),
    (["年月", "箇所", "内容"], "", "head"), (["2020年", "全部", "初版"], "", "row"),
    (["件名", "点検を行う。"], "<w:shd w:fill=\"D9D9D9\"/>", "row"),
  ])
  func columnNamesAreToldByTheirSetting(names: [String], setting: String, role: String) throws {
    let first = names.map { F.cell(F.paragraph($0), setting) }.joined()
    let second = names.map { _ in F.cell(F.paragraph("値")) }.joined()
    let lines = try DOCXFixture("<w:tbl><w:tr>\(first)</w:tr><w:tr>\(second)</w:tr></w:tbl>")
      .lines()
    #expect(lines.first?.hasPrefix(role) == true)
  }
}
