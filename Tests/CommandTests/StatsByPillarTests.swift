import Foundation
import FoundationXML
import Testing

/// `stats --by pillar` as a table, as JSON and as a picture.
@Suite struct StatsByPillarTests {
  private let scratch: Scratch
  private let index: String

  init() throws {
    scratch = try Scratch()
    index = scratch.path("index.sqlite")
    let paper = try scratch.write("paper.md", samplePaper)
    let marked = try scratch.write(
      "marks.md", "---\ntitle: 備蓄 <調査> & 監視\u{1B}[2J\n---\n\n供給網の状況を調査し、分析する。\n")
    #expect(try Binary.run(["ingest", paper, marked, "--index", index]).status == 0)
  }

  private func run(_ arguments: String...) throws -> Run {
    try Binary.run(["stats", "--by", "pillar", "--index", index] + arguments)
  }

  @Test func numbersStandUnderEachOther() throws {
    let run = try run()
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    let header = try #require(lines.first)
    #expect(header.hasSuffix("知る  育てる    守る    なし      計"))
    // Wide characters take two columns: every row of numbers ends in the column of the header.
    let columns = { (line: Substring) in
      line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    }
    let rows = lines.filter { $0.last?.isNumber == true }
    #expect(rows.count > 4)
    #expect(Set(rows.map(columns)) == [columns(header)])
  }

  @Test func jsonAgreesWithTheIndex() throws {
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(try run("--format", "json").output.utf8))
        as? [String: Any])
    let all = try #require(json["all"] as? [String: Int])
    let documents = try #require(json["documents"] as? [[String: Any]])
    for key in ["know", "nurture", "protect", "none", "total"] {
      #expect(documents.reduce(0) { $0 + ($1[key] as? Int ?? 0) } == all[key])
    }
    let laws = try #require(json["laws"] as? [[String: Any]])
    #expect(laws.contains { $0["key"] as? String == "324AC0000000228" })
    #expect(laws.contains { $0["name"] as? String == "外為法" })
  }

  @Test func thePictureIsSoundAndTheSameEachTime() throws {
    let first = try run("--format", "svg")
    #expect(first.status == 0)
    #expect(try run("--format", "svg").output == first.output)
    #expect(XMLParser(data: Data(first.output.utf8)).parse())
    #expect(first.output.contains("&lt;調査&gt; &amp;"))
    #expect(!first.output.contains("\u{1B}"))
    // Black and white only.
    let colours = first.output.matches(of: #/(?:fill|stroke)="([^"]*)"/#).map { String($0.1) }
    #expect(Set(colours).isSubset(of: ["#000", "#fff", "url(#know)", "url(#nurture)"]))
    let file = scratch.path("weight.svg")
    #expect(try run("--format", "svg", "--output", file).output.isEmpty)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == first.output)
    #expect(try run("--format", "svg", "--lang", "en").output.contains(">protect</text>"))
  }

  @Test func svgNeedsWhatItDraws() throws {
    #expect(try Binary.run(["stats", "--format", "svg", "--index", index]).status == 2)
    #expect(try run("--format", "markdown").status == 2)
  }
}
