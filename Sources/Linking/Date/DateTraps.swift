import DocumentModel

/// Tells what looks like a date but belongs to a name: a law number, an amending law, an edition.
enum DateTraps {
  /// Returns whether a year is the beginning of a law number, a law's name or an edition's.
  ///
  /// 昭和24年法律第228号, 平成28年委員会規則第3号, 令和2年改正法, 2022年版白書.
  static func isName(_ text: ScalarText, range: Range<Int>, point: DatePoint) -> Bool {
    guard point.year != nil, point.month == nil, !point.isFiscal, point.part == nil else {
      return false
    }
    let end = range.upperBound
    if text.scalar(end) == 0x7248 { return true }  // 版
    return startsLawNumber(text, at: end) || startsAmendingLaw(text, at: end)
  }

  /// Returns whether a kind of law and 第N号 stand at an index.
  static func startsLawNumber(_ text: ScalarText, at start: Int) -> Bool {
    var index = text.skippingSpaces(start)
    let first = index
    while index < text.count, index - first < 28 {
      let scalar = text.scalars[index]
      if scalar == 0x7B2C {  // 第
        guard index > first,
          let number = Numeral(text, at: text.skippingSpaces(index + 1))
        else { return false }
        return text.scalar(text.skippingSpaces(number.end)) == 0x53F7  // 号
      }
      guard isNameCharacter(scalar) else { return false }
      index += 1
    }
    return false
  }

  /// Returns whether 改正…法 stands at an index.
  private static func startsAmendingLaw(_ text: ScalarText, at start: Int) -> Bool {
    guard text.hasPrefix([0x6539, 0x6B63], at: start) else { return false }
    for index in start + 2..<min(start + 12, text.count) {
      let scalar = text.scalars[index]
      if scalar == 0x6CD5 { return true }  // 法
      guard isNameCharacter(scalar) else { return false }
    }
    return false
  }

  /// Ideographs and katakana, which names of laws are written in.
  private static func isNameCharacter(_ scalar: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(scalar) || (0x30A0...0x30FF).contains(scalar) || scalar == 0x3005
  }
}
