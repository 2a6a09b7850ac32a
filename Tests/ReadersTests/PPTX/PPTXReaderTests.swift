import DocumentModel
import Testing

@testable import Readers

/// Slides in their order with titles, boxes by place, tables, bullets and notes.
@Suite struct PPTXReaderTests {
  private typealias Fixture = PPTXFixture

  @Test func slidesComeInTheOrderOfThePresentation() throws {
    var fixture = Fixture(
      Fixture.title("三枚目"), Fixture.title("一枚目"), Fixture.title("二枚目"))
    fixture.order = [1, 2, 0]
    let document = try fixture.read().value
    #expect(
      markedLines(document) == ["title: 一枚目", "heading 1: \u{0C}二枚目", "heading 1: \u{0C}三枚目"])
    #expect(document.pages.map(\.number) == [1, 2, 3])
    let words = document.pages.map { page in
      String(decoding: document.utf8[page.span.utf8Range()], as: UTF8.self)
    }
    #expect(words == ["一枚目\n", "\u{0C}二枚目\n", "\u{0C}三枚目\n"])
  }

  @Test func theTitleComesFirstAndBoxesByPlace() throws {
    let boxes =
      Fixture.box([Fixture.paragraph("右下")], at: Fixture.place(500, 500, 400, 300))
      + Fixture.box([Fixture.paragraph("左下")], at: Fixture.place(0, 500, 400, 300))
      + Fixture.box([Fixture.paragraph("右の見出し")], at: Fixture.place(500, 200, 400, 80))
      + Fixture.box([Fixture.paragraph("左の見出し")], at: Fixture.place(0, 200, 400, 80))
      + Fixture.box([Fixture.paragraph("全体の説明")], at: Fixture.place(0, 100, 900, 80))
      + Fixture.box(
        [Fixture.paragraph("点検の状況")], placeholder: "type=\"title\"",
        at: Fixture.place(0, 0, 900, 80))
    let lines = try Fixture(boxes).lines()
    #expect(
      lines == [
        "heading 1: 点検の状況", "paragraph: 全体の説明", "paragraph: 左の見出し", "paragraph: 左下",
        "paragraph: 右の見出し", "paragraph: 右下",
      ])
  }

  @Test func boxesOfOneSizeAreReadRowByRow() throws {
    let words = [["甲", "乙", "丙"], ["丁", "戊", "己"]]
    var boxes: [String] = []
    for (row, line) in words.enumerated() {
      for (column, word) in line.enumerated() {
        boxes.append(
          Fixture.box(
            [Fixture.paragraph(word)], at: Fixture.place(column * 300, row * 200, 250, 150)))
      }
    }
    let lines = try Fixture(boxes.reversed().joined()).lines()
    #expect(lines == words.joined().map { "paragraph: \($0)" })
  }

  @Test func aGroupIsReadAsOne() throws {
    // The group lies on the right; its members count in a space of their own.
    let place =
      "<a:xfrm><a:off x=\"500000\" y=\"0\"/><a:ext cx=\"400000\" cy=\"300000\"/>"
      + "<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"40\" cy=\"30\"/></a:xfrm>"
    let member = { (words: String, y: Int) in
      Fixture.box(
        [Fixture.paragraph(words)],
        at: "<a:xfrm><a:off x=\"0\" y=\"\(y)\"/><a:ext cx=\"40\" cy=\"10\"/></a:xfrm>")
    }
    let shapes =
      Fixture.group(member("右の下", 15) + member("右の上", 0), place: place)
      + Fixture.box([Fixture.paragraph("左")], at: Fixture.place(0, 100, 400, 100))
    let lines = try Fixture(shapes).lines()
    #expect(
      lines == ["paragraph: 左", "paragraph: 右の上", "paragraph: 右の下"])
  }

  @Test func aPlaceholderTakesItsPlaceFromTheLayoutOrTheMaster() throws {
    var fixture = Fixture(
      Fixture.box([Fixture.paragraph("下")], placeholder: "idx=\"2\"")
        + Fixture.box([Fixture.paragraph("中")], at: Fixture.place(0, 300, 900, 100))
        + Fixture.box([Fixture.paragraph("上")], placeholder: "type=\"subTitle\" idx=\"1\""))
    fixture.layout = Fixture.box([], placeholder: "idx=\"2\"", at: Fixture.place(0, 500, 900, 100))
    fixture.master = Fixture.box([], placeholder: "type=\"body\"", at: Fixture.place(0, 0, 900, 90))
    let lines = try fixture.lines()
    #expect(
      lines == ["paragraph: 上", "paragraph: 中", "paragraph: 下"])
  }

  @Test func bulletsAndNumbersArePrinted() throws {
    let number = { (start: String) in
      "<a:pPr><a:buAutoNum type=\"circleNumDbPlain\"\(start)/></a:pPr>"
    }
    var fixture = Fixture(
      Fixture.box(
        [
          Fixture.paragraph("受け継ぐ"), Fixture.paragraph("下の段", "<a:pPr lvl=\"1\"/>"),
          Fixture.paragraph("なし", "<a:pPr><a:buNone/></a:pPr>"),
          Fixture.paragraph("第一", number("")), Fixture.paragraph("第二", number("")),
          Fixture.paragraph("第五", number(" startAt=\"5\"")),
          Fixture.paragraph(
            "記号", "<a:pPr><a:buFont typeface=\"Wingdings\"/><a:buChar char=\"ü\"/></a:pPr>"),
        ], placeholder: "idx=\"1\""))
    fixture.styles =
      "<p:bodyStyle><a:lvl1pPr><a:buChar char=\"•\"/></a:lvl1pPr>"
      + "<a:lvl2pPr><a:buChar char=\"–\"/></a:lvl2pPr></p:bodyStyle>"
    let lines = try fixture.lines()
    #expect(
      lines == [
        "item 0: • 受け継ぐ", "item 1: – 下の段", "paragraph: なし", "item 0: ① 第一", "item 0: ② 第二",
        "item 0: ⑤ 第五", "item 0: ✓ 記号",
      ])
  }

  @Test func tablesKeepTheirColumnsAndHead() throws {
    let rows = [["物資", "所管", "認定"], ["蓄電池", "経済産業省", "十件"], ["^", "国土交通省", "二件"]]
    #expect(
      try Fixture(Fixture.table(rows)).lines() == [
        "head 1: 物資 | 所管 | 認定", "row 1: 蓄電池 | 経済産業省 | 十件", "row 1:  | 国土交通省 | 二件",
      ])
    // Two columns that no program sets off may as well be two values.
    #expect(
      try Fixture(Fixture.table(rows.map { Array($0.prefix(2)) }, attributes: "")).lines().first?
        .hasPrefix("row") == true)
  }

  @Test func notesAreMarkedAndStandBehindTheirSlide() throws {
    let notes =
      Fixture.box([Fixture.paragraph("1")], placeholder: "type=\"sldNum\"")
      + Fixture.box(
        [Fixture.paragraph("質問への答えを用意する。")], placeholder: "type=\"body\" idx=\"1\"")
    let fixture = Fixture(
      .init(Fixture.title("表紙"), notes: notes), .init(Fixture.title("次の面")))
    let lines = try fixture.lines()
    #expect(
      lines == ["title: 表紙", "note: 質問への答えを用意する。", "heading 1: \u{0C}次の面"])
  }

  @Test func theFootOfSlidesIsSetApartOnce() throws {
    let foot =
      Fixture.box([Fixture.paragraph("内部資料")], placeholder: "type=\"ftr\"")
      + Fixture.box(
        ["<a:p><a:fld type=\"slidenum\"><a:t>3</a:t></a:fld></a:p>"],
        placeholder: "type=\"sldNum\"")
    #expect(
      try Fixture(Fixture.title("甲") + foot, Fixture.title("乙") + foot).lines()
        == ["title: 甲", "furniture: 内部資料", "heading 1: \u{0C}乙"])
  }

  @Test func hiddenSlidesAndWhatIsNotReadAreTold() throws {
    let chart = Fixture.frame("", uri: "http://schemas.openxmlformats.org/drawingml/2006/chart")
    let read = try Fixture(
      .init(Fixture.title("甲") + chart), .init(Fixture.title("乙"), isHidden: true), .init(""),
      .init(Fixture.title("丙"))
    ).read()
    #expect(markedLines(read.value) == ["title: 甲", "heading 1: \u{0C}丙"])
    #expect(read.value.pages.map(\.number) == [1, 3, 4])
    #expect(
      read.diagnostics.map { "\($0.identifier) \($0.arguments["pages"] ?? "")" } == [
        "input.pptx-hidden 2", "input.pptx-graphics 1", "input.pptx-without-text 3",
      ])
  }

  @Test func ofSeveralFormsTheFirstWithWordsIsRead() throws {
    let shapes =
      "<mc:AlternateContent><mc:Choice>\(Fixture.box([Fixture.paragraph("新しい形")]))</mc:Choice>"
      + "<mc:Fallback>\(Fixture.box([Fixture.paragraph("古い形")]))</mc:Fallback></mc:AlternateContent>"
    let lines = try Fixture(shapes).lines()
    #expect(
      lines == ["paragraph: 新しい形"])
  }

  @Test func raisedFiguresStayApart() throws {
    let words =
      "<a:p><a:r><a:t>10</a:t></a:r><a:r><a:rPr baseline=\"30000\"/><a:t>5</a:t></a:r></a:p>"
    #expect(try Fixture(Fixture.box([words])).lines() == ["paragraph: 10⁵"])
  }
}

