/// Puts stretches of a line into as few rows as it takes for none to touch another.
struct RowPacking {
  /// Pixels between two stretches of a row.
  let gap: Int
  private var rows: [[Range<Int>]] = []

  init(gap: Int) { self.gap = gap }

  /// How many rows were taken.
  var count: Int { rows.count }

  /// Takes the uppermost row with room for one of several stretches, the first of them that fits.
  ///
  /// Returns the row, 0 on top, and which stretch was taken; in a row of its own it is the first.
  mutating func take(_ places: [Range<Int>]) -> (row: Int, place: Int) {
    for row in rows.indices {
      for (place, stretch) in places.enumerated() where isFree(stretch, in: row) {
        rows[row].append(stretch)
        return (row, place)
      }
    }
    rows.append(places.prefix(1).map(\.self))
    return (rows.count - 1, 0)
  }

  private func isFree(_ stretch: Range<Int>, in row: Int) -> Bool {
    let wide = (stretch.lowerBound - gap)..<(stretch.upperBound + gap)
    return !rows[row].contains { $0.overlaps(wide) }
  }
}
