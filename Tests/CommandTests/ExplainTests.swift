import Foundation
import Testing

/// `explain` tells of every link the rule, the words, the candidates and the anchor.
@Suite struct ExplainTests {
  private static let paper = """
    # 港湾の荷役に関する報告

    令和6年5月10日

    外国為替及び外国貿易法（以下「法」という。）第25条と同法第48条に基づき、昨年11月に国土交通省が点検した。\
    同省は、特定秘密と重要経済安保情報の適性評価を令和7年3月までに終える。NISCの基準と2月30日の記録も見た。\
    EUのGDPRは別である。
    """
  private let scratch: Scratch
  private let index: String
  private let document: String

  init() throws {
    scratch = try Scratch()
    index = scratch.path("index.sqlite")
    let paper = try scratch.write("paper.md", Self.paper)
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    let dump = try Binary.run(["dump", "--index", index]).output
    let record = try #require(dump.split(separator: "\n").first { $0.contains("\"document\"") })
    let json = try JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any]
    document = try #require(json?["id"] as? String)
  }

  /// The output without line breaks and indentation, since long lines are folded.
  private func explain(_ language: String) throws -> String {
    try Binary.run(["explain", document, "--index", index, "--lang", language])
      .output.filter { !$0.isWhitespace }
  }

  @Test(arguments: [
    "law.declared（文書の中での定義）", "law.same（同法・同令：直前の法令）", "ministry.same（同省・同庁：前に挙げた機関）国土交通省",
    "起点:令和6年5月10日", "期限", "上位:内閣官房", "現在:国家サイバー統括室", "外国の法令",
    "候補:506AC0000000027#12-1、425AC0000000108#12", "「2月30日」という日はありません",
  ])
  func japanese(words: String) throws { #expect(try explain("ja").contains(words)) }

  @Test(arguments: [
    "law.declared(declaredinthedocument)", "law.same(thelawnamedjustbefore)",
    "ministry.same(theunitnamedbefore)", "countedfrom:2024-05-10", "deadline",
    "partof:内閣官房", "today:国家サイバー統括室", "aforeignlaw",
    "candidates:506AC0000000027#12-1,425AC0000000108#12",
  ])
  func english(words: String) throws { #expect(try explain("en").contains(words)) }

  @Test func everyRuleIsToldInWords() throws {
    let output = try Binary.run(
      ["explain", document, "--index", index, "--format", "json"]
    ).output
    let json = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    let links = try #require(json?["links"] as? [[String: Any]])
    let text = try explain("ja")
    #expect(links.count > 9)
    for rule in Set(links.compactMap { $0["rule"] as? String }) {
      #expect(text.contains("\(rule)（"), "\(rule)")
    }
  }
}
