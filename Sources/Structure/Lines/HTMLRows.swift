import DocumentModel

/// The rows of a raw HTML table, as far as one line holds them.
struct HTMLRows: Sendable, Equatable {
  /// The cells of each row in order; the first may go on from the line before.
  var rows: [[Range<Int>]]
  /// Whether the first cells belong to a row that an earlier line began.
  var continuesRow: Bool
  /// Whether the last row may go on in the next line.
  var leavesRowOpen: Bool
  /// Whether the first cell goes on from the line before.
  var continuesCell = false
  /// Whether the last cell isn't ended by a tag.
  var leavesCellOpen = false
  /// Whether the cells are column names (`<th>`).
  var isHeader: Bool
}

/// Reads `<tr>`, `<th>` and `<td>` in a line of a raw HTML table.
struct HTMLRowReader: Sendable {
  private let markup = InlineMarkup()

  /// Returns the line's rows, or nil where it holds no tag of a row or a cell.
  ///
  /// A line within a cell that an earlier line began (`isInCell`) always has that cell.
  func read(_ body: Range<Int>, in table: LineTable, isInCell: Bool = false) -> HTMLRows? {
    var result = HTMLRows(rows: [], continuesRow: true, leavesRowOpen: true, isHeader: false)
    result.continuesCell = isInCell
    var row: [Range<Int>] = []
    var cell: Int? = isInCell ? body.lowerBound : nil
    var found = isInCell
    func closeCell(at end: Int) {
      if let start = cell { row.append(table.trimmed(start..<end)) }
      cell = nil
    }
    var i = body.lowerBound
    while i < body.upperBound {
      guard table[i] == 0x3C, let tag = markup.tag(at: i, until: body.upperBound, in: table.text)
      else {
        i += 1
        continue
      }
      let isClosing = table[i + 1] == 0x2F
      switch tag.name {
      case "td", "th":
        found = true
        closeCell(at: i)
        if !isClosing {
          cell = tag.end
          if tag.name == "th" { result.isHeader = true }
        }
        result.leavesRowOpen = true
      case "tr":
        closeCell(at: i)
        if !found, !isClosing { result.continuesRow = false }
        found = true
        if !row.isEmpty { result.rows.append(row) }
        row = []
        result.leavesRowOpen = !isClosing
      case "table" where isClosing:
        closeCell(at: i)
        result.leavesRowOpen = false
      default: break
      }
      i = tag.end
    }
    result.leavesCellOpen = cell != nil
    closeCell(at: body.upperBound)
    if !row.isEmpty { result.rows.append(row) }
    return found ? result : nil
  }

  /// Whether a tag within the next lines ends the cell that a line leaves open, or begins another.
  func closesCell(after line: Int, in table: LineTable) -> Bool {
    for next in table.lines[(line + 1)...].prefix(Self.longestCell) {
      if let first = next.body.first, table[first] == 0x23 { return false }
      for i in next.body where table[i] == 0x3C {
        let tag = markup.tag(at: i, until: next.body.upperBound, in: table.text)
        if let tag, Self.cellEnds.contains(tag.name) { return true }
      }
    }
    return false
  }

  /// The lines within which a cell must end, so that a stray tag doesn't take in the text below.
  private static let longestCell = 60
  private static let cellEnds: Set = ["td", "th", "tr", "table", "tbody", "thead"]
}
