import DocumentModel

/// A law number as a key: 令和4年法律第43号 and 令和四年法律第四十三号 are one.
struct LawNumberKey: Hashable, Sendable {
  /// 令和.
  var era: String
  var year: Int
  /// What stands between year and number: 法律, 政令, 経済産業省令.
  var form: String
  var number: Int
}

/// Finds law numbers in any digits, full (令和4年法律第43号) and short (令4法43).
///
/// 告示, 訓令 and 通達 have numbers too but are no laws.
struct LawNumberScanner: Sendable {
  /// One law number found.
  struct Match: Sendable {
    var range: Range<Int>
    var key: LawNumberKey
  }

  private static let eras = WordSet("明治 大正 昭和 平成 令和")
  private static let shortEras: [UInt32: String] = [
    0x660E: "明治", 0x5927: "大正", 0x662D: "昭和", 0x5E73: "平成", 0x4EE4: "令和",
  ]
  /// 告示, 訓令 and 通達 have numbers too but are no laws.
  private static let forms = WordSet("法律 政令 勅令 省令 府令 庁令 規則 太政官布告 内閣官房令 命令")

  private static let starts = ScalarSet("明大昭平令")

  /// What law numbers start with: an era, or its first character and a digit.
  static var openings: [[UInt32]] {
    eras.openings + shortEras.keys.flatMap { era in (UInt32(0x30)...0x39).map { [era, $0] } }
  }

  /// Whether a law number can start with a code point.
  static func canStart(with scalar: UInt32) -> Bool { starts.contains(scalar) }

  /// Returns the law number at an index, or nil.
  func match(in text: ScalarText, at start: Int) -> Match? {
    full(in: text, at: start) ?? short(in: text, at: start)
  }

  /// 令和4年法律第43号, 平成 15 年法律第 118 号.
  private func full(in text: ScalarText, at start: Int) -> Match? {
    guard let afterEra = text.end(ofAny: Self.eras, at: start) else { return nil }
    var index = text.skipSpace(afterEra)
    var year = 1
    if text.at(index) == 0x5143 {  // 元
      index += 1
    } else if let number = NumeralScanner.number(in: text, at: index) {
      (year, index) = number
    } else {
      return nil
    }
    index = text.skipSpace(index)
    guard text.at(index) == 0x5E74 else { return nil }  // 年
    let formStart = text.skipSpace(index + 1)
    var formEnd = formStart
    while formEnd - formStart < 40, text.at(formEnd) != 0x7B2C,  // 第
      ScalarClass.isKanji(text.at(formEnd)) || ScalarClass.isKatakana(text.at(formEnd))
        || text.at(formEnd) == 0x30FB || text.at(formEnd) == 0x3001
    {
      formEnd += 1
    }
    guard text.at(formEnd) == 0x7B2C, text.hasSuffix(ofAny: Self.forms, before: formEnd),
      let number = NumeralScanner.number(in: text, at: text.skipSpace(formEnd + 1))
    else { return nil }
    let end = text.skipSpace(number.end)
    guard text.at(end) == 0x53F7 else { return nil }  // 号
    let key = LawNumberKey(
      era: text.string(start..<afterEra), year: year, form: text.string(formStart..<formEnd),
      number: number.value)
    return Match(range: start..<(end + 1), key: key)
  }

  /// 平17法86, 令4政394: the short form of law papers.
  private func short(in text: ScalarText, at start: Int) -> Match? {
    guard ScalarClass.isDigit(text.at(start + 1)), !ScalarClass.isKanji(text.at(start - 1)),
      let era = Self.shortEras[text.at(start)],
      let year = NumeralScanner.number(in: text, at: start + 1), year.value < 70
    else { return nil }
    let form: String
    switch text.at(year.end) {
    case 0x6CD5: form = "法律"
    case 0x653F: form = "政令"
    default: return nil
    }
    guard ScalarClass.isDigit(text.at(year.end + 1)),
      let number = NumeralScanner.number(in: text, at: year.end + 1)
    else { return nil }
    return Match(
      range: start..<number.end,
      key: LawNumberKey(era: era, year: year.value, form: form, number: number.value))
  }

  /// Returns the key of a whole law number such as a registry row holds, or nil.
  func key(of lawNumber: String) -> LawNumberKey? {
    let text = ScalarText(lawNumber)
    guard let match = match(in: text, at: 0), match.range.upperBound == text.count else {
      return nil
    }
    return match.key
  }
}
