import Testing

@testable import Readers

@Suite struct BoxListParserTests {
  private func parse(_ text: String) -> [BoxedPage] { BoxListParser().parse(Array(text.utf8)) }

  private func word(_ text: String) -> String {
    "<word xMin=\"1.5\" yMin=\"2\" xMax=\"30\" yMax=\"12\">" + text + "</word>"
  }

  @Test func pagesAndBoxes() {
    let pages = parse(
      "<html><page width=\"595.2\" height=\"842\">\(word("備蓄"))</page><page width=\"1\"/>")
    #expect(pages.map(\.number) == [1, 2])
    #expect(pages.map(\.width) == [595.2, 1])
    #expect(
      pages.first?.words == [TextBox("備蓄", PageBox(left: 1.5, top: 2, right: 30, bottom: 12))])
  }

  @Test(arguments: [
    ("A&amp;B&lt;&gt;&quot;&#39;", "A&B<>\"'"), ("a\u{1}b", "a\u{FFFD}b"), ("甲 乙", "甲乙"),
    ("&nbsp;", "&nbsp;"), ("𠮷", "𠮷"),
  ])
  func characters(printed: String, text: String) {
    #expect(parse("<page >" + word(printed)).first?.words.map(\.text) == [text])
  }

  /// What isn't a list of boxes gives what can be had, and nothing breaks.
  @Test(arguments: [
    "", "<", "<page", "<word xMin=\"1\">",
    "<page ><word xMin=\"a\" yMin=\"2\" xMax=\"3\" yMax=\"4\">甲",
    "<page ><word xMin=\"9\" yMin=\"2\" xMax=\"3\" yMax=\"4\">甲</word>",
    "<page ><word xMin=\"nan\" yMin=\"2\" xMax=\"inf\" yMax=\"4\">甲</word>",
  ])
  func brokenLists(text: String) {
    #expect(parse(text).allSatisfy { $0.words.isEmpty })
  }

  @Test func bytesThatAreNoUTF8() {
    let bytes = Array("<page >".utf8) + Array(word("").utf8.dropLast(7)) + [0xFF, 0xE3, 0x81]
    #expect(BoxListParser().parse(bytes).first?.words.map(\.text) == ["\u{FFFD}\u{FFFD}"])
  }
}
