import DocumentModel
import GRDB
import TextNormalization

/// Answers one search inside one read transaction: find, filter, rank, fold twins, fetch.
struct Searcher {
  let db: Database
  let folding: SearchFolding
  let table: PassageTable
  private let finder: MatchFinder

  init(db: Database, folding: SearchFolding, table: PassageTable) throws {
    self.db = db
    self.folding = folding
    self.table = table
    finder = try MatchFinder(db: db, folding: folding, table: table)
  }

  /// The passages a query found with their scores, in the order of `rows`.
  private struct Found {
    var rows: [Int64]
    var scores: [Double]
    /// What is marked in the snippets.
    var terms: [MatchTerm]
    var reading: String
    /// Spellings that were tried and found something.
    var guessed: [String] = []
    /// The words of which only parts were found.
    var unseen: [String] = []
    /// The parts of a row's score.
    var scoreTerms: (Int64) -> [ScoreTerm] = { _ in [] }

    /// Tells the parts of rows that were added.
    mutating func add(_ terms: [Int64: [ScoreTerm]]) {
      let others = scoreTerms
      scoreTerms = { terms[$0] ?? others($0) }
    }
  }

  /// Returns the wanted part of the ranking with total and facets.
  func search(_ request: SearchRequest) throws -> SearchResult {
    let found = try found(request)
    var result = SearchResult(
      reading: found.reading, expanded: request.query.expanded + found.guessed)
    let ranked = try rank(found.rows, found.scores, request)
    result.total = found.rows.count
    result.unseen = found.unseen
    if found.rows.isEmpty, request.explainsAbsence {
      result.absence = try AbsenceFinder(finder: finder).explain(request)
    }
    if request.countsFacets {
      result.facets = try FacetQueries.facets(
        of: found.rows, table: table, includesInherited: request.includesInherited, in: db)
    }
    result.hits = try hits(ranked, terms: found.terms)
    if request.explainsScores {
      for (i, place) in ranked.enumerated() where i < result.hits.count {
        result.hits[i].scoreTerms = found.scoreTerms(place.row)
      }
    }
    result.expanded += guessed(found.terms, in: result.hits)
    return result
  }

  /// Returns the wanted part of the ranking without the passages' texts.
  func ranking(_ request: SearchRequest) throws -> RankedPassages {
    let found = try found(request)
    let ranked = try rank(found.rows, found.scores, request)
    let names = try PassageQueries.names(of: ranked.map(\.row), in: db)
    return RankedPassages(
      passages: ranked.compactMap { names[$0.row] }, total: found.rows.count)
  }

  /// The spellings tried that stand in a shown hit.
  private func guessed(_ terms: [MatchTerm], in hits: [Hit]) -> [String] {
    let forms = terms.flatMap(\.forms).filter { $0.alternative?.kind == .guess }
    guard !forms.isEmpty else { return [] }
    let keys = hits.map { SearchKey($0.record.passage.text, folding: folding) }
    return forms.filter { form in keys.contains { !form.occurrences(in: $0).isEmpty } }
      .compactMap(\.alternative?.text)
  }

  private func found(_ request: SearchRequest) throws -> Found {
    let query = request.query
    let allowed = try allowedRows(request)
    let isLoose = !request.isExact && !query.contentWords.isEmpty
    if !(isLoose && query.isQuestion) {
      let terms = expression(request)?.wantedTerms ?? []
      var matches = try finder.matches(expression(request), of: query)
      let wasFound = !matches.rows.isEmpty
      if let allowed { matches.filter(allowed.contains) }
      if wasFound || !isLoose {
        let scored = RankedMatches(
          matches, terms: terms, titled: RowSet(try finder.titleRows(of: terms)),
          phrased: try finder.phrased(terms, among: matches.rows), ranking: Ranking(table: table))
        var found = Found(
          rows: matches.rows, scores: scored.scores, terms: terms, reading: query.reading)
        found.scoreTerms = { scored.terms(of: $0) }
        if !request.isExact {
          try addCited(query, allowed: allowed, to: &found)
          try addParts(query, terms, allowed: allowed, to: &found)
        }
        return found
      }
    }
    let scored = try LooseFinder(finder: finder, explains: request.explainsScores).find(
      query, filters: [query.filter, request.filter], allowed: allowed)
    let terms = query.contentWords.map { MatchTerm($0.term, folding: folding) }
    var found = Found(
      rows: scored.map(\.row), scores: scored.map(\.score), terms: terms,
      reading: "ANY(" + query.contentWords.map(\.typed).joined(separator: " ") + ")")
    if !scored.isEmpty { found.unseen = try AbsenceFinder(finder: finder).unseen(of: query) }
    found.scoreTerms = { row in scored.first { $0.row == row }?.terms ?? [] }
    return found
  }

  /// Adds the passages that relate to a cited provision without writing it out (同法, a concept).
  private func addCited(_ query: Query, allowed: RowSet?, to found: inout Found) throws {
    guard let citation = query.citation else { return }
    // A defined term carries an article, seldom its paragraph.
    var article = citation
    article.provision = ProvisionPath(article: citation.provision.article)
    let cited = try FilterQueries.rows(
      targets: FilterQueries.targets(of: citation, in: db), origins: RelationOrigin.allCases,
      in: db)
    let carried = try FilterQueries.rows(
      targets: FilterQueries.targets(of: article, in: db), origins: [.concept], in: db)
    var present = Set(found.rows)
    // Below every passage that has the words themselves.
    let score = (found.scores.min() ?? 1) / 2
    var added: [Int64: [ScoreTerm]] = [:]
    for (rows, share) in [(cited, 1.0), (carried, 0.5)] {
      for row in rows.sorted() where allowed?.contains(row) ?? true {
        guard present.insert(row).inserted else { continue }
        found.rows.append(row)
        found.scores.append(score * share)
        added[row] = [ScoreTerm(.citation, score * share)]
      }
    }
    found.add(added)
  }

