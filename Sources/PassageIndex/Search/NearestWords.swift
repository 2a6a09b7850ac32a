import DocumentModel
import GRDB
import TextNormalization

/// Finds what stands in the corpus that is written nearly like a word: 経済安全保障 for 経済安全補償.
///
/// The passages with most of the word's bigrams, the rare ones counting more, are read for the stretch
/// with the least edit distance; the names of the registry are compared as a whole. Only what the
/// corpus holds is returned.
struct NearestWords {
  /// How many passages are read.
  static let depth = 200
  /// How many words are returned.
  static let limit = 3
  /// The longest word that others are compared with; a name of law has up to a hundred characters.
  static let longest = 128

  /// Where words are looked for: passages, or the articles of laws.
  struct Source {
    /// Returns the texts that hold most of some bigrams, at most `depth`.
    var texts: ([MatchTerm]) throws -> [String]
    /// Returns how many places satisfy an expression.
    var count: (MatchExpression) throws -> Int
  }

  let db: Database
  let folding: SearchFolding
  let source: Source

  /// A word with its distance from the one asked for.
  private struct Candidate {
    var text: String
    var key: SearchKey
    var distance: Int
    var count = 1
  }

  /// Returns the nearest words, nearest first; nothing for words of one character and whole sentences.
  func find(_ text: String) throws -> [SearchAbsence.Nearest] {
    let word = SearchKey(text, folding: folding).trimmed()
    guard (2...Self.longest).contains(word.count) else { return [] }
    let limit = Self.allowed(word.count)
    var candidates: [[UInt32]: Candidate] = [:]
    func add(_ candidate: Candidate) {
      guard candidate.key.scalars != word.scalars else { return }
      candidates[candidate.key.scalars, default: candidate].count += 1
    }
    for text in try texts(like: word) {
      Self.stretches(of: SearchKey(text, folding: folding), like: word, limit).forEach {
        stretch, distance in
        let utf8 = Array(text.utf8)
        let key = SearchKey(text, folding: folding)
        let bytes =
          key.ranges[stretch.lowerBound].lowerBound..<key.ranges[stretch.upperBound - 1].upperBound
        let found = String(decoding: utf8[bytes], as: UTF8.self)
        add(
          Candidate(
            text: found, key: SearchKey(found, folding: folding), distance: distance))
      }
    }
    for name in try names(like: word, limit) {
      let key = SearchKey(name, folding: folding)
      guard
        let distance = Self.distance(of: key.scalars, from: word.scalars, atMost: limit)
      else { continue }
      add(Candidate(text: name, key: key, distance: distance))
    }
    return try chosen(Array(candidates.values), word)
  }

  /// One edit in short words, two up to nine characters, three beyond.
  static func allowed(_ count: Int) -> Int { count <= 4 ? 1 : count <= 9 ? 2 : 3 }

  /// The best of the candidates that the corpus holds; what lies inside a better one isn't told.
  private func chosen(_ candidates: [Candidate], _ word: SearchKey) throws
    -> [SearchAbsence.Nearest]
  {
    let ranked = candidates.sorted { a, b in
      let (lengthA, lengthB) = (abs(a.key.count - word.count), abs(b.key.count - word.count))
      if a.distance != b.distance { return a.distance < b.distance }
      if lengthA != lengthB { return lengthA < lengthB }
      return a.count != b.count ? a.count > b.count : a.text < b.text
    }
    var nearest: [SearchAbsence.Nearest] = []
    var keys: [SearchKey] = []
    for candidate in ranked.prefix(24) where nearest.count < Self.limit {
      guard !keys.contains(where: { $0.contains(candidate.key) || candidate.key.contains($0) }),
        let expression = MatchExpression(
          .term(QueryTerm(candidate.text)), folding: folding)
      else { continue }
      let passages = try source.count(expression)
      guard passages > 0 else { continue }
      keys.append(candidate.key)
      nearest.append(.init(text: candidate.text, passages: passages))
    }
    return nearest
  }

  /// The texts that share most with a word.
  private func texts(like word: SearchKey) throws -> [String] {
    var terms: [MatchTerm] = []
    GramScanner.scan(word, isQuery: true) { gram in
      guard !gram.range.isEmpty else { return true }
      let text = word.string(gram.range)
      // A run of letters is one token, so its beginning is looked for.
      let isRun = word.classes[gram.range.lowerBound] == .word
      let term =
        isRun ? QueryTerm(String(text.prefix(2)), isPrefix: true) : QueryTerm(text)
      terms.append(MatchTerm(term, folding: folding))
      return true
    }
    terms = terms.filter { !$0.forms.isEmpty }
    return terms.isEmpty ? [] : try source.texts(terms)
  }

