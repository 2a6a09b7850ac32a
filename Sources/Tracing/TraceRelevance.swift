internal import DocumentModel

/// Tells which events of a document are the measure's, and how surely.
struct TraceRelevance: Sendable {
  /// How an event came to be the measure's; higher is surer.
  struct Rank: Sendable {
    var value: Int
    /// The matching code points, where they stand in the event's own passage.
    var place: Range<Int>?
    /// The remark that names the measure, where the passage doesn't.
    var remark: Int?
  }

  let passages: [TracePassage]
  let matcher: MeasureMatcher

  /// Returns how surely an event is the measure's, or nil where it isn't.
  func rank(of event: TraceEvent) -> Rank? {
    let passage = passages[event.passage]
    let sentence = span(of: event, in: passage)
    if let match = match(passage, sentence) {
      return Rank(value: 20 + match.strength.rawValue, place: match.place, remark: nil)
    }
    for remark in event.remarks {
      let text = passages[remark]
      if let match = match(text, text.text.scalars.indices) {
        return Rank(value: 20 + match.strength.rawValue, place: nil, remark: remark)
      }
    }
    if event.isRow { return nil }
    let others = passage.sentences.filter { !isRemark($0, in: passage) }
    if others.count <= 2 || startsWithPronoun(passage, sentence.lowerBound),
      let match = others.lazy.compactMap({ self.match(passage, $0) }).first
    {
      return Rank(value: 10 + match.strength.rawValue, place: match.place, remark: nil)
    }
    if citesProvision(passage) { return Rank(value: 12, place: nil, remark: nil) }
    for context in passage.record.passage.context {
      let prepared = matcher.prepare(context.text)
      if matcher.match(prepared, bytes: 0..<context.text.utf8.count)?.strength == .name {
        return Rank(value: 6, place: nil, remark: nil)
      }
    }
    return isUnderHeading(passage) ? Rank(value: 5, place: nil, remark: nil) : nil
  }

  /// Returns how surely a range of a passage names the measure, and where.
  func match(
    _ passage: TracePassage, _ range: Range<Int>
  ) -> (strength: MeasureMatcher.Strength, place: Range<Int>)? {
    guard let match = matcher.match(passage.prepared, bytes: passage.text.bytes(range)) else {
      return nil
    }
    let lower = passage.text.index(atByte: match.bytes.lowerBound)
    return (match.strength, lower..<passage.text.index(atByte: match.bytes.upperBound))
  }

  /// Whether a heading above it, below the document's title, names the measure or has a term of it.
  func isUnderHeading(_ passage: TracePassage) -> Bool {
    passage.record.section.path.dropFirst().contains { title in
      let match = matcher.match(matcher.prepare(title), bytes: 0..<title.utf8.count)
      return (match?.strength ?? .part) >= .concept
    }
  }

  /// Whether a sentence stands whole in brackets.
  private func isRemark(_ sentence: Range<Int>, in passage: TracePassage) -> Bool {
    guard let first = sentence.first, let last = sentence.last else { return true }
    return passage.text.scalars[first] == 0x28 && passage.text.scalars[last] == 0x29
  }

  private func span(of event: TraceEvent, in passage: TracePassage) -> Range<Int> {
    if event.isRow { return event.clause }
    let touched = passage.sentences.filter { $0.overlaps(event.clause) }
    guard let first = touched.first, let last = touched.last else { return event.clause }
    return first.lowerBound..<last.upperBound
  }

  /// その, これ, 同, また: the sentence goes on about what the one before told.
  private func startsWithPronoun(_ passage: TracePassage, _ index: Int) -> Bool {
    let start = passage.text.scalars[index...].prefix(3)
    return Self.pronouns.contains { start.starts(with: $0) }
  }

  private static let pronouns = ["その", "これ", "同", "また", "さらに", "本", "加えて"].map {
    $0.unicodeScalars.map(\.value)
  }

  private func citesProvision(_ passage: TracePassage) -> Bool {
    passage.record.links.contains { link in
      if case .law(let law) = link.target { return matcher.governs(law) }
      return false
    }
  }
}
