import DocumentModel

/// Reads what the words after a name declare: （以下「基本指針」という。）, をいう。以下「法」という。.
struct DeclarationReader: Sendable {
  /// One declared word.
  struct Declared: Sendable {
    /// The word without white space.
    var term: String
    /// The code points of the word itself.
    var range: Range<Int>
    /// Whether it holds in its section only (以下この章において).
    var isLimited: Bool
  }

  private static let ika = scalars("以下")
  private static let limits = WordSet("この章 この節 この項 本章 本節 本項 この款")
  private static let alternatives = WordSet("又は または 若しくは もしくは 、 及び 或いは あるいは")
  /// What may stand between a name and the sentence that declares a word for it.
  private static let definitions = WordSet("をいう のことをいう を指す のこと とする である")

  /// Returns the words declared after a name: in one of the two brackets that follow it, or by the
  /// next sentence (…をいう。以下「法」という。).
  ///
  /// The index is that of the first bracket, or of the 。 or 、 that goes on inside one. Several
  /// words for one thing are all given (以下「推進法」又は「法」という。).
  func declarations(after index: Int, in text: ScalarText) -> [Declared] {
    var index = index
    if text.at(index) == 0x300D || text.at(index) == 0x300F { index += 1 }
    for _ in 0..<2 {
      let isInside = Self.stops.contains(text.at(index))
      guard isInside || text.at(index) == 0x28, let close = closing(in: text, after: index + 1)
      else { break }
      let declared = declared(in: text, index..<close)
      if !declared.isEmpty { return declared }
      if isInside { break }
      index = close + 1
    }
    return inNextSentence(after: index, in: text)
  }

  /// …（昭和24年法律第228号）をいう。以下「外為法」という。: without brackets, as footnotes declare.
  private func inNextSentence(after index: Int, in text: ScalarText) -> [Declared] {
    let stop = text.end(ofAny: Self.definitions, at: index) ?? index
    guard Self.stops.contains(text.at(stop)) else { return [] }
    let start = text.skipSpace(stop + 1)
    guard text.hasPrefix(Self.ika, at: start) else { return [] }
    let end = (start..<min(start + 80, text.count)).first { text.at($0) == 0x3002 }
    return declared(in: text, start..<(end ?? min(start + 80, text.count)))
  }

  private func declared(in text: ScalarText, _ range: Range<Int>) -> [Declared] {
    guard let start = text.first(Self.ika, in: range),
      let first = (start..<min(start + 24, range.upperBound)).first(where: {
        Self.isOpening(text.at($0))
      })
    else { return [] }
    let isLimited = Self.limits.isFound(in: text, start..<first)
    var declared: [Declared] = []
    var open = first
    while Self.isOpening(text.at(open)),
      let close = (open..<range.upperBound).first(where: { Self.isClosing(text.at($0)) }),
      close > open + 1
    {
      let term = text.string(open + 1..<close).withoutWhiteSpace
      declared.append(Declared(term: term, range: open + 1..<close, isLimited: isLimited))
      open = text.end(ofAny: Self.alternatives, at: close + 1) ?? close + 1
    }
    return declared
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

  private static let stops = ScalarSet("。、")
  private static func isOpening(_ scalar: UInt32) -> Bool { scalar == 0x300C || scalar == 0x300E }
  private static func isClosing(_ scalar: UInt32) -> Bool { scalar == 0x300D || scalar == 0x300F }
}
