import DocumentModel
import Testing

@testable import Structure

@Suite struct FurnitureTests {
  @Test func aRepeatedAgendaIsADivider() {
    let agenda = "(参考) 施策の一覧\n\n- ① 予算の措置\n- ② 税制の措置\n- ③ 人材の育成\n\n"
    let text = agenda + "予算の章\n\n- 文である。\n\n" + agenda + "税制の章\n\n- 文である。\n\n" + agenda
    let structured = Structured(text)
    #expect(structured.texts(.furniture).count == 12)
    #expect(structured.outline == ["2 予算の章", "2 税制の章"])
    #expect(structured.document.passages.allSatisfy { $0.kind != .furniture })
  }

  @Test func ascendingNumbersAloneArePageNumbers() {
    let text = "最初の頁の文である。\n\n1\n\n次の頁の文である。\n\n- 2 -\n\n終わりの文である。\n\n3\n"
    #expect(Structured(text).texts(.furniture) == ["1", "- 2 -", "3"])
  }

  @Test func digitsSetVerticallyArePartOfALabel() {
    let text = "要\n件\n１\n\n文である。\n\n要\n件\n２\n\n文である。\n"
    #expect(Structured(text).texts(.furniture).isEmpty)
  }

  @Test func headsOfPagesThatComeBackAreSetApart() {
    let pages = ["供給網", "基幹の設備", "先端の技術", "特許の出願"].enumerated().map { number, topic in
      "資料の表題 第\(number + 1)頁\n\(topic)についての文がここに続く。\n"
    }
    let structured = Structured(pages.joined(separator: "\u{0C}"))
    #expect(structured.texts(.furniture).count == 4)
    #expect(structured.texts(.paragraph).count == 4)
  }
}
