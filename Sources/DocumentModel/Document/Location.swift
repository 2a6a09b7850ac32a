/// Where a piece of text stands in its source.
package struct Location: Sendable, Hashable {
  /// The source bytes, in reading order; more than one piece where the text is interrupted.
  package var spans: [TextSpan<Source>]
  /// The 1-based line of the first byte.
  package var line: Int
  /// The 1-based line of the last byte, inclusive.
  package var lineEnd: Int
  /// The 1-based page, or nil where the source gives none.
  package var page: Int?

  package init(spans: [TextSpan<Source>], line: Int, lineEnd: Int, page: Int? = nil) {
    self.spans = spans
    self.line = line
    self.lineEnd = lineEnd
    self.page = page
  }

  /// The smallest span that holds all pieces.
  package var hull: TextSpan<Source> {
    let lower = spans.map(\.lowerBound).min() ?? TextOffset(0)
    return lower..<(spans.map(\.upperBound).max() ?? lower)
  }
}

/// The line starts of a source, for turning byte offsets into 1-based lines.
package struct LineIndex: Sendable, Equatable {
  /// The byte offset at which each line starts; the first is 0.
  package let starts: [Int]
  /// The number of bytes of the source.
  package let count: Int

  /// Counts `\n` bytes; a line's end is the byte after its `\n`.
  package init(_ utf8: [UInt8]) {
    var starts = [0]
    for (offset, byte) in utf8.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    self.starts = starts
    self.count = utf8.count
  }

  /// Returns the 1-based line of a byte.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  package func line(at offset: TextOffset<Source>) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset.utf8 { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  /// Returns the bytes of a 1-based line without its line end.
  package func span(ofLine line: Int) -> TextSpan<Source> {
    let start = starts[line - 1]
    return TextSpan(start, line < starts.count ? starts[line] - 1 : count)
  }

  /// Returns the place of the given source bytes; the pages stand in ascending order.
  ///
  /// - Complexity: O(log *n*) in the numbers of lines and pages.
  package func location(_ spans: [TextSpan<Source>], pages: [Page] = []) -> Location {
    let lower = spans.map(\.lowerBound).min() ?? TextOffset(0)
    let upper = spans.map(\.upperBound).max() ?? lower
    let next = pages.partitioningIndex { $0.span.lowerBound > lower }
    return Location(
      spans: spans, line: line(at: lower),
      lineEnd: line(at: TextOffset(max(lower.utf8, upper.utf8 - 1))),
      page: next > 0 ? pages[next - 1].number : nil)
  }
}

/// One page of a source.
package struct Page: Sendable, Hashable {
  /// The 1-based page number.
  package var number: Int
  /// The bytes of the page in the source.
  package var span: TextSpan<Source>

  package init(number: Int, span: TextSpan<Source>) {
    self.number = number
    self.span = span
  }
}
