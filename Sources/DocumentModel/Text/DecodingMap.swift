/// Where each character of a decoded text stands in the bytes it was decoded from.
///
/// Both sides ascend together, so a position is found on either side by halving. Neighbouring
/// characters of like lengths share one run: a paragraph of kanji is a run of 3 bytes to 2.
package struct DecodingMap: Sendable, Equatable {
  /// Characters of one length on each side, in bytes.
  private struct Run: Sendable, Equatable {
    var decoded: Int
    var source: Int
    var count: Int
    var decodedLength: Int
    var sourceLength: Int

    var decodedEnd: Int { decoded + count * decodedLength }
    var sourceEnd: Int { source + count * sourceLength }
  }

  private var runs: [Run] = []

  package init() {}

  /// Adds the next character: its bytes in the decoded text and in the source.
  package mutating func append(decoded: Range<Int>, source: Range<Int>) {
    if let last = runs.last, last.decodedEnd == decoded.lowerBound,
      last.sourceEnd == source.lowerBound, last.decodedLength == decoded.count,
      last.sourceLength == source.count
    {
      runs[runs.count - 1].count += 1
    } else {
      runs.append(
        Run(
          decoded: decoded.lowerBound, source: source.lowerBound, count: 1,
          decodedLength: decoded.count, sourceLength: source.count))
    }
  }

  /// Returns the source byte of a position in the decoded text; inside a character, where it begins.
  ///
  /// - Complexity: O(log *n*) in the number of runs.
  package func source(of decoded: Int) -> Int {
    guard let run = run(at: decoded, by: \.decoded) else { return decoded }
    guard decoded < run.decodedEnd, run.decodedLength > 0 else { return run.sourceEnd }
    return run.source + (decoded - run.decoded) / run.decodedLength * run.sourceLength
  }

  /// Returns the position in the decoded text of a source byte; inside a character, where it begins.
  ///
  /// - Complexity: O(log *n*) in the number of runs.
  package func decoded(of source: Int) -> Int {
    guard let run = run(at: source, by: \.source) else { return source }
    guard source < run.sourceEnd, run.sourceLength > 0 else { return run.decodedEnd }
    return run.decoded + (source - run.source) / run.sourceLength * run.decodedLength
  }

  /// The last run that begins at or before a position.
  private func run(at position: Int, by start: KeyPath<Run, Int>) -> Run? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle][keyPath: start] <= position { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? runs[low - 1] : nil
  }
}
