/// Reads the words of a sheet's cells as a spreadsheet prints them (ECMA-376 18.3.1).
struct XLSXSheetParser {
  let reader: XMLPullReader
  let strings: [String]
  let styles: XLSXStyles
  let is1904: Bool
  /// Cells that may still be read; the reading stops below zero.
  var cellsLeft: Int
  /// Columns that are hidden; they stand before the rows.
  private var hiddenColumns: [ClosedRange<Int>] = []

  init(
    reader: XMLPullReader, strings: [String], styles: XLSXStyles, is1904: Bool, cellsLeft: Int
  ) {
    self.reader = reader
    self.strings = strings
    self.styles = styles
    self.is1904 = is1904
    self.cellsLeft = cellsLeft
  }

  /// Reads the sheet to its end.
  mutating func sheet() throws(XMLReadingError) -> XLSXSheet {
    var sheet = XLSXSheet()
    var next = 1
    while true {
      switch try reader.next() {
      case .start:
        switch reader.name {
        case "col":
          // A sheet has no more than a few; each cell is held against them.
          if Self.isHidden(reader), hiddenColumns.count < 256,
            let first = reader.attribute("min").flatMap({ Int($0) }),
            let last = reader.attribute("max").flatMap({ Int($0) }), first <= last
          {
            hiddenColumns.append(first...last)
          }
        case "row":
          let isHidden = Self.isHidden(reader)
          let number = reader.attribute("r").flatMap { Int($0) } ?? next
          let cells = try row(&sheet)
          // Rows ascend; one that doesn't is out of its place and follows the last.
          let place = (next...XLSXReference.mostRows).contains(number) ? number : next
          next = place + 1
          if !cells.isEmpty { sheet.rows.append(XLSXRow(number: place, cells: cells)) }
          if isHidden, !cells.isEmpty { sheet.hasHiddenCells = true }
          if cellsLeft < 0 { return sheet }
        case "mergeCell":
          if let range = reader.attribute("ref").flatMap({ XLSXRange($0) }) {
            sheet.merged.append(range)
          }
        case "autoFilter":
          if let range = reader.attribute("ref").flatMap({ XLSXRange($0) }) {
            sheet.filterHeads.insert(range.rows.lowerBound)
          }
        default: break
        }
      case .end, .text: break
      case .finished: return sheet
      }
    }
  }

  private static func isHidden(_ reader: XMLPullReader) -> Bool {
    reader.attribute("hidden").map { ["1", "true"].contains($0) } ?? false
  }

  private mutating func row(_ sheet: inout XLSXSheet) throws(XMLReadingError) -> [XLSXCell] {
    var cells: [XLSXCell] = []
    var next = 1
    while true {
      switch try reader.next() {
      case .start:
        guard reader.name == "c" else {
          try reader.skip()
          continue
        }
        let named = reader.attribute("r").flatMap { XLSXReference($0) }?.column ?? next
        let column = named >= next ? named : next
        next = column + 1
        if let cell = try cell(at: column, &sheet) {
          cells.append(cell)
          if !sheet.hasHiddenCells, hiddenColumns.contains(where: { $0.contains(column) }) {
            sheet.hasHiddenCells = true
          }
          cellsLeft -= 1
          if cellsLeft < 0 { return cells }
        }
      case .end, .finished: return cells
      case .text: break
      }
    }
  }

  /// The cell whose start was the last event; nil where nothing would be printed.
  private mutating func cell(
    at column: Int, _ sheet: inout XLSXSheet
  ) throws(XMLReadingError) -> XLSXCell? {
    let type = reader.attribute("t") ?? "n"
    let style = reader.attribute("s").flatMap { Int($0) } ?? 0
    var value = ""
    var inline: String?
    var hasFormula = false
    let reader = reader
    try reader.forEachChild { (name) throws(XMLReadingError) in
      switch name {
      case "v": value = try reader.textContent()
      case "is": inline = try Self.string(reader)
      default:
        if name == "f" { hasFormula = true }
        try reader.skip()
      }
    }
    // A result of no characters says that it is one (`str`).
    if hasFormula, value.isEmpty, inline == nil, type != "str" { sheet.formulasWithoutResult += 1 }
    let text = inline ?? printed(value, type: type, style: style)
    guard !text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace }) else { return nil }
    return XLSXCell(column: column, text: text, isSetOff: styles.isSetOff(style))
  }

  private func printed(_ value: String, type: String, style: Int) -> String {
    switch type {
    case "s":
      let index = Int(value) ?? -1
      return strings.indices.contains(index) ? strings[index] : ""
    case "b": return value.isEmpty ? "" : value == "0" ? "FALSE" : "TRUE"
    case "n":
      guard let number = Double(value) else { return value }
      return styles.text(of: number, style: style, is1904: is1904)
    case "d":
      guard let serial = XLSXDay.serial(iso8601: value, is1904: is1904) else { return value }
      return styles.dateText(of: serial, style: style, is1904: is1904)
        ?? (value.hasSuffix("T00:00:00") ? String(value.prefix(10)) : value)
    // Results of formulas, and faults (#N/A).
    default: return value
    }
  }

  /// The words of the string item whose start was the last event, without readings in kana.
  static func string(_ reader: XMLPullReader) throws(XMLReadingError) -> String {
    var words = ""
    try reader.forEachChild { (name) throws(XMLReadingError) in
      switch name {
      case "t": words += try reader.textContent()
      case "r":
        var run = ""
        var script = ""
        try reader.forEachChild { (name) throws(XMLReadingError) in
          switch name {
          case "t": run += try reader.textContent()
          case "rPr":
            try reader.forEachChild { (name) throws(XMLReadingError) in
              if name == "vertAlign" { script = reader.attribute("val") ?? "" }
              try reader.skip()
            }
          default: try reader.skip()
          }
        }
        words +=
          script == "superscript"
          ? ScriptCharacters.superscript(run)
          : script == "subscript" ? ScriptCharacters.subscript(run) : run
      default: try reader.skip()
      }
    }
    return unescaped(words)
  }

  /// `_x000D_` stands for the character of that number (ECMA-376 22.9.2.19); control characters are
  /// spaces here.
  private static func unescaped(_ words: String) -> String {
    guard words.utf8.contains(0x5F) else { return words }
    let bytes = Array(words.utf8)
    var output: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x5F, i + 6 < bytes.count, bytes[i + 1] == 0x78, bytes[i + 6] == 0x5F,
        let code = UInt32(String(decoding: bytes[(i + 2)..<(i + 6)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        output += code < 0x20 && code != 0x0A ? [0x20] : Array(String(scalar).utf8)
        i += 7
      } else {
        output.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