/// Damaged and hostile presentations are refused, or read within bounds.
@Suite struct HostilePPTXTests {
  private typealias Fixture = PPTXFixture

  private func archive(_ path: String, _ content: String) -> [UInt8] {
    var parts = Fixture(Fixture.title("題")).parts
    parts.removeAll { $0.path == path }
    return OfficeParts.archive(parts + [(path, Array(content.utf8))])
  }

  @Test func aDocumentTypeIsRefused() {
    let part = "ppt/slides/slide1.xml"
    #expect(throws: OfficeReadingError.documentType(part: part, line: 1)) {
      try Fixture.read(archive(part, "<!DOCTYPE a [<!ENTITY b \"bb\">]><sld>&b;</sld>"))
    }
  }

  @Test(arguments: ["p:grpSp", "p:sp", "mc:AlternateContent", "a:p"])
  func deepNestingIsRefused(name: String) {
    let deep = String(repeating: "<\(name)>", count: 10_000)
    #expect(throws: OfficeReadingError.self) {
      try Fixture(deep).read()
    }
  }

  @Test func aSlideNamedOftenIsReadOnce() throws {
    var fixture = Fixture(Fixture.title("題"))
    fixture.order = Array(repeating: 0, count: 1000)
    let lines = try fixture.lines()
    #expect(
      lines == ["title: 題"])
  }

  @Test func relationsToOutsideAreNotFollowed() throws {
    let bytes = archive(
      "ppt/slides/_rels/slide1.xml.rels",
      String(
        decoding: OfficeParts.relations([
          ("r1", "slideLayout", "http://example.com/l.xml"),
          ("r2", "notesSlide", "file:///etc/passwd"),
        ]), as: UTF8.self))
    #expect(markedLines(try Fixture.read(bytes).value) == ["title: 題"])
  }

  @Test func manyBoxesAreOrderedInTime() throws {
    let boxes = (0..<5000).map { index in
      Fixture.box(
        [Fixture.paragraph("\(index)")], at: Fixture.place(index % 70, index / 70, 10, 10))
    }
    #expect(try Fixture(boxes.joined()).lines().count == 5000)
  }

  @Test func aChangedByteIsReadOrRefused() {
    let whole = OfficeParts.archive(Fixture(Fixture.title("題")).parts)
    for position in stride(from: 0, to: whole.count, by: 13) {
      var bytes = whole
      bytes[position] ^= 0x55
      // Either outcome is right; a crash or a hang is not.
      _ = try? Fixture.read(bytes)
    }
  }

  /// A box with words in a type of so many points.
  private func box(_ words: String, _ points: Int, _ place: String) -> String {
    Fixture.box(["<a:p><a:r><a:rPr sz=\"\(points)00\"/><a:t>\(words)</a:t></a:r></a:p>"], at: place)
  }

  @Test func aSlideWithoutATitleOfItsLayoutHasItsLargestWordsAtTheTop() throws {
    let body = box("点検は半年に一度行う。", 18, Fixture.place(500, 2000, 8000, 3000))
    let label = box("資料2", 12, Fixture.place(8000, 100, 900, 300))
    let title = box("点検の進め方", 28, Fixture.place(500, 300, 7000, 700))
    var fixture = Fixture(Fixture.title("港の点検"), body + label + title)
    #expect(
      try fixture.lines() == [
        "title: 港の点検", "heading 1: \u{0C}点検の進め方", "paragraph: 資料2", "paragraph: 点検は半年に一度行う。",
      ])
    // As large as the rest, but above all of it.
    let plain = box("点検の進め方", 18, Fixture.place(500, 300, 7000, 700))
    fixture = Fixture(Fixture.title("港の点検"), body + plain)
    #expect(try fixture.lines()[1] == "heading 1: \u{0C}点検の進め方")
    // Neither larger nor above, a sentence, or at the foot.
    for other in [
      plain + box("費用", 18, Fixture.place(8000, 300, 900, 700)),
      box("点検の進め方を次に示す。", 28, Fixture.place(500, 300, 7000, 700)),
      box("点検の進め方", 28, Fixture.place(500, 5500, 7000, 700)),
    ] {
      let lines = try Fixture(Fixture.title("港の点検"), body + other).lines()
      #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("paragraph: ") }, "\(lines)")
    }
  }

  @Test func aCoverOfBoxesGivesTheTitle() throws {
    let cover =
      box("見本係", 18, Fixture.place(500, 4000, 8000, 500))
      + box("港の点検", 40, Fixture.place(500, 1000, 8000, 900))
    #expect(try Fixture(cover).lines() == ["title: 港の点検", "paragraph: 見本係"])
  }

  @Test func columnsOfVerticalWritingAreReadFromTheRight() throws {
    let boxes = ["左", "中", "右"].enumerated().map { index, words in
      Fixture.box([Fixture.paragraph(words)], at: Fixture.place(index * 2000, 2000, 900, 3000))
        .replacing("<p:txBody>", with: "<p:txBody><a:bodyPr vert=\"eaVert\"/>")
    }
    #expect(
      try Fixture(boxes.joined()).lines() == ["paragraph: 右", "paragraph: 中", "paragraph: 左"])
  }

  @Test func wordsBesideTheSlideAreLeftOutAndTold() throws {
    let read = try Fixture(
      Fixture.title("港")
        + Fixture.box([Fixture.paragraph("控え")], at: Fixture.place(-2000, 0, 1500, 500))
        + Fixture.box([Fixture.paragraph("端")], at: Fixture.place(-500, 2000, 1500, 500))
    ).read()
    #expect(markedLines(read.value) == ["heading 1: 港", "paragraph: 端"])
    #expect(read.diagnostics.map(\.identifier) == ["input.pptx-beside"])
    #expect(read.diagnostics.first?.arguments["pages"] == "1")
  }

  @Test func aHiddenGroupIsLeftOut() throws {
    let group = Fixture.group(Fixture.box([Fixture.paragraph("隠")]), place: "")
      .replacing(
        "<p:grpSpPr>", with: "<p:nvGrpSpPr><p:cNvPr hidden=\"1\"/></p:nvGrpSpPr><p:grpSpPr>")
    #expect(try Fixture(Fixture.title("港") + group).lines() == ["heading 1: 港"])
  }

  @Test func aFractionKeepsItsBar() throws {
    let formula =
      "<a:p><a:r><a:t>約</a:t></a:r><oMath><f><num><r><t>1</t></r></num><den><r><t>3</t></r></den></f>"
      + "</oMath></a:p>"
    #expect(try Fixture(Fixture.box([formula])).lines() == ["paragraph: 約1/3"])
  }

  @Test func aDiagramIsReadAsItWasLastDrawn() throws {
    let frame = Fixture.frame(
      "<relIds r:dm=\"d1\"/>", uri: "http://schemas.openxmlformats.org/drawingml/2006/diagram",
      at: Fixture.place(0, 2000, 9000, 1000))
    let shapes = [("直す", 3000), ("調べる", 0)].map { words, x in
      Fixture.box([Fixture.paragraph(words)], at: Fixture.place(x, 0, 2000, 1000))
    }
    let fixture = Fixture(Fixture.title("流れ") + frame)
    let drawing = OfficeParts.part("drawing", "<spTree>\(shapes.joined())</spTree>")
    var parts = fixture.parts.filter { !$0.path.contains("slides/_rels") }
    parts += [
      (
        "ppt/slides/_rels/slide1.xml.rels",
        OfficeParts.relations([
          ("d1", "diagramData", "../diagrams/data1.xml"),
          ("d2", "diagramDrawing", "../diagrams/drawing1.xml"),
        ])
      ),
      ("ppt/diagrams/data1.xml", OfficeParts.part("dataModel", "<dataModelExt relId=\"d2\"/>")),
    ]
    let bare = try Fixture.read(OfficeParts.archive(parts))
    #expect(markedLines(bare.value) == ["title: 流れ"])
    #expect(bare.diagnostics.map(\.identifier) == ["input.pptx-graphics"])
    let drawn = try Fixture.read(
      OfficeParts.archive(parts + [("ppt/diagrams/drawing1.xml", drawing)]))
    #expect(
      markedLines(drawn.value) == ["heading 1: 流れ", "paragraph: 調べる", "paragraph: 直す"])
    #expect(drawn.diagnostics.isEmpty)
  }
}
