import DocumentModel

/// Tells bullets and numbers that stand before words from words themselves.
enum PageLabel {
  /// Whether the characters are a bullet or a number and nothing else: ●, ・, (1), 1.2, 第3, ア）.
  ///
  /// A letter or kana is a number only with a bracket or a point behind it.
  static func isLabel(_ text: String) -> Bool {
    var rest = Array(text.unicodeScalars)[...]
    guard (1...7).contains(rest.count), let first = rest.first else { return false }
    if rest.count == 1, isBullet(first) { return true }
    if first == "第" { rest.removeFirst() }
    if let bracket = rest.first, "(（〔[".unicodeScalars.contains(bracket) { rest.removeFirst() }
    let digits = rest.prefix { isDigit($0) || isSeparator($0) }
    var isNumber = digits.first.map(isDigit) ?? false
    if isNumber {
      guard !digits.split(whereSeparator: isSeparator).contains(where: { $0.count > 3 }) else {
        return false
      }
      rest = rest.dropFirst(digits.count)
      if let last = digits.last, isSeparator(last), !isPoint(last) { return false }
    } else if let letter = rest.first, isOrdinal(letter) {
      isNumber = isKanjiDigit(letter) && first == "第" || isCircled(letter)
      rest = rest.drop { $0 == letter || isKanjiDigit(letter) && isKanjiDigit($0) }
    } else {
      return false
    }
    let ending = rest.prefix { ").）．.〕]、章部節編条款".unicodeScalars.contains($0) }
    return ending.count == rest.count && (isNumber || !ending.isEmpty)
  }

  /// Whether a line's words begin with a bullet or a number.
  ///
  /// A bare number counts only before a wide gap: 2020 年 may stand at the head of any line.
  static func opensItem(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars.prefix(9))
    guard let first = scalars.first, scalars.count > 1 else { return false }
    if isDash(first) { return !TextBox.isLatin(scalars[1]) }
    if isBullet(first) { return true }
    if "＊*".unicodeScalars.contains(first) { return true }
    for end in stride(from: min(7, scalars.count - 1), to: 0, by: -1) {
      guard isLabel(String(scalars: scalars[..<end])) else { continue }
      if scalars[end] == "\u{3000}" { return true }
      let isClosed = ")）.．〕]".unicodeScalars.contains(scalars[end - 1])
      return isClosed && !TextBox.isLatin(scalars[end])
    }
    return false
  }

  /// Whether a line begins with a bullet that only items have; ■ and ◆ may title a block.
  static func opensWithBullet(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars.prefix(2))
    guard scalars.count == 2 else { return false }
    if isDash(scalars[0]) { return !TextBox.isLatin(scalars[1]) }
    return "・･•‣·◦∙".unicodeScalars.contains(scalars[0])
      || (0xF020...0xF0FF).contains(scalars[0].value)
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    (0x2010...0x2015).contains(scalar.value) || [0x2D, 0xFF0D, 0x2212].contains(scalar.value)
  }

  static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2022, 0x2023, 0x2043, 0x25A0...0x25FF, 0x2666, 0x2756, 0x2794, 0x27A2, 0x27A4, 0x30FB,
      0xFF65, 0x00B7, 0x2012...0x2015, 0x2D, 0xFF0D, 0x2212, 0x203B, 0x2713, 0x2714, 0x26AB,
      0x25E6, 0x2219, 0x2460...0x2473, 0xF020...0xF0FF, 0x2B9A:
      true
    default: false
    }
  }

  /// Whether all characters are digits, with the marks that stand around a page's number.
  static func isPageNumber(_ text: String) -> Bool {
    pageNumber(text) != nil
  }

  /// The number of 12, - 12 -, p.12, 12/40 or 12 ページ, and no other.
  static func pageNumber(_ text: String) -> Int? {
    if let roman = romanNumber(text) { return roman }
    var digits: [Int] = []
    var isPastSlash = false
    for scalar in text.unicodeScalars {
      if let value = digit(scalar) {
        if !isPastSlash { digits.append(value) }
      } else if scalar == "/" || scalar == "／" {
        isPastSlash = true
      } else if !"-‐–—―−－Pp.． 頁ページ\u{3000}".unicodeScalars.contains(scalar) {
        return nil
      }
    }
    guard (1...4).contains(digits.count) else { return nil }
    return digits.reduce(0) { $0 * 10 + $1 }
  }

  /// Whether dots lead from the words to something behind them.
  static func endsInLeader(_ text: String) -> Bool {
    text.unicodeScalars.suffix(3).count { ".．…‥・".unicodeScalars.contains($0) } == 3
  }

  /// Whether the characters are a figure's or a table's number: 表１-2.
  static func isCaptionNumber(_ text: String) -> Bool {
    ["図", "表", "図表", "写真"].contains(text)
      || text.unicodeScalars.count <= 8 && CaptionWording.isCaption(text)
        && text.unicodeScalars.dropFirst().allSatisfy {
          isDigit($0) || isSpace($0) || "表-－.．‐".unicodeScalars.contains($0)
        }
  }

  /// The small Roman numbers of a report's first pages: i, ii, iv.
  private static func romanNumber(_ text: String) -> Int? {
    let numbers = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    return numbers.firstIndex(of: text).map { $0 + 1 }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { digit(scalar) != nil }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
    default: nil
    }
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    isPoint(scalar) || [0x2D, 0xFF0D, 0x2010, 0x2212].contains(scalar.value)
  }

  private static func isPoint(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "．" }

  private static func isKanjiDigit(_ scalar: Unicode.Scalar) -> Bool {
    "一二三四五六七八九十".unicodeScalars.contains(scalar)
  }

  private static func isCircled(_ scalar: Unicode.Scalar) -> Bool {
    (0x2460...0x2473).contains(scalar.value)
  }

  /// Letters, kana, kanji and Roman digits that number items.
  private static func isOrdinal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    case 0x2160...0x217F: true
    default:
      isKanjiDigit(scalar) || isCircled(scalar)
        || "アイウエオカキクケコサシスセソ".unicodeScalars.contains(scalar)
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
}
