/// A date as the machine interface writes it: ISO 8601-2 with `..` for an open end and `FY` for a
/// Japanese fiscal year.
///
/// Examples: `2024-05-17`, `2024-05`, `2024`, `FY2022`, `2023-09/2024-05`, `2023-04-14/..`,
/// `../2030`, `2023-23` for a season.
package struct EDTF: RawRepresentable, Hashable, Sendable {
  package var rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package init(_ rawValue: String) { self.rawValue = rawValue }

  /// The first month of each season (21 spring to 24 winter) in Japan; winter ends in February.
  private static let seasonMonths = [21: 3, 22: 6, 23: 9, 24: 12]

  /// The days it stands for, or nil where it is not a date; a fiscal year runs April to March.
  package var interval: CalendarInterval? {
    if rawValue.hasPrefix("../") {
      guard let end = EDTF(String(rawValue.dropFirst(3))).interval else { return nil }
      return CalendarInterval(first: nil, last: end.last)
    }
    let ends = rawValue.split(separator: "/", omittingEmptySubsequences: false)
    if ends.count == 2 {
      guard let start = EDTF(String(ends[0])).interval else { return nil }
      if ends[1] == ".." { return CalendarInterval(first: start.first, last: nil) }
      guard let end = EDTF(String(ends[1])).interval else { return nil }
      return CalendarInterval(first: start.first, last: end.last)
    }
    guard ends.count == 1 else { return nil }
    if rawValue.hasPrefix("FY") {
      guard let year = Int(rawValue.dropFirst(2)),
        let first = CalendarDay(year: year, month: 4, day: 1)
      else { return nil }
      return CalendarInterval(
        first: first, last: CalendarDay(year: year + 1, month: 3, day: 31))
    }
    let parts = rawValue.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let year = parts[0], rawValue.utf8.first.map({ (0x30...0x39).contains($0) }) == true
    else { return nil }
    switch parts.count {
    case 1:
      guard let first = CalendarDay(year: year, month: 1, day: 1) else { return nil }
      return CalendarInterval(first: first, last: CalendarDay(year: year, month: 12, day: 31))
    case 2:
      if let season = parts[1].flatMap({ Self.seasonMonths[$0] }) {
        let last = season == 12 ? (year: year + 1, month: 2) : (year: year, month: season + 2)
        return CalendarInterval(
          first: CalendarDay(year: year, month: season, day: 1),
          last: CalendarDay(
            year: last.year, month: last.month,
            day: CalendarDay.days(inMonth: last.month, ofYear: last.year)))
      }
      guard let month = parts[1], let first = CalendarDay(year: year, month: month, day: 1)
      else { return nil }
      let last = CalendarDay(
        year: year, month: month, day: CalendarDay.days(inMonth: month, ofYear: year))
      return CalendarInterval(first: first, last: last)
    case 3:
      guard let month = parts[1], let day = parts[2],
        let only = CalendarDay(year: year, month: month, day: day)
      else { return nil }
      return CalendarInterval(first: only, last: only)
    default:
      return nil
    }
  }
}
