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
    let records = try reader.documents().flatMap {
      try reader.records(reader.passageIDs(of: $0.id))
    }
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
      checkHighlights(of: hit, word.text, reader.folding)
    }
    guard let document = all.hits.first?.record.document.id else { return }
    let filtered = try reader.search(
      SearchRequest(
        query: query, filter: SearchFilter(documents: [document]), limit: 1, isExact: true))
    #expect(filtered.total == all.facets.document[document.rawValue], "\(word.text)")
  }

  /// Each marked stretch is the word and nothing else, also over a joined line end; where the word
  /// overlaps itself (ああ in あああ), it begins and ends with it.
  private func checkHighlights(of hit: Hit, _ word: String, _ folding: SearchFolding) {
    let scalars = Array(hit.snippet.unicodeScalars)
    let wanted = folding.fold(word).scalars
    for range in hit.highlights {
      let marked = String(String.UnicodeScalarView(scalars[range].filter { $0 != " " }))
      let runs = runs(of: marked, folding)
      // A mark may repeat what stands before it: 々.
      let isWord = runs.first.map {
        $0.starts(with: wanted) && $0.suffix(wanted.count) == wanted[...]
      }
      let stands = marked.contains("々") || isWord == true && runs.count == 1
      #expect(stands && (word.count > 1 || range.count == 1), "\(word) in \(hit.snippet)")
    }
  }

  /// Whatever is typed, a search answers or finds nothing; it never fails, and says how it read.
  @Test func oddInputIsSearchedAndNeverAnError() async throws {
    let search = try await CorpusIndex.search()
    let parts = [
      "備蓄", "半導体", "AI", "\"", "“", "「", "」", "『", "（", "(", "）", ")", "-", "－", " -", "OR", "ＯＲ",
      "|",
      "AND", "NOT", "ＮＯＴ", "NEAR", "ＮＥＡＲ／", "NEAR(", "/10", "*", "＊", ":", "：", "title:", "題名：",
      "law:", "法令：", "ministry：", "pillar:", "柱：", "date:", "日付：", "document:", " ", "　", "、", "。",
      "'",
      ";", "%", "_", "^", "\u{0}", "\u{7}", "\u{FFFF}", "e\u{301}", "か\u{3099}", "𠮷", "👩‍💻",
      "\u{200B}",
      "々", "ー", "・", "第", "条", "2024", "〇", "１", "令和", "年", "\t", "\\",
    ]
    var state: UInt64 = 11
    var answered = 0
    for _ in 0..<600 {
      var text = ""
      for _ in 0...(state % 8) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(state >> 33) % parts.count]
      }
      do {
        let found = try search.run(text, SearchOptions())
        #expect(!found.reading.isEmpty, "\(text.debugDescription)")
        answered += 1
      } catch let error as WorkbenchError {
        // Nothing but marks and operators is no query, which is told.
        #expect(error.diagnostic.identifier == "query.blank", "\(text.debugDescription)")
      }
    }
    #expect(answered > 300)
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
    let records = try reader.documents().flatMap {
      try reader.records(reader.passageIDs(of: $0.id))
    }
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
