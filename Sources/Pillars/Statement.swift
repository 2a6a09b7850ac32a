import DocumentModel

/// A sentence, list item or table cell: the unit that speaks for a pillar.
struct Statement: Sendable {
  /// In the citable text.
  var span: TextSpan<Citable>
  var text: ScalarText
  /// Whether it is a sentence rather than an item made of nouns.
  var isSentence: Bool

  /// Cuts a block into its statements, cells of a row, then sentences at 。, and gives each in turn.
  static func forEach(in block: Block, of citable: CitableText, _ body: (Statement) -> Void) {
    for span in block.cells.isEmpty ? [block.span] : block.cells {
      let range = span.utf8Range()
      var start = range.lowerBound
      while start < range.upperBound {
        let stop = end(of: citable.utf8, from: start, to: range.upperBound)
        let part = ScalarText(citable.utf8, in: start..<stop)
        if part.scalars.contains(where: { $0 > 0x20 }) {
          // An extracted sentence may have lost its full stop; forty characters are seldom one item.
          let isSentence = part.scalars.last == 0x3002 || part.count > 40
          body(Statement(span: TextSpan(start, stop), text: part, isSentence: isSentence))
        }
        start = stop
      }
    }
  }

  /// Returns the place behind the next 。, or the end of the bytes.
  private static func end(of utf8: [UInt8], from start: Int, to limit: Int) -> Int {
    var i = start
    while i + 2 < limit {
      if utf8[i] == 0xE3, utf8[i + 1] == 0x80, utf8[i + 2] == 0x82 { return i + 3 }
      i += 1
    }
    return limit
  }
}
