/// The type and the edges in which most of a document is set.
struct PageMetrics: Sendable {
  /// The side of a full square of the running text, in points.
  var em: Double
  /// The right edges that many lines reach, ascending.
  var rightEdges: [Double]
  /// The left edges at which many lines begin, ascending.
  var leftEdges: [Double]
  /// Whether paragraphs begin with a space of one square.
  var indentsParagraphs: Bool

  init(_ pages: [ReadPage]) {
    var sizes: [Int: Int] = [:]
    var rights: [Int: Int] = [:]
    var lefts: [Int: Int] = [:]
    var bodies: [PrintedLine] = []
    for page in pages {
      for item in page.items where item.role == .body {
        guard let line = item.line else { continue }
        sizes[Int((line.em * 2).rounded()), default: 0] += line.text.unicodeScalars.count
        if !page.isSlide { bodies.append(line) }
      }
    }
    em = Double(sizes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 21) / 2
    for line in bodies where line.box.width > 12 * em {
      rights[Int((line.box.right / 4).rounded()), default: 0] += 1
      lefts[Int((line.box.left / 4).rounded()), default: 0] += 1
    }
    let least = max(6, bodies.count / 25)
    rightEdges = Self.edges(rights, least)
    leftEdges = Self.edges(lefts, least)
    let ems = em
    let starts = leftEdges
    let indented = bodies.count { line in
      starts.contains { abs(line.box.left - $0 - ems) < 0.3 * ems }
    }
    indentsParagraphs = indented * 8 >= bodies.count
  }

  /// Edges of four points' width with their neighbours that hold lines enough.
  private static func edges(_ counts: [Int: Int], _ least: Int) -> [Double] {
    counts.keys.sorted().filter { key in
      counts[key, default: 0] * 2 + counts[key - 1, default: 0] + counts[key + 1, default: 0]
        >= 2 * least
    }.map { Double($0) * 4 }
  }
}
