import TestSupport
import Testing
import TextNormalization
import Verification

/// What may be set otherwise in a quotation, and what may not.
@Suite struct ComparisonTests {
  private let folding = SearchFolding(variants: VariantTable.variants)

  private func key(_ text: String) -> [UInt32] {
    ComparisonText(Array(text.utf8), folding: folding).units
  }

  @Test(arguments: [
    ("第五十条第一項第八号", "第50条第1項第8号", [TextConversion.numerals]),
    ("二〇二五年四月", "2025年4月", [.numerals]),
    ("1,366億円", "1366億円", [.numerals]),
    ("ＡＩを使う", "AIを使う", [.width]),
    ("強靱な国", "強靭な國", [.variants]),
    ("備蓄，増産", "備蓄、増産", [.punctuation]),
    ("「備蓄」を", "『備蓄』を", [.brackets]),
    ("備 蓄\nを増やす", "備蓄を増やす", []),
    ("三割を５年で", "3割を5年で", [.numerals, .width]),
  ])
  func allowed(a: String, b: String, expected: [TextConversion]) {
    #expect(key(a) == key(b))
    let found = TextConversion.between(Array(a.utf8), Array(b.utf8), folding: folding)
    #expect(found == Set(expected))
  }

  @Test(arguments: [
    ("備蓄を増やす", "備蓄を殖やす"), ("第50条", "第51条"), ("三年", "三十年"), ("増やす。", "増やす"),
    ("サーバー", "サーバ"),
  ])
  func notAllowed(a: String, b: String) { #expect(key(a) != key(b)) }

  @Test func aRangeOfUnitsLeadsBackToItsBytes() {
    let text = "前文。第五十条に、よる。"
    let whole = ComparisonText(Array(text.utf8), folding: folding)
    let part = ComparisonText(Array("第50条に".utf8), folding: folding)
    let found = whole.occurrences(of: part)
    #expect(found.count == 1)
    let bytes = found.first.map(whole.bytes) ?? 0..<0
    #expect(String(decoding: Array(text.utf8)[bytes], as: UTF8.self) == "第五十条に")
  }

  @Test(arguments: [
    ("備蓄を増す", "備蓄を減す", [TextDifference.same("備蓄を"), .draft("増"), .source("減"), .same("す")]),
    ("abc", "abc", [.same("abc")]),
    ("が必要である", "は必要", [.draft("が"), .source("は"), .same("必要"), .draft("である")]),
    ("", "新", [.source("新")]),
  ])
  func differences(draft: String, source: String, expected: [TextDifference]) {
    #expect(TextDifference.between(draft: draft, source: source) == expected)
  }

  @Test func differencesGiveBackBothTexts() {
    let (a, b) = ("官民で備蓄を積み増し、国際連携を図る。", "官民が備蓄を積増し、国際的な連携も図った。")
    let parts = TextDifference.between(draft: a, source: b)
    let sides = parts.reduce(into: ("", "")) { sides, part in
      switch part {
      case .same(let text):
        sides.0 += text
        sides.1 += text
      case .draft(let text): sides.0 += text
      case .source(let text): sides.1 += text
      }
    }
    #expect(sides == (a, b))
  }
}
