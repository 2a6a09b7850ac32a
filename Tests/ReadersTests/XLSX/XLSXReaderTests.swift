import DocumentModel
import Testing

@testable import Readers

/// Sheets as tables, with strings, numbers and days as a spreadsheet prints them.
@Suite struct XLSXReaderTests {
  private typealias Fixture = XLSXFixture

  @Test func sheetsAreSectionsOfTables() throws {
    let fixture = Fixture(
      .init(
        name: "認定", content: Fixture.sheet([["物資", "件数", "所管"], ["蓄電池", "十", "経済産業省"]])),
      .init(name: "控え", content: Fixture.sheet([["古い値"]]), state: "veryHidden"),
      .init(name: "空", content: "<sheetData/>"),
      .init(name: "予算", content: Fixture.sheet([["単位は億円。"]])))
    let read = try fixture.read()
    #expect(
      markedLines(read.value) == [
        "heading 1: 認定", "head 1: 物資 | 件数 | 所管", "row 1: 蓄電池 | 十 | 経済産業省",
        "heading 1: 予算", "paragraph: 単位は億円。",
      ])
    #expect(read.diagnostics.map(\.identifier) == ["input.xlsx-hidden"])
    #expect(read.diagnostics.first?.arguments["sheets"] == "控え")
    #expect(read.value.pages == [])
  }

  @Test(arguments: [
    ("<row r=\"1\" hidden=\"1\">", "", true),
    ("<row r=\"1\">", "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>", true),
    (
      "<row r=\"1\">",
      "<cols><col min=\"3\" max=\"9\" hidden=\"1\"/><col min=\"1\" max=\"2\"/></cols>", false
    ),
  ])
  func hiddenRowsAndColumnsAreReadAndTold(row: String, columns: String, isTold: Bool) throws {
    let sheet = Fixture.sheet([["物資", "件数"]]).replacing("<row r=\"1\">", with: row)
    let read = try Fixture(columns + sheet).read()
    #expect(markedLines(read.value) == ["row 1: 物資 | 件数"])
    #expect(read.diagnostics.map(\.identifier) == (isTold ? ["input.xlsx-hidden-cells"] : []))
  }

  @Test func titleTableAndRemarkAreToldApart() throws {
    let sheet = Fixture.sheet([
      ["供給確保の状況"], [], ["物資", "年度", "金額"], ["船舶", "令和六年度", "三億円"], ["", "令和七年度", "四億円"],
      ["※ 金額は概数"], [], ["出典", "当方の調べ"],
    ])
    let lines = try Fixture(sheet).lines()
    #expect(
      lines == [
        "title: 供給確保の状況", "head 1: 物資 | 年度 | 金額", "row 1: 船舶 | 令和六年度 | 三億円",
        "row 1:  | 令和七年度 | 四億円", "paragraph: ※ 金額は概数", "row 2: 出典 | 当方の調べ",
      ])
  }

  @Test func aTableGoesOnBehindABlankRow() throws {
    let sheet = Fixture.sheet([["物資", "年度", "金額"], ["船舶", "六年", "三"], [], ["合計", "", "三"]])
    let lines = try Fixture(sheet).lines()
    #expect(
      lines == [
        "head 1: 物資 | 年度 | 金額", "row 1: 船舶 | 六年 | 三", "row 1: 合計 |  | 三",
      ])
  }

  @Test func mergedHeadsReachOverTheirRows() throws {
    let sheet = Fixture.sheet(
      [["物資", "予算", ""], ["", "当初", "補正"], ["船舶", "三", "四"], ["", "五", "六"]],
      merged: ["A1:A2", "B1:C1", "A3:A4"])
    let lines = try Fixture(sheet).lines()
    #expect(
      lines == [
        "head 1: 物資 | 予算 | ", "head 1:  | 当初 | 補正", "row 1: 船舶 | 三 | 四", "row 1:  | 五 | 六",
      ])
  }

  @Test func columnsWithoutWordsAreLeftOut() throws {
    let far =
      "<sheetData><row r=\"1\"><c r=\"B1\" t=\"str\"><v>甲</v></c><c r=\"XFD1\" t=\"str\"><v>乙</v></c></row></sheetData>"
    let lines = try Fixture(far).lines()
    #expect(
      lines == ["row 1: 甲 | 乙"])
  }

  @Test func stringsOfEveryKindAreRead() throws {
    var fixture = Fixture(
      "<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>9</v></c>"
        + "<c t=\"str\"><f>A1</f><v>式の値</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c>"
        + "<c><f>B1</f></c><c t=\"inlineStr\"><is><t>行_x000A_内</t></is></c></row></sheetData>")
    fixture.strings =
      "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>"
      + "<si><r><t>10</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>5</t></r></si>"
    let read = try fixture.read()
    #expect(
      markedLines(read.value) == ["row 1: 東京 | 10⁵ | 式の値 | TRUE | #N/A | 行 内"])
    #expect(read.diagnostics.map(\.identifier) == ["input.xlsx-formulas"])
  }

  @Test func daysFollowTheFormatAndTheSystem() throws {
    let row =
      "<sheetData><row><c s=\"0\"><v>45292</v></c><c s=\"1\"><v>45292</v></c><c s=\"2\"><v>45292</v></c>"
      + "<c s=\"3\"><v>45292</v></c></row></sheetData>"
    var fixture = Fixture(row)
    fixture.styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年度&quot;\"/></numFmts>"
      + "<cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"28\"/><xf numFmtId=\"164\"/><xf numFmtId=\"0\"/></cellXfs>"
    let lines = try fixture.lines()
    #expect(
      lines == ["row 1: 2024/1/1 | 令和6年1月1日 | 2024年度 | 45292"])
    fixture.is1904 = true
    let again = try fixture.lines()
    #expect(
      again == ["row 1: 2028/1/2 | 令和10年1月2日 | 2028年度 | 45292"])
  }
}

