import DocumentModel
import Testing

@Suite struct KanjiNumeralTests {
  @Test(arguments: [
    ("二百三十四", 234), ("二三四", 234), ("千三十", 1030), ("十", 10), ("百二", 102), ("〇五", 5),
  ])
  func readByPlaceOrDigitByDigit(text: String, value: Int) {
    var numeral = KanjiNumeral()
    #expect(text.unicodeScalars.allSatisfy { numeral.add($0.value) })
    #expect(numeral.value == value)
  }

  @Test(arguments: ["一", "九", "千", "九千", "九百"])
  func aRunWithoutEndIsNoFault(part: String) {
    var numeral = KanjiNumeral()
    let text = String(repeating: part, count: 2_000)
    #expect(text.unicodeScalars.allSatisfy { numeral.add($0.value) })
    #expect(numeral.value > 9_999)
  }
}
