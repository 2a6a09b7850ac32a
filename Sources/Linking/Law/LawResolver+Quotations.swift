import DocumentModel

/// Articles that a document sets out: where they open, go on and end.
extension LawResolver {
  /// Cuts a block where a line of the source ended with a full stop, a bracket or a citation.
  ///
  /// Lines joined to one block may hold an article's paragraphs and items one by one.
  func pieces(of block: BlockText, tokens: [LawToken]) -> [Range<Int>] {
    guard block.block.location.lineEnd > block.block.location.line,
      quote != nil || tokens.contains(where: { $0.provisions.first?.article != nil })
    else { return [0..<block.text.count] }
    let ends = Set(tokens.map(\.end))
    var pieces: [Range<Int>] = []
    var start = 0
    for index in 1..<max(1, block.text.count) {
      let before = block.text.at(index - 1)
      guard before == 0x3002 || before == 0x29 || ends.contains(index),
        isLineBreak(at: index, in: block)
      else { continue }
      pieces.append(start..<index)
      start = index
    }
    return pieces + [start..<block.text.count]
  }

  private func isLineBreak(at index: Int, in block: BlockText) -> Bool {
    document.location(of: block.span(index..<index + 1)).line
      > document.location(of: block.span(index - 1..<index)).lineEnd
  }

  /// Opens a quotation where a piece begins with a citation alone, and closes it where it ends.
  mutating func advanceQuote(
    over piece: Range<Int>, tokens: ArraySlice<LawToken>, at place: Place
  ) {
    let text = place.block.text
    if let token = tokens.first, let end = quotationStart(token, in: text, piece),
      let law = resolve(token, at: place)?.law, let first = token.provisions.first,
      let article = first.article
    {
      quote = QuotedProvision(
        law: law, article: article, listed: listed(token, in: text),
        isSupplementary: first.isSupplementary)
      let rest = text.skipSpace(end)
      if rest < piece.upperBound { _ = quote?.advance(over: text, rest..<piece.upperBound) }
      return
    }
    guard quote != nil else { return }
    let citesItself = tokens.contains { token in
      if case .none = token.head { return false }
      if case .same = token.head { return false }
      return !token.provisions.isEmpty && declaredLaw(token, at: place) == quote?.law
    }
    let isHeading = place.block.block.kind == .heading
    if isHeading || citesItself || quote?.advance(over: text, piece) == false { quote = nil }
  }

  /// Returns where the quotation's own words start, if the token opens one.
  private func quotationStart(
    _ token: LawToken, in text: ScalarText, _ piece: Range<Int>
  ) -> Int? {
    if case .none = token.head { return nil }
    guard token.nameRange.lowerBound == text.skipSpace(piece.lowerBound),
      token.provisions.first?.article != nil, token.provisions.first?.item == nil
    else { return nil }
    var end = token.end
    if end < piece.upperBound, text.at(end) == 0x29 { end += 1 }
    return end == piece.upperBound || ScalarClass.isSpace(text.at(end)) ? end : nil
  }

  /// The paragraphs that the heading of a quotation names, a range written out.
  private func listed(_ token: LawToken, in text: ScalarText) -> [Int] {
    var listed: [Int] = []
    var end = 0
    for provision in token.provisions {
      guard let number = provision.paragraph.flatMap({ Int($0) }) else { continue }
      let isRange = LawWords.joinsRange(in: text, end..<provision.range.lowerBound)
      if isRange, let last = listed.last, last < number {
        listed += last + 1...number
      } else {
        listed.append(number)
      }
      end = provision.range.upperBound
    }
    return listed
  }

  private func declaredLaw(_ token: LawToken, at place: Place) -> LawReference? {
    switch token.head {
    case .name(let laws): laws.count == 1 ? laws[0] : nil
    case .word(let word): declared(word.word, at: place, token.nameRange.lowerBound)
    default: nil
    }
  }
}