  /// The names of the registry that begin or end alike and are about as long.
  private func names(like word: SearchKey, _ limit: Int) throws -> [String] {
    let key = word.string
    return try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT name FROM registryName
        WHERE length(key) BETWEEN ? AND ?
          AND (substr(key, 1, 1) = substr(?, 1, 1) OR substr(key, -1) = substr(?, -1))
        """, arguments: [word.count - limit, word.count + limit, key, key])
  }
}

extension NearestWords {
  /// Returns the stretches of a text that are within an edit distance of a word, each the best around
  /// its end, with their distances.
  ///
  /// See Sellers, The theory and computation of evolutionary distances: pattern recognition (1980).
  static func stretches(
    of text: SearchKey, like word: SearchKey, _ limit: Int
  ) -> [(range: Range<Int>, distance: Int)] {
    var costs = Array(0...word.count)
    var starts = [Int](repeating: 0, count: word.count + 1)
    var found: [(range: Range<Int>, distance: Int)] = []
    for (place, scalar) in text.scalars.enumerated() {
      var (diagonal, diagonalStart) = (costs[0], starts[0])
      starts[0] = place + 1
      for i in 1...word.count {
        let (above, aboveStart) = (costs[i], starts[i])
        var (cost, start) = (
          diagonal + (word.scalars[i - 1] == scalar ? 0 : 1), i == 1 ? place : diagonalStart
        )
        if above + 1 < cost { (cost, start) = (above + 1, aboveStart) }
        if costs[i - 1] + 1 < cost { (cost, start) = (costs[i - 1] + 1, starts[i - 1]) }
        (diagonal, diagonalStart) = (above, aboveStart)
        (costs[i], starts[i]) = (cost, start)
      }
      let range = starts[word.count]..<(place + 1)
      guard costs[word.count] <= limit, range.count > 1, isWhole(range, in: text, like: word)
      else { continue }
      found.append((range, costs[word.count]))
    }
    return found
  }

  /// Whether a stretch begins and ends as the word does: at a run of letters' ends, and in no kana or
  /// mark where the word has none there.
  private static func isWhole(_ range: Range<Int>, in text: SearchKey, like word: SearchKey) -> Bool
  {
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    for (place, own) in [(first, 0), (last, word.count - 1)] {
      guard text.classes[place] == word.classes[own],
        isHiragana(text.scalars[place]) == isHiragana(word.scalars[own])
      else { return false }
    }
    let isInner = { (i: Int) in text.classes.indices.contains(i) && text.classes[i] == .word }
    return !(text.classes[first] == .word && isInner(first - 1))
      && !(text.classes[last] == .word && isInner(last + 1))
  }

  private static func isHiragana(_ scalar: UInt32) -> Bool { (0x3041...0x309F).contains(scalar) }

  /// Returns the edit distance of two words, or nil where it is more than `limit`.
  static func distance(of a: [UInt32], from b: [UInt32], atMost limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var costs = Array(0...b.count)
    for (i, scalar) in a.enumerated() {
      var diagonal = costs[0]
      costs[0] = i + 1
      for j in b.indices {
        let above = costs[j + 1]
        costs[j + 1] = min(diagonal + (scalar == b[j] ? 0 : 1), min(above, costs[j]) + 1)
        diagonal = above
      }
    }
    return costs[b.count] <= limit ? costs[b.count] : nil
  }
}

extension MatchFinder {
  /// The passages, as near words are looked for in them.
  var nearestSource: NearestWords.Source {
    NearestWords.Source(
      texts: { terms in
        let matches = try findAny(terms)
        let ranking = Ranking(table: table)
        let weights = matches.rowsPerTerm.map(ranking.weight(ofTermIn:))
        let scores = matches.rows.indices.map { row in
          terms.indices.reduce(0.0) { sum, term in
            sum + (matches.counts[row * terms.count + term] > 0 ? weights[term] : 0)
          }
        }
        let best = TopRows.best(NearestWords.depth, of: matches.rows, scores)
          .map { matches.rows[$0] }
        return try String.fetchAll(
          db,
          sql: "SELECT text FROM passage WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
          arguments: [try MetadataJSON.encode(best)])
      }, count: { try find($0).rows.count })
  }
}
