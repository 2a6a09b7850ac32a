import DocumentModel

/// Writes the drafts' words into one citable text, each block followed by one line end.
struct TextAssembler: Sendable {
  /// The spans of one block in the new text.
  struct Placement: Sendable {
    var draft: Int
    var span: TextSpan<Citable>
    /// For a table row, one span for each cell; empty cells have empty spans.
    var cells: [TextSpan<Citable>]
  }

  /// Whether Markdown and HTML marks are left out of the words.
  let readsMarkup: Bool
  private let markup = InlineMarkup()
  /// What stands between the cells of a row when it is quoted.
  private static let cellSeparator = " | "

  /// Returns the text in reading order and where each draft came to stand; a draft without words
  /// is left out.
  func assemble(
    _ drafts: [BlockDraft], of base: CitableText, _ text: ScalarText
  ) -> (citable: CitableText, placements: [Placement]) {
    var builder = CitableTextBuilder(from: base)
    var placements: [Placement] = []
    for (index, draft) in drafts.enumerated() {
      let start = builder.end
      var cells: [TextSpan<Citable>] = []
      if draft.kind == .table {
        cells = write(cells: draft.pieces, of: text, to: &builder)
      } else {
        write(draft, of: text, to: &builder)
      }
      guard builder.end > start else { continue }
      placements.append(Placement(draft: index, span: start..<builder.end, cells: cells))
      builder.separate(with: "\n")
    }
    return (builder.finish(), placements)
  }

  /// Returns the words of one draft as they will be quoted.
  func words(of draft: BlockDraft, in base: CitableText, _ text: ScalarText) -> String {
    var builder = CitableTextBuilder(from: base)
    write(draft, of: text, to: &builder)
    return String(decoding: builder.finish().utf8, as: UTF8.self)
  }

  private func write(
    _ draft: BlockDraft, of text: ScalarText, to builder: inout CitableTextBuilder
  ) {
    var end: Int?
    for (number, piece) in draft.pieces.enumerated() {
      if let end, text.offsets[piece.lowerBound] >= end {
        let isSpaced = draft.seams[number - 1] == .space
        builder.replace(
          gap(between: draft.pieces[number - 1], and: piece, in: text),
          with: isSpaced ? " " : "",
          rule: isSpaced
            ? .lineEndSpace : Self.holdsLineEnd(end, piece, text) ? .lineEnd : .letterSpacing)
      }
      write(piece, of: text, to: &builder)
      end = text.offsets[piece.upperBound]
    }
  }

  /// Whether a line ends between a byte and a piece.
  private static func holdsLineEnd(_ end: Int, _ piece: Range<Int>, _ text: ScalarText) -> Bool {
    var i = piece.lowerBound
    while i > 0, text.offsets[i - 1] >= end {
      i -= 1
      if text.scalars[i] == 0x0A { return true }
    }
    return false
  }

  /// What stands between two pieces; where lines of other blocks lie there, only the line end.
  private func gap(
    between piece: Range<Int>, and next: Range<Int>, in text: ScalarText
  ) -> TextSpan<Citable> {
    let between = text.scalars[piece.upperBound..<next.lowerBound]
    let end = text.offsets[piece.upperBound]
    guard let lineEnd = between.firstIndex(of: 0x0A),
      between[lineEnd...].contains(where: { !CharacterClass.isSpace($0) && $0 != 0x0A })
    else { return TextSpan(end, text.offsets[next.lowerBound]) }
    return TextSpan(end, text.offsets[lineEnd + 1])
  }

  private func write(
    cells: [Range<Int>], of text: ScalarText, to builder: inout CitableTextBuilder
  ) -> [TextSpan<Citable>] {
    var spans: [TextSpan<Citable>] = []
    let filled = cells.lastIndex { !$0.isEmpty } ?? -1
    let first = cells.firstIndex { !$0.isEmpty } ?? 0
    for (number, cell) in cells.enumerated() {
      if number > first, number <= filled { builder.separate(with: Self.cellSeparator) }
      let start = builder.end
      write(cell, of: text, to: &builder)
      spans.append(start..<builder.end)
    }
    return spans
  }

  private func write(
    _ range: Range<Int>, of text: ScalarText, to builder: inout CitableTextBuilder
  ) {
    guard readsMarkup else { return builder.copy(text.span(range)) }
    for piece in markup.pieces(of: range, in: text) {
      switch piece {
      case .words(let words): builder.copy(text.span(words))
      case .gap: builder.separate(with: " ")
      }
    }
  }
}
