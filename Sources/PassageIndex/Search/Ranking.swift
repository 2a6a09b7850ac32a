import Foundation

/// Scores matching passages: BM25 over the terms, raised for headings, titles and nearness.
///
/// See Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond.
struct Ranking {
  /// How fast repeated words stop counting.
  var saturation = 1.2
  /// How much a long passage is held back, 0 to 1.
  var lengthWeight = 0.5
  /// The gain of a passage that is itself a heading.
  var headingGain = 1.25
  /// The gain where the passage's own heading holds all its terms.
  var titleGain = 0.25
  /// The gain where all terms stand close together.
  var nearGain = 0.5

  let table: PassageTable

  init(table: PassageTable) { self.table = table }

  /// Returns how telling a term is that `rows` of all passages hold.
  func weight(ofTermIn rows: Int) -> Double {
    Self.weight(ofTermIn: rows, of: table.count)
  }

  /// Returns how telling a term is that `rows` of `total` hold.
  static func weight(ofTermIn rows: Int, of total: Int) -> Double {
    log(1 + (Double(total) - Double(rows) + 0.5) / (Double(rows) + 0.5))
  }

  /// Returns the score of each row; `titled` holds the sections whose title has the terms.
  func scores(_ matches: Matches, titled: Set<UInt32>) -> [Double] {
    let weights = matches.rowsPerTerm.map(weight(ofTermIn:))
    let total = weights.reduce(0, +)
    return matches.rows.indices.map { i in
      let traits = table[matches.rows[i]]
      let length = Double(traits?.length ?? 1) / table.averageLength
      let norm = saturation * (1 - lengthWeight + lengthWeight * length)
      var score = 0.0
      var near = 0
      var first = Int32.max
      var last = Int32.min
      for term in 0..<matches.termCount {
        let count = Double(matches.counts[i * matches.termCount + term])
        guard count > 0 else { continue }
        score += weights[term] * count * (saturation + 1) / (count + norm)
        let position = matches.positions[i * matches.termCount + term]
        first = min(first, position)
        last = max(last, position)
        near += 1
      }
      if matches.termCount > 1, near == matches.termCount {
        score += nearGain * total / (1 + Double(last - first) / 20)
      }
      guard let traits else { return score }
      if traits.isHeading { score *= headingGain }
      if titled.contains(traits.section) { score += titleGain * total }
      return score
    }
  }
}
