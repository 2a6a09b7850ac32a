import DocumentModel
import Testing

@testable import Structure

@Suite struct MetadataInferenceTests {
  @Test(arguments: [
    ("令和６年６月４日", "2024-06-04"), ("2024年5月", "2024-05"), ("平成31年4月30日（火）", "2019-04-30"),
    ("令和元年10月", "2019-10"), ("（令和7年4月一部改正）", nil), ("令和6年2月30日", nil), ("6月4日", nil),
    ("令和６年３月 公表", "2024-03"), ("2024年の方針", nil), ("平成40年1月", nil),
  ])
  func readsADateLine(line: String, date: String?) {
    let text = ScalarText(line)
    #expect(TitleDateReader().date(in: 0..<text.count, of: text)?.rawValue == date)
  }

  @Test func theTitleBlockGivesTitleDateAndIssuer() {
    let text = "重要鉱物の確保に関する方針\n\n**令和5年9月\n架空省\n大臣官房 資源室**\n\n- 本文である。\n- 二つ目。\n- 三つ目。\n"
    let metadata = Structured(text).document.metadata
    #expect(metadata.title == .init("重要鉱物の確保に関する方針", .inferred))
    #expect(metadata.date == .init("2023-09", .inferred))
    #expect(metadata.issuer == .init("架空省 大臣官房 資源室", .inferred))
  }

  @Test func whatIsGivenStays() {
    var given = DocumentMetadata()
    given.date = .init("2020-01-01", .given)
    let text = "# 方針\n\n令和5年9月1日\n\n架空会議\n\n本文である。\n"
    let metadata = Structured(text, metadata: given).document.metadata
    #expect(metadata.date == .init("2020-01-01", .given))
    #expect(metadata.issuer == .init("架空会議", .inferred))
  }

  @Test(arguments: [
    "# 方針\n\n令和5年9月1日に決定した方針の内容を示す。\n", "令和5年の動き\n\n本文である。\n", "本文の途中から始まる文である。\n令和5年9月\n",
  ])
  func noDateIsGuessed(text: String) {
    #expect(Structured(text).document.metadata.date == nil)
  }
}
