internal import DocumentModel

/// Follows the header and label lines of a table that an extraction left as plain lines.
///
/// `令和４年度 令和５年度`, `令和５年度`, `見込み` are the columns; `経済産業省` is in charge of the rows below;
/// `令和４年度` alone is the year of the rows below; a line of a few words may name a row of amounts.
struct TableRows: Sendable {
  /// A column with the year it is for.
  struct Column: Sendable {
    var date: DateTarget
    /// Whether it is headed 見込み: a value still to be settled.
    var isEstimate: Bool
  }

  /// The date that a line of its own gives to the rows below it.
  private(set) var label: DateTarget?
  private(set) var labelPassage: Int?
  /// The last line of a few words, which may name the row of amounts below it.
  private(set) var name: Int?
  /// The line that names the ministry in charge of the rows below.
  private(set) var ministry: Int?
  private var columns: [Column] = []
  /// The columns that the last lines have named, as long as no other line came between.
  private var pending: [Column] = []

  /// Takes in a line; true where it is nothing but header or label.
  mutating func take(_ passage: TracePassage, at index: Int) -> Bool {
    if passage.isOnlyDates {
      if passage.dates.count == 1, !passage.dates[0].isAsOf {
        label = passage.dates[0].target
        labelPassage = index
      }
      pending += passage.dates.filter { !$0.isAsOf }.map {
        Column(date: $0.target, isEstimate: false)
      }
      if pending.count >= 2 { columns = pending }
      return true
    }
    if Self.estimates.contains(passage.letters) {
      if !pending.isEmpty {
        pending[pending.count - 1].isEstimate = true
        columns = pending
      }
      return true
    }
    pending = []
    if let place = passage.ministries.first, place.lowerBound <= 2, passage.text.scalars.count <= 40
    {
      ministry = index
      if place.count >= passage.letters.count { return true }
    }
    return false
  }

  mutating func end(_ passage: TracePassage, at index: Int) {
    if passage.isRowName { name = index }
  }

  mutating func forgetName() { name = nil }

  private static let estimates = ["見込み", "見込", "見込額"].map { $0.unicodeScalars.map(\.value) }

  /// The amounts of a row by their columns' years, where it has one value for each column.
  func values(of passage: TracePassage) -> [(place: Range<Int>, date: DateTarget)]? {
    guard columns.count >= 2 else { return nil }
    let cells = Self.valueCells(of: passage)
    guard cells.count == columns.count else { return nil }
    let values = zip(cells, columns).compactMap { cell, column in
      cell.flatMap { column.isEstimate ? nil : (place: $0, date: column.date) }
    }
    return values.isEmpty ? nil : values
  }

  /// The cells of a row that hold an amount, or nil for one that holds a dash.
  private static func valueCells(of passage: TracePassage) -> [Range<Int>?] {
    let text = passage.text
    let amounts = AmountScanner.amounts(in: text, text.scalars.indices)
    var cells: [Range<Int>?] = []
    var start = 0
    for i in 0...text.scalars.count where i == text.scalars.count || text.scalars[i] == 0x20 {
      if i > start {
        if let amount = amounts.first(where: { $0.range.lowerBound == start }) {
          cells.append(amount.range)
        } else if i == start + 1, dashes.contains(text.scalars[start]) {
          cells.append(nil)
        }
      }
      start = i + 1
    }
    return cells
  }

  private static let dashes: Set<UInt32> = [0x2D, 0x2010, 0x2013, 0x2014, 0x2015, 0x2212, 0x30FC]
}
