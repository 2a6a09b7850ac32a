import DocumentModel
import Foundation
import PassageIndex
import QueryGrammar
import TestSupport
import Testing

/// Facets and filters over whole documents, held against counting passage by passage.
@Suite struct FacetCountTests {
  private static let origins: Set<RelationOrigin> = [.passage, .heading, .section]

  /// The relations of a passage that count without `--inherited`.
  private static func own(_ relations: [Relation]) -> [LinkTarget] {
    relations.filter { origins.contains($0.origin) && $0.basis != .concept }.map(\.target)
  }

  private static func laws(_ record: PassageRecord) -> [LawTarget] {
    own(record.relations.laws).compactMap { if case .law(let law) = $0 { law } else { nil } }
  }

  private static func bodies(_ record: PassageRecord) -> Set<String> {
    Set(record.links.compactMap { if case .org(let body) = $0.target { body.value } else { nil } })
  }

  private static func dates(_ record: PassageRecord) -> [CalendarInterval] {
    own(record.relations.dates).compactMap {
      if case .date(let date) = $0 { date.value.interval } else { nil }
    }
  }

  /// The values of one passage, each once.
  private static func values(_ record: PassageRecord) -> [String: Set<String>] {
    let years = dates(record).compactMap { days -> String? in
      guard let first = days.first, let last = days.last else { return nil }
      // A date over several years counts in none; a fiscal year and a winter count where they begin.
      let isShort = (last.year - first.year) * 12 + last.month - first.month <= 12
      guard isShort, last.year == first.year || last.month <= first.month else { return nil }
      return "\(first.year)"
    }
    let pillars = record.pillars.pillars.map(\.rawValue)
    return [
      "pillar": Set(pillars.isEmpty ? ["none"] : pillars),
      "law": Set(laws(record).compactMap { $0.lawID?.rawValue ?? $0.title }),
      "article": Set(
        laws(record).compactMap { law in
          guard let id = law.lawID, let article = law.provision.article,
            !law.provision.isSupplementary
          else { return nil }
          return "\(id.rawValue)#\(article)"
        }),
      "ministry": Set(
        own(record.relations.ministries).compactMap {
          if case .ministry(let body) = $0 { body.value } else { nil }
        }),
      "body": bodies(record), "year": Set(years),
      "document": [record.document.id.rawValue],
      "kind": Set([record.document.metadata.kind?.value].compactMap { $0 }),
      "issuer": Set([record.document.metadata.issuer?.value].compactMap { $0 }),
    ]
  }

  private static func counts(_ facets: Facets) -> [String: [String: Int]] {
    [
      "pillar": facets.pillar, "law": facets.law, "article": facets.article,
      "ministry": facets.ministry, "body": facets.body, "year": facets.year,
      "document": facets.document, "kind": facets.kind, "issuer": facets.issuer,
    ]
  }

  @Test(arguments: ["の", "半導体", "法律", "機構", "技術 -半導体", "令和"])
  func facetsAreWhatCountingGives(text: String) async throws {
    let reader = try await CorpusIndex.reader()
    let query = QueryParser(folding: reader.folding).parse(text, isExact: true)
    let records = try reader.allRecords(matching: query)
    try #require(records.count > 5)
    let facets = Self.counts(
      try reader.search(SearchRequest(query: query, limit: 1, isExact: true)).facets)
    var expected: [String: [String: Int]] = facets.mapValues { _ in [:] }
    for record in records {
      for (facet, values) in Self.values(record) {
        for value in values { expected[facet, default: [:]][value, default: 0] += 1 }
      }
    }
    #expect(facets == expected, "\(text)")
    #expect(facets["body"]?.isEmpty == false || text != "の", "\(text)")
  }

  /// Each value of a facet as a filter finds as many as plain counting says it should.
  @Test func filtersFindWhatCountingGives() async throws {
    let reader = try await CorpusIndex.reader()
    let query = QueryParser(folding: reader.folding).parse("の", isExact: true)
    let records = try reader.allRecords(matching: query)
    func check(
      _ filter: SearchFilter, _ name: String, where holds: (PassageRecord) -> Bool
    ) throws {
      let request = SearchRequest(query: query, filter: filter, limit: 1, isExact: true)
      let expected = records.count(where: holds)
      #expect(try reader.search(request).total == expected, "\(name)")
      #expect(expected > 0, "\(name)")
    }
    let facets = try reader.search(SearchRequest(query: query, limit: 1, isExact: true)).facets
    for pillar in Pillar.allCases {
      try check(SearchFilter(pillars: [pillar]), pillar.rawValue) {
        $0.pillars.pillars.contains(pillar)
      }
    }
    for article in facets.article.keys {
      let fields = article.split(separator: "#").map(String.init)
      let law = LawTarget(
        lawID: LawID(fields[0]), title: nil, provision: ProvisionPath(article: fields[1]))
      try check(SearchFilter(laws: [law]), article) { record in
        Self.laws(record).contains {
          $0.lawID == law.lawID && $0.provision.article == law.provision.article
        }
      }
    }
    for body in facets.body.keys {
      try check(SearchFilter(bodies: [body]), body) { record in
        record.links.contains {
          guard case .org(let unit) = $0.target else { return false }
          return unit.value == body || unit.parent == body && unit.value.hasPrefix(body)
        }
      }
    }
    for ministry in facets.ministry.keys {
      try check(SearchFilter(ministries: [ministry]), ministry) {
        Self.values($0)["ministry"]?.contains(ministry) ?? false
      }
    }
    for kind in facets.kind.keys {
      try check(SearchFilter(kinds: [kind]), kind) { $0.document.metadata.kind?.value == kind }
    }
    for document in facets.document.keys {
      try check(SearchFilter(documents: [DocumentID(document)]), document) {
        $0.document.id.rawValue == document
      }
    }
    for issuer in facets.issuer.keys {
      try check(SearchFilter(issuers: [issuer]), issuer) {
        $0.document.metadata.issuer?.value == issuer
      }
    }
  }

  /// `--since` and `--until` ask for a shared day, whatever precision either side is written in.
  @Test(arguments: [
    "2024-05/..", "../FY2024", "2024-05/FY2024", "令和5年/2023-12-31", "2023-04-14/2023-04-14",
    "FY2022/FY2022", "2030/..", "../2000",
  ])
  func dayFiltersFindWhatCountingGives(interval: String) async throws {
    let ends = interval.split(separator: "/").map { $0 == ".." ? nil : String($0) }
    let reader = try await CorpusIndex.reader()
    let parser = QueryParser(folding: reader.folding)
    let query = parser.parse("の", isExact: true)
    let days = try #require(parser.days(since: ends[0], until: ends[1]))
    let records = try reader.allRecords(matching: query)
    let expected = records.count(where: { record in
      Self.dates(record).contains { $0.overlaps(days) }
    })
    let request = SearchRequest(
      query: query, filter: SearchFilter(days: days), limit: 1, isExact: true)
    let total = try reader.search(request).total
    #expect(total == expected)
  }
}
