/// Finds the empty strip of a page that parts two columns.
struct ColumnFinder: Sendable {
  /// A strip with words on both sides.
  struct Gutter: Sendable {
    /// Where the left column ends and the right one begins.
    var left: Double
    var right: Double
    /// The vertical extent in which the two columns stand side by side.
    var top: Double
    var bottom: Double
  }

  /// The narrowest gutter, in full squares.
  private static let narrowest = 0.6
  /// A gutter this wide needs no third line to show it.
  private static let sure = 1.5
  /// Pages with more runs than this are maps or drawings: their words have no columns.
  private static let mostRuns = 3000

  /// Returns the gutter that runs furthest down the page; nil where the runs are one column.
  ///
  /// - Complexity: O(*n*²) in the number of runs.
  func gutter(in runs: [PrintedRun]) -> Gutter? {
    guard (4...Self.mostRuns).contains(runs.count) else { return nil }
    let byTop = runs.sorted { $0.middle < $1.middle }
    // A table's caption stands over all of its columns, however short it is.
    let isCaption = byTop.map { CaptionWording.isCaption($0.text) }
    var best: Gutter?
    for edge in Set(runs.map { ($0.box.right * 4).rounded() / 4 }).sorted() {
      var start = 0
      for end in 0...byTop.count {
        let isCrossing =
          end == byTop.count || isCaption[end]
          || (byTop[end].box.left < edge && byTop[end].box.right > edge + 0.3)
        guard isCrossing else { continue }
        if end - start >= 4, let found = gutter(at: edge, between: byTop[start..<end]) {
          let height = found.bottom - found.top
          let bestHeight = best.map { $0.bottom - $0.top } ?? 0
          if height > bestHeight + 0.5
            || (height > bestHeight - 0.5
              && found.right - found.left > (best.map { $0.right - $0.left } ?? 0))
          {
            best = found
          }
        }
        start = end + 1
      }
    }
    return best
  }

  /// The gutter at an edge that none of the runs crosses, if both its sides have lines enough.
  private func gutter(at edge: Double, between runs: ArraySlice<PrintedRun>) -> Gutter? {
    let left = runs.filter { $0.box.right <= edge + 0.3 }
    let right = runs.filter { $0.box.left >= edge }
    guard left.count >= 2, right.count >= 2 else { return nil }
    let top = max(left.map(\.box.top).min() ?? 0, right.map(\.box.top).min() ?? 0)
    let bottom = min(left.map(\.box.bottom).max() ?? 0, right.map(\.box.bottom).max() ?? 0)
    let sharedLeft = left.filter { $0.middle > top && $0.middle < bottom }
    let sharedRight = right.filter { $0.middle > top && $0.middle < bottom }
    guard Self.levels(sharedLeft) >= 2, Self.levels(sharedRight) >= 2,
      let end = sharedLeft.map(\.box.right).max(), let begin = sharedRight.map(\.box.left).min()
    else { return nil }
    // Page numbers behind dots belong to the lines they end.
    if sharedRight.allSatisfy({ PageLabel.isPageNumber($0.text) }),
      sharedLeft.count(where: { PageLabel.endsInLeader($0.text) }) >= 2
    {
      return nil
    }
    let em = Self.median((sharedLeft + sharedRight).map(\.em))
    guard begin - end >= Self.narrowest * em else { return nil }
    // Two gaps may stand one above the other by chance where a line was stretched.
    if begin - end < Self.sure * em, min(Self.levels(sharedLeft), Self.levels(sharedRight)) < 3 {
      return nil
    }
    return Gutter(left: end, right: begin, top: top, bottom: bottom)
  }

  /// How many lines the runs stand on, those of one line counted once.
  private static func levels(_ runs: [PrintedRun]) -> Int {
    var count = 0
    var last: PrintedRun?
    for run in runs {
      if last.map({ run.middle - $0.middle > 0.5 * min(run.em, $0.em) }) ?? true {
        count += 1
        last = run
      }
    }
    return count
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}
