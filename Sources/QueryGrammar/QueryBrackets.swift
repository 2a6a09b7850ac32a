/// Where what opens in a query closes: quotation marks, 「」, 『』 and brackets, found in one pass.
struct QueryBrackets {
  /// For each code point the place where what opens there closes, or -1.
  private var closings: [Int]
  /// How many operators that need a group stand before each place.
  private var operators: [Int] = [0]

  /// Reads code points in half width.
  init(_ scalars: [Unicode.Scalar]) {
    closings = Array(repeating: -1, count: scalars.count)
    var open: [Unicode.Scalar: [Int]] = [:]
    var quote: Int?
    for (i, scalar) in scalars.enumerated() {
      switch scalar {
      case "\"":
        if let quote { closings[quote] = i }
        quote = i
      case "(", "「", "『": open[scalar, default: []].append(i)
      case ")", "」", "』":
        let opening: Unicode.Scalar = scalar == ")" ? "(" : scalar == "」" ? "「" : "『"
        if let start = open[opening]?.popLast() { closings[start] = i }
      default: break
      }
      operators.append((operators.last ?? 0) + (Self.isOperator(scalars, i) ? 1 : 0))
    }
  }

  /// Returns where the mark at a place closes, or nil where it doesn't.
  func closing(of start: Int) -> Int? {
    closings.indices.contains(start) && closings[start] >= 0 ? closings[start] : nil
  }

  /// Whether alternatives or NEAR stand between a bracket and its end.
  func hasOperator(from start: Int, to end: Int) -> Bool {
    operators[end] > operators[start]
  }

  /// Whether `|`, OR or NEAR begins at a place.
  private static func isOperator(_ scalars: [Unicode.Scalar], _ i: Int) -> Bool {
    func isSpace(_ i: Int) -> Bool {
      !scalars.indices.contains(i) || scalars[i].properties.isWhitespace
    }
    func stands(_ word: String) -> Bool {
      isSpace(i - 1) && scalars[i...].starts(with: word.unicodeScalars)
    }
    switch scalars[i] {
    case "|": return true
    case "O": return stands("OR") && isSpace(i + 2)
    case "N": return stands("NEAR")
    default: return false
    }
  }
}
