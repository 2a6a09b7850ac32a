import Foundation
import Testing

/// People's decisions on pillars through the whole program.
@Suite struct PillarCommandTests {
  private let scratch: Scratch
  private let index: String
  private let paper: String

  /// The part of the sample that the tests decide on.
  private static let heading = "2 今後の対応"

  init() throws {
    scratch = try Scratch()
    index = scratch.path("index.sqlite")
    paper = try scratch.write("paper.md", samplePaper)
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
  }

  private func run(_ arguments: String...) throws -> Run {
    try Binary.run(arguments + ["--index", index])
  }

  private func records(_ type: String) throws -> [[String: Any]] {
    try run("dump").output.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }.filter { $0["type"] as? String == type }
  }

  /// The section decided on, as the dump has it.
  private func section() throws -> [String: Any] {
    try #require(try records("section").first { $0["title"] as? String == Self.heading })
  }

  private func sectionID() throws -> String { try #require(try section()["id"] as? String) }

  private func lines() throws -> [Substring] {
    try String(contentsOfFile: index + ".decisions/pillars.jsonl", encoding: .utf8)
      .split(separator: "\n")
  }

  @Test func aDecisionShowsEverywhereAtOnce() throws {
    let id = try sectionID()
    let before = try section()["pillars"] as? [String]
    let decided = try run(
      "pillar", "set", id, "know", "protect", "--by", "港湾班", "--why", "点検は状況の把握でもある")
    #expect(decided.status == 0)
    #expect(decided.output.contains("知る・守る（人の判断）"))
    #expect(try section()["pillars"] as? [String] == ["know", "protect"])
    #expect(try section()["pillar_basis"] as? String == "decided")
    let ruling = try #require(try section()["pillar_decision"] as? [String: Any])
    #expect(ruling["by"] as? String == "港湾班")
    #expect(ruling["found_pillars"] as? [String] == before)
    let explained = try run("explain", id).output
    #expect(explained.contains("港湾班の判断（"))
    #expect(explained.contains("点検は状況の把握でもある"))
    let found = try run("search", "備蓄", "--pillar", "know")
    #expect(found.status == 0)
    #expect(found.output.contains("〔知る・守る：人の判断〕"))
    let json = try run("search", "備蓄", "--format", "json").output
    #expect(json.contains(#""pillar_basis" : "decided""#))
    #expect(try run("check").status == 0)
  }

  @Test func aDecisionOutlivesTheIndex() throws {
    let id = try sectionID()
    _ = try run("pillar", "set", id, "protect", "know", "--by", "港湾班", "--why", "備えが主")
    let digest = try run("stats", "--format", "json").output
    // The paper grows and its passages move; the index is made anew from nothing.
    for arguments in [["--force"], ["--rebuild"], []] {
      if arguments.isEmpty { try FileManager.default.removeItem(atPath: index) }
      #expect(try Binary.run(["ingest", paper, "--index", index] + arguments).status == 0)
      #expect(try section()["pillars"] as? [String] == ["protect", "know"])
      #expect(try run("stats", "--format", "json").output == digest)
    }
    let longer = samplePaper.replacing("## 2 今後", with: "点検の結果は公表する。\n\n## 2 今後")
    try scratch.write("paper.md", longer)
    #expect(try run("ingest", paper).status == 0)
    #expect(try section()["pillars"] as? [String] == ["protect", "know"])
  }

  @Test func aPassageStandsForItsSectionAndUnsetTakesBack() throws {
    let before = try section()
    let id = try #require(before["id"] as? String)
    let passage = try #require(
      try records("passage").first { $0["section"] as? String == id }?["id"] as? String)
    let digest = try run("stats", "--format", "json").output
    #expect(
      try run("pillar", "set", passage, "none", "--by", "港湾班", "--why", "手続").status == 0)
    #expect(try section()["pillars"] as? [String] == [])
    #expect(try section()["pillar_basis"] as? String == "decided")
    #expect(try run("pillar", "unset", id, "--by", "港湾班", "--why", "読み違い").status == 0)
    #expect(try section()["pillars"] as? [String] == before["pillars"] as? [String])
    #expect(try section()["pillar_basis"] as? String == before["pillar_basis"] as? String)
    #expect(try run("stats", "--format", "json").output == digest)
    #expect(try run("pillar", "unset", id, "--by", "港湾班", "--why", "再び").status == 1)
    // Nothing is taken out of the file.
    #expect(try lines().count == 2)
    let history = try run("pillar", "decisions", "--history", "--format", "json").output
    #expect(history.contains(#""state" : "superseded""#))
    #expect(history.contains(#""state" : "withdrawal""#))
  }

  @Test func aDecisionWithoutItsSectionIsToldAndKept() throws {
    _ = try run("pillar", "set", try sectionID(), "protect", "--by", "港湾班", "--why", "備え")
    try scratch.write("paper.md", samplePaper.replacing(Self.heading, with: "2 備蓄の進め方"))
    let run = try run("ingest", paper)
    #expect(run.status == 0)
    #expect(run.errors.contains("注意: 港湾班が"))
    #expect(run.errors.contains(Self.heading))
    let listed = try self.run("pillar", "decisions")
    #expect(listed.output.contains("索引に見つかりません"))
    // It can be withdrawn by the id that the list shows.
    let line = try JSONSerialization.jsonObject(with: Data(try lines()[0].utf8))
    let id = try #require((line as? [String: Any])?["section"] as? String)
    #expect(try self.run("pillar", "unset", id, "--by", "港湾班", "--why", "節がない").status == 0)
    #expect(!(try self.run("ingest", paper).errors.contains("港湾班")))
  }

  @Test func checkHoldsTheIndexAgainstWhatWasDecided() throws {
    let file = index + ".decisions/pillars.jsonl"
    _ = try run("pillar", "set", try sectionID(), "know", "--by", "港湾班", "--why", "初め")
    #expect(try run("check").status == 0)
    let decision = try String(contentsOfFile: file, encoding: .utf8)
    try decision.replacing("港湾班", with: "空港班").write(
      toFile: file, atomically: true, encoding: .utf8)
    let checked = try run("check")
    #expect(checked.status == 1)
    #expect(checked.output.contains(try sectionID()))
    #expect(try run("check", "--repair").status == 0)
    let ruling = try #require(try section()["pillar_decision"] as? [String: Any])
    #expect(ruling["by"] as? String == "空港班")
    // Without the decisions nothing tells of another.
    try FileManager.default.removeItem(atPath: file)
    #expect(try run("check").status == 0)
  }

  @Test func aDamagedLineIsToldByFileAndLineAndStays() throws {
    let file = index + ".decisions/pillars.jsonl"
    _ = try run("pillar", "set", try sectionID(), "know", "--by", "港湾班", "--why", "初め")
    let good = try String(contentsOfFile: file, encoding: .utf8)
    // A write that was cut off leaves a line without an end.
    try (good + #"{"act":"set","by":"港"#).write(toFile: file, atomically: true, encoding: .utf8)
    // Nobody was told that it was kept, so it is no fault of the index.
    let checked = try run("check")
    #expect(checked.status == 0)
    #expect(checked.errors.contains("pillars.jsonl 2行目"))
    let decided = try run(
      "pillar", "set", try sectionID(), "nurture", "--by", "港湾班", "--why", "次")
    #expect(decided.status == 0)
    #expect(decided.errors.contains("pillars.jsonl 2行目"))
    #expect(try lines().count == 3)
    #expect(try section()["pillars"] as? [String] == ["nurture"])
    let listed = try run("pillar", "decisions")
    #expect(listed.status == 3)
    #expect(listed.output.contains("育てる"))
    let rebuilt = try run("ingest", paper, "--rebuild")
    #expect(rebuilt.status == 3)
    #expect(rebuilt.errors.contains("pillars.jsonl 2行目"))
    #expect(try section()["pillars"] as? [String] == ["nurture"])
  }

  @Test func anotherFolderOfDecisions() throws {
    let other = scratch.path("kept")
    let id = try sectionID()
    _ = try run(
      "pillar", "set", id, "know", "--by", "港湾班", "--why", "別に置く", "--decisions", other)
    #expect(FileManager.default.fileExists(atPath: other + "/pillars.jsonl"))
    #expect(!FileManager.default.fileExists(atPath: index + ".decisions"))
    // An unchanged document takes on what the folder that is in force has.
    #expect(try run("ingest", paper).status == 0)
    #expect(try section()["pillar_basis"] as? String != "decided")
    #expect(try run("ingest", paper, "--decisions", other).status == 0)
    #expect(try section()["pillar_basis"] as? String == "decided")
  }

  @Test(arguments: [
    (["pillar", "set", "x", "know", "--by", "港湾班", "--why", "理由"], 1),
    (["pillar", "set", "ID", "know", "--by", " ", "--why", "理由"], 2),
    (["pillar", "set", "ID", "know", "--by", "港湾班"], 2),
    (["pillar", "set", "ID", "attack", "--by", "港湾班", "--why", "理由"], 2),
    (["pillar", "set", "ID", "none", "know", "--by", "港湾班", "--why", "理由"], 2),
    (["pillar", "set", "ID", "know", "know", "--by", "港湾班", "--why", "理由"], 2),
    (["pillar", "unset", "ID", "--by", "港湾班", "--why", "理由"], 1),
    (["pillar", "decisions"], 0),
  ])
  func whatIsRefusedIsNotWrittenDown(_ arguments: [String], status: Int) throws {
    let id = try sectionID()
    let run = try Binary.run(arguments.map { $0 == "ID" ? id : $0 } + ["--index", index])
    #expect(Int(run.status) == status, "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: index + ".decisions/pillars.jsonl"))
  }
}
