package import DocumentModel

/// Reads Excel files (.xlsx, .xlsm): each sheet's tables as they are printed.
///
/// Numbers and days stand as their formats print them, formulas as the results that the file holds. A
/// merged cell's words stand in its first place. Hidden sheets are left out and told; hidden
/// rows and columns are read, since a filter is left on by accident, and told. Nothing outside the archive is ever fetched.
package struct XLSXReader: Sendable {
  package static let mediaType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  /// The most cells with words that are read of a file.
  private static let mostCells = 2_000_000
  /// The most cells that are written, gaps counted.
  private static let mostPlaces = 20_000_000
  /// The most bytes of words: one string may be shown by many cells.
  private static let mostText = 128 << 20

  package init() {}

  /// Makes a source document of a file's bytes; the text it extracts is the source layer.
  ///
  /// `source` is the name by which the file was given, `path` where it lies; `sha256` is that of
  /// `bytes`. There are no pages: paper and printer make them.
  ///
  /// - Throws: `OfficeReadingError` where the archive or a part of it is damaged or refused.
  package func read(
    _ bytes: [UInt8], id: DocumentID, source: String, path: String, sha256: String
  ) throws(OfficeReadingError) -> Staged<SourceDocument> {
    let package = try OfficePackage(bytes, folder: "xl", names: ["workbook.xml"])
    let book = try package.read(package.main) { (reader) throws(XMLReadingError) in
      try XLSXWorkbook(reader)
    }
    let relations = try package.relations(of: package.main)
    let strings =
      try package.read(firstOf: "sharedStrings", among: relations) {
        (reader) throws(XMLReadingError) in
        try Self.strings(reader)
      } ?? []
    let styles =
      try package.read(firstOf: "styles", among: relations) { (reader) throws(XMLReadingError) in
        try XLSXStyles(reader)
      } ?? XLSXStyles()
    let paths = Dictionary(
      relations.filter { $0.type == "worksheet" }.map { ($0.id, $0.path) }
    ) { first, _ in first }
    let shown = book.sheets.filter { !$0.isHidden && paths[$0.relation] != nil }
    var writer = XLSXTextWriter(places: Self.mostPlaces)
    var cellsLeft = Self.mostCells
    var formulas = 0
    var withHiddenCells: [String] = []
    for entry in shown {
      guard let path = paths[entry.relation] else { continue }
      let sheet = try package.read(path) { (reader) throws(XMLReadingError) in
        var parser = XLSXSheetParser(
          reader: reader, strings: strings, styles: styles, is1904: book.is1904,
          cellsLeft: cellsLeft)
        let sheet = try parser.sheet()
        cellsLeft = parser.cellsLeft
        return sheet
      }
      guard cellsLeft >= 0 else { throw .tooManyCells(limit: Self.mostCells) }
      guard Self.textCount(of: sheet) + writer.builder.utf8.count <= Self.mostText else {
        throw .tooMuchText(bytes: Self.mostText)
      }
      let isAlone = shown.count == 1
      let name = isAlone && XLSXWorkbook.isDefault(entry.name) ? nil : entry.name
      if !sheet.rows.isEmpty { writer.write(sheet, name: name, isAlone: isAlone && name == nil) }
      guard !writer.isOverfull else { throw .tooManyCells(limit: Self.mostPlaces) }
      formulas += sheet.formulasWithoutResult
      if sheet.hasHiddenCells { withHiddenCells.append(entry.name) }
    }
    let document = SourceDocument(
      id: id, source: source, sha256: sha256, mediaType: Self.mediaType,
      utf8: writer.builder.utf8, metadata: try package.coreProperties(), marks: writer.builder.marks
    )
    var diagnostics: [Diagnostic] = []
    for (identifier, sheets) in [
      ("input.xlsx-hidden", book.sheets.filter(\.isHidden).map(\.name)),
      ("input.xlsx-hidden-cells", withHiddenCells),
    ] where !sheets.isEmpty {
      diagnostics.append(
        Diagnostic(
          identifier, .note,
          arguments: ["source": path, "sheets": sheets.prefix(20).joined(separator: ", ")]))
    }
    if formulas > 0 {
      diagnostics.append(
        Diagnostic(
          "input.xlsx-formulas", .warning, arguments: ["source": path, "count": String(formulas)]))
    }
    return Staged(document, diagnostics: diagnostics)
  }

  private static func textCount(of sheet: XLSXSheet) -> Int {
    sheet.rows.reduce(0) { $1.cells.reduce($0) { $0 + $1.text.utf8.count } }
  }

  /// The strings that cells refer to by position.
  private static func strings(_ reader: XMLPullReader) throws(XMLReadingError) -> [String] {
    var strings: [String] = []
    while true {
      switch try reader.next() {
      case .start:
        guard reader.name == "si" else { continue }
        let words = try XLSXSheetParser.string(reader)
        // Many cells may show one string: what is blank is found out once.
        let isBlank = words.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
        strings.append(isBlank ? "" : words)
      case .end, .text: break
      case .finished: return strings
      }
    }
  }
}

/// What a workbook says of its sheets (ECMA-376 18.2).
struct XLSXWorkbook: Sendable {
  struct Sheet: Sendable {
    var name: String
    var relation: String
    var isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  /// Whether days count from 1904-01-01.
  private(set) var is1904 = false

  /// Reads the workbook part; a sheet that is listed again is the same one and counts once.
  init(_ reader: XMLPullReader) throws(XMLReadingError) {
    var seen: Set<String> = []
    while true {
      switch try reader.next() {
      case .start:
        if reader.name == "workbookPr" {
          is1904 = reader.attribute("date1904").map { ["1", "true"].contains($0) } ?? false
        } else if reader.name == "sheet", let id = reader.prefixedAttribute("id"),
          seen.insert(id).inserted
        {
          sheets.append(
            Sheet(
              name: reader.attribute("name") ?? "", relation: id,
              isHidden: ["hidden", "veryHidden"].contains(reader.attribute("state") ?? "")))
        }
      case .end, .text: break
      case .finished: return
      }
    }
  }

  /// Whether a name is one that a program gives by itself: Sheet1.
  static func isDefault(_ name: String) -> Bool {
    ["Sheet", "シート", "Feuil", "Tabelle"].contains { prefix in
      name.hasPrefix(prefix)
        && name.dropFirst(prefix.count).allSatisfy { $0.isNumber || $0 == " " }
    }
  }
}
