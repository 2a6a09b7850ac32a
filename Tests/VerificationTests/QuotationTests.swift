import DocumentModel
import Structure
import TestSupport
import Testing
import TextNormalization
import Verification

/// Quotations are found in a draft, and held against texts character by character.
@Suite struct QuotationTests {
  private let folding = SearchFolding(variants: VariantTable.variants)

  private func draft(_ text: String) -> StructuredDocument {
    let utf8 = Array(text.utf8)
    let source = SourceDocument(
      id: DocumentID("d"), source: "d.md", sha256: ContentHash(utf8).description,
      mediaType: "text/markdown", utf8: utf8)
    let citable = Normalizer(variants: VariantTable.variants).normalize(source).value
    return Segmenter().segment(citable, of: source).value
  }

  private func quotations(_ text: String) -> [DraftQuotation] {
    QuotationFinder().quotations(in: draft(text), links: [])
  }

  @Test(arguments: [
    ("計画は「備蓄を三割増やす」と述べている。", ["備蓄を三割増やす"]),
    ("「供給の途絶に備えて官民で備蓄を積み増していく」方針である。", ["供給の途絶に備えて官民で備蓄を積み増していく"]),
    ("いわゆる「戦略的自律性」を高める。", []),
    ("蓄電池（以下「電池」という。）を備蓄する。", []),
    ("「備蓄計画」（「備蓄の手引」3頁）による。", ["備蓄計画"]),
    ("方針の「外側「内側」外側を含む二十字を超える引用の文」による。", ["外側「内側」外側を含む二十字を超える引用の文"]),
    ("> 官民で備蓄する。\n> 次の行も続く。\n\n出典：「備蓄の手引」3頁", ["官民で備蓄する。\n次の行も続く。"]),
    ("「閉じない引用が二十字を超えて続いていくが終わりの括弧がない", []),
    ("「閉じない括弧のあとでも「備蓄を三割増やす」と述べている。", ["備蓄を三割増やす"]),
  ])
  func found(text: String, expected: [String]) {
    #expect(quotations(text).map(\.text) == expected)
  }

  @Test(
    arguments: [
      ("「備蓄を三割増やす」（「備蓄の手引」12頁）と書く。", ["備蓄の手引"], 12...12, nil),
      ("「備蓄を三割増やす」（「備蓄の手引」pp. 12-13）と書く。", ["備蓄の手引"], 12...13, nil),
      ("「備蓄を三割増やす」と書く[^a]。\n\n[^a]: 「備蓄の手引」7ページ", ["備蓄の手引"], 7...7, nil),
      ("「備蓄を三割増やす」と書く（注1）。\n\n（注1）「備蓄の手引」864–865行目", ["備蓄の手引"], nil, 864...865),
      ("> 備蓄を三割増やす。\n\n出典：「備蓄の手引」「第2章」40行目", ["備蓄の手引", "第2章"], nil, 40...40),
      ("「備蓄を三割増やす」と書く。", [], nil, nil),
    ] as [(String, [String], ClosedRange<Int>?, ClosedRange<Int>?)])
  func claims(
    text: String, titles: [String], pages: ClosedRange<Int>?, lines: ClosedRange<Int>?
  ) throws {
    let claim = try #require(quotations(text).first).claim
    #expect(claim.documents == titles)
    #expect(claim.pages == pages)
    #expect(claim.lines == lines)
  }

  /// A text of two pages, a passage a page.
  private func candidate(_ title: String, _ pages: [String]) -> QuotationChecker.Candidate {
    var (utf8, passages) = ([UInt8](), [QuotableText.Piece]())
    for (number, page) in pages.enumerated() {
      let start = utf8.count
      utf8 += Array(page.utf8)
      passages.append(
        .init(
          id: PassageID("\(title).\(number)"), span: TextSpan(start, utf8.count),
          location: Location(
            spans: [TextSpan(start, utf8.count)], line: number * 10 + 1, lineEnd: number * 10 + 2,
            page: number + 1)))
      utf8.append(0x0A)
    }
    var metadata = DocumentMetadata()
    metadata.title = .init(title, .given)
    let record = DocumentRecord(
      id: DocumentID(title), source: title, sha256: "", mediaType: "text/plain",
      metadata: metadata)
    return .init(
      QuotableText(document: record, utf8: utf8, passages: passages), folding: folding)
  }

  private let pages = [
    "官民で蓄電池の備蓄を三割増やす。供給の途絶に備える。", "第五十条に基づき、港の荷役を対象に加える。",
  ]

  @Test(
    arguments: [
      ("「官民で蓄電池の備蓄を三割増やす。」（「備蓄の手引」1頁）", "verbatim", nil),
      ("「官民で蓄電池の備蓄を3割増やす。」（「備蓄の手引」1頁）", "converted", nil),
      ("「官民で蓄電池の備蓄を三割増やす。」（「備蓄の手引」2頁）", "elsewhere", "page"),
      ("「官民で蓄電池の備蓄を三割増やす。」（「備蓄の手引」30行目）", "elsewhere", "line"),
      ("「官民で蓄電池の備蓄を三割増やす。」（「輸送の指針」1頁）", "elsewhere", "document"),
      ("「官民で（略）供給の途絶に備える。」（「備蓄の手引」1頁）", "verbatim", nil),
      ("「供給の途絶に備える。（中略）第50条に基づき」（「備蓄の手引」1–2頁）", "converted", nil),
      ("「官民で蓄電池の備蓄を二割増やす。」（「備蓄の手引」1頁）", "near", nil),
      ("「官民で蓄電池の備蓄を三割増やすことが決まっているとはいえない。」", "missing", nil),
      ("「宇宙の旅を来年までに始めることとする。」（「備蓄の手引」1頁）", "missing", nil),
    ] as [(String, String, String?)])
  func status(text: String, status: String, displacement: String?) throws {
    let quotation = try #require(quotations(text).first)
    let candidates = [candidate("備蓄の手引", pages)]
    let checker = QuotationChecker(folding: folding)
    let all = Set(candidates.flatMap { $0.text.passages.map(\.id) })
    let finding =
      checker.exact(quotation, in: candidates)
      ?? checker.nearest(quotation, in: candidates, around: all) ?? QuotationFinding(.missing)
    #expect(finding.status.rawValue == status)
    #expect(finding.displacement?.rawValue == displacement)
  }

  @Test func theNearestWordsAreShownBesideTheDrafts() throws {
    let quotation = try #require(quotations("「官民で蓄電池の備蓄を二割増やす。」").first)
    let text = candidate("備蓄の手引", pages)
    let finding = try #require(
      QuotationChecker(folding: folding).nearest(
        quotation, in: [text], around: [PassageID("備蓄の手引.0")]))
    #expect(
      finding.differences
        == [.same("官民で蓄電池の備蓄を"), .draft("二"), .source("三"), .same("割増やす。")])
  }

  @Test func ofTwoPlacesTheOneThatIsNamedCounts() throws {
    let quotation = try #require(quotations("「供給の途絶に備える。」（「輸送の指針」1頁）").first)
    let candidates = [candidate("備蓄の手引", pages), candidate("輸送の指針", pages)]
    let finding = try #require(
      QuotationChecker(folding: folding).exact(quotation, in: candidates))
    #expect(finding.status == .verbatim)
    #expect(finding.place?.document.id.rawValue == "輸送の指針")
  }
}