/// Damaged and hostile workbooks are refused, or read within bounds.
@Suite struct HostileXLSXTests {
  private typealias Fixture = XLSXFixture

  @Test func aDocumentTypeIsRefused() {
    var parts = Fixture("<sheetData/>").parts
    parts.removeAll { $0.path == "xl/workbook.xml" }
    parts.append(("xl/workbook.xml", Array("<!DOCTYPE a><workbook/>".utf8)))
    #expect(throws: OfficeReadingError.documentType(part: "xl/workbook.xml", line: 1)) {
      try Fixture.read(OfficeParts.archive(parts))
    }
  }

  @Test func oneStringShownByManyCellsIsBounded() throws {
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 16_000)
    var fixture = Fixture("<sheetData><row>\(cells)</row></sheetData>")
    fixture.strings = "<si><t>\(String(repeating: "長い語", count: 3000))</t></si>"
    #expect(throws: OfficeReadingError.tooMuchText(bytes: 128 << 20)) { try fixture.read() }
  }

  @Test func cellsFarApartAreBounded() throws {
    let diagonal = (1...5000).map { index in
      // Two cells a row, one of them in a column of its own.
      "<row r=\"\(index)\"><c r=\"A\(index)\" t=\"str\"><v>甲</v></c>"
        + "<c r=\"\(Self.column(index + 1))\(index)\" t=\"str\"><v>乙</v></c></row>"
    }
    #expect(throws: OfficeReadingError.tooManyCells(limit: 20_000_000)) {
      try Fixture("<sheetData>\(diagonal.joined())</sheetData>").read()
    }
  }

  private static func column(_ number: Int) -> String {
    var (number, name) = (number, "")
    while number > 0 {
      name = String(UnicodeScalar(UInt8(0x41 + (number - 1) % 26))) + name
      number = (number - 1) / 26
    }
    return name
  }

  @Test func falseFiguresCostNothing() throws {
    let sheet =
      "<sheetData><row r=\"-4\"><c r=\"AAAA99999999\" s=\"-1\"><v>1e999</v></c><c r=\"A0\" s=\"9999999\"><v>nan</v></c>"
      + "<c t=\"s\"><v>-1</v></c><c><v>12</v></c></row><row r=\"1\"><c r=\"?\"><v>甲</v></c></row></sheetData>"
      + "<mergeCells><mergeCell ref=\"C3:A1\"/><mergeCell ref=\":\"/><mergeCell/></mergeCells>"
    #expect(try !Fixture(sheet).lines().isEmpty)
  }

  @Test func aChangedByteIsReadOrRefused() {
    let whole = OfficeParts.archive(Fixture(Fixture.sheet([["甲", "乙"]])).parts)
    for position in stride(from: 0, to: whole.count, by: 13) {
      var bytes = whole
      bytes[position] ^= 0x55
      // Either outcome is right; a crash or a hang is not.
      _ = try? Fixture.read(bytes)
    }
  }
}
