package import DocumentModel

/// Writes dates in the Japanese calendar (和暦), or in Western years where the style asks for them.
package struct JapaneseCalendar: Sendable {
  /// An era with its first day.
  package struct Era: Sendable, Hashable {
    package var name: String
    package var firstDay: CalendarDay

    package init(name: String, firstDay: CalendarDay) {
      self.name = name
      self.firstDay = firstDay
    }
  }

  /// The eras, ascending.
  private let eras: [Era]
  /// Which years are written.
  package var years: CitationStyle.Years

  package init(eras: [Era], years: CitationStyle.Years = .japanese) {
    self.eras = eras.sorted { $0.firstDay < $1.firstDay }
    self.years = years
  }

  /// Returns a date as Japanese text writes it: 令和6年6月4日, 令和6年5月, 令和4年度, 令和5年9月〜令和6年5月.
  ///
  /// A year or month that two eras share is given in the Gregorian calendar; what isn't a date is
  /// returned as it stands.
  package func text(_ date: EDTF) -> String {
    let value = date.rawValue
    if value.hasPrefix("../") { return text(EDTF(String(value.dropFirst(3)))) + "まで" }
    if let slash = value.firstIndex(of: "/") {
      let (start, end) = (String(value[..<slash]), String(value[value.index(after: slash)...]))
      if end == ".." { return text(EDTF(start)) + "以降" }
      return text(EDTF(start)) + "〜" + text(EDTF(end))
    }
    guard let interval = date.interval, let first = interval.first, let last = interval.last else {
      return value
    }
    if value.hasPrefix("FY") { return year(first, last: first) + "度" }
    let parts = value.split(separator: "-").count
    return year(first, last: last) + (parts > 1 ? "\(first.month)月" : "")
      + (parts > 2 ? "\(first.day)日" : "")
  }

  /// Returns the year of a stretch of days: 令和6年, or 2019年 where an era ends within it.
  private func year(_ first: CalendarDay, last: CalendarDay) -> String {
    guard years == .japanese, let era = eras.last(where: { $0.firstDay <= first }),
      eras.last(where: { $0.firstDay <= last }) == era
    else { return "\(first.year)年" }
    let number = first.year - era.firstDay.year + 1
    return "\(era.name)\(number == 1 ? "元" : "\(number)")年"
  }
}
