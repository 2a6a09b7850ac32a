import Archive
import Foundation
import Testing

/// A draft is held against the corpus, and the exit status tells whether something must be mended.
@Suite struct VerifyTests {
  private struct Report: Decodable {
    struct Check: Decodable {
      var kind: String
      var status: String
      var line: Int
      var fault: Bool
    }
    var checks: [Check]
  }

  private func verify(_ draft: String, _ options: [String] = []) throws -> Run {
    let scratch = try Scratch()
    let index = scratch.path("i.sqlite")
    let paper = try scratch.write("paper.md", samplePaper)
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    let file = try scratch.write("draft.md", draft)
    return try Binary.run(["verify", file, "--index", index] + options)
  }

  private func statuses(_ draft: String) throws -> [String] {
    let run = try verify(draft, ["--format", "json"])
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    #expect(run.status == (report.checks.contains(where: \.fault) ? 1 : 0))
    return report.checks.map { "\($0.kind):\($0.status)" }
  }

  @Test(arguments: [
    ("「備蓄の量は毎年度見直す。」（「港湾機能の維持に関する点検結果」18行目）と書く。", "quotation:verbatim"),
    ("「備蓄の量は毎年度見直す。」（「港湾機能の維持に関する点検結果」3行目）と書く。", "quotation:elsewhere"),
    ("「備蓄の量は毎年度見直す。」（「海運の手引」18行目）と書く。", "quotation:elsewhere"),
    ("「備蓄の量は毎月度見直す。」（「港湾機能の維持に関する点検結果」）と書く。", "quotation:near"),
    ("「令和六年十月に港湾の荷役設備を点検した。」と書く。", "quotation:converted"),
    ("「宇宙船の部品を三十年分ため込むこととした。」と書く。", "quotation:missing"),
  ])
  func aQuotationIsHeldAgainstItsSource(draft: String, expected: String) throws {
    #expect(try statuses(draft).contains(expected))
  }

  @Test func aTitleThatBeginsLikeAnothersIsReadWhole() throws {
    let scratch = try Scratch()
    let index = scratch.path("i.sqlite")
    let paper = try scratch.write(
      "paper.md", "---\ntitle: 国家安全保障戦略の読み方\n---\n\n# 国家安全保障戦略の読み方\n\n章を順に読む。\n")
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    let draft = try scratch.write("draft.md", "> 章を順に読む。\n\n出典：「国家安全保障戦略の読み方」7行目\n")
    #expect(try Binary.run(["verify", draft, "--index", index]).status == 0)
  }

  @Test(arguments: [
    ("令和6年2月30日に点検した。", ["date:no_such_day"]),
    ("外為法（昭和24年法律第228号）を改めた。", ["law:agrees"]), ("外為法（昭和二十四年法律第二百二十八号）を改めた。", ["law:agrees"]),
    ("外国為替及び外国貿易法（昭和25年法律第228号。以下「外為法」という。）を改めた。", ["law:differs"]),
    ("比率を10%から1%に改めた。", ["figure:unknown", "figure:unknown"]),
    ("令和6年10月に港湾の荷役設備を点検した。費用は来年決める。", []),
  ])
  func figuresDatesAndNumbersAreTold(draft: String, expected: [String]) throws {
    #expect(try statuses(draft) == expected)
  }

  @Test func aLawWhoseTextIsNotHeldCannotBeTold() throws {
    #expect(try statuses("外為法第25条による許可が要る。") == ["law:unknown"])
  }

  @Test func differencesAreShownSideBySide() throws {
    let run = try verify("「備蓄の量は毎月度見直す。」と書く。", ["--lang", "ja"])
    #expect(run.status == 1)
    #expect(run.output.contains("毎【月】度"))
    #expect(run.output.contains("毎【年】度"))
    #expect(run.output.contains("1件を確かめ、直すところ1件"))
  }

  @Test func aDraftWithoutFaultsIsQuietUnlessAllIsAskedFor() throws {
    let sound = "「備蓄の量は毎年度見直す。」と書く。"
    #expect(try verify(sound, ["--lang", "ja"]).output == "1件を確かめ、直すところ0件、確かめられないもの0件。\n")
    #expect(try verify(sound, ["--all", "--lang", "ja"]).output.contains("原文と一致"))
    #expect(try verify(sound, ["--all", "--format", "markdown"]).output.contains("| 1 |"))
  }

  /// A Word file with quotations set by style, the source of the first in a footnote.
  private func word(_ quotation: String) -> [UInt8] {
    func part(_ name: String, _ content: String) -> [UInt8] {
      let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
      return Array(
        "<?xml version=\"1.0\"?><w:\(name) xmlns:w=\"\(space)\">\(content)</w:\(name)>".utf8)
    }
    func run(_ words: String) -> String { "<w:r><w:t>\(words)</w:t></w:r>" }
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let paragraphs =
      "<w:p>\(run("方針は次のとおりである。"))</w:p>"
      + "<w:p><w:pPr><w:pStyle w:val=\"q\"/></w:pPr>\(run(quotation))"
      + "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
      + "<w:p><w:pPr><w:pStyle w:val=\"IntenseQuote\"/></w:pPr>\(run("予備の部品を備蓄する。"))</w:p>"
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", Array("<Types/>".utf8))
    zip.add(
      "_rels/.rels",
      Array(
        "<Relationships><Relationship Id=\"a\" Type=\"\(types)officeDocument\" Target=\"word/document.xml\"/></Relationships>"
          .utf8))
    zip.add(
      "word/_rels/document.xml.rels",
      Array(
        "<Relationships><Relationship Id=\"a\" Type=\"\(types)styles\" Target=\"styles.xml\"/><Relationship Id=\"b\" Type=\"\(types)footnotes\" Target=\"footnotes.xml\"/></Relationships>"
          .utf8))
    zip.add("word/document.xml", part("document", "<w:body>\(paragraphs)</w:body>"))
    zip.add(
      "word/styles.xml",
      part(
        "styles",
        "<w:style w:type=\"paragraph\" w:styleId=\"q\"><w:name w:val=\"引用文\"/></w:style>"))
    zip.add(
      "word/footnotes.xml",
      part(
        "footnotes",
        "<w:footnote w:id=\"2\"><w:p>\(run("「港湾機能の維持に関する点検結果」18行目"))</w:p></w:footnote>"))
    return zip.finish()
  }

