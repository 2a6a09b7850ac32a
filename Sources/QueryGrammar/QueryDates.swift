package import DocumentModel

/// Reads the dates people type: `2024-05-17`, `2024/5`, `FY2024`, 令和6年5月17日, R6年度, 2024年, 令和六年.
package enum QueryDates {
  /// The first year of each era; 改元 days don't matter to a search by year.
  private static let eras: [(name: String, key: [UInt32], initial: UInt32, firstYear: Int)] = [
    ("明治", "m", 1868), ("大正", "t", 1912), ("昭和", "s", 1926), ("平成", "h", 1989),
    ("令和", "r", 2019),
  ].map { (name: String, initial: Unicode.Scalar, year: Int) in
    (name, name.unicodeScalars.map(\.value), initial.value, year)
  }

  /// A date found in a text.
  struct Match: Equatable {
    /// Code points of the text.
    var range: Range<Int>
    var value: EDTF
    /// The same in UTF-8 bytes.
    var bytes = 0..<0
  }

  /// Returns a year as the eras count it: 令和 6 for 2024, both 平成 31 and 令和 1 for 2019.
  static func eras(of year: Int) -> [(name: String, year: Int)] {
    eras.enumerated().compactMap { i, era in
      let last = i + 1 < eras.count ? eras[i + 1].firstYear : Int.max
      guard year >= era.firstYear, year <= last else { return nil }
      return (era.name, year - era.firstYear + 1)
    }
  }

  /// Reads a whole text as one date or interval, or nil.
  package static func date(_ text: String) -> EDTF? {
    let scanned = ScalarText(text)
    if let match = match(in: scanned, at: 0), match.range.upperBound == scanned.count {
      return match.value
    }
    let edtf = EDTF(text)
    return edtf.interval == nil ? nil : edtf
  }

  /// Finds the dates of a text from left to right: those with a year only.
  static func dates(in text: String) -> [Match] {
    let scanned = ScalarText(text)
    var matches: [Match] = []
    var i = 0
    while i < scanned.count {
      if var match = match(in: scanned, at: i) {
        match.bytes =
          scanned.offsets[match.range.lowerBound]..<scanned.offsets[match.range.upperBound]
        matches.append(match)
        i = match.range.upperBound
      } else {
        i += 1
      }
    }
    return matches
  }

  private static func match(in text: ScalarText, at start: Int) -> Match? {
    if start > 0, isDigit(text, start - 1) || isLetter(text, start - 1) { return nil }
    var i = start
    var isFiscal = false
    var year: Int?
    if text.hasPrefix([0x46, 0x59], at: i) || text.hasPrefix([0x66, 0x79], at: i) {
      isFiscal = true
      i += 2
    }
    for era in eras where year == nil {
      if text.hasPrefix(era.key, at: i) {
        i += era.key.count
        if text.hasPrefix([0x5143], at: i) {
          year = era.firstYear
          i += 1
        } else if let number = number(text, &i, digits: 1...2) {
          year = era.firstYear + number - 1
        } else {
          return nil
        }
      } else if i < text.count, text.scalars[i] | 0x20 == era.initial, isDigit(text, i + 1) {
        i += 1
        year = number(text, &i, digits: 1...2).map { era.firstYear + $0 - 1 }
      }
    }
    let isEra = year != nil
    if year == nil { year = number(text, &i, digits: 4...4) }
    guard let year, year >= 1868 else { return nil }
    if text.hasPrefix([0x5E74, 0x5EA6], at: i) {
      return Match(range: start..<(i + 2), value: EDTF("FY\(year)"))
    }
    if isFiscal { return Match(range: start..<i, value: EDTF("FY\(year)")) }
    let hasYearSign = text.hasPrefix([0x5E74], at: i)
    if hasYearSign { i += 1 }
    guard hasYearSign || isSeparator(text, i), isNumeral(text, hasYearSign ? i : i + 1) else {
      // Four digits alone are a date only where nothing else is typed with them.
      let isAlone = start == 0 && i == text.count
      return hasYearSign || isAlone && !isEra
        ? Match(range: start..<i, value: EDTF(padded(year, 4))) : nil
    }
    let yearEnd = i
    if !hasYearSign { i += 1 }
    guard let month = number(text, &i, digits: 1...2), (1...12).contains(month) else {
      return hasYearSign ? Match(range: start..<yearEnd, value: EDTF(padded(year, 4))) : nil
    }
    let monthValue = "\(padded(year, 4))-\(padded(month, 2))"
    if text.hasPrefix([0x6708], at: i) {
      i += 1
    } else if hasYearSign {
      return Match(range: start..<yearEnd, value: EDTF(padded(year, 4)))
    }
    let monthEnd = i
    if !hasYearSign, isSeparator(text, i) { i += 1 }
    guard isNumeral(text, i), let day = number(text, &i, digits: 1...2),
      CalendarDay(year: year, month: month, day: day) != nil
    else { return Match(range: start..<monthEnd, value: EDTF(monthValue)) }
    if text.hasPrefix([0x65E5], at: i) { i += 1 }
    return Match(range: start..<i, value: EDTF("\(monthValue)-\(padded(day, 2))"))
  }

  private static func isDigit(_ text: ScalarText, _ i: Int) -> Bool {
    i < text.count && (0x30...0x39).contains(text.scalars[i])
  }

  /// Whether a digit stands there, or a kanji numeral.
  private static func isNumeral(_ text: ScalarText, _ i: Int) -> Bool {
    var numeral = KanjiNumeral()
    return isDigit(text, i) || i < text.count && numeral.add(text.scalars[i])
  }

  private static func isLetter(_ text: ScalarText, _ i: Int) -> Bool {
    (0x41...0x5A).contains(text.scalars[i] & ~0x20)
  }

  private static func isSeparator(_ text: ScalarText, _ i: Int) -> Bool {
    i < text.count && [0x2D, 0x2F, 0x2E].contains(text.scalars[i])
  }

  private static func number(
    _ text: ScalarText, _ i: inout Int, digits: ClosedRange<Int>
  ) -> Int? {
    var end = i
    var kanji = KanjiNumeral()
    // No year or day has eight numerals.
    while end < text.count, end - i < 8, kanji.add(text.scalars[end]) { end += 1 }
    if end > i {
      // A year of our era has its digits one by one: 二千 is no year.
      let count = digits.upperBound > 2 ? end - i : String(kanji.value).count
      guard digits.contains(count), kanji.value > 0 else { return nil }
      i = end
      return kanji.value
    }
    var value = 0
    while isDigit(text, end), end - i < digits.upperBound {
      value = value * 10 + Int(text.scalars[end] - 0x30)
      end += 1
    }
    guard digits.contains(end - i), !isDigit(text, end) else { return nil }
    i = end
    return value
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
