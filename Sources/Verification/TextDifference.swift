import DocumentModel

/// A stretch of two texts set side by side.
package enum TextDifference: Sendable, Equatable {
  case same(String)
  /// What only the draft has.
  case draft(String)
  /// What only the source has.
  case source(String)

  /// Returns the shortest list of differences between a draft's words and a source's.
  ///
  /// Common beginnings and ends are set apart first, so that the table below holds only what is
  /// between them. Two stretches too long to compare in `limit` cells are given whole.
  ///
  /// - Complexity: O(*nm*) in the code points between the common beginning and end.
  package static func between(
    draft: String, source: String, limit: Int = 4_000_000
  ) -> [TextDifference] {
    let (a, b) = (Array(draft.unicodeScalars), Array(source.unicodeScalars))
    var head = 0
    while head < a.count, head < b.count, a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < a.count - head, tail < b.count - head,
      a[a.count - 1 - tail] == b[b.count - 1 - tail]
    {
      tail += 1
    }
    let (x, y) = (Array(a[head..<(a.count - tail)]), Array(b[head..<(b.count - tail)]))
    var parts = Parts()
    parts.add(.same(String(scalars: a[..<head])))
    if x.isEmpty || y.isEmpty || x.count * y.count > limit {
      parts.add(.draft(String(scalars: x[...])))
      parts.add(.source(String(scalars: y[...])))
    } else {
      for step in steps(x, y) { parts.add(step) }
    }
    parts.add(.same(String(scalars: a[(a.count - tail)...])))
    return parts.all
  }

  /// The longest common subsequence, read from the front.
  private static func steps(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> [TextDifference] {
    let width = b.count + 1
    var lengths = [Int32](repeating: 0, count: (a.count + 1) * width)
    for i in stride(from: a.count - 1, through: 0, by: -1) {
      for j in stride(from: b.count - 1, through: 0, by: -1) {
        lengths[i * width + j] =
          a[i] == b[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var steps: [TextDifference] = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if i < a.count, j < b.count, a[i] == b[j] {
        steps.append(.same(String(a[i])))
        i += 1
        j += 1
      } else if j == b.count
        || i < a.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]
      {
        steps.append(.draft(String(a[i])))
        i += 1
      } else {
        steps.append(.source(String(b[j])))
        j += 1
      }
    }
    return steps
  }

  /// Gathers neighbouring stretches of one kind.
  private struct Parts {
    var all: [TextDifference] = []

    mutating func add(_ part: TextDifference) {
      switch (all.last, part) {
      case (_, .same("")), (_, .draft("")), (_, .source("")): break
      case (.same(let a), .same(let b)): all[all.count - 1] = .same(a + b)
      case (.draft(let a), .draft(let b)): all[all.count - 1] = .draft(a + b)
      case (.source(let a), .source(let b)): all[all.count - 1] = .source(a + b)
      default: all.append(part)
      }
    }
  }
}
