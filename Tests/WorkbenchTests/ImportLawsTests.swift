import Archive
import DocumentModel
import Foundation
import PassageIndex
import Registry
import TestSupport
import Testing
import Workbench

@Suite struct ImportLawsTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "laws-\(UUID())")
  private var index: String { folder.appending(path: "index.sqlite").path }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func xml(_ text: String) -> String {
    """
    <Law LawType="Act"><LawNum>令和九年法律第九十九号</LawNum><LawBody><LawTitle>素材の供給網に関する法律</LawTitle>
    <MainProvision><Article Num="1"><ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/>
    <ParagraphSentence><Sentence>\(text)</Sentence></ParagraphSentence></Paragraph></Article></MainProvision>
    </LawBody></Law>
    """
  }

  private func write(_ name: String, _ content: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content.utf8).write(to: file)
  }

  private func run(_ paths: [String]) throws -> LawImportReport {
    let today = try #require(CalendarDay(year: 2027, month: 6, day: 1))
    return try ImportLaws(registry: Registry(), today: today)
      .run(paths.map { folder.appending(path: $0).path }, into: index)
  }

  @Test func aFolderWithGoodAndBadFiles() throws {
    try write("in/509AC0000000099_20270401_000000000000000.xml", xml("甲を定める。"))
    try write("in/other/509AC0000000099_20270401_000000000000000.xml", xml("乙を定める。"))
    try write("in/509AC0000000099_21170401_509AC0000000100.xml", xml("丙を定める。"))
    try write("in/broken.xml", "<Law><LawNum>令")
    try write("in/page.xml", "<html/>")
    try write("in/doctype.xml", "<!DOCTYPE Law><Law/>")
    try write("in/README.md", "# 目録")
    try write("in/picture.png", "")
    let report = try run(["in"])
    #expect(report.added == 2)
    #expect(report.failed == 4)
    #expect(report.status == .someUnread)
    #expect(
      Set(report.diagnostics.map(\.identifier)) == [
        "law.revision-conflict", "law.implausible-date", "law.malformed", "law.not-a-law",
        "law.document-type", "source.skipped-type",
      ])
    // The first text of the revision stayed.
    let reader = try IndexReader(path: index)
    let revision = try #require(
      LawRevisionID(parsing: "509AC0000000099_20270401_000000000000000"))
    #expect(try reader.law(revision)?.articles.map(\.text) == ["甲を定める。"])
    // A second run changes nothing.
    #expect(try run(["in/509AC0000000099_20270401_000000000000000.xml"]).unchanged == 1)
  }

  @Test func anArchiveOfLaws() throws {
    var zip = ZipWriter()
    zip.add("a/509AC0000000099_20270401_000000000000000.xml", Array(xml("甲を定める。").utf8))
    zip.add("list.csv", [])
    try Data(zip.finish()).write(to: folder.appending(path: "laws.zip"))
    let report = try run(["laws.zip"])
    #expect(report.added == 1)
    #expect(report.status == .done)
  }

  @Test func nothingReadable() throws {
    try write("in/broken.zip", "PK")
    let report = try run(["in", "absent"])
    #expect(report.status == .nothing)
    #expect(
      report.diagnostics.map(\.identifier) == ["archive.not-an-archive", "source.missing"])
  }

  /// The Act's Article 50 got the port transport business as its sixteenth kind in 2025.
  @Test(.enabled(if: Places.shared != nil)) func theActOnTwoDays() throws {
    let shared = try #require(Places.shared)
    let laws = shared.appending(path: "laws")
    let names = try FileManager.default.contentsOfDirectory(atPath: laws.path)
      .filter { $0.hasPrefix("504AC0000000043") || $0.hasPrefix("504CO0000000394") }
    let today = try #require(CalendarDay(year: 2026, month: 7, day: 1))
    _ = try ImportLaws(registry: Registry(), today: today)
      .run(names.map { laws.appending(path: $0).path }, into: index)
    let library = LawLibrary(try KnowledgeBase(index: index), today: today)
    let show = ShowLaw(library, registry: Registry())
    let finder = FindLaw(registry: Registry(), base: try KnowledgeBase(index: index))
    let article = try finder.find("504AC0000000043:50")
    let before = try show.run(article, asOf: CalendarDay(year: 2023, month: 12, day: 1))
    let after = try show.run(article, asOf: CalendarDay(year: 2025, month: 6, day: 1))
    #expect(before.revision?.inForceFrom == CalendarDay(year: 2023, month: 11, day: 17))
    #expect(!before.text.contains("港湾運送"))
    #expect(after.text.contains("港湾運送"))
    #expect(before.notes.map(\.identifier) == ["law.changed-since"])
    // The order says in its Article 9 that it fills in Article 50, and shows up on both sides.
    let paragraph = ProvisionPath(article: "50", paragraph: "1")
    #expect(
      after.delegated.map(\.provision) == [ProvisionPath(article: "9", paragraph: "1")])
    #expect(after.delegated.map(\.own) == [paragraph])
    let filling = try show.run(finder.find("504CO0000000394:9"), asOf: nil)
    #expect(filling.delegating.map(\.provision) == [paragraph])
    #expect(filling.delegating.map(\.lawID) == [LawID("504AC0000000043")])
    // The order lists the specified critical goods as the items of its first article.
    let order = LawID("504CO0000000394")
    let goods = try ["2023-01-01", "2024-02-02"].map { day in
      let revision = try library.revision(of: order, on: EDTF(day).interval?.first)
      let text = try library.text(revision)
      return text.nodes.count { $0.kind == .item && $0.address.hasPrefix("Mp-At_1-Pr_1-It_") }
    }
    #expect(goods == [11, 12])
  }
}
