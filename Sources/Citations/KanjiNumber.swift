/// Writes the kanji numerals of law numbers in Arabic digits, as horizontal text does.
///
/// 公用文作成の考え方 asks for Arabic digits in horizontal writing: 令和四年法律第四十三号 becomes
/// 令和4年法律第43号. Only numerals before 年, 月, 日 and 号 change, so that names keep their characters.
package enum KanjiNumber {
  /// Returns the text with every such numeral in Arabic digits.
  package static func arabic(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var pending: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if value(scalar) != nil {
        pending.append(scalar)
        continue
      }
      if ["年", "月", "日", "号"].contains(scalar), let number = number(pending) {
        out.append(contentsOf: String(number).unicodeScalars)
      } else {
        out.append(contentsOf: pending)
      }
      pending = []
      out.append(scalar)
    }
    out.append(contentsOf: pending)
    return String(out)
  }

  /// Returns the number that kanji numerals up to 千 stand for, or nil where there are none.
  private static func number(_ numerals: [Unicode.Scalar]) -> Int? {
    guard !numerals.isEmpty else { return nil }
    var total = 0
    var digit: Int?
    for numeral in numerals {
      guard let value = value(numeral) else { return nil }
      if value >= 10 {
        total += (digit ?? 1) * value
        digit = nil
      } else {
        digit = (digit ?? 0) * 10 + value
      }
    }
    return total + (digit ?? 0)
  }

  private static func value(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "十": 10
    case "百": 100
    case "千": 1000
    default: nil
    }
  }
}
