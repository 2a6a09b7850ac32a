import DocumentModel

/// Years laid out along a line, wide where much happened and narrow where nothing did.
///
/// A year is divided evenly by days. Years in which nothing happened, three or more in a row, are
/// one narrow break, which the picture must show as such.
struct TimeAxis {
  /// A year, or a run of years in which nothing happened.
  struct Column: Equatable {
    var years: ClosedRange<Int>
    /// Pixels from the left edge of the picture.
    var x: Range<Int>
    var isBreak: Bool
  }

  let columns: [Column]

  /// Lays out the years from the first to the last of `days` on so many pixels.
  init(days: [CalendarDay], x: Range<Int>) {
    let years = days.map(\.year)
    guard let first = years.min(), let last = years.max() else {
      columns = []
      return
    }
    var counts: [Int: Int] = [:]
    for year in years { counts[year, default: 0] += 1 }
    var spans: [(years: ClosedRange<Int>, weight: Int)] = []
    var year = first
    while year <= last {
      var end = year
      while end <= last, counts[end] == nil { end += 1 }
      if end - year >= 3 {
        spans.append((year...(end - 1), 1))
        year = end
      } else {
        spans.append((year...year, 2 + 2 * min(counts[year] ?? 0, 6)))
        year += 1
      }
    }
    let sum = spans.reduce(0) { $0 + $1.weight }
    var before = 0
    columns = spans.map { span in
      let lower = x.lowerBound + before * x.count / sum
      before += span.weight
      let upper = x.lowerBound + before * x.count / sum
      return Column(years: span.years, x: lower..<upper, isBreak: span.years.count > 2)
    }
  }

  /// Returns where a day stands; a day beyond the axis stands at its end.
  func x(of day: CalendarDay) -> Int {
    guard let first = columns.first, let last = columns.last else { return 0 }
    if day.year < first.years.lowerBound { return first.x.lowerBound }
    guard let column = columns.first(where: { $0.years.contains(day.year) }) else {
      return last.x.upperBound
    }
    if column.isBreak { return (column.x.lowerBound + column.x.upperBound) / 2 }
    var days = day.day - 1
    for month in 1..<max(day.month, 1) {
      days += CalendarDay.days(inMonth: month, ofYear: day.year)
    }
    return column.x.lowerBound + days * column.x.count / 366
  }
}
