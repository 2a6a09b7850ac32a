import DocumentModel

/// Rows in columns that line up, whatever the script.
struct TextTable {
  /// The widest a column may be, in columns of the terminal; nil for no limit.
  var limits: [Int?]
  private var rows: [[String]] = []

  init(limits: [Int?]) { self.limits = limits }

  mutating func row(_ cells: String...) { rows.append(cells.map(Printable.safe)) }

  /// Returns the lines; the last column is not padded.
  func lines() -> [String] {
    let widths = limits.indices.map { column in
      let widest = rows.map { DisplayWidth.columns($0[column]) }.max() ?? 0
      return min(widest, limits[column] ?? widest)
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let short = DisplayWidth.shortened(cell, to: widths[column])
        line +=
          column + 1 < row.count ? DisplayWidth.padded(short, to: widths[column]) + "  " : short
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
