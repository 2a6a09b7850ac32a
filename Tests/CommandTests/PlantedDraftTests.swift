import Foundation
import TestSupport
import Testing

/// A draft with planted faults among sound statements: `verify` finds every fault and lets the sound
/// ones pass.
@Suite struct PlantedDraftTests {
  private struct Statement: Decodable {
    var text: String
    var fault: String?
    var needs: String?
  }

  private struct Report: Decodable {
    struct Check: Decodable {
      var line: Int
      var fault: Bool
    }
    var checks: [Check]
  }

  private static let folder = Places.checkout.appending(path: "Tests/Fixtures/drafts")

  /// The law texts that the statements with `needs` are held against.
  private static var laws: [String] {
    guard let shared = Places.shared?.appending(path: "laws").path else { return [] }
    let files = (try? FileManager.default.contentsOfDirectory(atPath: shared)) ?? []
    return files.filter { name in
      ["504AC0000000043", "324AC0000000228", "405AC0000000047_"].contains {
        name.hasPrefix($0)
      }
    }.sorted().map { "\(shared)/\($0)" }
  }

  @Test func allFaultsAreCaughtAndSoundStatementsPass() throws {
    let laws = Self.laws
    let lines = try String(
      contentsOf: Self.folder.appending(path: "planted.jsonl"), encoding: .utf8)
    let statements = try lines.split(separator: "\n").map {
      try JSONDecoder().decode(Statement.self, from: Data($0.utf8))
    }.filter { $0.needs == nil || !laws.isEmpty }
    let scratch = try Scratch()
    let index = scratch.path("i.sqlite")
    let sources = [
      Places.checkout.appending(path: "corpus/documents").path,
      Self.folder.appending(path: "sources").path,
    ]
    #expect(try Binary.run(["ingest"] + sources + ["--index", index]).status == 0)
    if !laws.isEmpty {
      #expect(try Binary.run(["laws", "import"] + laws + ["--index", index]).status == 0)
    }

    var (draft, places) = (["# 検討の素材", ""], [ClosedRange<Int>]())
    for statement in statements {
      let first = draft.count + 1
      draft += statement.text.split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init)
      places.append(first...draft.count)
      draft.append("")
    }
    draft.append("（注1）「港の荷役設備の点検（令和6年度版）」2頁")
    let file = try scratch.write("draft.md", draft.joined(separator: "\n"))
    let run = try Binary.run(["verify", file, "--index", index, "--format", "json"])
    #expect(run.status == 1)
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    let faults = Set(report.checks.filter(\.fault).map(\.line))

    let told = zip(statements, places).map { (statement: $0, isTold: !faults.isDisjoint(with: $1)) }
    let planted = told.filter { $0.statement.fault != nil }
    let sound = told.filter { $0.statement.fault == nil }
    #expect(planted.count == (laws.isEmpty ? 34 : 40))
    #expect(sound.count == (laws.isEmpty ? 35 : 40))
    #expect(planted.filter { !$0.isTold }.map(\.statement.text) == [])
    let alarms = sound.filter(\.isTold).map(\.statement.text)
    #expect(alarms.count <= 2, "\(alarms)")
  }
}
