import DocumentModel
import Foundation
import GRDB
import TextNormalization

/// Ranks passages by how much of a question's words they and their headings carry.
///
/// The words are cut into bigrams, so that 基幹インフラ制度 also finds 基幹インフラの制度; rare ones
/// count more. What a passage lacks its headings may have: an item under 量子技術の産業化 needn't
/// say 量子 again.
struct LooseFinder {
  /// The most bigrams that are asked for; more don't better the ranking.
  static let gramLimit = 48
  /// How many passages are compared with their headings too.
  static let headingDepth = 400
  /// The share of a question's weight that a passage with its headings must carry to be found.
  var leastCoverage = 0.3
  /// The share the best passage must carry for the question to be answered at all.
  var leastBestCoverage = 0.45
  /// How much a bigram in a heading counts against one in the passage.
  var headingWeight = 0.5

  let finder: MatchFinder

  init(finder: MatchFinder) { self.finder = finder }

  /// A passage with its score.
  struct Scored {
    var row: Int64
    var score: Double
  }

  /// One thing looked for: a bigram, a run of letters, or a whole word.
  private struct Feature {
    var term: MatchTerm
    var isWord: Bool
    /// 1 for plain bigrams, less for those of inflections.
    var weight: Double
  }

  /// Returns passages with the share of the query they must carry, best first.
  func find(_ query: Query, allowed: RowSet?) throws -> [Scored] {
    let features = try self.features(of: query)
    guard !features.isEmpty else { return [] }
    let string = features.map { feature in
      "(\(feature.term.forms.map(\.phrase).joined(separator: " OR ")))"
    }.joined(separator: " OR ")
    let matches = try finder.gather(string, terms: features.map(\.term))
    let ranking = Ranking(table: finder.table)
    let weights = zip(matches.rowsPerTerm, features).map { rows, feature in
      ranking.weight(ofTermIn: rows) * feature.weight
    }
    // Whole words are a gain on top of their bigrams; what must be carried is the bigrams.
    let total = zip(weights, features).reduce(0) { $1.1.isWord ? $0 : $0 + $1.0 }
    guard total > 0 else { return [] }

    var scored: [(index: Int, score: Double)] = []
    for i in matches.rows.indices where allowed?.contains(matches.rows[i]) ?? true {
      let traits = finder.table[matches.rows[i]]
      let length = Double(traits?.length ?? 1) / finder.table.averageLength
      let norm = ranking.saturation * (1 - ranking.lengthWeight + ranking.lengthWeight * length)
      var score = 0.0
      for f in features.indices {
        let count = Double(matches.counts[i * features.count + f])
        if count > 0 { score += weights[f] * count * (ranking.saturation + 1) / (count + norm) }
      }
      if traits?.isHeading == true { score *= ranking.headingGain }
      scored.append((i, score))
    }
    scored.sort { $0.score != $1.score ? $0.score > $1.score : $0.index < $1.index }
    let best = Array(scored.prefix(Self.headingDepth))
    let headings = try headings(of: best.map { matches.rows[$0.index] })
    let related = try relatedRows(query.topics)
    var results: [(scored: Scored, coverage: Double)] = []
    for (i, score) in best {
      let row = matches.rows[i]
      let path = headings[finder.table[row]?.section ?? 0]
      var score = score
      var covered = 0.0
      for f in features.indices {
        let isInText = matches.counts[i * features.count + f] > 0
        let isInPath = path.map { features[f].term.matches($0) } ?? false
        if isInPath { score += weights[f] * headingWeight * (isInText ? 0.5 : 1) }
        if !features[f].isWord, isInText || isInPath { covered += weights[f] }
      }
      score += total * 0.25 * Double(related.count { $0.contains(row) })
      results.append((Scored(row: row, score: score), covered / total))
    }
    guard let most = results.map(\.coverage).max(), most >= leastBestCoverage else { return [] }
    return results.filter { $0.coverage >= leastCoverage }.map(\.scored)
      .sorted { $0.score != $1.score ? $0.score > $1.score : $0.row < $1.row }
  }

  /// The bigrams and words of a query; of too many bigrams the rarest.
  private func features(of query: Query) throws -> [Feature] {
    var features: [Feature] = []
    var seen: Set<[UInt32]> = []
    for word in query.contentWords {
      let term = MatchTerm(word, folding: finder.folding)
      guard !term.forms.isEmpty else { continue }
      features.append(Feature(term: term, isWord: true, weight: 0.5))
    }
    var grams: [Feature] = []
    let key = SearchKey(query.looseText, folding: finder.folding)
    GramScanner.scan(key, isQuery: false) { gram in
      let isCJK = gram.range.count > 0 && key.classes[gram.range.lowerBound] == .cjk
      guard !gram.range.isEmpty, !isCJK || gram.range.count == 2 else { return true }
      let scalars = Array(key.scalars[gram.range])
      let hiragana = scalars.count { (0x3041...0x309F).contains($0) }
      guard hiragana < scalars.count, seen.insert(scalars).inserted else { return true }
      let term = MatchTerm(QueryTerm(key.string(gram.range)), folding: finder.folding)
      grams.append(Feature(term: term, isWord: false, weight: hiragana > 0 ? 0.3 : 1))
      return true
    }
    if grams.count > Self.gramLimit {
      let rows = try grams.map { try finder.rowCount(of: $0.term) }
      let rarest = grams.indices.sorted { (rows[$0], $0) < (rows[$1], $1) }
        .prefix(Self.gramLimit).sorted()
      grams = rarest.map { grams[$0] }
    }
    return features + grams
  }

  /// The heading paths of the sections in which passages stand, folded.
  private func headings(of rows: [Int64]) throws -> [UInt32: SearchKey] {
    let sections = Set(rows.compactMap { finder.table[$0]?.section })
    let cursor = try Row.fetchCursor(
      finder.db.cachedStatement(
        sql: "SELECT id, path FROM section WHERE id IN (SELECT value FROM json_each(?))"),
      arguments: [try MetadataJSON.encode(sections.sorted())])
    var headings: [UInt32: SearchKey] = [:]
    while let row = try cursor.next() {
      let path = try MetadataJSON.decode([String].self, from: row["path"])
      headings[row["id"]] = SearchKey(path.joined(separator: "\n\n"), folding: finder.folding)
    }
    return headings
  }

  /// For each law, ministry and date the query names, the passages that relate to it.
  private func relatedRows(_ topics: QueryTopics) throws -> [RowSet] {
    let filters =
      topics.laws.map { SearchFilter(laws: [$0]) }
      + topics.ministries.map { SearchFilter(ministries: [$0]) }
      + topics.dates.compactMap { date in date.interval.map { SearchFilter(days: $0) } }
    return try filters.compactMap {
      try FilterQueries.rows(
        $0, includesInherited: true, table: finder.table, in: finder.db)
    }
  }
}
