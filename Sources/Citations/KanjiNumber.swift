import DocumentModel

/// Writes the kanji numerals of law numbers in Arabic digits, as horizontal text does.
///
/// 公用文作成の考え方 asks for Arabic digits in horizontal writing: 令和四年法律第四十三号 becomes
/// 令和4年法律第43号. Only numerals before 年, 月, 日 and 号 change, so that names keep their characters.
package enum KanjiNumber {
  /// Returns the text with every such numeral in Arabic digits.
  package static func arabic(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var pending = String.UnicodeScalarView()
    var number = KanjiNumeral()
    for scalar in text.unicodeScalars {
      if number.add(scalar.value) {
        pending.append(scalar)
        continue
      }
      if ["年", "月", "日", "号"].contains(scalar), !pending.isEmpty {
        out.append(contentsOf: String(number.value).unicodeScalars)
      } else {
        out.append(contentsOf: pending)
      }
      pending = .init()
      number = .init()
      out.append(scalar)
    }
    out.append(contentsOf: pending)
    return String(out)
  }
}
