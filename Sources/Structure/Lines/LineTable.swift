import DocumentModel

/// The lines of a citable text as code points, each with its visible part and its width.
///
/// Ranges count code points of `text`, whose offsets lead back to bytes of the citable text.
struct LineTable: Sendable {
  /// One line without its line end.
  struct Line: Sendable {
    var full: Range<Int>
    /// The line without white space at its ends; empty for a blank line.
    var body: Range<Int>
    /// Columns of white space before the body.
    var indent: Int
    /// Columns of the body: 2 for a full square.
    var width: Int

    var isBlank: Bool { body.isEmpty }
  }

  let text: ScalarText
  let lines: [Line]

  /// Cuts the text at its line ends; a `\r` before one belongs to the white space.
  init(_ citable: CitableText) {
    let text = ScalarText(citable.utf8, in: 0..<citable.utf8.count)
    var lines: [Line] = []
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text.scalars[end] != 0x0A { end += 1 }
      lines.append(Self.line(start..<end, of: text))
      start = end + 1
    }
    self.text = text
    self.lines = lines
  }

  private static func line(_ full: Range<Int>, of text: ScalarText) -> Line {
    var low = full.lowerBound
    var high = full.upperBound
    var indent = 0
    while low < high, CharacterClass.isSpace(text.scalars[low]) {
      indent += text.scalars[low] == 0x09 ? 4 : columns(of: low..<(low + 1), in: text)
      low += 1
    }
    while high > low, CharacterClass.isSpace(text.scalars[high - 1]) { high -= 1 }
    return Line(
      full: full, body: low..<high, indent: indent, width: columns(of: low..<high, in: text))
  }

  private static func columns(of range: Range<Int>, in text: ScalarText) -> Int {
    range.reduce(0) { sum, i in
      sum
        + CharacterClass.columns(text.scalars[i], bytes: text.offsets[i + 1] - text.offsets[i])
    }
  }

  /// Returns the columns that a range of code points fills.
  func columns(of range: Range<Int>) -> Int { Self.columns(of: range, in: text) }

  /// Returns a range cut of white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, CharacterClass.isSpace(text.scalars[low]) { low += 1 }
    while high > low, CharacterClass.isSpace(text.scalars[high - 1]) { high -= 1 }
    return low..<high
  }

  /// Returns whether the characters of a range are exactly those of `string`, widths folded.
  func equals(_ range: Range<Int>, _ string: String) -> Bool {
    let pattern = string.unicodeScalars.map(\.value)
    return range.count == pattern.count && text.hasPrefix(pattern, at: range.lowerBound)
  }

  subscript(index: Int) -> UInt32 { text.scalars[index] }
}
