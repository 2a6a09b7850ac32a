import DocumentModel
import Testing

@testable import Structure

@Suite struct BlockTests {
  @Test(arguments: [
    ("**重要**な物資", "重要な物資"), ("領域横断\\*", "領域横断*"), ("<b>対象</b>の<u>範囲</u>", "対象の範囲"),
    ("[要綱](https://example.go.jp/a_(1).pdf)による", "要綱による"), ("<守る>の施策", "<守る>の施策"),
    ("費用[上限あり](注)", "費用[上限あり](注)"), ("一行目<br>二行目", "一行目 二行目"),
  ])
  func marksAreLeftOutOfTheWords(source: String, words: String) {
    #expect(Structured(source + "である。\n").texts(.paragraph) == [words + "である。"])
  }

  /// What every passage below would carry has a length that a reader can take in.
  @Test func whatIsTooLongIsNoHeadingAndNoContext() {
    let long = String(repeating: "港", count: 1001)
    #expect(Structured("# \(long)\n\n## 岸\n").outline == ["1 岸"])
    for text in ["\(long)は、次のとおり：\n\n- 岸\n", "| \(long) | 岸 |\n|---|---|\n| 甲 | 乙 |\n"] {
      let structured = Structured(text)
      #expect(structured.document.passages.count == 2)
      #expect(structured.document.passages.allSatisfy { $0.context.isEmpty })
    }
    let marked = Structured(marked: [(long, .heading(level: 1)), ("岸", .heading(level: 2))])
    #expect(marked.texts(.paragraph) == [long])
    #expect(marked.texts(.heading) == ["岸"])
  }

  @Test func aPipeTableReadsRowByRow() throws {
    let text = """
      | 国 | 罰則 | 期間 |
      |----|:--:|---|
      | 甲国 | **あり** | 一年<br>以内 |
      | 乙国 |  | 二年 |
      """
    let structured = Structured(text)
    #expect(structured.texts(.table) == ["国 | 罰則 | 期間", "甲国 | あり | 一年 以内", "乙国 |  | 二年"])
    let passages = structured.document.passages
    #expect(passages[0].context.isEmpty)
    #expect(passages[1].context == [PassageContext(kind: .header, line: 1, text: "国 | 罰則 | 期間")])
    let row = try #require(structured.document.blocks.dropFirst().first)
    #expect(row.cells.map { structured.document.citable.string($0) } == ["甲国", "あり", "一年 以内"])
  }

  @Test func aTabSeparatedRowKeepsTheLabelOfTheRowAbove() {
    let text = "区分\t対象\t期限\n平時\t点検\t毎年\n\t報告\t毎月\n"
    let structured = Structured(text)
    #expect(structured.texts(.table) == ["区分 | 対象 | 期限", "平時 | 点検 | 毎年", "報告 | 毎月"])
    #expect(structured.document.passages[2].context.map(\.text) == ["区分 | 対象 | 期限", "平時"])
  }

  @Test(arguments: [
    "<table>\n<tr><th>国</th><th>罰則</th></tr>\n<tr><td>甲国</td><td><b>あり</b></td></tr>\n</table>\n",
    "<table>\n<tr>\n<th>国</th>\n<th>罰則</th>\n</tr>\n<tr>\n<td>甲国</td>\n<td>あり</td>\n</tr>\n</table>\n",
    "<table><tr><th>国</th><th>罰則</th></tr><tr><td>甲国</td><td>あり</td></tr></table>\n",
  ])
  func aRawHTMLTableReadsRowByRow(text: String) {
    let structured = Structured(text)
    #expect(structured.blocks == ["table: 国 | 罰則", "table: 甲国 | あり"])
    #expect(structured.document.passages.last?.context.map(\.text) == ["国 | 罰則"])
  }

  @Test func aCellOfARawHTMLTableRunsOverLines() {
    let text = """
      <table>
      <tr><th>区分</th><th>措置</th></tr>
      <tr>
      <td>半導体の
      供給</td>
      <td>
      <b>点検</b><br>
      報告

      AI
      labs</td>
      </tr>
      </table>

      別の段落である。
      """
    let structured = Structured(text)
    #expect(
      structured.blocks == [
        "table: 区分 | 措置", "table: 半導体の供給 | 点検 報告AI labs", "paragraph: 別の段落である。",
      ])
    #expect(
      structured.document.citable.repairs.map(\.rule) == [.lineEnd, .lineEnd, .lineEndSpace])
  }

  @Test func aCellThatNothingEndsTakesInNoText() {
    let text = "<table><tr><td>開いたままの升\n\n段落である。\n"
    #expect(Structured(text).blocks == ["table: 開いたままの升", "paragraph: 段落である。"])
  }

  @Test func itemsCarryTheSentenceThatLeadsIn() {
    let text = "支援の対象は、以下のとおりとする。\n\n- 設備の更新\n  - 工作機械\n- 人材の育成\n\n結びの文である。\n"
    let contexts = Structured(text).document.passages.map { $0.context.map(\.text) }
    let leadIn = "支援の対象は、以下のとおりとする。"
    #expect(contexts == [[], [leadIn], [leadIn, "設備の更新"], [leadIn], []])
  }

  @Test func notesAreTold() {
    let text = "対象は十二の物資である。\n\n※ 令和五年の数字。\n\n（注）速報の値。\n"
    #expect(Structured(text).texts(.note) == ["※ 令和五年の数字。", "（注）速報の値。"])
  }

  @Test func windowsLineEndsChangeNothing() {
    let text = "# 題\n\n- 一つ目\n- 二つ目\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n"
    #expect(Structured(text.replacing("\n", with: "\r\n")).blocks == Structured(text).blocks)
  }

  @Test func anEmptyTextHasARootOnly() {
    let document = Structured("").document
    #expect(document.blocks.isEmpty && document.passages.isEmpty)
    #expect(document.sections.map(\.level) == [1])
  }
}