  /// Adds the headings directly below a heading that names the thing searched for: the parts of its
  /// chapter belong to it, though they don't repeat the name.
  private func addParts(
    _ query: Query, _ terms: [MatchTerm], allowed: RowSet?, to found: inout Found
  ) throws {
    guard query.isName, let term = terms.first, terms.count == 1 else { return }
    let present = Set(found.rows)
    // Beside the passages that only mention the name, below those that are headed by it.
    let score = (found.scores.max() ?? 1) * 0.6
    var added: [Int64: [ScoreTerm]] = [:]
    for row in try finder.parts(below: term) where !present.contains(row) {
      guard allowed?.contains(row) ?? true else { continue }
      found.rows.append(row)
      found.scores.append(score)
      added[row] = [ScoreTerm(.part, score)]
    }
    found.add(added)
    if !added.isEmpty { found.guessed.append("title:\(query.text)") }
  }

  /// The rows that satisfy every filter, or nil where there is none.
  private func allowedRows(_ request: SearchRequest) throws -> RowSet? {
    var allowed: RowSet?
    for filter in [request.query.filter, request.filter] where !filter.isEmpty {
      guard
        let rows = try FilterQueries.rows(
          filter, includesInherited: request.includesInherited, table: table, folding: folding,
          in: db)
      else { continue }
      allowed?.formIntersection(rows)
      if allowed == nil { allowed = rows }
    }
    return allowed
  }

  /// Returns the passages that satisfy the query to the letter and all conditions.
  func matches(_ request: SearchRequest) throws -> Matches {
    var matches = try finder.matches(expression(request), of: request.query)
    if let allowed = try allowedRows(request) { matches.filter(allowed.contains) }
    return matches
  }

  private func expression(_ request: SearchRequest) -> MatchExpression? {
    request.query.expression.flatMap { MatchExpression($0, folding: folding) }
  }

  /// One place in the ranking: the shown row, its score and the rows folded into it.
  private struct Ranked {
    var row: Int64
    var score: Double
    var twins: [Int64]
  }

  /// Returns the wanted part of the ranking; equal scores stay in reading order.
  private func rank(
    _ rows: [Int64], _ scores: [Double], _ request: SearchRequest
  ) throws -> [Ranked] {
    var (rows, scores) = (rows, scores)
    if request.omitsHeadings {
      let kept = rows.indices.filter { table[rows[$0]]?.isHeading == false }
      (rows, scores) = (kept.map { rows[$0] }, kept.map { scores[$0] })
    }
    let wanted = request.offset + request.limit
    // Copies among the best leave gaps, so somewhat more than is wanted is put in order.
    let order = TopRows.best(request.isExact ? wanted : 2 * wanted + 100, of: rows, scores)
    var ranked: [Ranked] = []
    var places: [UInt64: Int] = [:]
    var nearly = NearDuplicates(db: db, folding: folding, table: table)
    for i in order {
      let fingerprint = request.isExact ? nil : foldable(rows[i])
      if let fingerprint, let place = places[fingerprint] {
        ranked[place].twins.append(rows[i])
        continue
      }
      let isOpen = ranked.count < wanted
      if fingerprint != nil, isOpen || nearly.compared < wanted + Self.twinDepth,
        let place = try nearly.place(of: rows[i], isAdded: isOpen ? ranked.count : nil)
      {
        ranked[place].twins.append(rows[i])
        continue
      }
      if isOpen {
        if let fingerprint { places[fingerprint] = ranked.count }
        ranked.append(Ranked(row: rows[i], score: scores[i], twins: []))
      }
    }
    return Array(ranked.dropFirst(request.offset))
  }

  /// How many passages below the wanted ones are compared with them.
  private static let twinDepth = 20

  /// The fingerprint by which a passage is folded into another, or nil for one that stands alone.
  ///
  /// Headings and short items say the same words of different things: only sentences are copies.
  private func foldable(_ row: Int64) -> UInt64? {
    guard let traits = table[row], !traits.isHeading, traits.length >= Self.twinLength else {
      return nil
    }
    return traits.fingerprint
  }

  /// The fewest code points of a passage that can be a copy of another.
  private static let twinLength = 25

  private func hits(_ ranked: [Ranked], terms: [MatchTerm]) throws -> [Hit] {
    let records = try PassageQueries.records(ranked.map(\.row), in: db)
    let twinNames = try PassageQueries.names(of: ranked.flatMap(\.twins), in: db)
    let generator = SnippetGenerator(folding: folding)
    return zip(ranked, records).map { place, record in
      let (snippet, highlights) = generator.snippet(of: record.passage.text, terms: terms)
      return Hit(
        record: record, twins: place.twins.compactMap { twinNames[$0] }, score: place.score,
        snippet: snippet, highlights: highlights)
    }
  }
}
