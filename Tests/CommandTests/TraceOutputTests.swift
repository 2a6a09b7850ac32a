import Foundation
import FoundationXML
import Testing

/// The forms in which `trace` is printed.
@Suite struct TraceOutputTests {
  private let scratch: Scratch
  private let index: String

  init() throws {
    scratch = try Scratch()
    index = scratch.path("index.sqlite")
    let paper = try scratch.write(
      "stock.md",
      """
      ---
      title: 先端電子部品の歩み
      issuer: 経済産業省
      date: 2025-03-14
      ---

      # 先端電子部品の歩み

      - 令和6年1月30日、先端電子部品を特定重要物資に加える政令が閣議決定された。
      - 令和6年2月2日、先端電子部品を加える政令が施行された。
      - 令和6年3月29日、経済産業省が先端電子部品の取組方針を策定した; 次は=確認 # 要。
      - 令和6年度補正予算で先端電子部品に212億円が措置された。
      - 令和6年9月から令和7年2月まで、先端電子部品の説明会を実施した。
      - 先端電子部品の相談窓口を設置した（令和6年4月1日）。
      - 令和4年5月18日、のちに先端電子部品に使う制度を定めた法律が公布された。
      - 先端電子部品の計画の認定は令和6年5月14日から始まっており、経済産業大臣が認定する。
      """)
    var many = "---\ntitle: 蓄電池の歩み\ndate: 2024-12-01\n---\n\n# 蓄電池の歩み\n\n"
    for number in 0..<60 {
      let (month, day) = (1 + number / 12, 1 + number % 12)
      many += "- 令和6年\(month)月\(day)日、蓄電池の供給確保計画\(number)号が経済産業大臣に認定された。\n"
    }
    let long = try scratch.write("many.md", many)
    #expect(try Binary.run(["ingest", paper, long, "--index", index]).status == 0)
  }

  private func trace(_ arguments: String...) throws -> Run {
    try Binary.run(["trace"] + arguments + ["--index", index])
  }

