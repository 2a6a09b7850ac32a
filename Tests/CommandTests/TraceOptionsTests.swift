import Foundation
import Testing

/// `trace` narrowed and explained, the documents of a measure, and `figures`.
@Suite struct TraceOptionsTests {
  private let scratch: Scratch
  private let index: String

  init() throws {
    scratch = try Scratch()
    index = scratch.path("index.sqlite")
    let old = try scratch.write(
      "old.md",
      """
      ---
      title: 港湾設備の整備計画
      date: 2022-04-01
      ---

      # 港湾設備の届出

      令和4年3月に港湾設備の届出の手引を公表した。これまでに12件の届出を受けた（令和4年3月31日時点）。

      2023年度を目途に港湾設備の届出の窓口を設置する。
      """)
    let new = try scratch.write(
      "new.md",
      """
      ---
      title: 港湾設備の整備計画（改訂版）
      date: 2025-06-01
      ---

      # 港湾設備の届出

      国土交通省は、令和7年5月に骨太の方針2023に基づき港湾設備の届出の手引を改定した。これまでに20件の届出を受けた（令和7年5月31日時点）。
      """)
    #expect(try Binary.run(["ingest", old, new, "--index", index]).status == 0)
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let run = try Binary.run(arguments + ["--index", index, "--format", "json"])
    return try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  private func dates(_ arguments: String...) throws -> [String] {
    let run = try Binary.run(
      ["trace", "港湾設備の届出", "--index", index, "--format", "json"] + arguments)
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    return (json?["steps"] as? [[String: Any]] ?? []).compactMap { $0["date"] as? String }
  }

  @Test func stepsAreNarrowed() throws {
    #expect(try dates().contains("2022-03"))
    #expect(try dates("--from", "令和7年").allSatisfy { $0.hasPrefix("2025") })
    #expect(try dates("--until", "2022-12").allSatisfy { $0.hasPrefix("2022") })
    #expect(try dates("--stage", "plan") == ["2022-03", "2025-05"])
    #expect(try dates("--ministry", "国交省") == ["2025-05"])
    #expect(try Binary.run(["trace", "港湾", "--index", index, "--from", "いつか"]).status == 2)
    #expect(try Binary.run(["trace", "港湾", "--index", index, "--stage", "夢"]).status == 2)
  }

  @Test func oneDocumentIsRead() throws {
    let documents = try Binary.run(["documents", "--index", index, "--format", "json"]).output
    let old = try #require(documents.split(separator: "\"").first { $0.hasPrefix("old") })
    #expect(try dates("--document", String(old)).allSatisfy { !$0.hasPrefix("2025") })
    #expect(try dates("--document", String(old)).contains("2022-03"))
    #expect(try Binary.run(["trace", "港湾", "--index", index, "--document", "夢"]).status == 2)
  }

  @Test func explainTellsTheRulesOfAStep() throws {
    let steps = try json("trace", "港湾設備の届出")["steps"] as? [[String: Any]] ?? []
    let step = try #require(steps.first { $0["date"] as? String == "2022-03" })
    let passage = try #require(step["passage"] as? String)
    let explained = try json("explain", passage, "--measure", "港湾設備の届出")
    let told = try #require(explained["steps"] as? [[String: Any]])
    #expect(told.count == 2)
    let plan = try #require(told.first { $0["stage"] as? String == "plan" })
    #expect(plan["measure"] as? String == "港湾設備の届出")
    #expect(plan["date"] as? String == "2022-03")
    let rules = (plan["reasons"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }
    #expect(rules.prefix(3) == ["measure.sentence", "date.own", "stage.plan.made"])
    let run = try Binary.run(
      ["explain", passage, "--measure", "港湾設備の届出", "--index", index, "--lang", "ja"])
    #expect(run.output.contains("施策の段階"))
    #expect(run.output.contains("令和4年3月  計画  実績"))
    #expect(run.output.contains("段階: 計画・方針・指針の語「手引 公表」 [stage.plan.made]"))
    let english = try Binary.run(
      ["explain", passage, "--measure", "港湾設備の届出", "--index", index, "--lang", "en"])
    #expect(english.output.contains("measure: the sentence names the measure “港湾設備の届出”"))
    // The registry has no measure that these words name.
    #expect((try json("explain", passage)["steps"] as? [Any])?.isEmpty ?? false)
  }

  @Test func aPassedTargetIsAGapAsOfADay() throws {
    let kinds = { (day: String) in
      (try json("trace", "港湾設備の届出", "--as-of", day)["gaps"] as? [[String: Any]] ?? [])
        .compactMap { $0["kind"] as? String }
    }
    #expect(!(try kinds("2023-01-01").contains("target")))
    let run = try Binary.run(["trace", "港湾設備の届出", "--index", index])
    #expect(run.output.contains("収録文書に見当たらないもの"))
  }

  @Test func rulesAreTold() throws {
    let run = try Binary.run(["trace", "港湾設備の届出", "--index", index, "--verbose"])
    #expect(run.output.contains("[date.own]"))
    #expect(run.output.contains("[stage.plan.made]"))
    let english = try Binary.run(
      ["trace", "港湾設備の届出", "--index", index, "--verbose", "--lang", "en"])
    #expect(english.output.contains("stage: words of a plan or guideline"))
  }

  @Test func documentsStandToEachOther() throws {
    let shape = try json("trace", "港湾設備の届出", "--documents")
    let relations = try #require(shape["relations"] as? [[String: Any]])
    #expect(
      relations.contains {
        $0["to"] as? String == "経済財政運営と改革の基本方針2023" && $0["relation"] as? String == "basis"
      })
    let run = try Binary.run(["trace", "港湾設備の届出", "--index", index, "--documents"])
    #expect(run.output.contains("根拠とする: 経済財政運営と改革の基本方針2023"))
  }

  @Test func figuresAreSetSideBySide() throws {
    let shape = try json("figures", "港湾設備の届出")
    let figures = try #require(shape["figures"] as? [[String: Any]])
    #expect(figures.map { $0["relation"] as? String } == ["growth"])
    let values = try #require(figures.first?["values"] as? [[String: Any]])
    #expect(values.map { $0["value"] as? String } == ["12件", "20件"])
    let run = try Binary.run(["figures", "港湾設備の届出", "--index", index])
    #expect(run.output.contains("届出 ― 増加"))
    #expect(try Binary.run(["figures", "無い語", "--index", index]).status == 1)
  }
}
