import Foundation
import Testing

/// `documents diff` as text, as 新旧対照表 and as JSON.
@Suite struct DocumentsDiffTests {
  private let scratch: Scratch
  private let index: String

  init() throws {
    scratch = try Scratch()
    index = scratch.path("index.sqlite")
    let old = try scratch.write(
      "plan-draft.md",
      "---\ntitle: 港湾の備えに関する計画（素案）\n---\n\n# 港湾の備えに関する計画（素案）\n\n## 1 現状\n\n"
        + "対象の港は11か所である。荷役の設備は古い。\n\n## 2 対応\n\n予備の部品を各港に置く。\n")
    let new = try scratch.write(
      "plan.md",
      "---\ntitle: 港湾の備えに関する計画\n---\n\n# 港湾の備えに関する計画\n\n## 1 現状\n\n"
        + "対象の港は12か所である。荷役の設備は古く、更新を急ぐ。\n\n## 2 対応\n\n予備の部品を各港に置く。\n\n"
        + "## 3 費用\n\n費用は国と港が<半分>ずつ負う | 当面の扱い。\n")
    #expect(try Binary.run(["ingest", old, new, "--index", index]).status == 0)
  }

  private func diff(_ arguments: String...) throws -> Run {
    try Binary.run(
      ["documents", "diff", "plan-draft.md", "plan.md", "--index", index] + arguments)
  }

  @Test func textTellsFiguresFromWording() throws {
    let run = try diff()
    #expect(run.status == 0)
    #expect(run.output.contains("数値: 11か所 → 12か所"))
    #expect(run.output.contains("対象の港は[-11-]か所である。"))
    #expect(run.output.contains("荷役の設備は古{+く、更新を急ぐ+}。"))
    #expect(run.output.contains("3 費用  〔節を追加〕"))
    #expect(!run.output.contains("予備の部品"))
    #expect(try diff("--lang", "en").output.contains("[section added]"))
  }

  /// Two columns, 新 left of 旧, each side with its line and the id that `cite` takes.
  @Test func markdownIsATableOfTwoColumns() throws {
    let run = try diff("--format", "markdown")
    let rows = run.output.split(separator: "\n").filter { $0.hasPrefix("| ") }
    #expect(rows.contains("| 新 | 旧 | 区分 |"))
    let row = try #require(rows.first { $0.contains("か所") })
    let cells = row.components(separatedBy: " | ")
    #expect(cells.count == 3)
    #expect(cells[0].contains("<ins>12</ins>か所") && cells[0].contains("行"))
    #expect(cells[1].contains("<del>11</del>か所"))
    #expect(run.output.contains("\\<半分>ずつ負う \\| 当面"))
    let passage = try #require(row.firstMatch(of: #/`([^`]+)`/#)).1
    #expect(try Binary.run(["cite", String(passage), "--index", index]).status == 0)
  }

  @Test func jsonCarriesPlacesAndMarks() throws {
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(try diff("--format", "json").output.utf8))
        as? [String: Any])
    let counts = try #require(json["counts"] as? [String: Int])
    #expect(counts["added_sections"] == 1 && counts["figures"] == 1 && counts["wording"] == 1)
    let sections = try #require(json["sections"] as? [[String: Any]])
    let changes = sections.flatMap { $0["changes"] as? [[String: Any]] ?? [] }
    let figures = try #require(changes.first { ($0["figures"] as? [Any])?.isEmpty == false })
    #expect(figures["wording"] as? Bool == false)
    let side = try #require(figures["new"] as? [String: Any])
    #expect(side["line"] as? Int == 9 && side["text"] as? String == "対象の港は12か所である。")
    #expect(side["marks"] as? [[Int]] == [[5, 7]])
    #expect(try diff("--format", "json").output == diff("--format", "json").output)
  }

  @Test func documentsAreFoundByIDNameOrPath() throws {
    let path = scratch.path("plan.md")
    for name in ["plan", "plan.md", path] {
      let run = try Binary.run(["documents", "diff", "plan-draft", name, "--index", index])
      #expect(run.status == 0, "\(name)")
    }
    let unknown = try Binary.run(["documents", "diff", "plan", "other.md", "--index", index])
    #expect(unknown.status == 2 && unknown.errors.contains("other.md"))
    #expect(try Binary.run(["documents", "--index", index]).output.contains("plan-draft.md"))
    #expect(try diff("--format", "svg").status == 2)
  }
}
