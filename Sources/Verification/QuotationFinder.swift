package import DocumentModel

/// Finds the quotations of a draft: words in 「」, block quotes, and where each says it comes from.
///
/// Words in 「」 are a quotation where they are long, hold a sentence, are followed by a verb of
/// saying (と述べ, と定め) or by their source in brackets or a note. A title, a term set off by
/// brackets and a declared name (以下「…」という) are none.
package struct QuotationFinder: Sendable {
  /// Words in 「」 of this many characters are a quotation whatever follows them.
  package var leastLength: Int

  package init(leastLength: Int = 20) { self.leastLength = leastLength }

  /// Returns the quotations in reading order.
  ///
  /// `quotedLines` are the 1-based lines that the draft's file sets as quotations by a style.
  ///
  /// - Complexity: O(*n*) in the length of the draft, apart from the search among its links.
  package func quotations(
    in draft: StructuredDocument, links: [Link], quotedLines: Set<Int> = []
  ) -> [DraftQuotation] {
    var scan = DraftScan(draft, links: links, leastLength: leastLength)
    scan.quotedLines = quotedLines
    return scan.quotations()
  }
}

/// One walk over a draft's blocks.
struct DraftScan: Sendable {
  let draft: StructuredDocument
  let text: ScalarText
  /// The code points of each block.
  let blocks: [Range<Int>]
  let reader: ClaimReader
  let leastLength: Int
  /// The 1-based lines set as quotations by a style.
  var quotedLines: Set<Int> = []
  /// The line of each block.
  private let lines: [Int]
  /// The first block that begins with each mark of a note.
  private let notes: [String: Range<Int>]

  /// How far the source of some words may stand from them, and how long it may be, in code points.
  ///
  /// Without a bound, a text of one sentence would be read again for each of its quotations.
  static let reach = 2000

  init(_ draft: StructuredDocument, links: [Link], leastLength: Int = 20) {
    let text = ScalarText(draft.citable.utf8, in: 0..<draft.citable.utf8.count)
    self.draft = draft
    self.text = text
    self.leastLength = leastLength
    let body = draft.blocks.filter { $0.kind != .furniture }
    lines = body.map(\.location.line)
    blocks = body.map { block in
      let bytes = block.span.utf8Range()
      return Self.index(of: bytes.lowerBound, in: text)..<Self.index(of: bytes.upperBound, in: text)
    }
    notes = Dictionary(
      blocks.compactMap { block in
        NoteMark.mark(in: text, at: block.lowerBound, limit: block.upperBound).map { ($0, block) }
      }, uniquingKeysWith: { first, _ in first })
    reader = ClaimReader(text: text, links: links)
  }

  /// The number of the block in which a code point stands.
  func number(ofBlockAt index: Int) -> Int? {
    let number = blocks.partitioningIndex { $0.upperBound > index }
    return number < blocks.count && blocks[number].contains(index) ? number : nil
  }

  /// Returns the first code point that stands at or after a byte.
  static func index(of byte: Int, in text: ScalarText) -> Int {
    text.offsets.partitioningIndex { $0 >= byte }
  }

  func quotations() -> [DraftQuotation] {
    var found: [DraftQuotation] = []
    var number = 0
    while number < blocks.count {
      if isQuoted(number) {
        var end = number + 1
        while end < blocks.count, isQuoted(end) { end += 1 }
        found.append(blockQuote(number..<end))
        number = end
        continue
      }
      if !isNote(blocks[number]), !isSourceLine(blocks[number]) {
        found += inline(number)
      }
      number += 1
    }
    return found
  }

  // MARK: Block quotes

  /// Whether a block is set as a quotation: `> …`, or by its style.
  private func isQuoted(_ number: Int) -> Bool {
    quotedLines.contains(lines[number]) || isMarkedQuoted(blocks[number])
  }

  private func isMarkedQuoted(_ block: Range<Int>) -> Bool {
    block.count > 1 && text.scalars[block.lowerBound] == 0x3E
  }

  private func blockQuote(_ numbers: Range<Int>) -> DraftQuotation {
    var ranges = numbers.map { number -> Range<Int> in
      var start = blocks[number].lowerBound
      if isMarkedQuoted(blocks[number]) { start += 1 }
      while start < blocks[number].upperBound, text.scalars[start] == 0x20 { start += 1 }
      return start..<blocks[number].upperBound
    }
    var claim = ClaimedSource()
    if numbers.upperBound < blocks.count, isSourceLine(blocks[numbers.upperBound]) {
      claim = reader.claim(in: blocks[numbers.upperBound])
    }
    let end = ranges.indices.last.map { last in
      // The mark of a note at the end isn't quoted.
      ranges[last] = ranges[last].lowerBound..<NoteMark.start(endingAt: ranges[last], in: text)
      return ranges[last].upperBound
    }
    if claim.isEmpty, let note = note(after: end ?? 0, in: numbers.upperBound - 1) {
      claim = reader.claim(in: note)
    }
    if claim.isEmpty, numbers.lowerBound > 0 {
      claim = reader.context(in: blocks[numbers.lowerBound - 1])
    }
    // An export sets the passage's id below: ［原文と一致］　clearance.p0294ec8c
    if claim.passages.isEmpty, numbers.upperBound < blocks.count,
      text.scalars[blocks[numbers.upperBound].lowerBound] == 0x5B
    {
      claim.passages = reader.passages(in: blocks[numbers.upperBound])
    }
    return quotation(ranges, claim: claim)
  }

