import DocumentModel
import Testing
import TextNormalization

@testable import PassageIndex

@Suite struct SnippetGeneratorTests {
  let folding = SearchFolding(variants: Fixture.variants)

  /// Highlights are written as 【】 around the marked characters.
  @Test(arguments: [
    ("湾", "港湾と湾岸", "港【湾】と【湾】岸"),
    ("供給網", "供給⏎網の点検", "【供給 網】の点検"),
    ("株式", "㍿の略", "【㍿】の略"),
    ("國防", "国防費", "【国防】費"),
    ("あああ", "ああああ", "【ああああ】"),
    ("AI", "AIとTAIWAN", "【AI】とTAIWAN"),
    ("ドロ", "ﾄﾞﾛｰﾝ", "【ﾄﾞﾛ】ｰﾝ"),
  ])
  func highlights(term: String, text: String, marked: String) {
    let term = MatchTerm(QueryTerm(term), folding: folding)
    let (snippet, ranges) = SnippetGenerator(folding: folding).snippet(
      of: text.replacing("⏎", with: "\n"), terms: [term])
    var scalars = Array(snippet.unicodeScalars)
    for range in ranges.reversed() {
      scalars.insert("】", at: range.upperBound)
      scalars.insert("【", at: range.lowerBound)
    }
    #expect(String(String.UnicodeScalarView(scalars)) == marked)
  }

  @Test func aLongPassageIsCutAtSentencesAroundTheMatch() {
    let filler = String(repeating: "前の文は長く続く。", count: 40)
    let text = filler + "ここに桟橋がある。" + filler
    let term = MatchTerm(QueryTerm("桟橋"), folding: folding)
    let (snippet, ranges) = SnippetGenerator(folding: folding).snippet(of: text, terms: [term])
    let scalars = Array(snippet.unicodeScalars)
    #expect(scalars.count <= 182)
    #expect(ranges.map { String(String.UnicodeScalarView(scalars[$0])) } == ["桟橋"])
    #expect(snippet.hasPrefix("…ここに桟橋") && snippet.hasSuffix("。…"))
  }
}
