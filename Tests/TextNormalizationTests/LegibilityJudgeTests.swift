import Testing

@testable import TextNormalization

@Suite struct LegibilityJudgeTests {
  @Test(arguments: [
    "備蓄の方針", "AI", "①㈱髙﨑", "한국어 병기", "Стратегия", "naïve café", "※１", "\u{F06C} 備蓄", "5 ㎞²", "🇯🇵",
  ])
  func textCanBeRead(text: String) { #expect(!LegibilityJudge().isGarbled(text)) }

  @Test(arguments: [
    "\u{E101}\u{E102}", "\u{FFFD}\u{FFFD}蓄", "\u{34B}\u{505}\u{911}\u{E3F}", "(cid:12)(cid:345)",
    "\u{1}\u{2}AB",
  ])
  func glyphNumbersCanNot(text: String) { #expect(LegibilityJudge().isGarbled(text)) }
}
