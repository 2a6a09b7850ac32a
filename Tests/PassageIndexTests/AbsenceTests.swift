import DocumentModel
import QueryGrammar
import Testing

@testable import PassageIndex

/// Why nothing was found.
@Suite struct AbsenceTests {
  private static let documents = [
    Fixture.document(
      "a",
      [
        "港湾の章", "経済安全保障の岸壁を整備する。", "経済安全保障のためのセキュリティー・チェックを行う。", "Semiconductor の岸壁を設ける。",
      ], pillars: [.protect]),
    Fixture.document("b", ["倉庫の章", "倉庫の増設を進める。"], pillars: [.nurture]),
  ]

  private func search(
    _ text: String, filter: SearchFilter = .init(), explainsAbsence: Bool = true
  ) throws -> SearchResult {
    let (_, reader) = try Fixture.reader(Self.documents)
    let parser = QueryParser(folding: reader.folding)
    return try reader.search(
      SearchRequest(
        query: parser.parse(text), filter: filter, explainsAbsence: explainsAbsence))
  }

  @Test func whatIsFoundHasNoReason() throws {
    #expect(try search("岸壁").absence == nil)
  }

  @Test func nobodyIsToldWhoDoesNotAsk() throws {
    #expect(try search("桟橋", explainsAbsence: false).absence == nil)
  }

  @Test func eachWordIsToldWithItsOwnCount() throws {
    let absence = try #require(try search("岸壁 倉庫 桟橋").absence)
    #expect(absence.words.map(\.text) == ["岸壁", "倉庫", "桟橋"])
    #expect(absence.words.map(\.passages) == [2, 2, 0])
    #expect(absence.words[0].documents == [DocumentID("a")])
    #expect(absence.unfiltered == 0)
  }

  @Test(arguments: [
    // Another character, one left out, one too many, two exchanged, small kana written large.
    ("経済安全補償", "経済安全保障"), ("経済安保障", "経済安全保障"), ("経済安全性保障", "経済安全保障"),
    ("経済全安保障", "経済安全保障"), ("セキュリテイー", "セキュリティー"), ("semicondutor", "Semiconductor"),
    ("岩壁を整備", "岸壁を整備"),
  ])
  func theNearestWordIsTheCorpusOwn(word: String, nearest: String) throws {
    let absence = try #require(try search(word).absence)
    #expect(absence.words.first?.nearest.first?.text == nearest)
    #expect(try search(nearest).total == absence.words.first?.nearest.first?.passages)
  }

  @Test(arguments: ["量子", "蓄電池工場", "zzzz", "龘"])
  func farWordsHaveNoNearest(word: String) throws {
    #expect(try search(word).absence?.words.map(\.nearest) == [[]])
  }

  @Test func eachConditionIsToldWithWhatItKeepsOut() throws {
    let filter = SearchFilter(pillars: [.nurture], documents: [DocumentID("a")])
    let absence = try #require(try search("岸壁", filter: filter).absence)
    #expect(absence.unfiltered == 2)
    #expect(
      absence.exclusions == [
        .init(kind: .pillar, value: "nurture", passages: 2),
        .init(kind: .document, value: "a", passages: 0),
      ])
  }

  @Test func conditionsAndNegationsOfTheQueryCountToo() throws {
    let absence = try #require(try search("岸壁 -経済 -Semiconductor pillar:守る").absence)
    #expect(absence.unfiltered == 2)
    #expect(
      absence.exclusions == [
        .init(kind: .pillar, value: "protect", passages: 0),
        .init(kind: .not, value: "経済", passages: 1),
        .init(kind: .not, value: "Semiconductor", passages: 1),
      ])
  }
}
