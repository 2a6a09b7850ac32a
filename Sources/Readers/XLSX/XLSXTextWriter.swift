import DocumentModel

/// Writes sheets as extracted lines with their marks: the name as a heading, rows as rows of tables.
struct XLSXTextWriter: Sendable {
  private(set) var builder = ExtractedTextBuilder()
  private var tables = 0
  /// Cells and gaps that may still be written: a cell far out must not fill a row with gaps.
  private var placesLeft: Int

  init(places: Int) { placesLeft = places }

  /// Whether more places were asked for than there may be.
  var isOverfull: Bool { placesLeft < 0 }

  /// Writes a sheet; `name` is nil where it tells nothing.
  mutating func write(_ sheet: XLSXSheet, name: String?, isAlone: Bool) {
    if let name { builder.add(name, .heading(level: 1)) }
    let finder = XLSXTableFinder(sheet)
    for (index, part) in finder.parts().enumerated() {
      if isOverfull { return }
      switch part {
      case .line(let row): write(sheet.rows[row], isTitle: isAlone && index == 0)
      case .table(let rows, let heads): write(rows.map { sheet.rows[$0] }, heads: heads)
      }
    }
  }

  private mutating func write(_ row: XLSXRow, isTitle: Bool) {
    for cell in row.cells {
      let words = cell.text
      let isShort = words.unicodeScalars.count <= 60 && !words.contains("。")
      let role: LineMark.Role =
        isTitle && isShort ? .title : CaptionWording.isCaption(words) ? .caption : .paragraph
      builder.add(words, role)
    }
  }

  private mutating func write(_ rows: [XLSXRow], heads: Int) {
    tables += 1
    // Columns that no row of the table fills are left out.
    let columns = Set(rows.lazy.flatMap(\.cells).map(\.column)).sorted()
    placesLeft -= columns.count * rows.count
    guard !isOverfull else { return }
    for (index, row) in rows.enumerated() {
      var cells: [String] = []
      cells.reserveCapacity(columns.count)
      var own = row.cells[...]
      for column in columns {
        cells.append(own.first?.column == column ? own.removeFirst().text : "")
      }
      builder.addRow(cells, table: tables, isHeader: index < heads)
    }
  }
}
