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
