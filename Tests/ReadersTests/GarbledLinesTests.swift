import DocumentModel
import Testing

@testable import Readers

@Suite struct GarbledLinesTests {
  private func setApart(_ text: String) -> Staged<SourceDocument?> {
    let read = PlainTextReader().read(
      Array(text.utf8), id: DocumentID("d"), source: "d.txt", sha256: "")
    return GarbledLines().setApart(in: read.value)
  }

  /// 備蓄の量を毎年見直し、計画に反映する。 as UTF-8 taken for Shift_JIS.
  private let garbled = "蛯呵塘縺ｮ驥上ｒ豈主ｹｴ隕狗峩縺励∬ｨ育判縺ｫ蜿肴丐縺吶ｋ縲"

  @Test func aGarbledLineIsSetApartAndTold() throws {
    let result = setApart("港の備蓄は毎年点検し、結果を公表することとする。\n\(garbled)\n空港の備蓄は三年ごとに点検し、結果を公表する。\n")
    let document = try #require(result.value)
    #expect(document.marks == [LineMark(line: 2, role: .furniture)])
    let told = try #require(result.diagnostics.first)
    #expect(result.diagnostics.map(\.identifier) == ["input.garbled-lines"])
    #expect(told.arguments == ["count": "1", "line": "2", "pages": "–"])
  }

  @Test func aPageThatIsMostlyGarbledIsSetApartWhole() throws {
    let page = "港の備蓄は毎年点検し、結果を公表することとする。\n空港の備蓄は三年ごとに点検し、結果を公表する。\n"
    let result = setApart(page + page + "\u{0C}\(garbled)\n計画\n\u{0C}" + page)
    let document = try #require(result.value)
    #expect(document.marks.map(\.line) == [5, 6])
    #expect(result.diagnostics.first?.arguments["pages"] == "2")
  }

  @Test func aTextThatIsMostlyGarbledIsRefused() {
    let result = setApart("第一章\n\(garbled)\n")
    #expect(result.value == nil)
    #expect(result.diagnostics.map(\.identifier) == ["input.all-garbled"])
  }

  @Test(arguments: [
    "備蓄の量を見直す。\n", "(1) 供給\n(2) 需要\n", "naïve な見方\n", "5 ㎞² の区画\n", "縺れた糸\n", "ｶｰﾎﾞﾝ\n", "",
  ])
  func whatCanBeReadStays(text: String) {
    #expect(setApart(text).value?.marks == [])
    #expect(setApart(text).diagnostics.isEmpty)
  }
}
