import DocumentModel
import Foundation

/// Scores matching passages: BM25 over the terms, and what else speaks for a passage.
///
/// See Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond. Everything
/// beside BM25 is a share of the query's whole weight, so that it means the same for rare words.
struct Ranking {
  /// How fast repeated words stop counting.
  var saturation = 1.2
  /// How much a long passage is held back, 0 to 1.
  var lengthWeight = 0.5
  /// The share of the average length below which a passage gains nothing by being short.
  var leastLength = 0.5
  /// The gain of a passage that is itself a heading, of its words' score.
  var headingGain = 0.25
  /// The gain where the passage's own heading holds all its terms.
  var titleGain = 0.25
  /// The gain where all terms stand close together.
  var nearGain = 0.5
  /// The gain where all terms stand together as typed.
  var phraseGain = 0.3
  /// The gain of a law over a reference; the ranks between have their part of it.
  var authorityGain = 0.12
  /// How much a passage is held back that has no more characters than the words searched for.
  var brevityLoss = 0.6
  /// How many characters beside the words make a passage say something.
  var substance = 12.0

  let table: PassageTable
  private let perLength: Double
  private let perRank = 1 / Double(DocumentAuthority.law.rawValue)

  init(table: PassageTable) {
    self.table = table
    perLength = 1 / table.averageLength
  }

  /// Returns how telling a term is that `rows` of all passages hold.
  func weight(ofTermIn rows: Int) -> Double {
    Self.weight(ofTermIn: rows, of: table.count)
  }

  /// Returns how telling a term is that `rows` of `total` hold.
  static func weight(ofTermIn rows: Int, of total: Int) -> Double {
    log(1 + (Double(total) - Double(rows) + 0.5) / (Double(rows) + 0.5))
  }

  /// Returns the part of BM25's denominator that depends on a passage's length in code points.
  @inline(__always)
  func norm(ofLength length: Int) -> Double {
    let share = max(leastLength, Double(length) * perLength)
    return saturation * (1 - lengthWeight + lengthWeight * share)
  }

  /// Returns BM25 of a term by its weight and its count in a passage.
  @inline(__always)
  func score(weight: Double, count: Double, norm: Double) -> Double {
    weight * count * (saturation + 1) / (count + norm)
  }

  /// Returns the gain of a document's rank in a query of the given weight.
  @inline(__always)
  func authority(rank: UInt8, weight: Double) -> Double {
    authorityGain * weight * Double(rank) * perRank
  }

  /// Returns how much a passage of `length` loses for saying little beside `words` characters.
  @inline(__always)
  func brevity(length: Int, words: Int, score: Double) -> Double {
    let rest = Double(max(0, length - words))
    return rest >= substance ? 0 : -brevityLoss * score * (1 - rest / substance)
  }
}

/// Scores the rows of one query; what is said of a row's score is made from the same parts.
struct RankedMatches {
  let ranking: Ranking
  let matches: Matches
  /// The words as typed, in the order of the counts.
  let subjects: [String]
  /// Code points of the terms' shortest forms together.
  let wordLength: Int
  /// The sections whose title has the terms.
  let titled: RowSet
  private let hasTitles: Bool
  /// The rows where the terms stand together as typed.
  let phrased: RowSet?
  private let rowsPerTerm: [Int]
  private let weights: [Double]
  private let total: Double

  init(
    _ matches: Matches, terms: [MatchTerm], titled: RowSet, phrased: RowSet?,
    ranking: Ranking
  ) {
    self.ranking = ranking
    self.matches = matches
    self.titled = titled
    hasTitles = !titled.isEmpty
    self.phrased = phrased
    subjects = terms.map(\.term.text)
    wordLength = terms.reduce(0) { $0 + $1.length }
    rowsPerTerm = matches.rowsPerTerm
    weights = rowsPerTerm.map { ranking.weight(ofTermIn: $0) }
    total = weights.reduce(0, +)
  }

  /// The score of each row.
  var scores: [Double] {
    let count = matches.rows.count
    return [Double](unsafeUninitializedCapacity: count) { scores, initialized in
      withScorer { scorer in
        for i in 0..<count { scores.initializeElement(at: i, to: scorer.parts(at: i).sum) }
      }
      initialized = count
    }
  }

  private func withScorer<Result>(_ body: (RowScorer) -> Result) -> Result {
    matches.withColumns { columns in
      ranking.table.withScoreTraits { traits in
        weights.withUnsafeBufferPointer { weights in
          body(
            RowScorer(
              ranking: ranking, columns: columns, traits: traits, weights: weights,
              total: total, wordLength: wordLength, titled: hasTitles ? titled : nil,
              phrased: phrased))
        }
      }
    }
  }

  /// Returns the parts of which a row's score is the sum.
  func terms(of row: Int64) -> [ScoreTerm] {
    guard let i = matches.index(of: row) else { return [] }
    let length = ranking.table.scoreTraits(of: row).length
    let norm = ranking.norm(ofLength: length)
    let words = (0..<matches.termCount).compactMap { term -> ScoreTerm? in
      let count = Int(matches.counts[i * matches.termCount + term])
      guard count > 0 else { return nil }
      return ScoreTerm(
        .word, ranking.score(weight: weights[term], count: Double(count), norm: norm),
        subject: subjects[term], passages: rowsPerTerm[term], count: count, length: length)
    }
    let parts = withScorer { $0.parts(at: i) }
    let rest: [ScoreTerm] = [
      ScoreTerm(.heading, parts.heading), ScoreTerm(.brevity, parts.brevity, length: length),
      ScoreTerm(.title, parts.title), ScoreTerm(.near, parts.near),
      ScoreTerm(.phrase, parts.phrase),
      ScoreTerm(
        .authority, parts.authority, subject: "\(ranking.table.authority(of: row))"),
    ]
    return words + rest.filter { $0.value != 0 }
  }
}
