import DocumentModel
import Testing

@testable import Readers

@Suite struct PlainTextReaderTests {
  private func read(_ text: String, source: String = "a.txt") -> SourceDocument {
    PlainTextReader().read(Array(text.utf8), id: DocumentID("a"), source: source, sha256: "").value
  }

  private func body(_ document: SourceDocument) -> String {
    String(decoding: document.utf8[document.body.utf8Range()], as: UTF8.self)
  }

  @Test(arguments: [
    ("x.txt", "text/plain"), ("folder/x.MD", "text/markdown"), ("x.markdown", "text/markdown"),
    ("x", "text/plain"),
  ])
  func mediaTypeComesFromTheName(source: String, type: String) {
    #expect(read("文。", source: source).mediaType == type)
  }

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func frontMatterIsGivenAndNoPartOfTheBody(lineEnd: String, mark: String) {
    let lines = [
      "---", "title: 供給網の要約", "issuer: 架空の省", "date: 2024-06", "kind: 要約",
      "licence: 'CC BY 4.0'", "sources:", "  - https://example.go.jp/a", "---", "", "# 要約", "",
    ]
    let document = read(mark + lines.joined(separator: lineEnd), source: "a.md")
    #expect(document.metadata.title == .init("供給網の要約", .given))
    #expect(document.metadata.issuer == .init("架空の省", .given))
    #expect(document.metadata.date == .init("2024-06", .given))
    #expect(document.metadata.licence == .init("CC BY 4.0", .given))
    #expect(body(document) == lineEnd + "# 要約" + lineEnd)
  }

  @Test(arguments: ["---\n本文だけの文書。\n---\n", "---\ntitle: 閉じない", "# 題\n---\n"])
  func aRuleIsNoFrontMatter(text: String) {
    let document = read(text)
    #expect(document.metadata == DocumentMetadata())
    #expect(body(document) == text)
  }

  @Test func aDateThatIsNoneIsReported() {
    let result = PlainTextReader().read(
      Array("---\ndate: 六月\n---\n".utf8), id: DocumentID("a"), source: "a.md", sha256: "")
    #expect(result.value.metadata.date == nil)
    #expect(result.diagnostics.map(\.identifier) == ["reader.front-matter-date"])
  }

  @Test(arguments: [
    ("一頁目\u{0C}二頁目\u{0C}", [1, 2]),
    ("一頁目\u{0C}二頁目", [1, 2]),
    ("<!-- page 4 -->\n甲\n<!-- page 5 -->\n乙\n", [4, 5]),
    ("--- 1ページ ---\n甲\n--- 2ページ ---\n乙\n", [1, 2]),
    ("甲\n1\n乙\n- 2 -\n丙\n3\n", [1, 2, 3]),
    // A gap, a start in the middle, text after the last number: nothing is guessed.
    ("甲\n1\n乙\n3\n丙\n4\n", []),
    ("甲\n11\n乙\n12\n丙\n13\n", []),
    ("甲\n1\n乙\n2\n丙\n3\n丁\n", []),
    ("頁のない文書。\n", []),
    // A row of digits longer than any page number.
    ("甲\n48123456789012345678901\n", []),
  ])
  func pages(text: String, numbers: [Int]) {
    #expect(read(text).pages.map(\.number) == numbers)
  }

  @Test func aPageHoldsItsOwnBytes() {
    let document = read("甲\n\u{0C}乙\n")
    let texts = document.pages.map {
      String(decoding: document.utf8[$0.span.utf8Range()], as: UTF8.self)
    }
    #expect(texts == ["甲\n", "乙\n"])
  }
}
