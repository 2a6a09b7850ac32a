import Foundation
import Testing

/// Baskets outlive the index, and papers are set out for drafting.
@Suite struct DraftingTests {
  private struct Cited: Decodable {
    struct Excerpt: Decodable {
      var passage: String
      var quote: String
    }
    var excerpts: [Excerpt]
  }

  /// Its folder lasts as long as it does.
  private let scratch: Scratch
  private let index: String
  private let paper: String

  init() throws {
    scratch = try Scratch()
    index = scratch.path("i.sqlite")
    paper = try scratch.write("paper.md", samplePaper)
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
  }

  /// The ids of the sentences that hold a word.
  private func ids(_ word: String) throws -> [String] {
    let run = try Binary.run(["export", word, "--index", index, "--format", "json"])
    return try JSONDecoder().decode(Cited.self, from: Data(run.output.utf8)).excerpts
      .map(\.passage)
  }

  @Test func aBasketKeepsOrderAndNotesThroughARebuild() throws {
    let (stock, check) = (try ids("毎年度")[0], try ids("荷役設備")[0])
    let common = ["--index", index]
    #expect(
      try Binary.run(["basket", "add", stock, "--basket", "港", "--note", "数字を確認"] + common)
        .status == 0)
    #expect(try Binary.run(["basket", "add", check, "--basket", "港"] + common).status == 0)
    #expect(try Binary.run(["basket", "order", "港", check] + common).status == 0)
    #expect(try Binary.run(["ingest", paper, "--rebuild"] + common).status == 0)
    let text = try Binary.run(["export", "--basket", "港", "--lang", "ja"] + common).output
    let first = try #require(text.range(of: "荷役設備を点検した"))
    let second = try #require(text.range(of: "備蓄の量は毎年度見直す"))
    #expect(first.lowerBound < second.lowerBound)
    #expect(text.contains("*作成者注：数字を確認*"))
    #expect(try Binary.run(["basket", "remove", "港", check, stock] + common).status == 0)
    #expect(try Binary.run(["export", "--basket", "港"] + common).status == 1)
  }

  @Test func aPassageThatIsGoneIsToldWithItsWords() throws {
    let common = ["--index", index]
    #expect(try Binary.run(["basket", "add", ids("毎年度")[0]] + common).status == 0)
    let other = try scratch.write("other.md", "# 別の文書\n\n何も備えない。")
    #expect(try Binary.run(["ingest", other, "--rebuild"] + common).status == 0)
    let run = try Binary.run(["basket", "list", "--lang", "ja"] + common)
    #expect(run.output.contains("備蓄の量は毎年度見直す"))
    #expect(run.errors.contains("索引にない"))
  }

  @Test(arguments: [
    ("pillar", "## "), ("ministry", "## 国土交通省"), ("law", "第25条"), ("date", "## 令和6年"),
    ("table", "| 施策 |"), ("answer-sheet", "## 問　港湾"),
  ])
  func layouts(layout: String, expected: String) throws {
    let run = try Binary.run(
      ["export", "港湾", "--layout", layout, "--index", index, "--lang", "ja"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains(expected), "\(run.output)")
    #expect(run.output.contains("荷役設備を点検した"))
  }

  @Test func aHeadingIsNoQuotation() throws {
    for limit in ["1", "20"] {
      let run = try Binary.run(
        ["export", "点検", "--index", index, "--format", "json", "--limit", limit])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("荷役設備を点検した"))
      #expect(!run.output.contains(#""quote" : "1 点検の背景"#))
    }
  }

  @Test func everyFormatIsWritten() throws {
    for (name, start) in [
      ("a.docx", "PK"), ("a.html", "<!DOCTYPE html>"), ("a.csv", "\u{FEFF}"),
      ("a.bib", "@techreport"),
      ("a.jsonld", "["), ("a.txt", "「備蓄」"), ("a.md", "# 「備蓄」"),
    ] {
      let file = scratch.path(name)
      let run = try Binary.run(
        ["export", "備蓄", "--index", index, "--output", file, "--lang", "ja"])
      #expect(run.status == 0, "\(name): \(run.errors)")
      let bytes = try Data(contentsOf: URL(filePath: file))
      #expect(bytes.starts(with: Data(start.utf8)), "\(name)")
    }
  }

  @Test func wordsToOmitMustStandInThePassage() throws {
    let id = try ids("毎年度")[0]
    let common = ["--index", index, "--lang", "ja"]
    let run = try Binary.run(["cite", id, "--omit", "毎年度"] + common)
    #expect(run.output.contains("備蓄の量は（略）見直す。"))
    let missing = try Binary.run(["cite", id, "--omit", "毎月"] + common)
    #expect(missing.status == 2)
    #expect(missing.errors.contains("毎月"))
  }
}
