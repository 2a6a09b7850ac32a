import DocumentModel

/// Carries places in the source over to code points of the citable text made from it.
///
/// The text must stand in the order of its source, as the normalizer leaves it.
struct SourcePlaceFinder: Sendable {
  let citable: CitableText
  let text: ScalarText

  /// Returns the code points that a span of the source became.
  ///
  /// - Complexity: O(log *n*) in the length of the text.
  func codePoints(of span: TextSpan<Source>) -> Range<Int> {
    let lower = codePoint(at: citableByte(at: span.lowerBound.utf8))
    let upper = codePoint(at: citableByte(at: span.upperBound.utf8))
    return lower..<max(lower, upper)
  }

  /// The byte of the citable text that a byte of the source became, or the next after it.
  private func citableByte(at source: Int) -> Int {
    let runs = citable.map.runs
    let index = Self.first(in: runs.count) { runs[$0].to.upperBound > source }
    guard index < runs.count else { return citable.utf8.count }
    let run = runs[index]
    guard run.isIdentity else {
      return source > run.to.lowerBound ? run.from.upperBound : run.from.lowerBound
    }
    return run.from.lowerBound + max(0, source - run.to.lowerBound)
  }

  private func codePoint(at byte: Int) -> Int {
    min(Self.first(in: text.count) { text.offsets[$0] >= byte }, text.count)
  }

  /// The first index below `count` for which a condition holds that, once true, stays true.
  private static func first(in count: Int, where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