  /// Whether a block gives the source of what stands before it: 出典：…, （「…」…頁）, ― 「…」.
  func isSourceLine(_ block: Range<Int>) -> Bool {
    let marks: [[UInt32]] = [
      [0x51FA, 0x5178], [0x51FA, 0x6240], [0x2014], [0x2015], [0x28, 0x300C],
      Array("Source:".unicodeScalars.map(\.value)),
    ]
    return marks.contains { text.hasPrefix($0, at: block.lowerBound) }
  }

  // MARK: Words in brackets

  private func inline(_ number: Int) -> [DraftQuotation] {
    let block = blocks[number]
    var found: [DraftQuotation] = []
    var last = block.lowerBound..<block.lowerBound
    for pair in BracketPairs(.corner, of: text, in: block).outermost where !last.overlaps(pair) {
      let inner = (pair.lowerBound + 1)..<(pair.upperBound - 1)
      let source = bracketedSource(after: pair.upperBound, in: block)
      let note = note(after: pair.upperBound, in: number)
      guard isQuotation(inner, pair: pair, in: block, hasSource: source != nil || note != nil)
      else { continue }
      var claim = ClaimedSource()
      if let source {
        claim = reader.claim(in: source)
        last = source
      }
      if claim.isEmpty, let note { claim = merged(claim, reader.claim(in: note)) }
      if claim.isEmpty {
        let before = sentenceStart(pair.lowerBound, block)..<pair.lowerBound
        claim = merged(claim, reader.context(in: before))
      }
      found.append(quotation([inner], claim: claim))
    }
    return found
  }

  func merged(_ claim: ClaimedSource, _ other: ClaimedSource) -> ClaimedSource {
    var merged = other
    merged.pages = claim.pages ?? other.pages
    merged.lines = claim.lines ?? other.lines
    return merged
  }

  private func isQuotation(
    _ inner: Range<Int>, pair: Range<Int>, in block: Range<Int>, hasSource: Bool
  ) -> Bool {
    guard inner.count >= 4, !isTitle(inner), !isDeclared(pair, in: block) else { return false }
    if inner.count >= leastLength || text.scalars[inner].contains(0x3002) { return true }
    return hasSource || isSaid(after: pair.upperBound, in: block)
  }

  /// Whether the words are the title of a document.
  private func isTitle(_ inner: Range<Int>) -> Bool {
    let bytes = text.offsets[inner.lowerBound]..<text.offsets[inner.upperBound]
    let first = reader.titled.partitioningIndex { $0.upperBound > bytes.lowerBound }
    return reader.titled[first...].prefix { $0.lowerBound < bytes.upperBound }
      .contains { $0.count * 2 >= bytes.count }
  }

  /// 以下「…」という, 「…」と総称する.
  private func isDeclared(_ pair: Range<Int>, in block: Range<Int>) -> Bool {
    var start = pair.lowerBound
    while start > block.lowerBound, text.scalars[start - 1] == 0x20 { start -= 1 }
    let before = ["以下", "いわゆる", "総称して", "略して"]
    let after = ["という。", "という）", "という)", "といい", "と総称", "と略", "とは", "と呼"]
    return before.contains { hasSuffix($0, at: start) }
      || after.contains { hasPrefix($0, at: pair.upperBound) }
  }

  /// Whether a verb of saying follows: 「…」と述べている.
  private func isSaid(after end: Int, in block: Range<Int>) -> Bool {
    let verbs = [
      "と述べ", "と記", "と明記", "と規定", "と定め", "と書", "と指摘", "とし", "とされ", "とある", "との記述",
      "との文言", "との規定", "と位置付け", "と位置づけ", "と説明", "と回答", "と答", "と明示", "と示し", "と示され",
    ]
    return verbs.contains { hasPrefix($0, at: end) && end < block.upperBound }
  }

  /// The source in brackets right after a quotation: 「…」（「国家安全保障戦略」12頁）.
  func bracketedSource(after end: Int, in block: Range<Int>) -> Range<Int>? {
    guard end < block.upperBound, text.scalars[end] == 0x28 else { return nil }
    var depth = 0
    for i in end..<min(block.upperBound, end + Self.reach + 2) {
      if text.scalars[i] == 0x28 { depth += 1 }
      if text.scalars[i] == 0x29 { depth -= 1 }
      guard depth == 0 else { continue }
      let inner = (end + 1)..<i
      let claim = reader.claim(in: inner)
      return claim.isEmpty && claim.pages == nil ? nil : inner
    }
    return nil
  }

