import DocumentModel

/// Reads the date that a line of a title block consists of: 令和6年6月4日, 2024年5月, 平成28年11月.
struct TitleDateReader: Sendable {
  /// Returns the date in EDTF, or nil where the line is more than a date or the calendar has none.
  ///
  /// A weekday, brackets around the line and words such as 公表 behind the date are allowed.
  func date(in range: Range<Int>, of text: ScalarText) -> EDTF? {
    var reader = Reader(text: text, range: range)
    reader.skip { CharacterClass.isSpace($0) || CharacterClass.isOpening($0) }
    guard let year = reader.year() else { return nil }
    reader.skipSpaces()
    guard let month = reader.number(before: 0x6708), (1...12).contains(month) else {
      return nil
    }
    let start = CalendarDay(year: year, month: month, day: 1)?.iso8601.prefix(7)
    reader.skipSpaces()
    let mark = reader.position
    if let day = reader.number(before: 0x65E5) {
      guard let date = CalendarDay(year: year, month: month, day: day), reader.endsLine() else {
        return nil
      }
      return EDTF(date.iso8601)
    }
    reader.position = mark
    guard let start, reader.endsLine() else { return nil }
    return EDTF(String(start))
  }

  private struct Reader {
    let text: ScalarText
    let range: Range<Int>
    var position: Int

    init(text: ScalarText, range: Range<Int>) {
      self.text = text
      self.range = range
      position = range.lowerBound
    }

    var current: UInt32? { position < range.upperBound ? text.scalars[position] : nil }

    mutating func skip(_ isSkipped: (UInt32) -> Bool) {
      while let c = current, isSkipped(c) { position += 1 }
    }

    mutating func skipSpaces() { skip(CharacterClass.isSpace) }

    /// 令和6年, 平成元年, 2024年 as a Gregorian year.
    mutating func year() -> Int? {
      for era in Self.eras where text.hasPrefix(era.name, at: position) {
        position += era.name.count
        skipSpaces()
        guard let year = number(before: 0x5E74), year > 0, year <= era.length else { return nil }
        return era.first + year - 1
      }
      guard let year = number(before: 0x5E74), (1868...2100).contains(year) else { return nil }
      return year
    }

    /// A number with the given unit behind it; 元 is 1.
    mutating func number(before unit: UInt32) -> Int? {
      var value = 0
      let start = position
      if current == 0x5143 {
        value = 1
        position += 1
      }
      while let c = current, CharacterClass.isDigit(c), position - start < 4 {
        value = value * 10 + Int(c - 0x30)
        position += 1
      }
      guard position > start else { return nil }
      skipSpaces()
      guard current == unit else { return nil }
      position += 1
      return value
    }

    /// Whether only a weekday, brackets and a word for publishing are left.
    mutating func endsLine() -> Bool {
      skipSpaces()
      if current == 0x28,
        let close = (position..<range.upperBound).first(where: {
          text.scalars[$0] == 0x29
        }), close - position <= 4
      {
        position = close + 1
      }
      skipSpaces()
      for word in Self.publishing where text.hasPrefix(word, at: position) {
        position += word.count
        break
      }
      skip { CharacterClass.isSpace($0) || CharacterClass.isClosing($0) }
      return position >= range.upperBound
    }

    private static func scalars(_ word: String) -> [UInt32] { word.unicodeScalars.map(\.value) }

    /// Each era with its first Gregorian year and its number of years.
    private static let eras: [(name: [UInt32], first: Int, length: Int)] = [
      (scalars("明治"), 1868, 45), (scalars("大正"), 1912, 15), (scalars("昭和"), 1926, 64),
      (scalars("平成"), 1989, 31), (scalars("令和"), 2019, 99),
    ]
    private static let publishing = ["公表", "決定", "閣議決定", "策定", "現在", "版", "付け", "付"].map(scalars)
  }
}
