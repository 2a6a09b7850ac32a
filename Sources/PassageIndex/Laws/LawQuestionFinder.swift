import DocumentModel
import TextNormalization

/// What a question over law text is looked for by: its bigrams, kana too, and its words' synonyms.
///
/// Bigrams with kana help in law text, and the rarest four dozen keep the quality of all of them. What
/// another name of a word adds counts half, for the asker didn't say it.
struct LawQuestionFinder {
  /// The most bigrams that are asked for.
  static let gramLimit = 48
  /// How much a bigram counts that stands nowhere, for it is rarer than any.
  static let absentShare = 0.25
  /// The weight of a bigram that only a synonym has.
  var synonymWeight = 0.5
  /// The share of the question's weight that a unit of a named law gains.
  var lawGain = 0.35
  /// The share of the question's weight that an article must carry to be found.
  var leastCoverage = 0.2

  let folding: SearchFolding

  init(folding: SearchFolding) { self.folding = folding }

  /// One bigram, or a run of letters or digits.
  struct Gram {
    var term: MatchTerm
    var weight: Double
  }

  /// Returns the bigrams of the question, then those that only synonyms and spellings of its words
  /// have; `rows` tells in how many units one stands.
  func grams(
    of question: String, _ query: Query, rows: (MatchTerm) throws -> Int
  ) rethrows -> [Gram] {
    var seen: Set<[UInt32]> = []
    let own = grams(of: question, weight: 1, seen: &seen)
    var added: [Gram] = []
    // The names of a law stand in other laws.
    for word in query.contentWords where !word.isLaw {
      for alternative in word.term.alternatives where alternative.kind != .guess {
        added += grams(of: alternative.text, weight: synonymWeight, seen: &seen)
      }
    }
    return try rarest(own, rows) + rarest(added, rows)
  }

  private func grams(of text: String, weight: Double, seen: inout Set<[UInt32]>) -> [Gram] {
    let key = SearchKey(text, folding: folding)
    var grams: [Gram] = []
    GramScanner.scan(key, isQuery: true) { gram in
      // A character alone at the end of a run is in the bigram before it.
      let isLone = gram.range.count == 1 && key.classes[gram.range.lowerBound] == .cjk
      guard !gram.range.isEmpty, !isLone, seen.insert(Array(key.scalars[gram.range])).inserted
      else {
        return true
      }
      let term = MatchTerm(QueryTerm(key.string(gram.range)), folding: folding)
      if !term.forms.isEmpty { grams.append(Gram(term: term, weight: weight)) }
      return true
    }
    return grams
  }

  private func rarest(_ grams: [Gram], _ rows: (MatchTerm) throws -> Int) rethrows -> [Gram] {
    guard grams.count > Self.gramLimit else { return grams }
    let counts = try grams.map { try rows($0.term) }
    return grams.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
      .prefix(Self.gramLimit).sorted().map { grams[$0] }
  }
}
