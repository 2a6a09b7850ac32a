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
      write(cell: cell, of: text, to: &builder)
      spans.append(start..<builder.end)
    }
    return spans
  }

  /// Writes a cell's words; where it runs over lines, they are joined as those of a sentence are.
  private func write(
    cell: Range<Int>, of text: ScalarText, to builder: inout CitableTextBuilder
  ) {
    guard cell.contains(where: { text.scalars[$0] == 0x0A }) else {
      return write(cell, of: text, to: &builder)
    }
    var end: Int?
    for piece in readsMarkup ? markup.pieces(of: cell, in: text) : [.words(cell)] {
      guard case .words(let words) = piece else {
        builder.separate(with: " ")
        end = nil
        continue
      }
      let lines = words.split(separator: 0x0A, in: text)
      for (number, line) in lines.enumerated() {
        let low = number == 0 ? line.lowerBound : text.firstWord(in: line)
        let high = number == lines.count - 1 ? line.upperBound : text.lastWord(in: line)
        guard low < high else { continue }
        if let end, number > 0 { join(end, low, of: text, to: &builder) }
        builder.copy(text.span(low..<high))
        end = high
      }
    }
  }

  /// Puts nothing or a space in the place of a line end within a cell.
  private func join(
    _ end: Int, _ start: Int, of text: ScalarText, to builder: inout CitableTextBuilder
  ) {
    let isTight = [end - 1, start].contains { i in
      CharacterClass.isFullSquare(text.scalars[i]) || text.offsets[i + 1] - text.offsets[i] >= 3
    }
    builder.replace(
      text.span(end..<start), with: isTight ? "" : " ", rule: isTight ? .lineEnd : .lineEndSpace)
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

extension Range<Int> {
  /// The parts of a range of code points between those that equal one.
  fileprivate func split(separator: UInt32, in text: ScalarText) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = lowerBound
    for i in self where text.scalars[i] == separator {
      parts.append(start..<i)
      start = i + 1
    }
    return parts + [start..<upperBound]
  }
}

extension ScalarText {
  /// The first code point of a range that is no white space, or the range's end.
  fileprivate func firstWord(in range: Range<Int>) -> Int {
    range.first { !CharacterClass.isSpace(scalars[$0]) } ?? range.upperBound
  }

  /// The place behind the last code point of a range that is no white space, or the range's start.
  fileprivate func lastWord(in range: Range<Int>) -> Int {
    range.last { !CharacterClass.isSpace(scalars[$0]) }.map { $0 + 1 } ?? range.lowerBound
  }
}
