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

    /// Whether its passage has the measure's name or a term of it, not only a part of the name.
    var isCertain: Bool { value % 10 >= MeasureMatcher.Strength.concept.rawValue && value >= 10 }
  }

  let passages: [TracePassage]
  let matcher: MeasureMatcher
  let associated: AssociatedDocuments
  /// Passages in a grid's column that is the measure's.
  private var columns: Set<Int> = []

  init(passages: [TracePassage], matcher: MeasureMatcher, associated: AssociatedDocuments) {
    self.passages = passages
    self.matcher = matcher
    self.associated = associated
    for grid in SlideGrid.grids(in: passages) {
      let own = grid.columns.filter { isOwn($0) }
      // A measure in every column is what the whole table is about, and tells no column.
      guard own.count < grid.columns.count else { continue }
      columns.formUnion(own.flatMap(\.passages))
    }
  }

  /// Whether a column's label or one of its cells names the measure.
  private func isOwn(_ column: SlideGrid.Column) -> Bool {
    let label = matcher.match(
      matcher.prepare(column.label), bytes: 0..<column.label.utf8.count)
    if (label?.strength ?? .part) >= .concept { return true }
    return column.passages.contains { index in
      let passage = passages[index]
      let match = match(passage, passage.text.scalars.indices)
      return (match?.strength ?? .part) >= .concept || associated.isNamed(in: passage)
    }
  }

  /// Returns how surely an event is the measure's, or nil where it isn't.
  func rank(of event: TraceEvent) -> Rank? {
    let passage = passages[event.passage]
    let sentence = span(of: event, in: passage)
    if let match = match(passage, sentence) {
      return Rank(value: 20 + match.strength.rawValue, place: match.place, remark: nil)
    }
    for remark in event.remarks {
      if let match = match(passages[remark.passage], remark.range) {
        return Rank(value: 20 + match.strength.rawValue, place: nil, remark: remark.passage)
      }
    }
    if event.isRow { return nil }
    let others = passage.sentences.filter { !isRemark($0, in: passage) }
    if others.count <= 2 || startsWithPronoun(passage, sentence.lowerBound),
      let match = others.lazy.compactMap({ self.match(passage, $0) }).first
    {
      return Rank(value: 10 + match.strength.rawValue, place: match.place, remark: nil)
    }
    if associated.isNamed(in: passage) { return Rank(value: 12, place: nil, remark: nil) }
    if columns.contains(event.passage) { return Rank(value: 11, place: nil, remark: nil) }
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
    let section = passage.record.section
    // The title of the document is the first of the path, unless the source gives it none.
    let titles = section.path.count >= section.level ? section.path.dropFirst() : section.path[...]
    return titles.contains { title in
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
