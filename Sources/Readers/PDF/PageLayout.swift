/// Puts the words of a page in the order in which a person reads them.
///
/// Vertical pages are turned first. Readings in small kana above their words are left out. Then the
/// page is cut along its gutters: what stands above two columns comes first, then the left column,
/// the right one and what stands below; columns whose lines answer each other are rows of a table.
struct PageLayout: Sendable {
  /// Lines or rows that stand together.
  enum Part: Sendable {
    case lines([PrintedLine])
    case table([PrintedRow])
  }

  private let columnFinder = ColumnFinder()
  private let tableFinder = TableFinder()
  /// How often a page may be cut inside its parts.
  private static let deepest = 16

  /// A page in reading order.
  struct Reading: Sendable {
    /// Boxes count on the page as it is read.
    var parts: [Part]
    /// The height of the page as it is read, in points.
    var height: Double
    /// Readings left out.
    var rubyCount: Int
  }

  /// Returns the page's parts in reading order.
  func read(_ page: BoxedPage) -> Reading {
    let page = PageTurn.isVertical(page) ? PageTurn.laid(page) : page
    let all = RunBuilder().runs(of: page.words)
    let runs = RubyFilter().filter(all)
    // A page's number stands in no column of its text.
    let numbers = runs.filter { isPageNumber($0, height: page.height, among: runs) }
    let text = runs.filter { !isPageNumber($0, height: page.height, among: runs) }
    return Reading(
      parts: parts(of: text, depth: 0) + numbers.map { .lines([PrintedLine([$0])]) },
      height: page.height, rubyCount: all.count - runs.count)
  }

  /// Whether a number stands alone at the head or foot of a page.
  private func isPageNumber(_ run: PrintedRun, height: Double, among runs: [PrintedRun]) -> Bool {
    guard run.box.top > 0.87 * height || run.box.bottom < 0.12 * height,
      PageLabel.isPageNumber(run.text)
    else { return false }
    return !runs.contains { other in
      other.box != run.box && other.isLevel(with: run.box)
        && max(other.box.left - run.box.right, run.box.left - other.box.right) < 4 * run.em
    }
  }

  private func parts(of runs: [PrintedRun], depth: Int) -> [Part] {
    guard !runs.isEmpty else { return [] }
    guard depth < Self.deepest, let gutter = columnFinder.gutter(in: runs) else {
      return [.lines(PrintedLine.lines(of: runs))]
    }
    let edge = (gutter.left + gutter.right) / 2
    let (top, bottom) = extended(gutter, edge: edge, in: runs)
    let band = runs.filter { $0.middle > top && $0.middle < bottom }
    let above = runs.filter { $0.middle <= top }
    let below = runs.filter { $0.middle >= bottom }
    var inside: [Part] = []
    if let table = tableFinder.table(of: band) {
      if !table.lead.isEmpty { inside.append(.lines(table.lead)) }
      inside.append(.table(table.rows))
    } else {
      inside += parts(of: band.filter { $0.box.right <= edge }, depth: depth + 1)
      inside += parts(of: band.filter { $0.box.right > edge }, depth: depth + 1)
    }
    return parts(of: above, depth: depth + 1) + inside + parts(of: below, depth: depth + 1)
  }

  /// The extent of both columns with the lines that follow on in one of them.
  private func extended(
    _ gutter: ColumnFinder.Gutter, edge: Double, in runs: [PrintedRun]
  ) -> (top: Double, bottom: Double) {
    var (top, bottom) = (gutter.top, gutter.bottom)
    let crossing = runs.filter {
      ($0.box.left < edge && $0.box.right > edge) || CaptionWording.isCaption($0.text)
    }
    for isLeft in [true, false] {
      let side = runs.filter { isLeft ? $0.box.right <= edge : $0.box.left >= edge }
        .sorted { $0.middle < $1.middle }
      let inside = side.filter { $0.middle > gutter.top && $0.middle < gutter.bottom }
      let gaps = zip(inside, inside.dropFirst()).map { $1.box.top - $0.box.bottom }
      let em = ColumnFinder.median(inside.map(\.em))
      let widest = max(0.6 * em, 1.15 * ColumnFinder.median(gaps))
      var last = inside.last?.box
      for run in side where run.middle >= gutter.bottom {
        guard let end = last, run.box.top - end.bottom <= widest,
          !crossing.contains(where: { $0.middle > end.middle && $0.middle <= run.middle })
        else { break }
        last = run.box
        bottom = max(bottom, run.box.bottom)
      }
      var first = inside.first?.box
      for run in side.reversed() where run.middle <= gutter.top {
        guard let begin = first, begin.top - run.box.bottom <= widest,
          !crossing.contains(where: { $0.middle < begin.middle && $0.middle >= run.middle })
        else { break }
        first = run.box
        top = min(top, run.box.top)
      }
    }
    return (top, bottom)
  }
}

/// Leaves out readings printed in small kana above their words.
struct RubyFilter: Sendable {
  /// Returns the runs that are no readings.
  func filter(_ runs: [PrintedRun]) -> [PrintedRun] {
    runs.filter { run in
      guard run.text.unicodeScalars.allSatisfy(Self.isKana) else { return true }
      return !runs.contains { base in
        run.em <= 0.62 * base.em && base.box.left - 0.6 * run.em <= run.box.left
          && run.box.right <= base.box.right + 0.6 * run.em
          && run.middle < base.middle && base.middle - run.middle < 1.25 * base.em
      }
    }
  }

  private static func isKana(_ scalar: Unicode.Scalar) -> Bool {
    (0x3041...0x30FF).contains(scalar.value) && scalar.value != 0x30FB
  }
}
