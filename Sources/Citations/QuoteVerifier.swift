package import DocumentModel

/// Checks that a quotation is what the source bytes say, and refuses it where it isn't.
///
/// The quotation is made again from the source's bytes alone: the passage's spans in reading order,
/// each logged repair put in its place. Only then is it compared with the stored text. What a
/// layout adds between two pieces (a space for a dropped line-break tag, ` | ` between the cells of
/// a row) may stand there and nowhere else.
package struct QuoteVerifier: Sendable {
  /// Why a quotation is refused.
  package enum Refusal: String, Error, Sendable, CaseIterable {
    /// The stored bytes aren't those of the file that was ingested.
    case sourceChanged = "source-changed"
    /// The spans lie outside the source or cut a character.
    case spanBroken = "span-broken"
    /// The words differ from the source's.
    case wordsDiffer = "words-differ"
  }

  /// The code points before and after a quotation that the selector carries.
  package var contextLength: Int

  package init(contextLength: Int = 32) { self.contextLength = contextLength }

  /// Returns whether the bytes of a source are still those that were ingested.
  package func isIntact(_ source: SourceDocument) -> Bool {
    ContentHash(source.keptBytes).description == source.keptSHA256 ?? source.sha256
  }

  /// Verifies the words of a passage against its source.
  ///
  /// `repairs` are those of the source inside the passage's hull.
  ///
  /// - Throws: `Refusal` with the reason.
  /// - Complexity: O(*n*) in the length of the source, for counting code points.
  package func verify(
    _ record: PassageRecord, source: SourceDocument, repairs: [Repair]
  ) throws(Refusal) -> Excerpt {
    let applied = try appliedRepairs(record.passage, source: source, repairs: repairs)
    let range = source.textSpan(record.passage.location.hull).utf8Range()
    return Excerpt(
      record: record, quote: record.passage.text,
      status: record.isRecognized ? .recognized : applied.isEmpty ? .verified : .repaired,
      repairs: applied, quoteSelector: quoteSelector(range, source.utf8),
      positionSelector: Self.positionSelector(range, source.utf8))
  }

  /// Verifies the words of a passage and returns the repairs that made them of the source's bytes.
  ///
  /// - Throws: `Refusal` with the reason.
  package func appliedRepairs(
    _ passage: Passage, source: SourceDocument, repairs: [Repair]
  ) throws(Refusal) -> [Repair] {
    let kept = passage.location.spans
    let spans = kept.map(source.textSpan)
    let utf8 = source.utf8
    guard !spans.isEmpty, spans.map(source.keptSpan) == kept,
      spans.allSatisfy({
        $0.lowerBound.utf8 >= 0 && $0.upperBound.utf8 <= utf8.count
          && Self.isBoundary($0.lowerBound.utf8, utf8) && Self.isBoundary($0.upperBound.utf8, utf8)
      })
    else { throw .spanBroken }
    let hull = passage.location.hull
    let inside = repairs.filter {
      $0.source.lowerBound >= hull.lowerBound && $0.source.upperBound <= hull.upperBound
    }
    let textual = inside.map { repair in
      var repair = repair
      repair.source = source.textSpan(repair.source)
      return repair
    }
    guard agrees(passage.text, spans: spans, repairs: textual, utf8: utf8) else {
      throw .wordsDiffer
    }
    return inside.filter { repair in
      kept.contains { $0.overlaps(repair.source) } || Self.isJoint(repair, between: kept)
    }
  }

  /// Returns whether a repair dropped the bytes between two neighbouring spans: a joined line end.
  private static func isJoint(_ repair: Repair, between spans: [TextSpan<Source>]) -> Bool {
    zip(spans, spans.dropFirst()).contains { before, after in
      before.upperBound <= repair.source.lowerBound && repair.source.upperBound <= after.lowerBound
    }
  }

  /// Returns whether the spans, with repairs in place, give the words of the quotation.
  private func agrees(
    _ quote: String, spans: [TextSpan<Source>], repairs: [Repair], utf8: [UInt8]
  ) -> Bool {
    let quote = Array(quote.utf8)
    var position = 0
    for (number, span) in spans.enumerated() {
      let piece = Self.rebuilt(span.utf8Range(), repairs: repairs, utf8: utf8)
      if number > 0 {
        while !Self.stands(piece, in: quote, at: position), position < quote.count,
          quote[position] == 0x20 || quote[position] == 0x7C
        {
          position += 1
        }
      }
      guard Self.stands(piece, in: quote, at: position) else { return false }
      position += piece.count
    }
    return position == quote.count
  }

  private static func stands(_ piece: [UInt8], in quote: [UInt8], at position: Int) -> Bool {
    position + piece.count <= quote.count
      && quote[position..<(position + piece.count)].elementsEqual(piece)
  }

  /// Returns the bytes of a range with each repair inside it made.
  private static func rebuilt(
    _ range: Range<Int>, repairs: [Repair], utf8: [UInt8]
  ) -> [UInt8] {
    var rebuilt: [UInt8] = []
    var position = range.lowerBound
    for repair in repairs {
      let mended = repair.source.utf8Range()
      guard mended.lowerBound >= position, mended.upperBound <= range.upperBound,
        !mended.isEmpty
      else { continue }
      rebuilt += utf8[position..<mended.lowerBound]
      rebuilt += Array(repair.after.utf8)
      position = mended.upperBound
    }
    return rebuilt + utf8[position..<range.upperBound]
  }

  private static func isBoundary(_ offset: Int, _ utf8: [UInt8]) -> Bool {
    offset == utf8.count || utf8[offset] & 0xC0 != 0x80
  }

  private func quoteSelector(_ range: Range<Int>, _ utf8: [UInt8]) -> TextQuoteSelector {
    var start = range.lowerBound
    var end = range.upperBound
    for _ in 0..<contextLength {
      guard start > 0 else { break }
      start -= 1
      while start > 0, !Self.isBoundary(start, utf8) { start -= 1 }
    }
    for _ in 0..<contextLength {
      guard end < utf8.count else { break }
      end += 1
      while !Self.isBoundary(end, utf8) { end += 1 }
    }
    let string = { (range: Range<Int>) in String(decoding: utf8[range], as: UTF8.self) }
    return TextQuoteSelector(
      exact: string(range), prefix: string(start..<range.lowerBound),
      suffix: string(range.upperBound..<end))
  }

  private static func positionSelector(
    _ range: Range<Int>, _ utf8: [UInt8]
  ) -> TextPositionSelector {
    let start = utf8[..<range.lowerBound].count { $0 & 0xC0 != 0x80 }
    return TextPositionSelector(
      start: start, end: start + utf8[range].count { $0 & 0xC0 != 0x80 })
  }
}
