import DocumentModel
import PassageIndex
import QueryGrammar
import Testing

@Suite struct SearcherTests {
  private static let vocabulary = QueryVocabulary(
    synonymGroups: [["港湾整備促進計画", "Pプログラム"]],
    laws: [("港湾法", LawID("325AC0000000218"))],
    organizations: [("国土交通省", "国土交通省")])

  private static func relations(
    laws: [(LawTarget, RelationOrigin)] = [], ministries: [(String, RelationOrigin)] = [],
    dates: [(String, RelationOrigin)] = []
  ) -> PassageRelations {
    PassageRelations(
      laws: laws.map {
        Relation(target: .law($0.0), origin: $0.1, basis: .explicit, evidence: "")
      },
      ministries: ministries.map {
        Relation(
          target: .ministry(OrganizationTarget(value: $0.0)), origin: $0.1, basis: .explicit,
          evidence: "")
      },
      dates: dates.map {
        Relation(
          target: .date(DateTarget(value: EDTF($0.0))), origin: $0.1, basis: .explicit,
          evidence: "")
      })
  }

  private static let law = LawTarget(
    lawID: LawID("325AC0000000218"), title: "港湾法", provision: ProvisionPath(article: "3_2"))

  private static let documents = [
    Fixture.document(
      "a",
      [
        "港湾の章", "岸壁の整備は港湾法第3条の2に基づく。", "同条の計画は2024年5月に改めた。", "桟橋の修繕を国土交通省が支援する。",
        "この段落は二つの文書に同じ言葉で載っている長い文である。",
      ],
      pillars: [.protect],
      relations: [
        1: relations(laws: [(law, .passage)], ministries: [("国土交通省", .document)]),
        2: relations(laws: [(law, .section)], dates: [("2024-05", .passage)]),
        3: relations(ministries: [("国土交通省", .passage)]),
      ]),
    Fixture.document(
      "b",
      ["倉庫の章", "倉庫の増設を進める。", "この段落は、二つの文書に同じ言葉で載っている長い文である。"], pillars: [.nurture],
      relations: [1: relations(dates: [("FY2025", .passage)])]),
  ]

  private func search(
    _ text: String, filter: SearchFilter = .init(), isExact: Bool = false,
    includesInherited: Bool = false
  ) throws -> SearchResult {
    let (_, reader) = try Fixture.reader(Self.documents)
    let parser = QueryParser(folding: reader.folding, vocabulary: Self.vocabulary)
    return try reader.search(
      SearchRequest(
        query: parser.parse(text, isExact: isExact), filter: filter, isExact: isExact,
        includesInherited: includesInherited))
  }

  private func ids(_ result: SearchResult) -> [String] {
    result.hits.map(\.record.passage.id.rawValue).sorted()
  }

