import Foundation
import Testing

/// What one word is written as: the program finds each way, says so, and leaves it with `--exact`.
@Suite struct SpellingTests {
  /// Each line is a passage; the queries below name it by its number.
  private static let lines = [
    "サーバーを置く。", "ビルを建てる。", "セキュリティ・クリアランスを設ける。", "取組を進める。", "漏えいを防ぐ。",
    "雛形を示す。", "Ｋプログラムで採択した。", "外国為替及び外国貿易法に基づく届出。", "國際的な枠組み。",
    "軍⺠両用の品。", "国々が集う。", "令和六年五月に定めた。", "２０２４年に決めた。", "第二十五条を引く。",
    "ヴァイオリンを作る。", "٣٥を数えた。", "ｺﾝﾃﾅを積む。", "SEMICON の展示。",
  ]

  /// Words that are one by folding: found with `--exact` too, and nothing is said to be added.
  private static let folded: [(String, Int)] = [
    ("国際", 8), ("國際", 8), ("軍民", 9), ("国国", 10), ("国々", 10), ("2024", 12), ("２０２４", 12),
    ("35", 15), ("コンテナ", 16), ("semicon", 17), ("ＳＥＭＩＣＯＮ", 17), ("ｻｰﾊﾞｰ", 0), ("kプログラム", 6),
  ]

  /// Words that are one by expansion or as synonyms: found, but not with `--exact`.
  private static let expanded: [(String, Int, String)] = [
    ("セキュリティクリアランス", 2, "セキュリティ・クリアランス"), ("取り組み", 3, "取組"),
    ("取組み", 3, "取組"), ("漏洩", 4, "漏えい"), ("雛型", 5, "雛形"), ("ひな形", 5, "雛形"),
    ("K Program", 6, "Kプログラム"), ("経済安全保障重要技術育成プログラム", 6, "Kプログラム"),
    ("外為法", 7, "外国為替及び外国貿易法"), ("バイオリン", 14, "ヴァイオリン"), ("第25条", 13, "第二十五条"),
    ("2024年5月", 11, "令和六年五月"), ("令和6年", 12, "2024年"),
  ]

  private struct Answer: Decodable {
    struct Hit: Decodable { var line: Int }
    struct Absence: Decodable {
      struct Word: Decodable { var nearest: [Nearest] }
      struct Nearest: Decodable { var word: String }
      var words: [Word]
    }
    var hits: [Hit]
    var expanded: [String]
    var absence: Absence?
  }

  /// Asks all queries in one batch and returns the answers.
  private func ask(_ queries: [String], _ options: [String] = []) throws -> [Answer] {
    let scratch = try Scratch()
    let index = scratch.path("i.sqlite")
    try scratch.write("a.md", "# 表記\n\n" + Self.lines.joined(separator: "\n\n") + "\n")
    let made = try Binary.run(["ingest", scratch.path("a.md"), "--index", index])
    try #require(made.status == 0, "\(made.errors)")
    let run = try Binary.run(
      ["search", "--batch", "-", "--index", index] + options,
      input: queries.joined(separator: "\n") + "\n")
    return try run.output.split(separator: "\n").map {
      try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
    }
  }

  /// The places in `lines` of the passages found.
  private func places(_ answer: Answer) -> [Int] { answer.hits.map { ($0.line - 3) / 2 } }

  @Test func foldedFormsAreOneWord() throws {
    for options in [[], ["--exact"]] {
      let answers = try ask(Self.folded.map(\.0), options)
      for ((query, place), answer) in zip(Self.folded, answers) {
        #expect(places(answer).contains(place), "\(query) \(options)")
        if !options.isEmpty { #expect(answer.expanded == [], "\(query)") }
      }
    }
  }

  @Test func otherFormsAreFoundAndSaid() throws {
    let cases = Self.expanded
    let (loose, exact) = (try ask(cases.map(\.0)), try ask(cases.map(\.0), ["--exact"]))
    for (i, (query, place, form)) in cases.enumerated() {
      #expect(places(loose[i]).contains(place), "\(query)")
      #expect(loose[i].expanded.contains(form), "\(query): \(loose[i].expanded)")
      #expect(!places(exact[i]).contains(place), "\(query)")
    }
  }

  @Test func aBatchTellsWhyNothingIsFound() throws {
    let answers = try ask(["セキュリティ・クリアランヌ", "サーバー"])
    let nearest = answers[0].absence?.words.first?.nearest.map(\.word)
    #expect(answers[0].hits.isEmpty && nearest == ["セキュリティ・クリアランス"])
    #expect(answers[1].absence == nil)
  }

  /// サーバ stands in サーバー, but ビル isn't ビール, and ビール finds no building.
  @Test func aLongVowelCountsFromThreeKanaOn() throws {
    let answers = try ask(["サーバ", "ビール", "ビル", "サーバー"])
    #expect(answers.map(places) == [[0], [], [1], [0]])
  }

  @Test func numeralsWithoutEndAreAsked() throws {
    let answers = try ask(
      ["一", "九", "千"].map { String(repeating: $0, count: 2_000) } + ["第" + "百九" + "条"])
    for answer in answers { #expect(answer.hits.isEmpty) }
  }
}
