import DocumentModel
import Foundation
import PassageIndex
import Registry
import TestSupport
import Testing
import Workbench

@Suite struct SearchLawsTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "search-\(UUID())")
  private let act = "324AC0000000228"

  /// Two revisions of a law: the second requires a permit of the minister, the first a notice.
  private func search(_ text: String, asOf: String? = nil, isExact: Bool = false) throws
    -> LawSearchResult
  {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let index = folder.appending(path: "index.sqlite").path
    for (day, words) in [("20270401", "届け出なければ"), ("20280401", "許可を受けなければ")] {
      let xml = """
        <Law LawType="Act"><LawNum>昭和二十四年法律第二百二十八号</LawNum><LawBody>
        <LawTitle>外国為替及び外国貿易法</LawTitle><MainProvision>
        <Article Num="25"><ArticleCaption>（取引）</ArticleCaption><ArticleTitle>第二十五条</ArticleTitle>
        <Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>素材を売る者は、\(words)ならない。</Sentence>
        </ParagraphSentence></Paragraph></Article>
        <Article Num="26"><ArticleTitle>第二十六条</ArticleTitle><Paragraph Num="1"><ParagraphNum/>
        <ParagraphSentence><Sentence>第二十五条の規定は、試料には適用しない。</Sentence></ParagraphSentence>
        </Paragraph></Article></MainProvision></LawBody></Law>
        """
      try Data(xml.utf8).write(
        to: folder.appending(path: "\(act)_\(day)_000000000000000.xml"))
    }
    let today = try #require(CalendarDay(year: 2027, month: 6, day: 1))
    let registry = try TestRegistry.real()
    _ = try ImportLaws(registry: registry, today: today).run([folder.path], into: index)
    let base = try KnowledgeBase(index: index)
    var options = LawSearchOptions()
    options.asOf = asOf.flatMap { EDTF($0).interval?.first }
    options.isExact = isExact
    return try SearchLaws(
      base, names: RegistryNames(base, registry: registry),
      library: LawLibrary(base, today: today)
    ).run(text, options)
  }

  @Test(arguments: [
    ("届け出", nil, ["Mp-At_25"]), ("許可", nil, []), ("許可", "2028-05-01", ["Mp-At_25"]),
    ("届け出", "2028-05-01", []),
    // Kanji and Arabic digits are one, in the article's own number and where another cites it.
    ("第25条 試料", nil, ["Mp-At_26"]), ("第二十五条 試料", nil, ["Mp-At_26"]),
    // A citation leads with its article.
    ("外為法第25条", nil, ["Mp-At_25", "Mp-At_26"]),
  ])
  func articles(query: String, asOf: String?, expected: [String]) throws {
    #expect(try search(query, asOf: asOf).hits.map(\.address) == expected)
  }

  @Test func whatWasAddedIsSaidAndLeftOutWithExact() throws {
    #expect(try search("第25条 試料").expanded == ["第二十五条"])
    let exact = try search("第25条 試料", isExact: true)
    #expect(exact.expanded.isEmpty && exact.hits.isEmpty)
  }

  /// Why nothing is found: the articles of another day, the nearest words, the law asked for.
  @Test func whatIsNotFoundHasItsReasons() throws {
    let later = try #require(try search("許可").absence)
    #expect(later.words.map(\.passages) == [1] && later.unfiltered == 1)
    #expect(later.words.first?.laws == [LawID(act)])
    #expect(later.exclusions.map(\.kind) == [.asOf])
    #expect(later.exclusions.map(\.value) == ["2027-06-01"])
    #expect(later.exclusions.map(\.passages) == [1])
    let near = try #require(try search("届け田").absence)
    #expect(near.words.first?.nearest.map(\.text) == ["届け出"])
    #expect(near.unfiltered == 0 && near.exclusions.isEmpty)
    #expect(try search("届け出").absence == nil)
  }

  @Test func aDayBeforeAllTextsIsSaid() throws {
    let error = #expect(throws: WorkbenchError.self) {
      try search("素材", asOf: "2020-01-01")
    }
    #expect(error?.diagnostic.identifier == "law.no-text-then")
  }
}
