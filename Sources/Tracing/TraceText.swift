internal import DocumentModel

/// Text as the tracer matches it, with the way back to the bytes it was made from.
///
/// How text is folded comes from outside, so that a trace takes the same words for equal as the
/// search does.
package struct TraceText: Sendable {
  /// The folded code points.
  package var scalars: [UInt32]
  /// For each code point the bytes it came from, 0-based in the text.
  package var ranges: [Range<Int>]

  package init(scalars: [UInt32], ranges: [Range<Int>]) {
    self.scalars = scalars
    self.ranges = ranges
  }

  /// Folds width alone; for texts whose other variants don't matter.
  package static let foldWidth: TraceFolding = { string in
    let text = ScalarText(string)
    return TraceText(
      scalars: text.scalars,
      ranges: text.scalars.indices.map { text.offsets[$0]..<text.offsets[$0 + 1] })
  }

  /// Returns the first code point that starts at or after a byte.
  func index(atByte byte: Int) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Returns the bytes that a range of code points came from.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return ranges[first].lowerBound..<ranges[last].upperBound
  }

  /// Returns where a word stands in a range of code points, each place once, ascending.
  func places(of word: [UInt32], in range: Range<Int>) -> [Range<Int>] {
    guard let first = word.first, range.count >= word.count else { return [] }
    var places: [Range<Int>] = []
    var i = range.lowerBound
    while i + word.count <= range.upperBound {
      if scalars[i] == first, scalars[i..<(i + word.count)].elementsEqual(word) {
        places.append(i..<(i + word.count))
        i += word.count
      } else {
        i += 1
      }
    }
    return places
  }

  /// Returns whether a word stands in a range of code points.
  func contains(_ word: [UInt32], in range: Range<Int>) -> Bool {
    guard let first = word.first, range.count >= word.count else { return false }
    var i = range.lowerBound
    while i + word.count <= range.upperBound {
      if scalars[i] == first, scalars[i..<(i + word.count)].elementsEqual(word) { return true }
      i += 1
    }
    return false
  }
}

/// How the tracer folds text for matching.
package typealias TraceFolding = @Sendable (String) -> TraceText
