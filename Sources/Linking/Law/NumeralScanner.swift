import DocumentModel

/// Reads a whole number in ASCII, full-width or kanji digits (第24条, 第２４条, 第二十四条).
enum NumeralScanner {
  /// Returns the number at an index and the index after it, or nil.
  ///
  /// Kanji digits are read by place (二百三十四) or one by one (二三四).
  static func number(in text: ScalarText, at start: Int) -> (value: Int, end: Int)? {
    var index = start
    var value = 0
    while ScalarClass.isDigit(text.at(index)), index - start < 9 {
      value = value * 10 + Int(text.at(index) - 0x30)
      index += 1
    }
    if index > start { return (value, index) }
    return kanjiNumber(in: text, at: start)
  }

  private static func kanjiNumber(in text: ScalarText, at start: Int) -> (value: Int, end: Int)? {
    var index = start
    var numeral = KanjiNumeral()
    while index - start < 12, numeral.add(text.at(index)) { index += 1 }
    return index > start ? (numeral.value, index) : nil
  }
}
