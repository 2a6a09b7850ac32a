import DocumentModel
import Testing

@testable import Structure

@Suite struct LineJoinerTests {
  /// Lines of one sentence become one block; `|` marks where a block must end.
  @Test(arguments: [
    // A word broken by the column.
    "半導体や蓄電池などの重要な物資について国内の生産と調達の基盤を強化す\nることが急務である。",
    // A blank line that extraction put into a sentence.
    "各省は、所管する物資の供給網を点検し、その結果を踏まえて必要な支援策を\n\n講ずるものとする。",
    // An open bracket asks for its end.
    "認定の件数は増えている（令和六年三月\n末の数字）。",
    // Items never run together.
    "・原料の確保|\n・設備の更新|\n・人材の育成",
    // A heading's short line and its text.
    "支援の対象|\n国内に生産の拠点を新しく設ける事業者に対し、設備投資の費用の一部を補助する。",
    // A sentence that ends early ends its block.
    "支援を行う。|\nその際、関係する機関は互いに連携し、重複のないように努めるものとする。",
    // Labels of a diagram.
    "申請|\n\n審査|\n\n認定",
    // A label set vertically.
    "守\nる",
    // A remark of its own in brackets.
    "計画の認定を受けた事業者に対する設備投資の費用の補助|\n（上限は十億円）",
    // An address takes nothing in.
    "https://example.go.jp/a.pdf|\n次の資料を参照されたい",
  ])
  func joins(marked: String) {
    let text = marked.replacing("|\n", with: "\n")
    let expected = marked.split(separator: "|\n").map {
      String($0.filter { $0 != "\n" })
    }
    #expect(Structured(text).document.blocks.map(\.location.line).count == expected.count)
    #expect(
      Structured(text).blocks.map { String($0.split(separator: ": ", maxSplits: 1)[1]) } == expected
    )
  }

  @Test func latinWordsKeepASpace() {
    let text = "The report of the agency was published in the\nsummer of that year.\n"
    let structured = Structured(text)
    #expect(
      structured.texts(.paragraph)
        == ["The report of the agency was published in the summer of that year."])
    #expect(structured.document.citable.repairs.map(\.rule) == [.lineEndSpace])
  }

  @Test func aDroppedLineEndIsLoggedWithItsPlace() {
    let structured = Structured("資金の支援や規制の見直しを通じて、民間の投資を促\nす。\n")
    let repair = structured.document.citable.repairs.first
    #expect(repair?.rule == .lineEnd)
    #expect(repair?.before == "\n" && repair?.after == "")
  }

  /// Lines that join without an end take a time that grows with their number, not its square.
  @Test(arguments: ["港\n", "港の荷役設備を毎年度点検し部品の数を数えて台帳に書き\n", "**太字\n", "**太字**\n"])
  func manyLinesAreJoined(line: String) {
    #expect(!Structured(String(repeating: line, count: 20_000)).document.blocks.isEmpty)
  }
}
