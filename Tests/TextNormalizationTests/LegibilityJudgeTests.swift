import Testing

@testable import TextNormalization

@Suite struct LegibilityJudgeTests {
  @Test(arguments: [
    "備蓄の方針", "AI", "①㈱髙﨑", "한국어 병기", "Стратегия", "naïve café", "※１", "\u{F06C} 備蓄", "5 ㎞²", "🇯🇵",
    "縺れた糸と繧繝模様", "ｶｰﾎﾞﾝﾆｭｰﾄﾗﾙ､ﾃﾞｼﾞﾀﾙ化", "第1章……………3", "ﾋﾄ･ﾓﾉ･ｶﾈ", "±5℃、×2、°C、§3",
  ])
  func textCanBeRead(text: String) { #expect(!LegibilityJudge().isGarbled(text)) }

  @Test(arguments: [
    "\u{E101}\u{E102}", "\u{FFFD}\u{FFFD}蓄", "\u{34B}\u{505}\u{911}\u{E3F}", "(cid:12)(cid:345)",
    "\u{1}\u{2}AB",
    // 備蓄の量を毎年見直し、計画に反映する。 decoded as another encoding than its own.
    "蛯呵塘縺ｮ驥上ｒ豈主ｹｴ隕狗峩縺励∬ｨ育判縺ｫ蜿肴丐縺吶ｋ縲", "å‚™è“„ã®é‡ã‚’æ¯Žå¹´è¦‹ç›´ã—",
    "”õ’~‚Ì—Ê‚ð–ˆ”NŒ©’¼‚µ", "È÷Ãß¤ÎÎÌ¤òËèÇ¯¸«Ä¾¤·", "ﾈﾟ､ﾎﾎﾌ､霽ｯｸｫﾄｾ､ｷ",
  ])
  func glyphNumbersCanNot(text: String) { #expect(LegibilityJudge().isGarbled(text)) }
}
