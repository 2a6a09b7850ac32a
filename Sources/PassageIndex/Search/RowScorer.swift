/// Scores the rows of a query one by one, with all it needs of them at hand: a common word has tens of
/// thousands.
///
/// Its memory is that of the matches and the table it was made of, as long as these lend it.
struct RowScorer {
  let ranking: Ranking
  let columns: MatchColumns
  let traits: ScoreTraits
  /// The weight of each term.
  let weights: UnsafeBufferPointer<Double>
  /// The weight of all terms.
  let total: Double
  /// Code points of the terms' shortest forms together.
  let wordLength: Int
  /// The sections whose title has the terms; nil for none.
  let titled: RowSet?
  /// The rows where the terms stand together as typed.
  let phrased: RowSet?

  /// The parts of a row's score.
  struct Parts {
    var words = 0.0
    var heading = 0.0
    var brevity = 0.0
    var title = 0.0
    var near = 0.0
    var phrase = 0.0
    var authority = 0.0

    @inline(__always)
    var sum: Double { words + heading + brevity + title + near + phrase + authority }
  }

  /// Returns the parts of the score of row *i* of the matches.
  @inline(__always)
  func parts(at i: Int) -> Parts {
    var parts = Parts()
    let row = columns.rows[i]
    let passage = traits.passage(row)
    let norm = ranking.norm(ofLength: passage.length)
    if weights.count == 1 {
      parts.words = score(0, count: columns.counts[i], norm)
    } else {
      addWords(of: i, norm, to: &parts)
    }
    if let phrased, phrased.contains(row) { parts.phrase = ranking.phraseGain * total }
    if passage.isHeading { parts.heading = ranking.headingGain * parts.words }
    parts.brevity = ranking.brevity(
      length: passage.length, words: wordLength, score: parts.words + parts.heading)
    if let titled, titled.contains(Int64(traits.section(of: row))) {
      parts.title = ranking.titleGain * total
    }
    parts.authority = ranking.authority(rank: passage.authority, weight: total)
    return parts
  }

  @inline(__always)
  private func score(_ term: Int, count: UInt16, _ norm: Double) -> Double {
    count > 0 ? ranking.score(weight: weights[term], count: Double(count), norm: norm) : 0
  }

  /// Adds what several terms give, and how near they stand.
  @inline(__always)
  private func addWords(of i: Int, _ norm: Double, to parts: inout Parts) {
    var present = 0
    var first = Int32.max
    var last = Int32.min
    for term in weights.indices {
      let place = i * weights.count + term
      guard columns.counts[place] > 0 else { continue }
      parts.words += score(term, count: columns.counts[place], norm)
      first = min(first, columns.positions[place])
      last = max(last, columns.positions[place])
      present += 1
    }
    if present > 1, present == weights.count {
      parts.near = ranking.nearGain * total / (1 + Double(last - first) / 20)
    }
  }
}
