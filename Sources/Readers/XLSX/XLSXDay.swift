/// A moment as a spreadsheet counts it: days from an epoch, the time of day as their fraction.
struct XLSXDay: Sendable, Equatable {
  var year: Int
  var month: Int
  var day: Int
  /// 0 is Sunday.
  var weekday: Int
  /// Milliseconds since midnight.
  var milliseconds: Int

  /// The last day of the calendar that spreadsheets know, 9999-12-31, by the 1900 system.
  private static let last = 2_958_465

  /// Reads a serial number; nil outside the years that a spreadsheet shows.
  ///
  /// In the 1900 system day 1 is 1900-01-01 and day 60 a 29 February that never was, kept for the
  /// sake of an older program (ECMA-376 18.17.4.1); in the 1904 system day 0 is 1904-01-01. `unit` is
  /// the smallest part shown, in milliseconds, to which the time is rounded.
  init?(serial: Double, is1904: Bool, unit: Int = 1) {
    guard serial >= 0, serial < Double(Self.last + 1) else { return nil }
    var days = Int(serial)
    let exact = (serial - Double(days)) * 86_400_000
    milliseconds = Int((exact / Double(unit)).rounded()) * unit
    if milliseconds >= 86_400_000 {
      milliseconds -= 86_400_000
      days += 1
    }
    if is1904 { days += 1462 }
    guard days <= Self.last else { return nil }
    weekday = (days + 6) % 7
    switch days {
    case 0: (year, month, day) = (1900, 1, 0)
    case 60: (year, month, day) = (1900, 2, 29)
    // Days since 1970-01-01.
    default: (year, month, day) = Self.civil(days - (days < 60 ? 25_568 : 25_569))
    }
  }

  /// Returns the serial number of a day and time as `2024-10-03T18:00:00`; nil for anything else.
  ///
  /// Files of the strict kind hold days so.
  static func serial(iso8601 words: String, is1904: Bool) -> Double? {
    let parts = words.prefix { $0 != "Z" && $0 != "." }.split(separator: "T")
    let day = (parts.first ?? "").split(separator: "-").compactMap { Int($0) }
    let time = (parts.count > 1 ? parts[1] : "").split(separator: ":").compactMap { Int($0) }
    guard day.count == 3, (1900...9999).contains(day[0]), (1...12).contains(day[1]),
      (1...31).contains(day[2]), parts.count <= 2, parts.count == 1 || time.count >= 2,
      time.allSatisfy({ (0..<60).contains($0) })
    else { return nil }
    let seconds = zip(time, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
    let days = Self.days(day[0], day[1], day[2])
    let serial = is1904 ? days + 24_107 : days + (days < -25_508 ? 25_568 : 25_569)
    return Double(serial) + Double(seconds) / 86_400
  }

  /// The days from 1970-01-01 to a Gregorian day; see `civil(_:)`.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The Gregorian day so many days after 1970-01-01.
  ///
  /// See Howard Hinnant, chrono-Compatible Low-Level Date Algorithms: civil_from_days.
  private static func civil(_ days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let inEra = shifted - era * 146_097
    let yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let dayOfYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The era of the day, as `ggg` prints it, and the year in it.
  var era: (name: String, letter: String, year: Int) {
    let day = (year, month, day)
    let era = Self.eras.last { $0.start <= day } ?? Self.eras[0]
    return (era.name, era.letter, year - era.start.0 + 1)
  }

  /// The first days of the eras; the count of days begins in 1900.
  private static let eras: [(name: String, letter: String, start: (Int, Int, Int))] = [
    ("明治", "M", (1868, 1, 25)), ("大正", "T", (1912, 7, 30)), ("昭和", "S", (1926, 12, 25)),
    ("平成", "H", (1989, 1, 8)), ("令和", "R", (2019, 5, 1)),
  ]
}
