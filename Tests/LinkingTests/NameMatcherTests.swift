import DocumentModel
import Linking
import Testing

@Suite struct NameMatcherTests {
  private static let names = [
    "外国為替及び外国貿易法", "外為法", "貿易法", "特許法", "JST", "経済産業省", "外為法",
  ]

  @Test(arguments: [
    ("外国為替及び外国貿易法に", ["外国為替及び外国貿易法"]),
    ("改正外為法と特許法", ["外為法", "特許法"]),
    ("ＪＳＴの公募", ["JST"]),
    ("JSTAR計画", []),
    ("XJST", []),
    ("外国為替及び外国貿易", []),
    ("経済 産業省の", ["経済 産業省"]),
    ("特許 法の", []),
    ("", []),
  ])
  func longest(text: String, found: [String]) {
    let scalars = ScalarText(text)
    let matches = NameMatcher(Self.names).matches(in: scalars)
    #expect(matches.map { scalars.string($0.range) } == found)
  }

  @Test func entriesOfOneNameAreReportedTogether() {
    let matches = NameMatcher(Self.names).matches(in: ScalarText("外為法"))
    #expect(matches.map(\.names) == [[1, 6]])
  }

  @Test func noNameStartsAtTheEnd() {
    #expect(NameMatcher(Self.names).longest(in: ScalarText("外為法"), at: 3) == nil)
    #expect(NameMatcher(Self.names).longest(in: ScalarText(""), at: 0) == nil)
  }

  @Test func foldedFormsAreEqual() {
    let matcher = NameMatcher(["国際連携"], folds: [0x570B: 0x56FD, 0x969B: 0x969B])
    #expect(matcher.matches(in: ScalarText("國際連携")).count == 1)
  }
}
