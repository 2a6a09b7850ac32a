import DocumentModel
import Testing

@Suite struct ScalarTextTests {
  @Test func offsetsLeadBackToEveryCharacter() {
    let string = "A１　法é𠮷。"
    let text = ScalarText(string)
    #expect(text.string(0..<text.count) == "A1 法é𠮷。")
    for (i, scalar) in string.unicodeScalars.enumerated() {
      let bytes = Array(string.utf8)[text.offsets[i]..<text.offsets[i + 1]]
      #expect(Array(bytes) == Array(String(Character(scalar)).utf8))
    }
  }

  @Test func aRangeCountsFromTheWholeText() {
    let utf8 = Array("前文。第１条".utf8)
    let text = ScalarText(utf8, in: 9..<utf8.count)
    #expect(text.offsets.first == 9)
    #expect(text.hasPrefix([0x7B2C, 0x31], at: 0))
    #expect(!text.hasPrefix([0x7B2C], at: 1))
    #expect(!text.hasPrefix([0x6761, 0x6761], at: 2))
    let span: TextSpan<Citable> = text.span(1..<3)
    #expect(span.utf8Range() == 12..<18)
  }

  @Test func nothing() {
    #expect(ScalarText("").count == 0)
    #expect(Array(ScalarText("").offsets) == [0])
  }
}

@Suite struct LineIndexTests {
  @Test(arguments: [
    ("", [1]), ("一", [1]), ("a\n", [1, 1]), ("a\nb", [1, 1, 2]), ("\n\na", [1, 2, 3]),
    ("a\r\nb", [1, 1, 1, 2]),
  ])
  func line(text: String, lines: [Int]) {
    let index = LineIndex(Array(text.utf8))
    for (offset, line) in lines.enumerated() { #expect(index.line(at: TextOffset(offset)) == line) }
  }

  @Test func spansLeaveTheLineEndOut() {
    let index = LineIndex(Array("ab\n\ncd".utf8))
    #expect((1...3).map { index.span(ofLine: $0).utf8Range() } == [0..<2, 3..<3, 4..<6])
  }

  @Test func aPlaceHasBothItsLinesAndItsPage() {
    let index = LineIndex(Array("ab\ncd\nef".utf8))
    let pages = [
      Page(number: 4, span: TextSpan(0, 3)), Page(number: 5, span: TextSpan(3, 8)),
    ]
    let location = index.location([TextSpan(4, 5), TextSpan(6, 8)], pages: pages)
    #expect((location.line, location.lineEnd) == (2, 3))
    #expect(location.page == 5)
    #expect(location.hull.utf8Range() == 4..<8)
    // The end is the last byte that is in it, not the one after.
    #expect(index.location([TextSpan(0, 3)]).lineEnd == 1)
  }
}
