import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Readers

/// Files that python-pptx, openpyxl and LibreOffice wrote (tools/office-samples).
@Suite struct OfficeSampleTests {
  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](
      try Data(contentsOf: Places.checkout.appending(path: "Tests/Fixtures/office/\(name)")))
  }

  @Test(arguments: ["briefing.pptx", "briefing-libreoffice.pptx"])
  func slides(name: String) throws {
    let read = try PPTXFixture.read(try bytes(name))
    #expect(
      markedLines(read.value).map { $0.filter { $0 != "\u{0C}" } } == [
        "title: 港の点検について", "paragraph: 令和7年3月14日", "paragraph: 見本係", "heading 1: 点検の背景",
        "heading 1: 点検の進め方", "item 0: • 荷役設備を港ごとに点検する。", "item 1: – 予備の部品の数を数える。",
        "note: 部品の数は別の表にあると答える。", "heading 1: 現状と今後", "paragraph: 現状",
        "paragraph: 点検は年に一度である。", "paragraph: 今後", "paragraph: 点検の間隔を半年に縮める。",
        "heading 1: 点検した港", "head 1: 港 | 設備 | 点検日", "row 1: 東の港 | 岸壁クレーン | 令和6年10月3日",
        "row 1:  | 門型クレーン | 令和6年10月4日",
      ])
    #expect(read.value.pages.map(\.number) == [1, 2, 3, 4, 5])
    #expect(read.diagnostics.map(\.identifier) == ["input.pptx-hidden"])
    #expect(read.value.metadata.title?.value == "港の点検について")
  }

  @Test(arguments: ["register.xlsx", "register-libreoffice.xlsx", "register-1904.xlsx"])
  func sheets(name: String) throws {
    let read = try XLSXFixture.read(try bytes(name))
    #expect(
      markedLines(read.value) == [
        "heading 1: 台帳", "paragraph: 部品の台帳", "head 1: 区分 | 部品 | 数量 | 単価 | 点検日 | 割合",
        "row 1: クレーン | 滑車 | 1,200個 | ¥15,800 | 令和6年10月3日 | 12.5%",
        "row 1:  | 鋼索 | 36個 | ¥248,001 | 令和6年10月4日 | 50.0%",
        "row 1: 門 | 歯車 | 4個 | ¥1,000,000 | 平成31年4月30日 | 100.0%",
        "paragraph: ※ 単価は税抜きで、概数である。", "heading 1: 計画", "head 2: 年度 | 予算 | ",
        "head 2:  | 当初 | 補正", "row 2: 令和6年度 | 30億円 | 5億円", "row 2: 令和7年度 | 32億円 | 0億円",
      ])
    #expect(read.diagnostics.map(\.identifier) == ["input.xlsx-hidden"])
  }
}