  @Test func textIsOneLineAStep() throws {
    let run = try trace("先端電子部品")
    #expect(run.status == 0)
    let steps = run.output.split(separator: "\n").filter { $0.contains("a ") && $0.contains("行") }
    #expect(steps.count >= 5)
    // The place of each step begins in the same column, whatever the script before it.
    let columns = steps.compactMap { line in
      line.range(of: " a ").map { line[..<$0.lowerBound].unicodeScalars }
    }.map { $0.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) } }
    #expect(Set(columns).count == 1)
    #expect(steps.contains { $0.contains("政令") && $0.contains("令和6年1月30日") })
    #expect(!run.output.contains("閣議決定された。"))
    // The date is not told twice, and leaves no empty brackets behind.
    #expect(steps.contains { $0.hasSuffix("先端電子部品の相談窓口を設置した") })
    #expect(steps.contains { $0.contains("先端電子部品の計画の認定は始まって") })
    #expect(steps.contains { $0.contains("のちに先端電子部品に使う") })
    let verbose = try trace("先端電子部品", "--verbose")
    #expect(verbose.output.contains("閣議決定された。"))
    #expect(try trace("先端電子部品", "--lang", "en").output.contains("cabinet order"))
  }

  @Test func markdownQuotesAndCites() throws {
    let run = try trace("先端電子部品", "--format", "markdown")
    #expect(run.output.contains("> 令和6年2月2日、先端電子部品を加える政令が施行された。"))
    #expect(run.output.contains("> 出典：「先端電子部品の歩み」（令和7年3月14日・経済産業省）"))
    let passage = try #require(run.output.firstMatch(of: #/（`([^`]+)`）/#)).1
    #expect(try Binary.run(["cite", String(passage), "--index", index]).status == 0)
  }

  @Test func csvOpensInSpreadsheets() throws {
    let run = try trace("先端電子部品", "--format", "csv")
    #expect(run.output.unicodeScalars.first == "\u{FEFF}")
    let rows = run.output.components(separatedBy: "\r\n")
    #expect(rows[0].hasSuffix("判定の根拠"))
    #expect(rows.contains { $0.contains("2024-01-30") && $0.contains("cabinet_order") })
    #expect(rows.contains { $0.contains("収録文書に見当たらない") })
    let count = rows[0].components(separatedBy: ",").count
    let plain = rows.filter { !$0.isEmpty && !$0.contains("\"") }
    #expect(plain.count > 3)
    #expect(plain.allSatisfy { $0.components(separatedBy: ",").count == count })
  }

  /// No mark of Mermaid's grammar is left in a task's name.
  @Test func mermaidIsAGanttChart() throws {
    let lines = try trace("先端電子部品", "--format", "mermaid").output.split(separator: "\n")
    #expect(lines.first == "gantt")
    #expect(lines.contains("  dateFormat YYYY-MM-DD"))
    #expect(lines.contains("  section 政令"))
    let tasks = lines.filter { $0.hasPrefix("    ") }
    #expect(tasks.count >= 5)
    let form =
      #/ {4}[^:;#%]+ :(done, )?(milestone, )?s[0-9]+, \d{4}-\d\d-\d\d, (0d|\d{4}-\d\d-\d\d)/#
    #expect(tasks.allSatisfy { $0.wholeMatch(of: form) != nil })
    #expect(tasks.contains { $0.contains("2024-09-01, 2025-02-28") })
  }

  @Test func twoMeasuresStandOnOneAxis() throws {
    let text = try trace("先端電子部品", "--with", "蓄電池").output
    #expect(text.contains("A1 ") && text.contains("B60 "))
    let json = try #require(
      try JSONSerialization.jsonObject(
        with: Data(try trace("先端電子部品", "--with", "蓄電池", "--format", "json").output.utf8))
        as? [String: Any])
    #expect(
      (json["traces"] as? [[String: Any]])?.compactMap { $0["measure"] as? String }
        == ["先端電子部品", "蓄電池"])
    let csv = try trace("先端電子部品", "--with", "蓄電池", "--format", "csv").output
    #expect(csv.contains("\r\n蓄電池,60,"))
    #expect(
      try trace("先端電子部品", "--with", "蓄電池", "--format", "mermaid").output.contains("section 政令 A"))
    #expect(try trace("先端電子部品", "--with", "蓄電池", "--documents").status == 2)
  }

  @Test(arguments: [
    ["先端電子部品"], ["蓄電池"], ["先端電子部品", "--with", "蓄電池"], ["先端電子部品", "--lang", "en"],
    ["先端電子部品", "--stage", "budget"],
  ])
  func picturesAreSoundAndNothingOverlaps(_ arguments: [String]) throws {
    let picture = try Binary.run(["trace"] + arguments + ["--format", "svg", "--index", index])
    #expect(picture.status == 0)
    #expect(
      try Binary.run(["trace"] + arguments + ["--format", "svg", "--index", index]).output
        == picture.output)
    let reader = PictureReader()
    let parser = XMLParser(data: Data(picture.output.utf8))
    parser.delegate = reader
    #expect(parser.parse())
    let texts = reader.texts
    #expect(texts.count > 10)
    for (index, text) in texts.enumerated() {
      #expect(text.box.x.lowerBound >= 0 && text.box.x.upperBound <= 1280, "\(text.words)")
      for other in texts[(index + 1)...] where text.box.overlaps(other.box) {
        Issue.record("\(text.words) overlaps \(other.words)")
      }
    }
  }

  @Test func aPictureTellsItsTermCorpusDayAndGaps() throws {
    let picture = try trace("先端電子部品", "--format", "svg").output
    #expect(picture.contains("対象: 先端電子部品"))
    #expect(picture.contains("収録文書2点"))
    #expect(picture.contains("日作成"))
    #expect(picture.contains(">収録文書に見当たらない</text>"))
    #expect(picture.contains("font-family=\"'Noto Sans CJK JP'"))
    #expect(picture.contains("sans-serif\""))
    // A narrowed trace has no lanes for what wasn't asked.
    #expect(!(try trace("先端電子部品", "--stage", "budget", "--format", "svg").output.contains(">法律<")))
  }
}

/// Reads the texts of a picture with the room they take at least.
private final class PictureReader: NSObject, XMLParserDelegate {
  struct Box {
    var x: Range<Double>
    var y: Range<Double>
    func overlaps(_ other: Box) -> Bool { x.overlaps(other.x) && y.overlaps(other.y) }
  }
  var texts: [(words: String, box: Box)] = []
  private var attributes: [String: String] = [:]
  private var words: String?

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    guard name == "text" else { return }
    (self.attributes, words) = (attributes, "")
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { words? += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard name == "text", let words else { return }
    self.words = nil
    let size = attributes["font-size"].flatMap(Double.init) ?? 12
    let width = words.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 0.5 : 1) * size }
    let x = attributes["x"].flatMap(Double.init) ?? 0
    let y = attributes["y"].flatMap(Double.init) ?? 0
    let anchor = attributes["text-anchor"] ?? "start"
    let start = anchor == "middle" ? x - width / 2 : anchor == "end" ? x - width : x
    guard width > 0 else { return }
    texts.append((words, Box(x: start..<(start + width), y: (y - size * 0.8)..<(y + 1))))
  }
}
