import DocumentModel

/// Writes the extracted text of a document line by line, with a mark for each line.
///
/// No line is blank and none holds a line end of its own: a break inside a block begins a further
/// line with the mark `continuation`; in a row's cells a break is a space. Cells are parted by tabs.
struct ExtractedTextBuilder: Sendable {
  private(set) var utf8: [UInt8] = []
  private(set) var marks: [LineMark] = []
  /// Where each page begins that was begun, with its number.
  private(set) var pageStarts: [(number: Int, start: Int)] = []
  /// Page breaks to be written before the next line.
  private var breaks = 0

  /// Begins a page; a form feed stands before its first line, but for the first page.
  mutating func startPage(_ number: Int) {
    if !pageStarts.isEmpty { breaks = 1 }
    pageStarts.append((number, utf8.count))
  }

  /// The pages begun, each up to the next; of two that begin alike the first has no text.
  var pages: [Page] {
    pageStarts.indices.map { index in
      let isLast = index + 1 == pageStarts.count
      return Page(
        number: pageStarts[index].number,
        span: TextSpan(
          pageStarts[index].start, isLast ? utf8.count : pageStarts[index + 1].start))
    }
  }

  /// Adds a block of words; a block of nothing but white space is left out.
  ///
  /// A word break of the source (`\n`) begins a further line of the block.
  mutating func add(_ words: String, _ role: LineMark.Role) {
    var role = role
    for line in words.utf8.split(separator: 0x0A) {
      guard let words = Self.trimmed(line) else { continue }
      breakPage()
      utf8 += Self.printed(words)
      utf8.append(0x0A)
      marks.append(LineMark(line: marks.count + 1, role: role))
      // A line of the page furniture stands for itself.
      if role != .furniture { role = .continuation }
    }
  }

  /// Adds a row of a table; a row without words is left out.
  mutating func addRow(_ cells: [String], table: Int, isHeader: Bool) {
    guard
      cells.contains(where: { $0.utf8.split(separator: 0x0A).contains { Self.trimmed($0) != nil } })
    else { return }
    var spans: [TextSpan<Source>] = []
    breakPage()
    for cell in cells {
      if !spans.isEmpty { utf8.append(0x09) }
      let cellStart = utf8.count
      for line in cell.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x09 }) {
        guard let words = Self.trimmed(line) else { continue }
        if utf8.count > cellStart { utf8.append(0x20) }
        utf8 += Self.printed(words)
      }
      spans.append(TextSpan(cellStart, utf8.count))
    }
    utf8.append(0x0A)
    marks.append(
      LineMark(
        line: marks.count + 1, role: .row(table: table, isHeader: isHeader, cells: spans)))
  }

  private mutating func breakPage() {
    if breaks > 0 { utf8.append(0x0C) }
    breaks = 0
  }

  /// The words with spaces for control characters, a carriage return among them, which would end a
  /// line for the stages that follow.
  private static func printed(_ words: Substring.UTF8View) -> [UInt8] {
    words.map { $0 < 0x20 ? 0x20 : $0 }
  }

  /// The words without white space at their end and ASCII white space at their start; nil where
  /// nothing is left.
  ///
  /// An ideographic space at the start is the author's indent and stays.
  private static func trimmed(_ line: Substring.UTF8View) -> Substring.UTF8View? {
    var line = line
    while let first = line.first, first <= 0x20 { line.removeFirst() }
    while true {
      if let last = line.last, last <= 0x20 {
        line.removeLast()
      } else if line.suffix(3).elementsEqual([0xE3, 0x80, 0x80]) {
        line.removeLast(3)
      } else if line.suffix(2).elementsEqual([0xC2, 0xA0]) {
        line.removeLast(2)
      } else {
        break
      }
    }
    return line.isEmpty ? nil : line
  }
}
