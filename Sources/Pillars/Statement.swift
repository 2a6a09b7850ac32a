import DocumentModel

/// A sentence, list item or table cell: the unit that speaks for a pillar.
struct Statement: Sendable {
  /// In the citable text.
  var span: TextSpan<Citable>
  var text: ScalarText
  /// Whether it is a sentence rather than an item made of nouns.
  var isSentence: Bool

  /// Cuts a block into its statements: cells of a row, then sentences at 。.
  static func all(in block: Block, of citable: CitableText) -> [Statement] {
    let spans = block.cells.isEmpty ? [block.span] : block.cells
    return spans.flatMap { sentences(in: $0, of: citable) }
  }

  private static func sentences(
    in span: TextSpan<Citable>, of citable: CitableText
  ) -> [Statement] {
    let text = ScalarText(citable.utf8, in: span.utf8Range())
    var statements: [Statement] = []
    var start = 0
    for index in 0..<text.count where text.scalars[index] == 0x3002 || index == text.count - 1 {
      let span: TextSpan<Citable> = text.span(start..<index + 1)
      let part = ScalarText(citable.utf8, in: span.utf8Range())
      start = index + 1
      guard part.scalars.contains(where: { $0 > 0x20 }) else { continue }
      // An extracted sentence may have lost its full stop; forty characters are seldom one item.
      let isSentence = text.scalars[index] == 0x3002 || part.count > 40
      statements.append(Statement(span: span, text: part, isSentence: isSentence))
    }
    return statements
  }
}
