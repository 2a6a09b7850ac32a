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

  /// Every snippet of short sentences begins and ends with whole ones, wherever the match stands.
  @Test(arguments: 0..<40)
  func aSnippetBeginsAndEndsWithASentence(place: Int) {
    var sentences = (0..<40).map { "第\($0)の文は「港の\($0)」を扱う。" }
    sentences[place] = "この文だけが桟橋を含む。"
    let text = sentences.joined()
    let term = MatchTerm(QueryTerm("桟"), folding: folding)
    let (snippet, ranges) = SnippetGenerator(folding: folding).snippet(of: text, terms: [term])
    let shown = String(snippet.drop { $0 == "…" }.reversed().drop { $0 == "…" }.reversed())
    #expect(
      sentences.contains { shown.hasPrefix($0) } && sentences.contains { shown.hasSuffix($0) })
    #expect(text.contains(shown) && shown.unicodeScalars.count <= 180)
    let scalars = Array(snippet.unicodeScalars)
    #expect(ranges.map { String(String.UnicodeScalarView(scalars[$0])) } == ["桟"])
  }

  /// 「…。」 ends a sentence only where nothing of it follows: then it can be shown or left out alone.
  @Test(arguments: [
    ("「直す。」と述べた後に桟橋を見た。", "…「直す。」と述べた後に桟橋を見た。…"), ("「直す。」桟橋を見た。", "…「直す。」桟橋を見た。…"),
  ])
  func aQuotedSentenceEndsWhereNothingFollowsIt(sentence: String, shown: String) {
    let filler = String(repeating: "前", count: 178) + "。"
    let term = MatchTerm(QueryTerm("桟橋"), folding: folding)
    let snippet = SnippetGenerator(folding: folding).snippet(
      of: filler + sentence + filler, terms: [term]
    ).text
    #expect(snippet == shown)
  }

  @Test func aSentenceLongerThanTheLimitIsCutAtCommas() {
    let clause = "各省は港の設備を調べ、"
    let text =
      String(repeating: clause, count: 30) + "桟橋を直し、" + String(repeating: clause, count: 30)
    let term = MatchTerm(QueryTerm("桟橋"), folding: folding)
    let (snippet, ranges) = SnippetGenerator(folding: folding).snippet(of: text, terms: [term])
    #expect(snippet.hasPrefix("…各省は") && snippet.hasSuffix("調べ、…"))
    #expect(snippet.unicodeScalars.count <= 182 && ranges.count == 1)
  }
}
