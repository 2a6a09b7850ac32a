import DocumentModel

/// Reads 第25条第1項第3号, 第二十四条の二 or 25条 at a place of a folded text.
enum ProvisionReader {
  /// Returns the provision that starts at a code point and where it ends, or nil.
  static func provision(
    in text: [UInt32], at start: Int
  ) -> (provision: ProvisionPath, end: Int)? {
    var i = start
    var provision = ProvisionPath()
    guard let article = part(in: text, at: &i, unit: "条") else { return nil }
    provision.article = article
    while i < text.count, text[i] == 0x306E, let (branch, end) = number(in: text, at: i + 1) {
      // 第二十四条の二 is the article 24_2.
      provision.article = (provision.article ?? "") + "_\(branch)"
      i = end
    }
    provision.paragraph = part(in: text, at: &i, unit: "項")
    provision.item = part(in: text, at: &i, unit: "号")
    return (provision, i)
  }

  /// Reads 第, a number and the unit; 第 may be left out.
  private static func part(in text: [UInt32], at i: inout Int, unit: Unicode.Scalar) -> String? {
    var start = i
    if start < text.count, text[start] == 0x7B2C { start += 1 }
    guard let (value, end) = number(in: text, at: start), end < text.count,
      text[end] == unit.value
    else { return nil }
    i = end + 1
    return "\(value)"
  }

  /// No number up to 9,999 has more numerals, so that a run without end isn't read again at each of them.
  private static let longestNumeral = 20

  /// Reads a number in digits or kanji up to 9,999.
  static func number(in text: [UInt32], at start: Int) -> (value: Int, end: Int)? {
    var i = start
    var value = 0
    while i < text.count, (0x30...0x39).contains(text[i]), i - start < 4 {
      value = value * 10 + Int(text[i] - 0x30)
      i += 1
    }
    if i > start { return (value, i) }
    var numeral = KanjiNumeral()
    while i < text.count, i - start < longestNumeral, numeral.add(text[i]) { i += 1 }
    return i > start ? (numeral.value, i) : nil
  }
}
