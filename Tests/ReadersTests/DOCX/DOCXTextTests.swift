import DocumentModel
import Testing

@testable import Readers

@Suite struct DOCXTextTests {
  private typealias F = DOCXFixture

  /// The text of one paragraph with the given content.
  private func text(_ content: String) throws -> [String] {
    try DOCXFixture("<w:p>\(content)</w:p>").lines()
  }

  @Test(arguments: [
    ("<w:r><w:t>調達</w:t><w:tab/><w:t>計画</w:t></w:r>", "調達 計画"),
    ("<w:r><w:t xml:space=\"preserve\"> 調達 </w:t></w:r><w:r><w:t> 計画 </w:t></w:r>", "調達 計画"),
    ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r>", "A-B"),
    ("<w:r><w:t>前</w:t><w:br/><w:t>後</w:t><w:br w:type=\"page\"/></w:r>", "前 後"),
    ("<w:hyperlink><w:r><w:t>要綱</w:t></w:r></w:hyperlink>", "要綱"),
    ("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/></w:r>", "→"),
    (
      "<w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>5</w:t></w:r>",
      "10⁵"
    ),
    (
      "<w:r><w:t>CO</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"subscript\"/></w:rPr><w:t>2</w:t></w:r>",
      "CO₂"
    ),
    ("<w:r><w:t>見</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隠</w:t></w:r>", "見"),
    (
      "<w:r><w:ruby><w:rt><w:r><w:t>きょうじん</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>強靱</w:t></w:r>"
        + "</w:rubyBase></w:ruby></w:r><w:r><w:t>化</w:t></w:r>", "強靱化"
    ),
    ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
    (
      "<m:oMath><m:f><m:fPr/><m:num><m:r><w:rPr/><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r>"
        + "</m:den></m:f></m:oMath>", "1/2"
    ),
    (
      "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:sSup><m:e><m:r><m:t>c</m:t></m:r>"
        + "</m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:den></m:f></m:oMath>",
      "(a+b)/c²"
    ),
    (
      "<m:oMath><m:rad><m:deg/><m:e><m:r><m:t>3</m:t></m:r></m:e></m:rad><m:sSub><m:e><m:r><m:t>x</m:t></m:r>"
        + "</m:e><m:sub><m:r><m:t>k</m:t></m:r></m:sub></m:sSub></m:oMath>", "√3x_k"
    ),
    ("<w:r><w:t>前</w:t><w:br w:type=\"page\"/><w:t>後</w:t></w:r>", "前 後"),
    ("<w:sdt><w:sdtContent><w:r><w:t>欄</w:t></w:r></w:sdtContent></w:sdt>", "欄"),
    ("<w:smartTag><w:r><w:t>東京</w:t></w:r></w:smartTag>", "東京"),
  ])
  func wordsAreThoseThatArePrinted(content: String, words: String) throws {
    #expect(try text(content) == ["paragraph: \(words)"])
  }

