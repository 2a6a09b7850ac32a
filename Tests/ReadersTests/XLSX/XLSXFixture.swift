import DocumentModel

@testable import Readers

/// An Excel file made of the sheets that a test gives.
struct XLSXFixture {
  /// A sheet by what stands in its root element.
  struct Sheet {
    var name: String
    var content: String
    var state = "visible"
  }

  var sheets: [Sheet]
  /// What stands in `sst` and `styleSheet`.
  var strings = ""
  var styles = ""
  var is1904 = false

  init(_ sheets: Sheet...) { self.sheets = sheets }

  /// A lone sheet with a name as a program gives it.
  init(_ content: String) { sheets = [Sheet(name: "Sheet1", content: content)] }

  /// Rows of inline strings from A1 on; an empty cell is left out.
  static func rows(_ rows: [[String]], from first: Int = 1) -> String {
    let body = rows.enumerated().map { index, row in
      let cells = row.enumerated().map { column, words -> String in
        let place = String(UnicodeScalar(UInt8(0x41 + column))) + "\(first + index)"
        return words.isEmpty
          ? "" : "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(words)</t></is></c>"
      }
      return "<row r=\"\(first + index)\">\(cells.joined())</row>"
    }
    return body.joined()
  }

  static func sheet(_ rows: [[String]], merged: [String] = []) -> String {
    let ranges = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return "<sheetData>\(Self.rows(rows))</sheetData><mergeCells>\(ranges)</mergeCells>"
  }

  var parts: [(path: String, content: [UInt8])] {
    let list = sheets.indices.map { index in
      "<sheet name=\"\(sheets[index].name)\" sheetId=\"\(index + 1)\" state=\"\(sheets[index].state)\""
        + " r:id=\"s\(index)\"/>"
    }
    return [
      ("[Content_Types].xml", Array("<Types/>".utf8)),
      ("_rels/.rels", OfficeParts.relations([("r1", "officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        OfficeParts.part(
          "workbook",
          "<workbookPr date1904=\"\(is1904 ? 1 : 0)\"/><sheets>\(list.joined())</sheets>")
      ),
      (
        "xl/_rels/workbook.xml.rels",
        OfficeParts.relations(
          sheets.indices.map { ("s\($0)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
            + [("t", "sharedStrings", "sharedStrings.xml"), ("u", "styles", "styles.xml")])
      ),
      ("xl/sharedStrings.xml", OfficeParts.part("sst", strings)),
      ("xl/styles.xml", OfficeParts.part("styleSheet", styles)),
    ]
      + sheets.enumerated().map { index, sheet in
        ("xl/worksheets/sheet\(index + 1).xml", OfficeParts.part("worksheet", sheet.content))
      }
  }

  func read() throws -> Staged<SourceDocument> { try Self.read(OfficeParts.archive(parts)) }

  static func read(_ bytes: [UInt8]) throws(OfficeReadingError) -> Staged<SourceDocument> {
    try XLSXReader().read(
      bytes, id: DocumentID("d"), source: "d.xlsx", path: "d.xlsx", sha256: "")
  }

  /// The lines with their marks.
  func lines() throws -> [String] { markedLines(try read().value) }
}