  func sentenceStart(_ index: Int, _ block: Range<Int>) -> Int {
    var start = index
    while start > max(block.lowerBound, index - Self.reach), text.scalars[start - 1] != 0x3002 {
      start -= 1
    }
    return start
  }

  // MARK: Notes

  /// The note that a mark right after a quotation, or at its sentence's end, leads to.
  func note(after end: Int, in number: Int) -> Range<Int>? {
    mark(after: end, in: blocks[number]).flatMap { notes[$0] }
  }

  /// Whether a block begins with the mark of a note: [^1]: or 注1 or （注1） or ※1.
  func isNote(_ block: Range<Int>) -> Bool {
    NoteMark.mark(in: text, at: block.lowerBound, limit: block.upperBound) != nil
  }

  /// The first mark between a quotation's end and the end of its sentence.
  private func mark(after end: Int, in block: Range<Int>) -> String? {
    var i = end
    while i < min(block.upperBound, end + Self.reach) {
      if let mark = NoteMark.mark(in: text, at: i, limit: block.upperBound) { return mark }
      if text.scalars[i] == 0x300C { return nil }
      if text.scalars[i] == 0x3002 {
        return NoteMark.mark(in: text, at: i + 1, limit: block.upperBound)
      }
      i += 1
    }
    return nil
  }

  // MARK: Parts

  private func quotation(_ ranges: [Range<Int>], claim: ClaimedSource) -> DraftQuotation {
    let bytes = ranges.map { text.offsets[$0.lowerBound]..<text.offsets[$0.upperBound] }
    let words = bytes.map { String(decoding: draft.citable.utf8[$0], as: UTF8.self) }
    let hull = (bytes.first?.lowerBound ?? 0)..<(bytes.last?.upperBound ?? 0)
    return DraftQuotation(
      ranges: bytes, text: words.joined(separator: "\n"),
      location: draft.location(of: TextSpan(hull.lowerBound, hull.upperBound)), claim: claim)
  }

  private func hasPrefix(_ string: String, at index: Int) -> Bool {
    text.hasPrefix(string.unicodeScalars.map { ScalarText.foldWidth($0.value) }, at: index)
  }

  private func hasSuffix(_ string: String, at index: Int) -> Bool {
    hasPrefix(string, at: index - string.unicodeScalars.count)
  }
}

/// The marks that tie a note to its place.
enum NoteMark {
  /// Returns the mark that stands at a code point in one spelling for all, or nil.
  ///
  /// `[^1]`, `[^1]:`, 注1, （注1）, (注 1), ※1 and superscript numbers give the same mark `1`.
  static func mark(in text: ScalarText, at start: Int, limit: Int) -> String? {
    var i = start
    let isMarkdown = text.hasPrefix([0x5B, 0x5E], at: i)
    if isMarkdown {
      i += 2
      var name = ""
      while i < limit, text.scalars[i] != 0x5D, name.count < 40 {
        name.unicodeScalars.append(Unicode.Scalar(text.scalars[i]) ?? " ")
        i += 1
      }
      return i < limit && !name.isEmpty ? name : nil
    }
    if let superscript = superscript(in: text, at: i, limit: limit) { return superscript }
    if i < limit, text.scalars[i] == 0x28 { i += 1 }
    guard i < limit, [0x6CE8, 0x203B].contains(text.scalars[i]) else { return nil }
    i += 1
    while i < limit, text.scalars[i] == 0x20 { i += 1 }
    var digits = ""
    while i < limit, (0x30...0x39).contains(text.scalars[i]) {
      digits.unicodeScalars.append(Unicode.Scalar(text.scalars[i]) ?? " ")
      i += 1
    }
    return digits.isEmpty ? nil : digits
  }

  /// Returns where the mark begins that a range ends with; the range's end where it has none.
  static func start(endingAt range: Range<Int>, in text: ScalarText) -> Int {
    var start = range.upperBound
    while start > range.lowerBound, superscripts[text.scalars[start - 1]] != nil { start -= 1 }
    guard start == range.upperBound, let last = range.last else { return start }
    let closing = text.scalars[last]
    guard closing == 0x5D || closing == 0x29 else { return start }
    let opening: UInt32 = closing == 0x5D ? 0x5B : 0x28
    let near = max(range.lowerBound, range.upperBound - 44)..<range.upperBound
    guard let open = text.scalars[near].lastIndex(of: opening),
      mark(in: text, at: open, limit: range.upperBound) != nil
    else { return start }
    return open
  }

  /// ¹ ² ³ and ⁴ to ⁹.
  private static func superscript(in text: ScalarText, at start: Int, limit: Int) -> String? {
    var (i, digits) = (start, "")
    while i < limit, let digit = superscripts[text.scalars[i]] {
      digits += "\(digit)"
      i += 1
    }
    return digits.isEmpty ? nil : digits
  }

  private static let superscripts: [UInt32: Int] = [
    0xB9: 1, 0xB2: 2, 0xB3: 3, 0x2070: 0, 0x2074: 4, 0x2075: 5, 0x2076: 6, 0x2077: 7,
    0x2078: 8, 0x2079: 9,
  ]
}
