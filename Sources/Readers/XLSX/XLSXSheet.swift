/// A cell with words.
struct XLSXCell: Sendable, Equatable {
  /// 1-based.
  var column: Int
  var text: String
  var isSetOff = false
}

/// A row with at least one such cell.
struct XLSXRow: Sendable {
  /// 1-based.
  var number: Int
  /// Ascending by column.
  var cells: [XLSXCell]
}

/// Cells that are merged into one; 1-based, both ends inclusive.
struct XLSXRange: Sendable, Equatable {
  var rows: ClosedRange<Int>
  var columns: ClosedRange<Int>

  /// Reads `B2:C4`, or `B2` alone.
  init?(_ words: String) {
    let ends = words.split(separator: ":").map { XLSXReference(String($0)) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil,
      first.row <= last.row, first.column <= last.column
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }
}

/// The place of a cell: `B2`, `$B$2`.
struct XLSXReference: Sendable, Equatable {
  /// 1-based, no more than a sheet has.
  var row: Int
  var column: Int

  static let mostRows = 1_048_576
  static let mostColumns = 16_384

  init?(_ words: String) {
    var column = 0
    var row = 0
    for byte in words.utf8 where byte != 0x24 {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
      case 0x61...0x7A where row == 0: column = column * 26 + Int(byte - 0x60)
      case 0x30...0x39: row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
      guard column <= Self.mostColumns, row <= Self.mostRows else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    (self.row, self.column) = (row, column)
  }
}

/// What a sheet holds.
struct XLSXSheet: Sendable {
  /// Ascending by number.
  var rows: [XLSXRow] = []
  var merged: [XLSXRange] = []
  /// The rows that a filter names as the head of its columns.
  var filterHeads: Set<Int> = []
  /// Whether words stand in rows or columns that are hidden.
  var hasHiddenCells = false
  /// Formulas whose result the file doesn't hold.
  var formulasWithoutResult = 0
}
