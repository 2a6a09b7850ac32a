/// A day of the Gregorian calendar.
package struct CalendarDay: Hashable, Comparable, Sendable {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// Makes a day, or nil where the calendar has none (2月30日).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, ofYear: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Returns the number of days of a month, 28 to 31.
  package static func days(inMonth month: Int, ofYear year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Returns the day so many days later, or earlier for a negative count; nil beyond year 9999.
  package func advanced(by days: Int) -> CalendarDay? {
    var (year, month, day) = (year, month, day + days)
    while day < 1 {
      month -= 1
      if month == 0 { (year, month) = (year - 1, 12) }
      guard year > 0 else { return nil }
      day += Self.days(inMonth: month, ofYear: year)
    }
    while day > Self.days(inMonth: month, ofYear: year) {
      day -= Self.days(inMonth: month, ofYear: year)
      month += 1
      if month == 13 { (year, month) = (year + 1, 1) }
    }
    return CalendarDay(year: year, month: month, day: day)
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// The ISO 8601 form, `2024-06-04`.
  package var iso8601: String {
    let padded = { (number: Int, width: Int) in
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// Days from a first to a last, both inclusive; a missing end is open.
package struct CalendarInterval: Hashable, Sendable {
  package var first: CalendarDay?
  package var last: CalendarDay?

  package init(first: CalendarDay?, last: CalendarDay?) {
    self.first = first
    self.last = last
  }

  /// Returns whether the two intervals share a day.
  package func overlaps(_ other: Self) -> Bool {
    if let last, let first = other.first, last < first { return false }
    if let first, let last = other.last, last < first { return false }
    return true
  }
}