  /// Fields that Word draws from their instruction.
  @Test(arguments: [
    ("EQ \\* jc2 \\* \"Font:見本明朝\" \\* hps10 \\o\\ad(\\s\\up 9(がんぺき),岸壁)", "岸壁"),
    ("EQ \\o\\ac(○,7)", "⑦"), ("EQ \\o\\ac(○,秘)", "秘"), ("eq \\f(1,2)", "1/2"),
    ("EQ a\\,b(c)", "a,b(c)"), ("EQ \\o(", ""), ("EQ )(", ")()"),
    ("MACROBUTTON 無 ここを押す", "ここを押す"), ("SYMBOL 252 \\f \"Wingdings\" \\s 10", "✓"),
    ("XE \"索引\"", ""),
  ])
  func fieldsWithoutAResult(instruction: String, words: String) throws {
    let mark = { (type: String) in "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    let start = F.run("前") + mark("begin") + "<w:r><w:instrText>\(instruction)</w:instrText></w:r>"
    #expect(try text(start + mark("end") + F.run("後")) == ["paragraph: 前\(words)後"])
    #expect(
      try text(start + mark("separate") + mark("end") + F.run("後")) == ["paragraph: 前\(words)後"])
    #expect(
      try text(start + mark("separate") + F.run("結果") + mark("end")) == ["paragraph: 前結果"])
  }

  @Test func aDeletedCellIsLeftOut() throws {
    let cells =
      F.cell(F.paragraph("消"), "<w:cellDel/>") + F.cell(F.paragraph("残")) + F.cell("<w:p/>")
    #expect(try DOCXFixture("<w:tbl><w:tr>\(cells)</w:tr></w:tbl>").lines() == ["row 1: 残 | "])
  }

  @Test(arguments: [
    (
      "<w:r><w:t>旧</w:t></w:r><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>消</w:delText></w:r></w:del>",
      "旧新"
    ),
    (
      "<w:moveFrom><w:r><w:t>元</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>先</w:t></w:r></w:moveTo>",
      "先"
    ),
    (
      "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>残る</w:t></w:r>",
      "残る"
    ),
  ])
  func trackedChangesAreAccepted(content: String, words: String) throws {
    #expect(try text(content) == ["paragraph: \(words)"])
  }

  @Test func aDeletedParagraphEndRunsOnIntoTheNext() throws {
    let first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(F.run("備蓄を"))</w:p>"
    let lines = try DOCXFixture(first + F.paragraph("増やす。") + F.paragraph("次の段落。")).lines()
    #expect(lines == ["paragraph: 備蓄を増やす。", "paragraph: 次の段落。"])
  }

  @Test func fieldsGiveTheirResults() throws {
    let complex =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF a \\h</w:instrText></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>第2章</w:t></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    let simple = "<w:fldSimple w:instr=\"SEQ 表\"><w:r><w:t>3</w:t></w:r></w:fldSimple>"
    #expect(try text(F.run("→") + complex + F.run("、表") + simple) == ["paragraph: →第2章、表3"])
  }

  @Test func aTextBoxIsReadOnce() throws {
    let box = "<w:txbxContent>\(F.paragraph("枠の中。"))</w:txbxContent>"
    let both =
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>\(box)"
      + "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)"
      + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    #expect(try text(F.run("本文。") + both) == ["paragraph: 本文。", "paragraph: 枠の中。"])
    let old = "<w:r><w:pict><v:textbox>\(box)</v:textbox></w:pict></w:r>"
    #expect(try text(old) == ["paragraph: 枠の中。"])
  }

  @Test func theFallbackIsReadWhereTheChoiceHoldsNoWords() throws {
    let emoji =
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"w16se\"><w:symEx/></mc:Choice>"
      + "<mc:Fallback><w:t>○</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    #expect(try text(F.run("可") + emoji) == ["paragraph: 可○"])
  }

  @Test func notesStandBelowTheParagraphOfTheirMark() throws {
    var fixture = DOCXFixture(
      "<w:p>\(F.run("指標"))<w:r><w:footnoteReference w:id=\"2\"/></w:r>\(F.run("を定める。"))</w:p>"
        + "<w:p>\(F.run("末尾"))<w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>"
        + "<w:p><w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"3\"/><w:t>※</w:t></w:r></w:p>"
        + "<w:p>\(F.run("次"))<w:r><w:footnoteReference w:id=\"4\"/></w:r></w:p>")
    fixture.footnotes =
      "<w:footnote w:type=\"separator\" w:id=\"-1\">\(F.paragraph("—"))</w:footnote>"
      + "<w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r>\(F.run(" 速報の値。"))</w:p></w:footnote>"
      + "<w:footnote w:id=\"3\">\(F.paragraph("※ 独自の印。"))</w:footnote>"
      + "<w:footnote w:id=\"4\">\(F.paragraph("一つ目。"))\(F.paragraph("二つ目。"))</w:footnote>"
    fixture.endnotes = "<w:endnote w:id=\"2\">\(F.paragraph("文末の注。"))</w:endnote>"
    #expect(
      try fixture.lines() == [
        "paragraph: 指標¹を定める。", "note: ¹ 速報の値。", "paragraph: 末尾ⁱ", "note: ⁱ 文末の注。",
        "paragraph: ※", "note: ※ 独自の印。", "paragraph: 次²", "note: ² 一つ目。", "+ 二つ目。",
      ])
  }

  @Test func theTableOfContentsHeadersAndFootersAreSetApart() throws {
    let page =
      "<w:p>\(F.run("- "))<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>3</w:t></w:r></w:fldSimple>\(F.run(" -"))</w:p>"
    var fixture = DOCXFixture(
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(F.run("1 総論 2"))</w:p>"
        + F.paragraph("2 各論 5")
        + "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>" + F.paragraph("本文。"))
    fixture.header = F.paragraph("検討会資料") + F.paragraph("検討会資料")
    fixture.footer = page
    #expect(
      try fixture.lines() == [
        "furniture: 検討会資料", "furniture: 1 総論 2", "furniture: 2 各論 5", "paragraph: 本文。",
      ])
  }

  @Test func propertiesAreInferred() throws {
    var fixture = DOCXFixture(F.paragraph("本文。"))
    fixture.properties =
      "<dc:title> 点検の 手引き </dc:title><dc:creator>架空庁</dc:creator>"
      + "<dcterms:created>2025-01-02T00:00:00Z</dcterms:created>"
      + "<dcterms:modified>2025-03-04T05:00:00Z</dcterms:modified>"
    let metadata = try fixture.read().metadata
    #expect(metadata.title == .init("点検の 手引き", .inferred))
    #expect(metadata.issuer == .init("架空庁", .inferred))
    #expect(metadata.date == .init("2025-03-04", .inferred))
  }

  @Test func itemsPartedByBreaksAreItemsOfTheirOwn() throws {
    let content = "<w:r><w:t>次を満たす。</w:t><w:br/><w:t>ア）暗号化</w:t><w:br/><w:t>イ）管理</w:t></w:r>"
    #expect(try text(content) == ["paragraph: 次を満たす。", "item 0: ア）暗号化", "item 0: イ）管理"])
  }
}
