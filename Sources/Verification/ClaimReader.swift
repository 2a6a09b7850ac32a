import DocumentModel

/// Reads where words are said to come from: documents, laws, pages and lines of a citation.
struct ClaimReader: Sendable {
  let text: ScalarText
  private let links: LinkIndex
  /// The bytes of the links to documents, ascending.
  let titled: [Range<Int>]

  /// Makes a reader of a draft's words with its links, which stand in ascending order.
  init(text: ScalarText, links: [Link]) {
    self.text = text
    self.links = LinkIndex(links)
    titled = links.compactMap { link in
      if case .document = link.target { link.span.utf8Range() } else { nil }
    }
  }

  /// Returns what a citation names: a note, or brackets after a quotation.
  func claim(in range: Range<Int>) -> ClaimedSource {
    var claim = context(in: range)
    for title in titles(in: range) where !claim.documents.contains(title) {
      claim.documents.append(title)
    }
    claim.pages = numbers(in: range, before: [[0x9801], Self.pageWord], after: Self.pageMarks)
    claim.lines = numbers(in: range, before: [Self.lineWord], after: [])
    claim.passages = passages(in: range)
    return claim
  }

  /// The ids of passages among the words: `clearance.p0294ec8c`.
  func passages(in range: Range<Int>) -> [String] {
    text.string(range).split(whereSeparator: \.isWhitespace).map(String.init).filter { word in
      let end = word.utf8.suffix(10)
      return word.utf8.count > 10 && end.starts(with: ".p".utf8)
        && end.dropFirst(2).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
  }

  /// Returns the documents and laws that running text names, which may have other words in 「」.
  func context(in range: Range<Int>) -> ClaimedSource {
    var claim = ClaimedSource()
    let span = TextSpan<Citable>(text.offsets[range.lowerBound], text.offsets[range.upperBound])
    for link in links.links(startingIn: span) {
      switch link.target {
      case .document(let title): claim.documents.append(title)
      case .law(let law) where link.basis != .concept: claim.laws.append(law)
      default: break
      }
    }
    return claim
  }

  /// The word ページ.
  private static let pageWord: [UInt32] = [0x30DA, 0x30FC, 0x30B8]
  /// The word 行目.
  private static let lineWord: [UInt32] = [0x884C, 0x76EE]
  /// The marks of pages in Latin letters.
  private static let pageMarks: [[UInt32]] = [[0x70, 0x70, 0x2E], [0x70, 0x2E]]

  /// The words set in 「」 or 『』; a shorter title that a link finds inside them doesn't stand for them.
  private func titles(in range: Range<Int>) -> [String] {
    BracketPairs(.corner, of: text, in: range).outermost.compactMap { pair in
      let inner = (pair.lowerBound + 1)..<(pair.upperBound - 1)
      return inner.count >= 2 ? text.string(inner) : nil
    }
  }

  /// Returns the number or range of numbers that stands before one word or after another.
  private func numbers(
    in range: Range<Int>, before words: [[UInt32]], after marks: [[UInt32]]
  ) -> ClosedRange<Int>? {
    var i = range.lowerBound
    while i < range.upperBound {
      guard let first = number(at: i, in: range) else {
        i += 1
        continue
      }
      var end = first.end
      var last = first
      if end < range.upperBound, Self.dashes.contains(text.scalars[end]),
        let next = number(at: end + 1, in: range)
      {
        last = next
        end = next.end
      }
      let isNamed =
        words.contains { text.hasPrefix($0, at: end) }
        || marks.contains { stands($0, before: first.start, in: range) }
      if isNamed, first.value <= last.value { return first.value...last.value }
      i = end
    }
    return nil
  }

  /// -, –, —, ～, 〜 and 、 between two pages.
  private static let dashes: Set<UInt32> = [
    0x2D, 0x2010, 0x2013, 0x2014, 0x2212, 0x7E, 0xFF5E, 0x301C, 0x3001,
  ]

  private func stands(_ mark: [UInt32], before start: Int, in range: Range<Int>) -> Bool {
    var low = start
    while low > range.lowerBound, text.scalars[low - 1] == 0x20 { low -= 1 }
    return low - mark.count >= range.lowerBound && text.hasPrefix(mark, at: low - mark.count)
  }

  private func number(
    at start: Int, in range: Range<Int>
  ) -> (value: Int, start: Int, end: Int)? {
    var (end, value) = (start, 0)
    while end < range.upperBound, (0x30...0x39).contains(text.scalars[end]), end - start < 6 {
      value = value * 10 + Int(text.scalars[end] - 0x30)
      end += 1
    }
    return end > start ? (value, start, end) : nil
  }
}
