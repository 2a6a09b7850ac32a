/// Finds what two sequences have in common, in order.
///
/// Equal ends are taken first, then elements that stand once in both (patience), and only what lies
/// between them is compared by the shortest edit script, up to a limit of edits. Beyond it nothing is
/// held to be common there: two stretches so different are better shown as a whole.
///
/// See E. W. Myers: An O(ND) Difference Algorithm and Its Variations.
struct SequenceAlignment {
  /// The most edits that a stretch between anchors is searched for.
  var editLimit = 600
  /// How often anchors are sought inside anchors.
  private let depthLimit = 8

  init(editLimit: Int = 600) { self.editLimit = editLimit }

  /// Returns pairs of indices of equal elements, ascending in both.
  ///
  /// - Complexity: O((*n* + *m*) · *d*) for at most *d* edits, no more than `editLimit`.
  func pairs(_ a: [Int], _ b: [Int]) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    align(a, 0..<a.count, b, 0..<b.count, depth: 0, into: &pairs)
    return pairs
  }

  private func align(
    _ a: [Int], _ aRange: Range<Int>, _ b: [Int], _ bRange: Range<Int>, depth: Int,
    into pairs: inout [(Int, Int)]
  ) {
    var (low, high) = (
      (aRange.lowerBound, bRange.lowerBound), (aRange.upperBound, bRange.upperBound)
    )
    while low.0 < high.0, low.1 < high.1, a[low.0] == b[low.1] {
      pairs.append(low)
      low = (low.0 + 1, low.1 + 1)
    }
    var tail: [(Int, Int)] = []
    while low.0 < high.0, low.1 < high.1, a[high.0 - 1] == b[high.1 - 1] {
      high = (high.0 - 1, high.1 - 1)
      tail.append(high)
    }
    defer { pairs += tail.reversed() }
    guard low.0 < high.0, low.1 < high.1 else { return }
    let (aRest, bRest) = (low.0..<high.0, low.1..<high.1)
    let anchors = depth < depthLimit ? anchors(a, aRest, b, bRest) : []
    guard !anchors.isEmpty else {
      pairs += shortest(a, aRest, b, bRest)
      return
    }
    for anchor in anchors {
      align(a, low.0..<anchor.0, b, low.1..<anchor.1, depth: depth + 1, into: &pairs)
      pairs.append(anchor)
      low = (anchor.0 + 1, anchor.1 + 1)
    }
    align(a, low.0..<high.0, b, low.1..<high.1, depth: depth + 1, into: &pairs)
  }

  /// Elements that stand once in both stretches, as many as are in the same order.
  private func anchors(
    _ a: [Int], _ aRange: Range<Int>, _ b: [Int], _ bRange: Range<Int>
  ) -> [(Int, Int)] {
    var places: [Int: (a: Int, b: Int)] = [:]
    // −1 is not seen, −2 is seen more than once.
    for i in aRange { places[a[i]] = (places[a[i]] == nil ? i : -2, -1) }
    for i in bRange {
      guard let place = places[b[i]] else { continue }
      places[b[i]]?.b = place.b == -1 ? i : -2
    }
    let unique = aRange.compactMap { i -> (Int, Int)? in
      guard let place = places[a[i]], place.a == i, place.b >= 0 else { return nil }
      return (i, place.b)
    }
    return LongestIncrease.indices(of: unique.map(\.1)).map { unique[$0] }
  }

  /// The pairs of a shortest edit script, or none where it takes more edits than the limit.
  func shortest(
    _ a: [Int], _ aRange: Range<Int>, _ b: [Int], _ bRange: Range<Int>
  ) -> [(Int, Int)] {
    let (n, m) = (aRange.count, bRange.count)
    let limit = min(n + m, editLimit)
    var ends = [Int](repeating: 0, count: 2 * limit + 3)
    let middle = limit + 1
    /// The furthest ends after each number of edits, diagonals −d…d.
    var history: [[Int]] = []
    for edits in 0...limit {
      history.append(Array(ends[(middle - edits)...(middle + edits)]))
      var diagonal = -edits
      while diagonal <= edits {
        let isDown =
          diagonal == -edits
          || (diagonal != edits && ends[middle + diagonal - 1] < ends[middle + diagonal + 1])
        var x = isDown ? ends[middle + diagonal + 1] : ends[middle + diagonal - 1] + 1
        var y = x - diagonal
        while x < n, y < m, a[aRange.lowerBound + x] == b[bRange.lowerBound + y] {
          x += 1
          y += 1
        }
        ends[middle + diagonal] = x
        if x >= n, y >= m {
          return backtrack(history, n, m).map {
            (aRange.lowerBound + $0.0, bRange.lowerBound + $0.1)
          }
        }
        diagonal += 2
      }
    }
    return []
  }

  /// Walks back from both ends to the starts and returns the equal elements passed, ascending.
  private func backtrack(_ history: [[Int]], _ n: Int, _ m: Int) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var (x, y) = (n, m)
    for edits in stride(from: history.count - 1, through: 1, by: -1) {
      // `history[edits]` holds the ends before this round, diagonals −edits…edits.
      let ends = history[edits]
      let diagonal = x - y
      let at = { (diagonal: Int) in ends[diagonal + edits] }
      let isDown =
        diagonal == -edits || (diagonal != edits && at(diagonal - 1) < at(diagonal + 1))
      let before = isDown ? diagonal + 1 : diagonal - 1
      let startX = at(before)
      let startY = startX - before
      let afterX = isDown ? startX : startX + 1
      while x > afterX {
        x -= 1
        y -= 1
        pairs.append((x, y))
      }
      (x, y) = (startX, startY)
    }
    while x > 0, y > 0 {
      x -= 1
      y -= 1
      pairs.append((x, y))
    }
    return pairs.reversed()
  }
}

/// The longest part of a sequence that increases.
enum LongestIncrease {
  /// Returns the indices of the elements of one such part, ascending.
  ///
  /// - Complexity: O(*n* log *n*).
  static func indices(of values: [Int]) -> [Int] {
    /// For each length the index of the least last value.
    var lasts: [Int] = []
    var before = [Int?](repeating: nil, count: values.count)
    for (index, value) in values.enumerated() {
      var (low, high) = (0, lasts.count)
      while low < high {
        let middle = (low + high) / 2
        if values[lasts[middle]] < value { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? lasts[low - 1] : nil
      if low == lasts.count { lasts.append(index) } else { lasts[low] = index }
    }
    var indices: [Int] = []
    var next = lasts.last
    while let index = next {
      indices.append(index)
      next = before[index]
    }
    return indices.reversed()
  }
}
