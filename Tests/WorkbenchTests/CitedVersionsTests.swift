import DocumentModel
import Foundation
import PassageIndex
import TestSupport
import Testing
import Verification
import Workbench

/// A paper of May 2027 cites articles of a law held in revisions of 2026, 2027 and 2028.
@Suite struct CitedVersionsTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "cited-\(UUID())")
  private let act = LawID("324AC0000000228")
  private var index: String { folder.appending(path: "index.sqlite").path }

  private func made(withLaws: Bool = true) async throws -> (KnowledgeBase, LawLibrary) {
    let laws = folder.appending(path: "laws")
    try FileManager.default.createDirectory(at: laws, withIntermediateDirectories: true)
    let revisions: [(String, String, [(Int, String)])] = [
      ("20260401", "000000000000000", [(25, "甲を届け出る。"), (26, "乙を報告する。"), (27, "丙を定める。")]),
      ("20270401", "509AC0000000001", [(25, "甲を届け出る。"), (26, "乙を報告する。")]),
      ("20280401", "509AC0000000002", [(25, "甲の許可を受ける。"), (26, "乙を報告する。"), (28, "丁を定める。")]),
    ]
    for (day, amending, articles) in revisions {
      let body = articles.map { number, text in
        """
        <Article Num="\(number)"><ArticleTitle>第\(number)条</ArticleTitle><Paragraph Num="1"><ParagraphNum/>
        <ParagraphSentence><Sentence>\(text)</Sentence></ParagraphSentence></Paragraph></Article>
        """
      }
      let xml = """
        <Law LawType="Act"><LawNum>昭和二十四年法律第二百二十八号</LawNum><LawBody>
        <LawTitle>外国為替及び外国貿易法</LawTitle><MainProvision>\(body.joined())</MainProvision></LawBody></Law>
        """
      try Data(xml.utf8).write(
        to: laws.appending(path: "\(act.rawValue)_\(day)_\(amending).xml"))
    }
    let paper = folder.appending(path: "paper.md")
    let text = """
      ---
      title: 素材の調べ
      date: 2027-05-10
      ---
      # 素材の調べ

      外為法第25条に基づく届出を調べる。外為法第26条の報告も読む。

      外為法第27条はもう読まない。外為法第28条を待つ。外為法第999条は誤記である。
      """
    try Data(text.utf8).write(to: paper)
    let store = RegistryStore(folder: Places.registry.path)
    let registry = try store.load()
    _ = try await Ingest(registry: registry, classifier: try store.pillarClassifier())
      .run([paper.path], into: index)
    let today = try #require(CalendarDay(year: 2029, month: 1, day: 1))
    if withLaws {
      _ = try ImportLaws(registry: registry, today: today).run([laws.path], into: index)
    }
    let base = try KnowledgeBase(index: index)
    return (base, LawLibrary(base, today: today))
  }

  /// Returns `article: status day-of-revision since` for each cited article.
  private func versions(_ base: KnowledgeBase, _ library: LawLibrary, asOf: String?) throws
    -> [String]
  {
    let reader = try IndexReader(path: index)
    let document = try #require(try base.documents().first)
    let records = try reader.records(reader.passageIDs(of: document.id))
    let day = asOf.flatMap { EDTF($0).interval?.first }
    let found = try FindCitedVersions(library).run(records, asOf: day)
    return records.flatMap(\.links).compactMap { link in
      guard case .law(let law) = link.target, let article = law.provision.article,
        let version = found[law, document]
      else { return nil }
      let parts = [
        version.status?.name, version.revision?.inForceFrom?.iso8601, version.since?.rawValue,
      ]
      return "\(article): " + parts.compactMap { $0 }.joined(separator: " ")
    }
  }

  @Test func theDocumentsDateChooses() async throws {
    let (base, library) = try await made()
    #expect(
      try versions(base, library, asOf: nil) == [
        "25: in_force 2027-04-01 changed", "26: in_force 2027-04-01", "27: removed 2026-04-01",
        "28: not_yet_in_force 2028-04-01", "999: no_such_provision",
      ])
    #expect(
      try versions(base, library, asOf: "2028-05-01") == [
        "25: in_force 2028-04-01", "26: in_force 2028-04-01", "27: removed 2026-04-01",
        "28: in_force 2028-04-01", "999: no_such_provision",
      ])
  }

  @Test func onlyAnArticleThatNoRevisionHasIsReported() async throws {
    let (base, library) = try await made()
    let document = try #require(try base.documents().first)
    let citations = LawCitations(base, library: library)
    let reader = try IndexReader(path: index)
    let links = try reader.records(reader.passageIDs(of: document.id)).flatMap(\.links)
    let found = try citations.withoutProvision(links, in: document)
    #expect(found.map(\.identifier) == ["law.no-such-provision"])
    #expect(found.first?.arguments["provision"] == "第999条")
    #expect(found.first?.location?.line == 9)
    #expect(try citations.withoutProvision() == found)
  }

  /// A sentence's as-of date counts for its citations, and for those of no other.
  @Test func theDayOfASentenceOfADraftChooses() async throws {
    let (base, _) = try await made()
    let draft = folder.appending(path: "draft.md")
    let text = """
      外為法第27条による。2026年5月時点では、外為法第27条があり、外為法第28条がない。外為法第28条による。

      外為法第27条は、2026年5月1日現在のものである。
      """
    try Data(text.utf8).write(to: draft)
    let store = RegistryStore(folder: Places.registry.path)
    let today = try #require(CalendarDay(year: 2029, month: 1, day: 1))
    let verified = try VerifyDraft(
      base, registry: store.load(), classifier: store.pillarClassifier(), today: today
    ).run(draft.path)
    #expect(
      verified.checks.filter { $0.kind == .law }.map(\.detail.identifier) == [
        "verify.law-removed", "verify.law-exists", "verify.law-not-yet-enacted",
        "verify.law-exists", "verify.law-exists",
      ])
  }

  @Test func whereNoLawIsHeldNothingIsSaid() async throws {
    let (base, library) = try await made(withLaws: false)
    #expect(try versions(base, library, asOf: nil) == [])
    #expect(try LawCitations(base, library: library).withoutProvision() == [])
  }
}
