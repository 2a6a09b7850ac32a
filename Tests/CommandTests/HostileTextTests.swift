import Archive
import Foundation
import Testing

/// What a document, a file's name or a request can't do: command a terminal, turn the order of words
/// round, or have a spreadsheet calculate.
@Suite struct HostileTextTests {
  /// Escape sequences with and without their own introducer, a bell, overrides, isolates, deletions.
  private static let tricks =
    "\u{1B}[31m赤\u{1B}]0;題\u{07}\u{9B}2J\u{202E}逆\u{202C}\u{2066}閉\u{2069}\u{200F}\u{08}\u{7F}\u{0B}\r上書"

  private let scratch: Scratch
  private let index: String

  init() throws {
    scratch = try Scratch()
    index = scratch.path("i.sqlite")
    let said = "港の荷役設備は、令和6年4月1日に3件点検した。\(Self.tricks)荷役設備を令和5年度に10億円で更新する。"
    let front = "---\ntitle: 題\(Self.tricks)\nissuer: 国土交通省\(Self.tricks)\n---\n"
    let table = "\n| 見出し\(Self.tricks) | 値 |\n|---|---|\n| 港\(Self.tricks) | 1億円 |\n"
    try scratch.write(
      "in/a\u{1B}[31m\n二行目\t\u{202E}.md", front + "# 港\(Self.tricks)\n\n\(said)\n" + table)
    try scratch.write("in/b.md", front + "# 港\(Self.tricks)\n\n\(said)港湾法第2条による。\n")
    try scratch.write(
      "in/c.html",
      "<title>題&#27;[31m</title><h1>港&#x9b;2J</h1><p>港の荷役設備を&#x202e;点検&#27;[31mする。</p>")
    try #expect(run(["ingest", scratch.path("in")]).status == 0)
  }

  private func run(_ arguments: [String], index: String? = nil) throws -> Run {
    try Binary.run(arguments + ["--index", index ?? self.index])
  }

  /// The first character of a text that a terminal obeys or that turns words round.
  private static func raw(_ text: String) -> Unicode.Scalar? {
    text.replacing("\r\n", with: "\n").unicodeScalars.first { scalar in
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  private static let papers = [
    "text", "markdown", "html", "docx", "csv", "bibtex", "csl-json", "json-ld", "json",
  ]
  private static let commands: [[String]] =
    papers.flatMap {
      [
        ["export", "荷役設備", "--format", $0],
        ["export", "荷役設備", "--layout", "table", "--format", $0],
        ["cite", "b.\(tricks)", "--format", $0],
      ]
    }
    + ["text", "json", "markdown", "csv", "mermaid", "svg"].map {
      ["trace", "荷役設備", "--format", $0]
    }
    + [
      ["trace", "荷役設備", "--verbose"], ["trace", "荷役設備", "--with", "港\(tricks)"],
      ["trace", "荷役設備", "--documents"], ["figures", "荷役設備", "--all"],
      ["search", "荷役設備"], ["search", "荷役設備", "--format", "json"], ["search", "無い語\(tricks)"],
      ["documents"], ["documents", "--format", "json"], ["documents", "diff", "b", "c"],
      ["documents", "diff", "b", "c", "--format", "markdown"],
      ["documents", "diff", "b", "c", "--format", "json"],
      ["stats"], ["stats", "--by", "pillar"], ["stats", "--by", "pillar", "--format", "svg"],
      ["check"], ["dump"], ["laws", "cited", "港湾法"], ["show", tricks], ["explain", tricks],
      ["search", "港", "--since", tricks], [tricks], ["search", "港", "--\(tricks)"],
    ]

  @Test func nothingRawGoesOut() throws {
    for arguments in Self.commands {
      if arguments.contains("docx") {
        let file = scratch.path("out.docx")
        guard try run(arguments + ["--output", file]).status == 0 else { continue }
        let archive = try ZipReader(Array(Data(contentsOf: URL(filePath: file))))
        for entry in archive.entries {
          let part = String(decoding: try archive.read(entry), as: UTF8.self)
          #expect(Self.raw(part) == nil, "\(entry.name)")
        }
      } else {
        let run = try run(arguments)
        #expect(Self.raw(run.output) == nil, "\(arguments)")
        #expect(Self.raw(run.errors) == nil, "\(arguments)")
        #expect(!run.output.isEmpty || !run.errors.isEmpty, "\(arguments)")
      }
    }
  }

  @Test func theReportOfAnIngestIsClean() throws {
    for format in ["text", "json"] {
      let again = try run([
        "ingest", scratch.path("in"), "--force", "--format", format, "--log-level", "debug",
      ])
      #expect(again.status == 0)
      #expect(again.errors.contains("passages"))
      #expect(Self.raw(again.output) == nil)
      #expect(Self.raw(again.errors) == nil)
    }
  }

  @Test func whatIsPastedStillVerifies() throws {
    for format in ["markdown", "json", "text"] {
      let file = scratch.path("pasted." + (format == "json" ? "json" : "md"))
      #expect(
        try run(["export", "荷役設備", "--format", format, "--output", file]).status == 0)
      let verified = try run(["verify", file, "--format", "json"])
      #expect(verified.status == 0, "\(format)")
      if format != "text" { #expect(verified.output.contains("\"verbatim\""), "\(format)") }
      for shown in ["text", "markdown", "json"] {
        #expect(Self.raw(try run(["verify", file, "--format", shown]).output) == nil)
      }
    }
  }

  @Test func anExcerptTellsThatControlCharactersWereDropped() throws {
    let excerpts = try run(["export", "荷役設備", "--format", "json"]).output
    #expect(excerpts.contains("\"control-character\""))
    #expect(try run(["check"]).status == 0)
  }

  @Test func noCellBeginsAFormula() throws {
    let openings = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "＋1", "－1", "＠A"]
    for (number, opening) in openings.enumerated() {
      let text = "\(opening) 令和6年\(number + 1)月1日に荷役設備の公募を開始した。"
      try scratch.write(
        "sheet/\(number).md",
        "---\ntitle: '\(opening)'\nissuer: '\(opening)'\n---\n# \(opening)\n\n\(text)\n")
    }
    let own = scratch.path("sheet.sqlite")
    #expect(try run(["ingest", scratch.path("sheet")], index: own).status == 0)
    for arguments in [
      ["export", "荷役設備"], ["export", "荷役設備", "--layout", "table"], ["trace", "荷役設備"],
      ["trace", "=荷役設備", "--with", "荷役設備"],
    ] {
      let table = try run(arguments + ["--format", "csv"], index: own)
      #expect(table.status == 0)
      let cells = Self.cells(of: table.output)
      #expect(cells.count > 20)
      let formulas = cells.filter { cell in
        cell.first { !$0.isWhitespace }.map { "=+-@＝＋－＠".contains($0) } ?? false
      }
      #expect(formulas.isEmpty, "\(arguments)")
      #expect(cells.contains { $0.hasPrefix("'=") || $0.hasPrefix("'＝") })
    }
  }

  /// The cells of a table by RFC 4180.
  private static func cells(of table: String) -> [String] {
    var (cells, cell, isQuoted) = ([String](), "", false)
    for scalar in table.unicodeScalars where scalar != "\u{FEFF}" {
      switch scalar {
      case "\"": isQuoted.toggle()
      case _ where !isQuoted && ",\r\n".unicodeScalars.contains(scalar):
        cells.append(cell)
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return cells + [cell]
  }
}
