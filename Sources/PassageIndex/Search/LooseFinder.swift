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
  var leastBestCoverage = 0.55
  /// How much a bigram in a heading counts against one in the passage.
  var headingWeight = 0.5
  /// How much a whole word counts on top of its bigrams.
  var wholeWordGain = 0.7
  /// How much a law, ministry or date of the question counts where the passage relates to it.
  var topicGain = 0.25
  /// How much an article of a law counts: its passages come first.
  var provisionGain = 1.0
  /// How much it counts that a passage gives what is asked for (a date where the question says いつ).
  var answerGain = 0.4
  /// The same for a meaning, told in words of its own (とは): a date may be that of another thing.
  var definitionGain = 0.8
  /// How much a long passage is held back: less than for words, for an answer is a sentence.
  var lengthWeight = 0.25
  /// A heading seldom answers a question: it is held back.
  var headingGain = 0.8

  let finder: MatchFinder
  /// Whether the parts of the scores are wanted too.
  let explains: Bool

  init(finder: MatchFinder, explains: Bool = false) {
    self.finder = finder
    self.explains = explains
  }

  /// A passage with its score.
  struct Scored {
    var row: Int64
    var score: Double
    /// What the score is the sum of; empty where it wasn't asked for.
    var terms: [ScoreTerm] = []
  }

  /// One thing looked for: a bigram, a run of letters, or a whole word.
  private struct Feature {
    var term: MatchTerm
    /// The word of the query it belongs to.
    var word: Int
    var isWholeWord: Bool { whole == nil }
    /// For a bigram, the place of its whole word among the features; nil for a whole word.
    var whole: Int?
    /// Its share in the weight of the word.
    var share: Double
  }

  /// Returns passages with the share of the query they must carry, best first.
  ///
  /// A word that only repeats a condition (財務省 beside `--ministry 財務省`) is met by it; then the
  /// conditions have chosen the passages, and the other words rank them.
  func find(_ query: Query, filters: [SearchFilter], allowed: RowSet?) throws -> [Scored] {
    let open = query.contentWords.filter { word in
      !filters.contains {
        word.ministry.map($0.ministries.contains) ?? false
          || word.pillar.map($0.pillars.contains) ?? false
      }
    }
    let isChosen = open.count < query.contentWords.count
    let scored = try find(
      open.map(\.term), query.topics, allowed: allowed, takesAll: isChosen)
    guard isChosen, let allowed else { return scored }
    let found = Set(scored.map(\.row))
    // What carries no word at all comes last, in reading order, but headings first.
    let rest = allowed.rows.filter { !found.contains($0) }
    let headings = rest.filter { finder.table[$0]?.isHeading == true }
    let others = rest.filter { finder.table[$0]?.isHeading != true }
    return scored + (headings + others).map { Scored(row: $0, score: 0) }
  }

  private func find(
    _ terms: [QueryTerm], _ topics: QueryTopics, allowed: RowSet?, takesAll: Bool
  ) throws -> [Scored] {
    let words = terms.map { MatchTerm($0, folding: finder.folding) }
    let features = try self.features(of: words)
    guard !features.isEmpty else { return [] }
    let matches = try finder.findAny(features.map(\.term))
    let ranking = Ranking(table: finder.table)
    let wordWeights = weights(of: words.count, features, matches.rowsPerTerm, ranking)
    let total = wordWeights.reduce(0, +)
    guard total > 0 else { return [] }
    let weights = features.map { wordWeights[$0.word] * $0.share }

    var scored: [(index: Int, score: Double)] = []
    for i in matches.rows.indices where allowed?.contains(matches.rows[i]) ?? true {
      let norm = norm(ofLength: finder.table.scoreTraits(of: matches.rows[i]).length, ranking)
      var score = 0.0
      for f in features.indices {
        let count = Double(count(of: f, in: i, features, matches))
        if count > 0 { score += ranking.score(weight: weights[f], count: count, norm: norm) }
      }
      scored.append((i, score))
    }
    scored.sort { $0.score != $1.score ? $0.score > $1.score : $0.index < $1.index }
    let best = Array(scored.prefix(Self.headingDepth))
    let headings = try headings(of: best.map { matches.rows[$0.index] })
    let related = try relatedRows(topics)
    let answering = try answeringRows(
      topics.answers, about: words, among: best.map { matches.rows[$0.index] })
    var results: [(scored: Scored, coverage: Double)] = []
    for (i, score) in best {
      let row = matches.rows[i]
      let traits = finder.table[row]
      let path = headings[traits?.section ?? 0]
      var parts =
        explains ? wordTerms(of: i, words, features, weights, matches, ranking) : []
      var context = 0.0
      var covered = 0.0
      for f in features.indices where !features[f].isWholeWord {
        let isInText = count(of: f, in: i, features, matches) > 0
        // A heading passage is in its own path already.
        let isInPath = path.map { features[f].term.matches($0) } ?? false
        if isInPath, !isInText || traits?.isHeading == false {
          context += weights[f] * headingWeight * (isInText ? 0.3 : 1)
        }
        if isInText || isInPath { covered += weights[f] }
      }
      let topic = related.reduce(0) { $0 + ($1.rows.contains(row) ? total * $1.gain : 0) }
      let gains = answering.filter { $0.rows.contains(row) }.map(\.gain)
      let answer = total * (gains.max() ?? 0)
      let isHeading = traits?.isHeading == true
      let heading = isHeading ? (headingGain - 1) * (score + context + topic + answer) : 0
      let rank = finder.table.authority(of: row)
      let authority = ranking.authority(rank: rank.rawValue, weight: total)
      if explains {
        parts += [
          ScoreTerm(.context, context), ScoreTerm(.topic, topic), ScoreTerm(.answer, answer),
          ScoreTerm(.heading, heading), ScoreTerm(.authority, authority, subject: "\(rank)"),
        ].filter { $0.value != 0 }
      }
      let sum = score + context + topic + answer + heading + authority
      results.append((Scored(row: row, score: sum, terms: parts), covered / total))
    }
    guard let most = results.map(\.coverage).max(), takesAll || most >= leastBestCoverage else {
      return []
    }
    // Conditions have narrowed the choice already, so less of the words will do.
    let least = takesAll ? 0 : allowed == nil ? leastCoverage : leastCoverage / 2
    return results.filter { $0.coverage >= least }.map(\.scored)
      .sorted { $0.score != $1.score ? $0.score > $1.score : $0.row < $1.row }
  }

  /// Returns how often a feature stands in a passage: where a word stands as a whole under any of its
  /// names, all its bigrams do.
  private func count(of f: Int, in i: Int, _ features: [Feature], _ matches: Matches) -> Int {
    let own = Int(matches.counts[i * features.count + f])
    guard let whole = features[f].whole else { return own }
    return max(own, Int(matches.counts[i * features.count + whole]))
  }

  /// Returns what each word of the question gives a passage, its bigrams together.
  private func wordTerms(
    of i: Int, _ words: [MatchTerm], _ features: [Feature], _ weights: [Double],
    _ matches: Matches, _ ranking: Ranking
  ) -> [ScoreTerm] {
    let length = finder.table.scoreTraits(of: matches.rows[i]).length
    let norm = norm(ofLength: length, ranking)
    let rows = matches.rowsPerTerm
    return words.indices.compactMap { word in
      var term = ScoreTerm(.word, 0, subject: words[word].term.text, length: length)
      for f in features.indices where features[f].word == word {
        let count = count(of: f, in: i, features, matches)
        if features[f].isWholeWord { (term.passages, term.count) = (rows[f], count) }
        term.value += ranking.score(weight: weights[f], count: Double(count), norm: norm)
      }
      return term.value > 0 ? term : nil
    }
  }

  /// The length's part in BM25, with the weight that answers give it.
  private func norm(ofLength length: Int, _ ranking: Ranking) -> Double {
    let share = Double(length) / finder.table.averageLength
    return ranking.saturation * (1 - lengthWeight + lengthWeight * share)
  }

  /// How telling each word is: as rare as the whole word is, or as its rarest part where nobody
  /// writes the whole; a longer word counts somewhat more.
  private func weights(
    of wordCount: Int, _ features: [Feature], _ rows: [Int], _ ranking: Ranking
  ) -> [Double] {
    var weights = [Double](repeating: 0, count: wordCount)
    for (feature, rows) in zip(features, rows) where feature.isWholeWord || rows > 0 {
      let weight = ranking.weight(ofTermIn: max(rows, 1))
      weights[feature.word] = max(weights[feature.word], weight)
    }
    return weights
  }

  /// The whole words and their bigrams; of too many bigrams the rarest.
  private func features(of words: [MatchTerm]) throws -> [Feature] {
    var whole: [Feature] = []
    var grams: [Feature] = []
    var seen: Set<[UInt32]> = []
    for (w, word) in words.enumerated() {
      guard let key = word.forms.first?.key else { continue }
      var own: [Feature] = []
      GramScanner.scan(key, isQuery: true) { gram in
        guard !gram.range.isEmpty, seen.insert(Array(key.scalars[gram.range])).inserted else {
          return true
        }
        let term = MatchTerm(QueryTerm(key.string(gram.range)), folding: finder.folding)
        own.append(Feature(term: term, word: w, whole: whole.count, share: 0))
        return true
      }
      for i in own.indices { own[i].share = 1 / Double(own.count) }
      grams += own
      whole.append(Feature(term: word, word: w, share: wholeWordGain))
    }
    if grams.count > Self.gramLimit {
      let rows = try grams.map { try finder.rowCount(of: $0.term) }
      let rarest = grams.indices.sorted { (rows[$0], $0) < (rows[$1], $1) }
        .prefix(Self.gramLimit).sorted()
      grams = rarest.map { grams[$0] }
    }
    return whole + grams
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

  /// For each law, ministry and date the query names, the passages that relate to it and their gain.
  private func relatedRows(_ topics: QueryTopics) throws -> [(rows: RowSet, gain: Double)] {
    let laws = topics.laws.map { law in
      (SearchFilter(laws: [law]), law.provision.article == nil ? topicGain : provisionGain)
    }
    let others =
      topics.ministries.map { SearchFilter(ministries: [$0]) }
      + topics.dates.compactMap { date in date.interval.map { SearchFilter(days: $0) } }
    return try (laws + others.map { ($0, topicGain) }).compactMap { filter, gain in
      try FilterQueries.rows(
        filter, includesInherited: true, table: finder.table, folding: finder.folding,
        in: finder.db
      ).map { ($0, gain) }
    }
  }

  /// Returns the rows that give each kind of answer, with how much that counts.
  private func answeringRows(
    _ kinds: [AnswerKind], about words: [MatchTerm], among rows: [Int64]
  ) throws -> [(rows: Set<Int64>, gain: Double)] {
    let answers = AnswerFinder(db: finder.db, folding: finder.folding)
    return try kinds.map { kind in
      let gain = kind == .definition ? definitionGain : answerGain
      return (try answers.rows(giving: kind, about: words, among: rows), gain)
    }
  }
}
