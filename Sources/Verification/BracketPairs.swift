import DocumentModel

/// The pairs of brackets of a text.
struct BracketPairs: Sendable {
  /// Which brackets make a pair.
  struct Kind: Sendable {
    let opening: Set<UInt32>
    let closing: Set<UInt32>

    /// 「」 and 『』, which a slip may mix.
    static let corner = Kind(opening: [0x300C, 0x300E], closing: [0x300D, 0x300F])
    /// ( ) of either width, folded.
    static let round = Kind(opening: [0x28], closing: [0x29])
  }

  /// Ranges of code points, both brackets included, ascending, none inside another.
  let outermost: [Range<Int>]

  /// Finds the pairs within a range that have at most so many code points between them.
  ///
  /// An opening bracket without its end is left out: the pairs after it count.
  init(_ kind: Kind, of text: ScalarText, in range: Range<Int>, longest: Int = .max) {
    var (found, open) = ([Range<Int>](), [Int]())
    for i in range {
      let scalar = text.scalars[i]
      if kind.opening.contains(scalar) {
        open.append(i)
      } else if kind.closing.contains(scalar), let start = open.popLast(), i - start - 1 <= longest
      {
        while let last = found.last, last.lowerBound > start { found.removeLast() }
        found.append(start..<(i + 1))
      }
    }
    outermost = found
  }
}
