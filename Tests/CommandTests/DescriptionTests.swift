import Foundation
import Testing

/// What is known of a document: from its folder, a manifest, its own words, and people.
@Suite struct DescriptionTests {
  private struct Documents: Decodable {
    struct Entry: Decodable {
      var id: String
      var title: String?
      var date: String?
      var issuer: String?
      var url: String?
      var origins: [String: String]
    }
    var documents: [Entry]
  }

  private func documents(_ index: String) throws -> [Documents.Entry] {
    let run = try Binary.run(["documents", "--index", index, "--format", "json"])
    return try JSONDecoder().decode(Documents.self, from: Data(run.output.utf8)).documents
  }

  private static let paper = """
    港湾の備蓄に関する点検

    令和5年3月14日

    架空検討会

    1 背景

    昨年度に荷役設備を点検した。同年5月に結果を公表した。
    """

  @Test func theFolderOfADocumentDescribesIt() throws {
    let scratch = try Scratch()
    try scratch.write("in/ports-2023/source.txt", Self.paper)
    try scratch.write(
      "in/ports-2023/document.json",
      #"{"title":"港湾点検","date":"2023/3/20","url":"https://example.go.jp/p","colour":"red"}"#)
    let index = scratch.path("i.sqlite")
    let run = try Binary.run(["ingest", scratch.path("in"), "--index", index])
    #expect(run.status == 0)
    #expect(run.errors.contains("document.json 1行目: 「colour」という項目はありません"))
    let document = try #require(try documents(index).first)
    #expect(document.id == "ports-2023")
    #expect(document.title == "港湾点検")
    #expect(document.date == "2023-03-20")
    #expect(document.issuer == "架空検討会")
    #expect(
      document.origins == [
        "title": "given", "date": "given", "url": "given", "issuer": "inferred",
      ])
  }

  @Test func aManifestComesBeforeTheSidecarAndAChangedRowIsNoticed() throws {
    let scratch = try Scratch()
    let paper = try scratch.write("p.txt", Self.paper)
    try scratch.write("p.json", #"{"title":"側の題","kind":"資料"}"#)
    let list = try scratch.write("list.csv", "file,title\np.txt,表の題\n")
    let index = scratch.path("i.sqlite")
    let ingest = ["ingest", paper, "--index", index, "--manifest", list]
    #expect(try Binary.run(ingest).status == 0)
    #expect(try documents(index).first?.title == "表の題")
    #expect(try Binary.run(ingest).output.contains("変更なし1"))
    try scratch.write("list.csv", "file,title,date\np.txt,新しい題,2023-04-01\nq.txt,なし,\n")
    let again = try Binary.run(ingest)
    #expect(again.output.contains("更新1"))
    #expect(again.errors.contains("list.csv 3行目: 「q.txt」に当たるファイルは"))
    #expect(try documents(index).first?.title == "新しい題")
    #expect(try Binary.run(ingest.dropLast() + [scratch.path("none.csv")]).status == 2)
  }

  private struct Line: Decodable {
    var kind: String?
    var surface: String?
    var value: String?
  }

  /// The dates of the document's text that are read from its own date.
  private func relative(_ index: String) throws -> [String: String] {
    var dates: [String: String] = [:]
    for line in try Binary.run(["dump", "--index", index]).output.split(separator: "\n") {
      let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      if line.kind == "date", let surface = line.surface { dates[surface] = line.value }
    }
    return dates
  }

  @Test func aCorrectionHoldsEverywhereAtOnceAndOutlivesTheIndex() throws {
    let scratch = try Scratch()
    let paper = try scratch.write("p.txt", Self.paper)
    let index = scratch.path("i.sqlite")
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    #expect(try relative(index)["昨年度"] == "FY2021")
    let before = try Binary.run(["stats", "--index", index, "--format", "json"]).output

    let set = try Binary.run([
      "documents", "set", "p", "--date", "令和6年5月10日", "--issuer", "架空省", "--title", "港湾点検 改",
      "--why", "表紙の誤り", "--by", "甲課", "--index", index,
    ])
    #expect(set.status == 0, "\(set.errors)")
    #expect(set.output.contains("架空省（人の判断）"))
    for isRebuilt in [false, true] {
      if isRebuilt {
        #expect(try Binary.run(["ingest", paper, "--index", index, "--rebuild"]).status == 0)
      }
      let document = try #require(try documents(index).first)
      #expect(document.date == "2024-05-10")
      #expect(
        document.origins == ["date": "decided", "issuer": "decided", "title": "decided"])
      #expect(try relative(index)["昨年度"] == "FY2023")
      let found = try Binary.run(["search", "荷役設備", "--index", index, "--format", "json"])
      #expect(found.output.contains("\"date\" : \"2024-05-10\""))
      #expect(try Binary.run(["export", "荷役設備", "--index", index]).output.contains("架空省"))
      #expect(try Binary.run(["check", "--index", index]).status == 0)
      let again = try Binary.run(["ingest", paper, "--index", index])
      #expect(again.output.contains("変更なし1"))
    }
    let listed = try Binary.run(["documents", "decisions", "--index", index])
    #expect(listed.output.contains("甲課: 表紙の誤り"))

    let unset = try Binary.run([
      "documents", "unset", "p", "date", "issuer", "title", "--index", index,
    ])
    #expect(unset.status == 0)
    #expect(try relative(index)["昨年度"] == "FY2021")
    #expect(try Binary.run(["stats", "--index", index, "--format", "json"]).output == before)
    let nothing = try Binary.run(["documents", "unset", "p", "date", "--index", index])
    #expect(nothing.status == 1)
  }

  @Test func anEditedDecisionsFileIsAppliedToDocumentsThatDidNotChange() throws {
    let scratch = try Scratch()
    let paper = try scratch.write("p.txt", Self.paper)
    let other = try scratch.write("q.md", samplePaper)
    let index = scratch.path("i.sqlite")
    #expect(try Binary.run(["ingest", paper, other, "--index", index]).status == 0)
    try scratch.write(
      "i.sqlite.decisions/documents.jsonl",
      """
      {"document":"p","source":"p.txt","set":{"kind":"報告"},"on":"2026-11-21"}
      {"document":"gone","source":"gone.txt","set":{"kind":"報告"},"on":"2026-11-21"}
      {"document":"p","source":"p.txt","set":{"date":"近日"},"on":"2026-11-21"}

      """)
    let run = try Binary.run(["ingest", other, "--index", index])
    #expect(run.status == 3)
    #expect(run.errors.contains("documents.jsonl 3行目"))
    #expect(run.errors.contains("文書 gone（gone.txt）"))
    let origins = try documents(index).first { $0.id == "p" }?.origins
    #expect(origins?["kind"] == "decided")
  }

  @Test(
    arguments: [
      (["set", "p"], 2), (["set", "p", "--date", "いつか"], 2), (["set", "p", "--title", " "], 2),
      (["set", "none", "--title", "題"], 1), (["unset", "p", "colour"], 2),
    ] as [([String], Int32)])
  func badUse(arguments: [String], status: Int32) throws {
    let scratch = try Scratch()
    let paper = try scratch.write("p.txt", Self.paper)
    let index = scratch.path("i.sqlite")
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    let run = try Binary.run(["documents"] + arguments + ["--index", index])
    #expect(run.status == status, "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: index + ".decisions/documents.jsonl"))
  }
}
