import DocumentModel
import Testing
import TextNormalization

@testable import PassageIndex

@Suite struct GramScannerTests {
  let folding = SearchFolding(variants: Fixture.variants)

  @Test(arguments: [
    ("特許", ["特許", "許"], ["特許"]),
    ("特", ["特"], ["特"]),
    ("令和6年", ["令和", "和", "6", "年"], ["令和", "和", "6", "年"]),
    ("令和、6年", ["令和", "和", "␣", "6", "年"], ["令和", "和", "␣", "6", "年"]),
    ("K Program", ["k", "␣", "program"], ["k", "␣", "program"]),
    ("ＡＩ技術", ["ai", "技術", "術"], ["ai", "技術"]),
    ("供給\n網", ["供給", "給網", "網"], ["供給", "給網"]),
    ("供給 網", ["供給", "給", "網"], ["供給", "給", "網"]),
    ("供給\n\n網", ["供給", "給", "網"], ["供給", "給", "網"]),
    ("輸出、投資", ["輸出", "出", "投資", "資"], ["輸出", "出", "投資"]),
    ("（AI）", ["ai"], ["ai"]),
    ("國力", ["国力", "力"], ["国力"]),
  ])
  func tokens(text: String, stored: [String], asked: [String]) {
    let key = SearchKey(text, folding: folding)
    #expect(GramScanner.tokens(key) == stored)
    #expect(GramScanner.tokens(key, isQuery: true) == asked)
  }

  /// FTS5 would cut a token of more than 32,768 bytes short.
  @Test func aRunWithoutEndIsCutIntoTokens() {
    let run = String(repeating: "𝟎0", count: 10_000) + "港"
    let tokens = GramScanner.tokens(SearchKey(run, folding: folding))
    #expect(tokens.map(\.count) == [8_000, 8_000, 4_000, 1])
    #expect(tokens.dropLast().allSatisfy { $0.utf8.count < 32_768 })
  }
}