  @Test(arguments: [
    ("備蓄の量は毎年度見直す。", "quotation:verbatim"), ("備蓄の量は毎月度見直す。", "quotation:near"),
  ])
  func quotationsOfAWordFileAreFoundByStyleAndNote(words: String, expected: String) throws {
    let scratch = try Scratch()
    let index = scratch.path("i.sqlite")
    let paper = try scratch.write("paper.md", samplePaper)
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    let file = try scratch.write("draft.docx", word(words))
    let run = try Binary.run(["verify", file, "--index", index, "--format", "json"])
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    let found = report.checks.filter { $0.kind == "quotation" }.map { "\($0.kind):\($0.status)" }
    #expect(found == [expected, "quotation:verbatim"])
  }

  /// What `verify` finds of an export after the source has changed.
  private func statusesOfExport(
    as name: String, _ change: (String) -> String, edit: (String) -> String = { $0 }
  ) throws -> [String] {
    let scratch = try Scratch()
    let index = scratch.path("i.sqlite")
    let paper = try scratch.write("paper.md", samplePaper)
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    let export = scratch.path(name)
    let made = try Binary.run(["export", "備蓄", "--index", index, "--output", export])
    #expect(made.status == 0, "\(made.errors)")
    try scratch.write(name, edit(String(contentsOf: URL(filePath: export), encoding: .utf8)))
    try scratch.write("paper.md", change(samplePaper))
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    let run = try Binary.run(["verify", export, "--index", index, "--format", "json"])
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    #expect(run.status == (report.checks.contains(where: \.fault) ? 1 : 0), "\(run.output)")
    return report.checks.filter { $0.kind == "quotation" }.map(\.status)
  }

  @Test(arguments: ["a.json", "a.jsonld", "a.md"])
  func anExportedQuotationIsFoundAgainWhereTheSourceMoved(name: String) throws {
    #expect(try statusesOfExport(as: name) { $0 } == ["verbatim", "verbatim"])
    let grown = try statusesOfExport(as: name) {
      $0.replacing("## 1 点検の背景", with: "この版は前の版に一節を足したものである。\n\n## 1 点検の背景")
    }
    #expect(grown == ["moved", "moved"])
    let reworded = try statusesOfExport(as: name) { $0.replacing("部品を備蓄", with: "部品を貯蔵") }
    #expect(reworded.sorted() == ["near", "verbatim"])
  }

  @Test func anAlteredQuotationOfAnExportIsCaught() throws {
    let altered = try statusesOfExport(as: "a.json", { $0 }) {
      $0.replacing(#""quote" : "備蓄の量は毎年度"#, with: #""quote" : "備蓄の量は毎月度"#)
    }
    #expect(altered.contains("near"))
  }

  /// Places are a hint in an export: figures that no document has are survived.
  @Test(arguments: [
    ("a.json", "line", Int.min), ("a.json", "line_end", Int.max), ("a.json", "start", Int.min),
    ("a.jsonld", "start", Int.min), ("a.jsonld", "end", Int.max),
  ])
  func anExportWithImpossiblePlacesIsRead(file: String, name: String, figure: Int) throws {
    let statuses = try statusesOfExport(as: file, { $0 }) {
      $0.replacing("\"\(name)\" : ", with: "\"\(name)\" : \(figure), \"altered\" : ")
    }
    #expect(statuses.count == 2)
  }

  @Test func noControlCharacterReachesTheReport() throws {
    let draft = "「備蓄の量は\u{1B}[31m毎月度見直す。」と書く。"
    for format in ["text", "markdown"] {
      let run = try verify(draft, ["--format", format])
      #expect(run.status == 1)
      #expect(!run.output.unicodeScalars.contains("\u{1B}"))
    }
  }

  /// A byte that no encoding has is told with the option that helps, and it does.
  @Test func theEncodingOfADraftCanBeNamed() throws {
    let scratch = try Scratch()
    let index = scratch.path("i.sqlite")
    let paper = try scratch.write("paper.md", samplePaper)
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    let draft = scratch.path("draft.txt")
    try Data(Array("港を点検した。".utf8) + [0xED, 0xA0, 0x80]).write(to: URL(filePath: draft))
    let refused = try Binary.run(["verify", draft, "--index", index])
    #expect(refused.status == 1)
    #expect(refused.errors.contains("--encoding"))
    let named = ["verify", draft, "--index", index, "--encoding", "UTF-8"]
    #expect(try Binary.run(named).status == 0)
  }

  @Test func aDraftThatIsNotThereIsTold() throws {
    let scratch = try Scratch()
    let index = scratch.path("i.sqlite")
    let paper = try scratch.write("paper.md", samplePaper)
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    let run = try Binary.run(["verify", scratch.path("none.md"), "--index", index])
    #expect(run.status == 1)
    #expect(run.errors.contains("none.md"))
  }
}
