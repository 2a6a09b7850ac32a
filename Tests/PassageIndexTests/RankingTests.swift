import DocumentModel
import QueryGrammar
import Testing

@testable import PassageIndex

@Suite struct RankingTests {
  private static let words = QueryVocabulary(
    synonymGroups: [["港湾整備促進計画", "Pプログラム"]],
    laws: [("港湾法", LawID("325AC0000000218"))],
    organizations: [("国土交通省", "国土交通省")])

  private static func document(
    _ name: String, kind: String? = nil, issuer: String? = nil, _ lines: [String]
  ) -> AnalyzedDocument {
    var document = Fixture.document(name, lines)
    document.structure.metadata.kind = kind.map { .init($0, .given) }
    document.structure.metadata.issuer = issuer.map { .init($0, .given) }
    return document
  }

  private func hits(_ text: String, _ documents: [AnalyzedDocument]) throws -> [Hit] {
    let (_, reader) = try Fixture.reader(documents)
    let query = QueryParser(folding: reader.folding, vocabulary: Self.words).parse(text)
    return try reader.search(SearchRequest(query: query, explainsScores: true)).hits
  }

  private func ids(_ hits: [Hit]) -> [String] { hits.map(\.record.passage.id.rawValue) }

  /// At equal words the more binding document comes first, in whatever order they were ingested.
  @Test func authorityDecidesBetweenEqualWords() throws {
    let line = "港の岸壁の点検の結果を毎年度まとめて公表する。"
    let documents = [
      Self.document("a", kind: "解説", ["表題", line]),
      Self.document("b", issuer: "国土交通省", ["表題", line + "また"]),
      Self.document("c", issuer: "港湾会議", ["表題", line + "なお"]),
      Self.document("d", kind: "閣議決定", ["表題", line + "ただ"]),
      Self.document("e", kind: "政令", ["表題", line + "次に"]),
    ]
    let found = try hits("岸壁", documents)
    #expect(ids(found) == ["e-p1", "d-p1", "c-p1", "b-p1", "a-p1"])
    let ranks = found.map { $0.scoreTerms.first { $0.kind == .authority }?.subject }
    #expect(ranks == ["law", "cabinet", "council", "ministry", nil])
  }

  @Test(
    arguments: [
      ("法律", nil, nil, DocumentAuthority.law),
      (nil, nil, "港湾の整備の促進に関する法律", .law),
      (nil, nil, "港湾法施行令", .law),
      ("閣議決定", "内閣府", nil, .cabinet),
      (nil, nil, "港の計画2030（令和12年6月1日閣議決定）", .cabinet),
      ("本部決定", "港湾戦略本部", nil, .council),
      (nil, "港湾に関する有識者会議", "提言", .council),
      ("資料", "国土交通省 港湾局", nil, .ministry),
      (nil, "個人情報保護委員会", nil, .ministry),
      ("解説", "編集部", nil, .reference),
      (nil, nil, "港の計画の閣議決定について", .reference),
      (nil, nil, nil, .reference),
    ] as [(String?, String?, String?, DocumentAuthority)])
  func authority(kind: String?, issuer: String?, title: String?, rank: DocumentAuthority) {
    #expect(DocumentAuthority(kind: kind, issuer: issuer, title: title) == rank)
  }

  /// What only names the thing comes after what says something of it.
  @Test func bareItemsComeAfterSentences() throws {
    let found = try hits(
      "桟橋",
      [
        Fixture.document("a", ["桟橋", "・桟橋", "老朽化した桟橋の修繕に要する費用を国が補助する。"]),
        Fixture.document("b", ["その他", "倉庫の費用", "この段落は別のことを述べる長い文である。"]),
      ])
    #expect(ids(found) == ["a-p2", "a-p0", "a-p1"])
  }

  @Test(arguments: [
    "桟橋", "桟橋 修繕", "桟橋の修繕はどの省が支援するか", "港湾整備促進計画", "港湾法第3条", "桟橋 OR 倉庫",
    "title:港 桟橋", "桟橋 NEAR/20 修繕",
  ])
  func thePartsOfAScoreAddUpToIt(text: String) throws {
    let law = LawTarget(
      lawID: LawID("325AC0000000218"), title: "港湾法", provision: ProvisionPath(article: "3"))
    let relations = PassageRelations(
      laws: [Relation(target: .law(law), origin: .passage, basis: .explicit, evidence: "")])
    let found = try hits(
      text,
      [
        Self.document(
          "a", kind: "閣議決定",
          ["港の章", "桟橋の修繕を国土交通省が支援する。", "桟橋と、その修繕。", "Pプログラムを定めた。", "・桟橋", "港湾法第3条の規定による。"]),
        Fixture.document(
          "b", ["港湾整備促進計画", "桟橋の修繕費を二年ごとに見直す。", "同条の倉庫。"], relations: [2: relations]),
      ])
    #expect(!found.isEmpty)
    for hit in found {
      let sum = hit.scoreTerms.reduce(0) { $0 + $1.value }
      #expect(abs(sum - hit.score) < 1e-9, "\(hit.record.passage.text): \(hit.scoreTerms)")
      #expect(!hit.scoreTerms.isEmpty)
    }
  }

  @Test func aWordTellsItsRowsItsCountAndTheLength() throws {
    let found = try hits(
      "桟橋", [Fixture.document("a", ["表題", "桟橋から桟橋へ荷を移す長い文を一つ置く。", "桟橋を直した長い文をもう一つ置いておく。"])])
    let word = try #require(found.first?.scoreTerms.first)
    #expect(word.kind == .word && word.subject == "桟橋")
    #expect(word.passages == 2 && word.count == 2 && word.length == 20)
  }

  @Test func wordsTogetherAsTypedComeBeforeWordsApart() throws {
    let found = try hits(
      "桟橋 修繕",
      [
        Fixture.document(
          "a", ["表題", "修繕の費用は桟橋ごとに定める長い文である。", "その桟橋修繕の費用は国が定める長い文である。"])
      ])
    #expect(ids(found) == ["a-p2", "a-p1"])
    #expect(found.first?.scoreTerms.contains { $0.kind == .phrase } == true)
  }
}
