/// Finds the tables of a sheet among its rows.
///
/// A blank row ends a table. Above its first row with two cells or more, rows of a single cell are
/// titles and remarks; a first row that names the columns is the head, with further rows where cells
/// merged in it reach down or part into columns. Rows behind a blank one that have no head of their
/// own and no more columns go on with the table before.
struct XLSXTableFinder: Sendable {
  /// A part of a sheet in the order of its rows.
  enum Part: Sendable, Equatable {
    /// A line of a single cell outside any table.
    case line(row: Int)
    /// Rows by position, the first `heads` of them the head.
    case table(rows: [Int], heads: Int)
  }

  let sheet: XLSXSheet
  private let merges: [Int: [XLSXRange]]

  init(_ sheet: XLSXSheet) {
    self.sheet = sheet
    merges = Dictionary(grouping: sheet.merged) { $0.rows.lowerBound }
  }

  /// Returns the parts; rows are positions in the sheet's list of rows.
  ///
  /// - Complexity: O(*n*) in the number of cells.
  func parts() -> [Part] {
    var parts: [Part] = []
    var table = OpenTable()
    var start = 0
    for index in sheet.rows.indices {
      let isLast = index + 1 == sheet.rows.count
      if isLast || sheet.rows[index + 1].number > lastRow(ofBandAt: index) + 1 {
        add(start...index, &table, to: &parts)
        start = index + 1
      }
    }
    table.close(into: &parts)
    return parts
  }

  /// The table that rows behind a blank one may go on with.
  private struct OpenTable {
    var rows: [Int] = []
    var heads = 0
    var columns: Set<Int> = []

    mutating func close(into parts: inout [Part]) {
      if !rows.isEmpty { parts.append(.table(rows: rows, heads: heads)) }
      self = OpenTable()
    }
  }

  /// The row itself, or the last one of what is merged into it downwards.
  private func lastRow(ofBandAt index: Int) -> Int {
    let row = sheet.rows[index].number
    return (merges[row] ?? []).reduce(row) { max($0, $1.rows.upperBound) }
  }

  private func add(
    _ band: ClosedRange<Int>, _ table: inout OpenTable, to parts: inout [Part]
  ) {
    let first = band.first { sheet.rows[$0].cells.count >= 2 } ?? band.upperBound + 1
    let heads = heads(of: first, upTo: band.upperBound)
    let columns = columns(of: band)
    if heads == 0, first == band.lowerBound, table.heads > 0, columns.isSubset(of: table.columns) {
      table.rows += Array(band)
      return
    }
    table.close(into: &parts)
    for row in band.lowerBound..<first { parts.append(.line(row: row)) }
    guard first <= band.upperBound else { return }
    // Remarks below the table, each a single cell at its left edge.
    var last = band.upperBound
    while last > first + heads, isRemark(last, below: first) { last -= 1 }
    table = OpenTable(rows: Array(first...last), heads: heads, columns: columns)
    guard last < band.upperBound else { return }
    table.close(into: &parts)
    for row in (last + 1)...band.upperBound { parts.append(.line(row: row)) }
  }

  private func columns(of rows: ClosedRange<Int>) -> Set<Int> {
    Set(rows.lazy.flatMap { sheet.rows[$0].cells }.map(\.column))
  }

  /// ※, 注 and （出典） below a table: a sentence or a mark, not a value of its first column.
  private func isRemark(_ row: Int, below first: Int) -> Bool {
    let cells = sheet.rows[row].cells
    guard cells.count == 1, let cell = cells.first, let left = sheet.rows[first].cells.first,
      cell.column <= left.column
    else { return false }
    return Self.remarkMarks.contains { cell.text.hasPrefix($0) } || cell.text.contains("。")
  }

  private static let remarkMarks = [
    "※", "＊", "*", "注", "（注", "(注", "出典", "（出典", "備考", "資料",
  ]

  /// How many rows from a first on name the columns; 0 where they are values.
  private func heads(of first: Int, upTo last: Int) -> Int {
    guard first < last else { return 0 }
    let row = sheet.rows[first]
    let names = row.cells.map(\.text)
    guard HeaderWording.holdsNames(names) else { return 0 }
    let isSetOff =
      row.cells.allSatisfy(\.isSetOff) && !sheet.rows[last].cells.allSatisfy(\.isSetOff)
    let merges = merges[row.number] ?? []
    let columns = names.count + merges.reduce(0) { $0 + $1.columns.count - 1 }
    guard isSetOff || columns >= 3 || sheet.filterHeads.contains(row.number) else { return 0 }
    var bottom = merges.map(\.rows.upperBound).max() ?? row.number
    let isSpread = merges.contains { $0.columns.count > 1 && $0.rows.count == 1 }
    if bottom == row.number, isSpread,
      HeaderWording.holdsNames(sheet.rows[first + 1].cells.map(\.text))
    {
      bottom = sheet.rows[first + 1].number
    }
    let heads = (first...last).prefix { sheet.rows[$0].number <= bottom }.count
    return heads <= last - first ? heads : 1
  }
}