  @Test func filtersHoldByThePassageAndItsSection() throws {
    let law = SearchFilter(laws: [LawTarget(lawID: LawID("325AC0000000218"), title: nil)])
    #expect(try ids(search("", filter: law)) == ["a-p1", "a-p2"])
    let pillar = SearchFilter(pillars: [.nurture])
    #expect(try ids(search("倉庫", filter: pillar)) == ["b-p0", "b-p1"])
    let ministry = SearchFilter(ministries: ["国土交通省"])
    #expect(try ids(search("", filter: ministry)) == ["a-p3"])
    #expect(
      try ids(search("", filter: ministry, includesInherited: true)) == ["a-p1", "a-p3"])
  }

  @Test(arguments: [
    ("2024-05-17", "2024-05-17", ["a-p2"]), ("2024-06", "2024-12", []),
    ("2026", "2026", ["b-p1"]), ("2024", "2026", ["a-p2", "b-p1"]),
  ])
  func dateFiltersAskForASharedDay(since: String, until: String, found: [String]) throws {
    let days = CalendarInterval(
      first: EDTF(since).interval?.first, last: EDTF(until).interval?.last)
    #expect(try ids(search("", filter: SearchFilter(days: days))) == found)
  }

  @Test func facetsCountTheWholeResult() throws {
    let facets = try search("の").facets
    #expect(facets.document == ["a": 5, "b": 3])
    #expect(facets.pillar == ["protect": 5, "nurture": 3])
    #expect(facets.law == ["325AC0000000218": 2])
    #expect(facets.ministry == ["国土交通省": 1])
    #expect(facets.year == ["2024": 1, "2025": 1])
  }

  @Test func copiesAreFoldedAndNamedButNotWhenExact() throws {
    let folded = try search("同じ言葉")
    #expect(folded.hits.map(\.twins) == [[PassageID("b-p2")]])
    #expect(folded.total == 2)
    #expect(try search("同じ言葉", isExact: true).hits.count == 2)
  }

  /// Other kana and marks, or one kanji more, make no other passage; another figure, name, year or
  /// negation does, and so does the same document.
  @Test(arguments: [
    ("この計画等に基づき、港湾の荷役設備の点検を毎年度行い、その結果を公表しなければならないこととする。", true),
    ("・この計画に基づき港湾の荷役設備の点検を毎年度行い、その結果を公表しなければならないこととする", true),
    ("この計画に基づき、空港の荷役設備の点検を毎年度行い、その結果を公表しなければならないこととする。", false),
    ("この計画に基づき、港湾の荷役設備の点検を毎年度行い、その結果を公表してはならないこととする。", false),
    ("この計画に基づき、港湾の荷役設備の点検を二年度行い、その結果を公表しなければならないこととする。", false),
  ])
  func nearCopiesOfOtherDocumentsAreFolded(other: String, isFolded: Bool) throws {
    let own = "この計画に基づき、港湾の荷役設備の点検を毎年度行い、その結果を公表しなければならないこととする。"
    for (documents, folds) in [
      ([Fixture.document("a", ["甲の章", own]), Fixture.document("b", ["乙の章", other])], isFolded),
      ([Fixture.document("a", ["甲の章", own, other])], false),
    ] {
      let (_, reader) = try Fixture.reader(documents)
      for isExact in [false, true] {
        let query = QueryParser(folding: reader.folding).parse("荷役設備", isExact: isExact)
        let found = try reader.search(SearchRequest(query: query, isExact: isExact))
        #expect(found.total == 2)
        let twins = found.hits.flatMap(\.twins).count
        // Copies to the letter are folded inside a document too.
        #expect(
          twins == (folds && !isExact ? 1 : 0) || other.hasPrefix("・") && !isExact, "\(other)")
      }
    }
  }

  @Test(arguments: [
    ("岸壁 港湾法", ["a-p1"]), ("岸壁 OR 倉庫", ["a-p1", "b-p0", "b-p1"]),
    ("倉庫 -増設", ["b-p0"]), ("title:倉庫 増設", ["b-p1"]), ("増設 OR title:港湾 桟橋", ["a-p3"]),
    ("pillar:育てる 倉庫", ["b-p0", "b-p1"]), ("-章 -段落 港湾法 OR 増設", ["a-p1", "b-p1"]),
    ("修繕 NEAR/5 桟橋", ["a-p3"]), ("桟橋 NEAR/2 支援", []), ("支援 NEAR/9 桟橋", []),
    ("支援 NEAR/10 桟橋", ["a-p3"]), ("NEAR(支援 桟橋)", ["a-p3"]), ("title:港湾 支援 NEAR 桟橋", ["a-p3"]),
    ("岸壁 NEAR 整備 NEAR 港湾法", ["a-p1"]), ("倉庫 -(増設 NEAR 進める)", ["b-p0"]),
    ("倉庫 -(章 NEAR/0 倉庫)", ["b-p0", "b-p1"]),
  ])
  func operators(text: String, found: [String]) throws {
    #expect(try ids(search(text)) == found)
  }

  /// The index alone can't tell 、 from 。 and would leave out both.
  @Test func aNegatedPhraseWithMarksLeavesOutOnlyItself() throws {
    let (_, reader) = try Fixture.reader([
      Fixture.document("d", ["表題", "港湾、空港を直す。", "港湾。空港を直す。", "倉庫を直す。"])
    ])
    let query = QueryParser(folding: reader.folding).parse("直す -\"港湾、空港\"")
    #expect(try ids(reader.search(SearchRequest(query: query))) == ["d-p2", "d-p3"])
  }

  @Test func aCitationFindsPassagesThatRelateToItWithoutTheWords() throws {
    #expect(try ids(search("港湾法第3条の2")) == ["a-p1", "a-p2"])
    #expect(try ids(search("港湾法第3条の2", isExact: true)) == ["a-p1"])
  }

  @Test func aQuestionIsAnsweredByThePassageWithMostOfItsWords() throws {
    let answer = try search("桟橋の修繕はどの省が支援しているか")
    #expect(answer.hits.first?.record.passage.id == PassageID("a-p3"))
    #expect(answer.reading.hasPrefix("ANY("))
    #expect(try search("宇宙機の打上げはいつ延期されたのか").total == 0)
  }

  @Test func pagesOfTheRankingFitTogether() throws {
    let (_, reader) = try Fixture.reader(Self.documents)
    let query = QueryParser(folding: reader.folding).parse("の")
    let all = try reader.search(SearchRequest(query: query)).hits
    var paged: [PassageID] = []
    for offset in stride(from: 0, to: all.count, by: 2) {
      let page = try reader.search(SearchRequest(query: query, limit: 2, offset: offset))
      paged += page.hits.map(\.record.passage.id)
    }
    #expect(paged == all.map(\.record.passage.id))
  }

  @Test func headingsAreLeftOutOfTheHitsWhereAsked() throws {
    let (_, reader) = try Fixture.reader(Self.documents)
    let query = QueryParser(folding: reader.folding).parse("の")
    let all = try reader.search(SearchRequest(query: query))
    let bare = try reader.search(SearchRequest(query: query, limit: 2, omitsHeadings: true))
    let others = all.hits.filter { $0.record.passage.kind != .heading }
    #expect(others.count < all.hits.count)
    #expect(bare.hits.map(\.record.passage.id) == others.prefix(2).map(\.record.passage.id))
    #expect(bare.total == all.total)
  }
}
