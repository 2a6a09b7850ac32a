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
    // Each document's text goes through here twice, so the columns are written without growing.
    scalars = [UInt32](unsafeUninitializedCapacity: count) { scalars, size in
      ranges = [Range<Int>](unsafeUninitializedCapacity: count) { ranges, rangeCount in
        classes = [SearchCharacterClass](unsafeUninitializedCapacity: count) {
          classes, classCount in
          var key = Columns(scalars: scalars, ranges: ranges, classes: classes)
          key.fill(folded)
          (size, rangeCount, classCount) = (key.count, key.count, key.count)
        }
      }
    }
  }

  /// Folds a string.
  package init(_ text: String, folding: SearchFolding) {
    self.init(folding.fold(Array(text.utf8)))
  }

  package var count: Int { scalars.count }

  /// Whether it has a character that can be searched for.
  package var isSearchable: Bool { classes.contains(where: \.isInRun) }

  /// Whether a space, punctuation or a symbol stands in it: then the index alone can't decide.
  var hasMarks: Bool { classes.contains { $0 == .space || $0 == .other } }

  /// Returns the key without spaces and marks at its ends.
  package func trimmed() -> SearchKey {
    let isWanted = { (script: SearchCharacterClass) in script.isInRun }
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

/// The columns of a key while it is written; they have room for every code point of the folded text.
private struct Columns {
  let scalars: UnsafeMutableBufferPointer<UInt32>
  let ranges: UnsafeMutableBufferPointer<Range<Int>>
  let classes: UnsafeMutableBufferPointer<SearchCharacterClass>
  private(set) var count = 0

  init(
    scalars: UnsafeMutableBufferPointer<UInt32>, ranges: UnsafeMutableBufferPointer<Range<Int>>,
    classes: UnsafeMutableBufferPointer<SearchCharacterClass>
  ) {
    self.scalars = scalars
    self.ranges = ranges
    self.classes = classes
  }

  mutating func fill(_ folded: SearchText) {
    folded.scalars.withUnsafeBufferPointer { scalars in
      folded.ranges.withUnsafeBufferPointer { ranges in
        SearchCharacterClass.table.withUnsafeBufferPointer { fill(scalars, ranges, $0) }
      }
    }
  }

  private mutating func fill(
    _ folded: UnsafeBufferPointer<UInt32>, _ places: UnsafeBufferPointer<Range<Int>>,
    _ table: UnsafeBufferPointer<SearchCharacterClass>
  ) {
    let scriptOf = { (scalar: UInt32) in
      Int(scalar) < table.count ? table[Int(scalar)] : SearchCharacterClass.of(scalar)
    }
    var i = 0
    while i < folded.count {
      let script = scriptOf(folded[i])
      guard script.isBlank else {
        append(
          folded[i] == Self.repetition ? repeated ?? folded[i] : folded[i], places[i], script)
        i += 1
        continue
      }
      let start = i
      var lineEnds = 0
      var spaces = 0
      while i < folded.count {
        let next = scriptOf(folded[i])
        guard next.isBlank else { break }
        if next == .space {
          spaces += 1
        } else {
          let isPair = folded[i] == 0x0A && i > start && folded[i - 1] == 0x0D
          lineEnds += isPair ? 0 : 1
        }
        i += 1
      }
      let isTransparent =
        lineEnds == 1 && spaces == 0 && count > 0 && classes[count - 1] == .cjk
        && i < folded.count && scriptOf(folded[i]) == .cjk
      if !isTransparent {
        append(0x20, places[start].lowerBound..<places[i - 1].upperBound, .space)
      }
    }
  }

  /// The ideographic iteration mark 々.
  private static let repetition: UInt32 = 0x3005

  /// The ideograph that a repetition mark repeats, nil where none stands before it.
  private var repeated: UInt32? {
    count > 0 && Self.isIdeograph(scalars[count - 1]) ? scalars[count - 1] : nil
  }

  private static func isIdeograph(_ scalar: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar)
      || (0xF900...0xFAFF).contains(scalar) || (0x20000...0x3FFFF).contains(scalar)
  }

  @inline(__always)
  private mutating func append(
    _ scalar: UInt32, _ range: Range<Int>, _ script: SearchCharacterClass
  ) {
    scalars.initializeElement(at: count, to: scalar)
    ranges.initializeElement(at: count, to: range)
    classes.initializeElement(at: count, to: script)
    count += 1
  }
}
