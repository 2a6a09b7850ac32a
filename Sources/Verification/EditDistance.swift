/// Finds the stretch of a text that is nearest to some words (Sellers 1980).
enum EditDistance {
  /// Returns the stretch with the fewest insertions, deletions and replacements, or nil where all
  /// need more than `limit`; positions count in the text's own indices.
  ///
  /// It is a programmer error to look for no words.
  ///
  /// - Complexity: O(*nm*).
  static func nearest(
    _ wanted: [UInt32], in text: ArraySlice<UInt32>, limit: Int
  ) -> (range: Range<Int>, distance: Int)? {
    precondition(!wanted.isEmpty)
    // For each prefix of `wanted`: its distance to a stretch that ends here, and where that starts.
    var distances = Array(0...wanted.count)
    var starts = [Int](repeating: text.startIndex, count: wanted.count + 1)
    var best: (range: Range<Int>, distance: Int)?
    for end in text.indices {
      var (diagonal, diagonalStart) = (distances[0], starts[0])
      starts[0] = end + 1
      for i in 1...wanted.count {
        let replaced = diagonal + (wanted[i - 1] == text[end] ? 0 : 1)
        let (above, aboveStart) = (distances[i] + 1, starts[i])
        let (left, leftStart) = (distances[i - 1] + 1, starts[i - 1])
        (diagonal, diagonalStart, distances[i], starts[i]) =
          replaced <= above && replaced <= left
          ? (distances[i], starts[i], replaced, i == 1 ? end : diagonalStart)
          : above <= left
            ? (distances[i], starts[i], above, aboveStart)
            : (distances[i], starts[i], left, leftStart)
      }
      let distance = distances[wanted.count]
      if distance <= limit, best.map({ distance < $0.distance }) ?? true {
        best = (starts[wanted.count]..<(end + 1), distance)
      }
    }
    return best
  }
}
