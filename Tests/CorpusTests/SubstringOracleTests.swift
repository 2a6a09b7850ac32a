import DocumentModel
import FoundationEssentials
import PassageIndex
import QueryGrammar
import Registry
import TestSupport
import Testing
import TextNormalization
import Workbench

/// Holds search against plain substring search over the folded text of whole documents.
@Suite struct SubstringOracleTests {
  /// A word with the passages that hold it, by looking.
  private struct Word {
    var text: String
    var passages: Set<PassageID>
  }

  /// Every passage's text as the interface's rules match it, written anew apart from the index:
  /// folded, a line end between CJK characters left out, cut into runs at everything else.
  private func runs(of text: String, _ folding: SearchFolding) -> [[UInt32]] {
    let folded = folding.fold(text).scalars
    let classes = folded.map(SearchCharacterClass.of)
    var runs: [[UInt32]] = []
    var current: [UInt32] = []
    for i in folded.indices {
      let isJoint =
        classes[i] == .lineEnd && i > 0 && i + 1 < folded.count && classes[i - 1] == .cjk
        && classes[i + 1] == .cjk
      if isJoint { continue }
      if classes[i] == .cjk {
        // 国々 is 国国: a repetition mark stands for the ideograph before it.
        let repeats = folded[i] == 0x3005 && current.last.map { $0 >= 0x3400 } == true
        current.append(repeats ? current[current.count - 1] : folded[i])
      } else if !current.isEmpty {
        runs.append(current)
        current = []
      }
    }
    return current.isEmpty ? runs : runs + [current]
  }

  private func words(
    ofLength length: Int, in records: [PassageRecord], _ folding: SearchFolding
  ) -> [Word] {
    var found: [[UInt32]: Set<PassageID>] = [:]
    for record in records {
      for run in runs(of: record.passage.text, folding) where run.count >= length {
        for start in 0...(run.count - length) {
          found[Array(run[start..<(start + length)]), default: []].insert(record.passage.id)
        }
      }
    }
    return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { scalars, passages in
      let text = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
      return Word(text: text, passages: passages)
    }
  }

  /// Every word of one to four characters; the other conditions on every sixtieth.
  @Test(arguments: [1, 2, 3, 4])
  func everyEntryPointFindsWhatSubstringSearchFinds(length: Int) async throws {
    let reader = try await CorpusIndex.reader()
    let records = try reader.documents().flatMap { try reader.records(of: $0.id) }
    let parser = QueryParser(folding: reader.folding)
    let words = words(ofLength: length, in: records, reader.folding)
    try #require(words.count > 500)
    for (i, word) in words.enumerated() {
      let query = parser.parse(word.text, isExact: true)
      let ids = try reader.passageIDs(matching: query)
      #expect(Set(ids) == word.passages && ids.count == word.passages.count, "\(word.text)")
      guard i % 60 == 0 else { continue }
      try checkSearch(word, query, reader)
    }
  }

  /// Search with total, facets, paging and a filter tells the same as the substring search.
  private func checkSearch(_ word: Word, _ query: Query, _ reader: IndexReader) throws {
    let all = try reader.search(
      SearchRequest(query: query, limit: word.passages.count + 1, isExact: true))
    #expect(all.total == word.passages.count, "\(word.text)")
    #expect(Set(all.hits.map(\.record.passage.id)) == word.passages, "\(word.text)")
    #expect(all.facets.document.values.reduce(0, +) == word.passages.count, "\(word.text)")
    let page = try reader.search(
      SearchRequest(query: query, limit: 3, offset: 2, isExact: true))
    #expect(
      page.hits.map(\.record.passage.id) == all.hits.dropFirst(2).prefix(3).map(\.record.passage.id)
    )
    for hit in all.hits {
      #expect(!hit.highlights.isEmpty, "\(word.text) in \(hit.snippet)")
    }
    guard let document = all.hits.first?.record.document.id else { return }
    let filtered = try reader.search(
      SearchRequest(
        query: query, filter: SearchFilter(documents: [document]), limit: 1, isExact: true))
    #expect(filtered.total == all.facets.document[document.rawValue], "\(word.text)")
  }

  /// What `search`, `search --batch`, `export` and `trace` ask for: the same passages, each quotable.
  @Test(arguments: [(1, 41), (2, 401), (3, 601), (4, 701)])
  func everyCommandFindsWhatSubstringSearchFinds(length: Int, step: Int) async throws {
    let reader = try await CorpusIndex.reader()
    let base = try await CorpusIndex.base()
    let registry = try RegistryStore(folder: Places.registry.path).load()
    let search = SearchPassages(base, names: RegistryNames(base, registry: registry))
    let day = try #require(CalendarDay(year: 2026, month: 1, day: 1))
    let cite = Cite(base, calendar: registry.calendar, day: day)
    let records = try reader.documents().flatMap { try reader.records(of: $0.id) }
    let documents = Dictionary(
      uniqueKeysWithValues: records.map { ($0.passage.id, $0.document.id) })
    for (i, word) in words(ofLength: length, in: records, reader.folding).enumerated()
    where i % step == 0 {
      var options = SearchOptions()
      options.isExact = true
      options.limit = word.passages.count + 1
      let found = try search.run(word.text, options)
      #expect(Set(found.hits.map(\.record.passage.id)) == word.passages, "\(word.text)")
      let excerpts = try cite.run(found.hits.map(\.record))
      #expect(excerpts.excerpts.count == word.passages.count, "\(word.text)")
      #expect(excerpts.refused.isEmpty, "\(word.text)")
      // A trace reads every document that holds the term, whole.
      let query = Query(text: word.text, expression: .term(QueryTerm(word.text)))
      let holding = Set(word.passages.compactMap { documents[$0] })
      #expect(Set(try reader.documents(matching: query)) == holding, "\(word.text)")
    }
  }

  @Test func theIndexPassesItsCheck() async throws {
    let reader = try await CorpusIndex.reader()
    let findings = try reader.check()
    #expect(findings.isEmpty, "\(findings.count): \(findings.prefix(8))")
  }
}
