import DocumentModel

/// Finds the Markdown and HTML marks inside a line, so that a block's text reads without them.
///
/// Left out are `**`, known HTML tags, the backslash of an escape and the target of a link. Angle
/// brackets that aren't a known tag (`<守る>`) are the document's own words and stay.
struct InlineMarkup: Sendable {
  /// A stretch of a line.
  enum Piece: Sendable, Equatable {
    /// Characters to be quoted.
    case words(Range<Int>)
    /// A mark that parts words: `<br>`, `<li>`.
    case gap
  }

  /// Returns what is left of a range of code points when the marks are taken out.
  func pieces(of range: Range<Int>, in text: ScalarText) -> [Piece] {
    var pieces: [Piece] = []
    var start = range.lowerBound
    var i = range.lowerBound
    func keep(upTo end: Int) {
      if end > start { pieces.append(.words(start..<end)) }
    }
    while i < range.upperBound {
      if text.scalars[i] == 0x5C, i + 1 < range.upperBound,
        Self.escapable.contains(text.scalars[i + 1])
      {
        keep(upTo: i)
        start = i + 1
        i += 2
      } else if let mark = mark(at: i, until: range.upperBound, in: text) {
        keep(upTo: i)
        if mark.isGap, !pieces.isEmpty, pieces.last != .gap { pieces.append(.gap) }
        if let words = mark.words {
          pieces += self.pieces(of: words, in: text)
        }
        i = mark.end
        start = i
      } else {
        i += 1
      }
    }
    keep(upTo: range.upperBound)
    if pieces.last == .gap { pieces.removeLast() }
    return pieces
  }

  private struct Mark {
    var end: Int
    var isGap = false
    var words: Range<Int>?
  }

  private func mark(at i: Int, until end: Int, in text: ScalarText) -> Mark? {
    switch text.scalars[i] {
    case 0x2A:  // **
      return i + 1 < end && text.scalars[i + 1] == 0x2A ? Mark(end: i + 2) : nil
    case 0x3C:
      guard isASCII(i, in: text), let tag = tag(at: i, until: end, in: text) else { return nil }
      return Mark(end: tag.end, isGap: Self.partingTags.contains(tag.name))
    case 0x5B: return isASCII(i, in: text) ? link(at: i, until: end, in: text) : nil
    case 0x21:  // ![alternative text](picture)
      guard i + 1 < end, text.scalars[i + 1] == 0x5B, isASCII(i, in: text) else { return nil }
      return link(at: i + 1, until: end, in: text)
    default: return nil
    }
  }

  private func isASCII(_ i: Int, in text: ScalarText) -> Bool {
    text.offsets[i + 1] - text.offsets[i] == 1
  }

  /// Returns the name and the end of a known HTML tag at `i`.
  func tag(at i: Int, until end: Int, in text: ScalarText) -> (name: String, end: Int)? {
    var j = i + 1
    if j < end, text.scalars[j] == 0x2F { j += 1 }
    let start = j
    while j < end,
      CharacterClass.isLatin(text.scalars[j]) || CharacterClass.isDigit(text.scalars[j])
    {
      j += 1
    }
    guard j > start, j - start < 12 else { return nil }
    let name = text.string(start..<j).lowercased()
    guard Self.tags.contains(name) else { return nil }
    let limit = min(end, j + 400)
    while j < limit, text.scalars[j] != 0x3E { j += 1 }
    return j < limit ? (name, j + 1) : nil
  }

  /// `[words](target)`, the words without their target.
  private func link(at i: Int, until limit: Int, in text: ScalarText) -> Mark? {
    let end = min(limit, i + Self.longestLink)
    var depth = 0
    var j = i
    while j < end {
      switch text.scalars[j] {
      case 0x5C: j += 1
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      default: break
      }
      if depth == 0 { break }
      j += 1
    }
    guard j + 1 < end, text.scalars[j + 1] == 0x28, isASCII(j + 1, in: text) else { return nil }
    var close = j + 2
    var parentheses = 1
    while close < end {
      if text.scalars[close] == 0x28 { parentheses += 1 }
      if text.scalars[close] == 0x29 { parentheses -= 1 }
      if CharacterClass.isJapanese(text.scalars[close]) { return nil }
      if parentheses == 0 { break }
      close += 1
    }
    guard close < end else { return nil }
    return Mark(end: close + 1, words: (i + 1)..<j)
  }

  /// Code points within which a link must close, so that stray brackets cost nothing.
  private static let longestLink = 2_000
  private static let escapable = Set("\\`*_{}[]()#+-.!|<>~".unicodeScalars.map(\.value))
  private static let partingTags: Set = ["br", "li", "p", "ul", "ol", "td", "th", "tr", "div"]
  private static let tags: Set = [
    "a", "b", "big", "blockquote", "body", "br", "caption", "center", "code", "dd", "del", "div",
    "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "li",
    "mark", "ol", "p", "pre", "s", "small", "span", "strike", "strong", "sub", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
  ]
}
