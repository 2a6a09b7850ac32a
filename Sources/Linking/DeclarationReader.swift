import DocumentModel

/// Reads what brackets after a name declare: （以下「基本指針」という。）.
struct DeclarationReader: Sendable {
  private static let ika = scalars("以下")
  private static let limits = WordSet("この章 この節 この項 本章 本節 本項 この款")

  /// Returns the word declared in one of the two brackets after a name, and where it stands.
  ///
  /// The index is that of the first bracket, or of the 。 or 、 that goes on inside one.
  func declaration(
    after index: Int, in text: ScalarText
  ) -> (term: String, range: Range<Int>, isLimited: Bool)? {
    var index = index
    if text.at(index) == 0x300D || text.at(index) == 0x300F { index += 1 }
    for _ in 0..<2 {
      let isInside = [0x3002, 0x3001].contains(text.at(index))
      guard isInside || text.at(index) == 0x28, let close = closing(in: text, after: index + 1)
      else { return nil }
      if let declared = declared(in: text, index..<close) { return declared }
      index = close + 1
    }
    return nil
  }

  private func declared(
    in text: ScalarText, _ range: Range<Int>
  ) -> (term: String, range: Range<Int>, isLimited: Bool)? {
    guard let start = text.first(Self.ika, in: range),
      let open = (start..<min(start + 24, range.upperBound)).first(where: {
        text.at($0) == 0x300C || text.at($0) == 0x300E
      }),
      let close = (open..<range.upperBound).first(where: {
        text.at($0) == 0x300D || text.at($0) == 0x300F
      }), close > open + 1
    else { return nil }
    let isLimited = Self.limits.isFound(in: text, start..<open)
    let term = String(text.string(open + 1..<close).filter { !$0.isWhitespace })
    return (term, open + 1..<close, isLimited)
  }

  /// The closing bracket that matches one opened before `start`, or nil.
  private func closing(in text: ScalarText, after start: Int) -> Int? {
    var depth = 1
    for index in start..<min(start + 300, text.count) {
      if text.at(index) == 0x28 { depth += 1 }
      if text.at(index) == 0x29 { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}
