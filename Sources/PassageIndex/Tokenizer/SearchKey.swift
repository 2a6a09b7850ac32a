package import TextNormalization

/// The folded text of a passage or a query as it is matched: one sequence of code points.
///
/// A line end between two CJK characters is left out, any other white space is one space, and the
/// repetition mark 々 is the ideograph it repeats (国々, 国国). Every
/// code point knows the bytes it was folded from, so that a match leads back to the text.
package struct SearchKey: Sendable, Equatable {
  package private(set) var scalars: [UInt32] = []
  /// For each code point, its bytes in the text that was folded.
  package private(set) var ranges: [Range<Int>] = []
  private(set) var classes: [SearchCharacterClass] = []

  package init(_ folded: SearchText) {
    let count = folded.scalars.count
    scalars.reserveCapacity(count)
    ranges.reserveCapacity(count)
    classes.reserveCapacity(count)
    var i = 0
    while i < count {
      let script = SearchCharacterClass.of(folded.scalars[i])
      guard script == .space || script == .lineEnd else {
        let repeated = folded.scalars[i] == Self.repetition ? scalars.last : nil
        append(
          repeated.flatMap { Self.isIdeograph($0) ? $0 : nil } ?? folded.scalars[i],
          folded.ranges[i], script)
        i += 1
        continue
      }
      let start = i
      var lineEnds = 0
      var spaces = 0
      while i < count {
        let next = SearchCharacterClass.of(folded.scalars[i])
        if next == .space {
          spaces += 1
        } else if next == .lineEnd {
          let isPair = folded.scalars[i] == 0x0A && i > start && folded.scalars[i - 1] == 0x0D
          lineEnds += isPair ? 0 : 1
        } else {
          break
        }
        i += 1
      }
      let isTransparent =
        lineEnds == 1 && spaces == 0 && classes.last == .cjk && i < count
        && SearchCharacterClass.of(folded.scalars[i]) == .cjk
      if !isTransparent {
        append(
          0x20, folded.ranges[start].lowerBound..<folded.ranges[i - 1].upperBound, .space)
      }
    }
  }

  /// Folds a string.
  package init(_ text: String, folding: SearchFolding) {
    self.init(folding.fold(Array(text.utf8)))
  }

  /// The ideographic iteration mark 々.
  private static let repetition: UInt32 = 0x3005

  private static func isIdeograph(_ scalar: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar)
      || (0xF900...0xFAFF).contains(scalar) || (0x20000...0x3FFFF).contains(scalar)
  }

  private mutating func append(
    _ scalar: UInt32, _ range: Range<Int>, _ script: SearchCharacterClass
  ) {
    scalars.append(scalar)
    ranges.append(range)
    classes.append(script)
  }

  package var count: Int { scalars.count }

  /// Whether it has a character that can be searched for.
  package var isSearchable: Bool { classes.contains { $0 == .cjk || $0 == .word } }

  /// Whether a space, punctuation or a symbol stands in it: then the index alone can't decide.
  var hasMarks: Bool { classes.contains { $0 == .space || $0 == .other } }

  /// Returns the key without spaces and marks at its ends.
  package func trimmed() -> SearchKey {
    let isWanted = { (script: SearchCharacterClass) in script == .cjk || script == .word }
    guard let first = classes.firstIndex(where: isWanted),
      let last = classes.lastIndex(where: isWanted)
    else { return self }
    var key = self
    key.scalars = Array(scalars[first...last])
    key.ranges = Array(ranges[first...last])
    key.classes = Array(classes[first...last])
    return key
  }

  /// Returns where another key stands in this one, as ranges of code points, overlapping ones too.
  ///
  /// CJK ends match anywhere; an end that is a letter or digit must be the end of its run, but for
  /// the last one where `isPrefix` is set.
  ///
  /// - Complexity: O(*n* · *m*) at worst, in practice near O(*n*).
  package func occurrences(of term: SearchKey, isPrefix: Bool = false) -> [Range<Int>] {
    let size = term.count
    guard let head = term.scalars.first, size <= count else { return [] }
    var found: [Range<Int>] = []
    for start in 0...(count - size) where scalars[start] == head {
      var k = 1
      while k < size, scalars[start + k] == term.scalars[k] { k += 1 }
      guard k == size else { continue }
      let end = start + size
      if term.classes[0] == .word, start > 0, classes[start - 1] == .word { continue }
      if !isPrefix, term.classes[size - 1] == .word, end < count, classes[end] == .word {
        continue
      }
      found.append(start..<end)
    }
    return found
  }

  /// Returns whether another key stands in this one.
  package func contains(_ term: SearchKey, isPrefix: Bool = false) -> Bool {
    !occurrences(of: term, isPrefix: isPrefix).isEmpty
  }
}
