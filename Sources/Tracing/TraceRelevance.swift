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
    var reason: TraceReason

    init(value: Int, place: Range<Int>? = nil, remark: Int? = nil, reason: TraceReason) {
      self.value = value
      self.place = place
      self.remark = remark
      self.reason = reason
    }

    init(value: Int, rule: String, words: String = "") {
      self.init(value: value, reason: TraceReason(.measure, rule: rule, words: words))
    }

    /// Whether its passage has the measure's name or a term of it, not only a part of the name.
    var isCertain: Bool { value % 10 >= MeasureMatcher.Strength.concept.rawValue && value >= 10 }
  }

  /// What the headings above a passage say of it.
  struct Standing: Sendable {
    /// The heading nearest above it that names the measure; nil where none does, or one nearer to it
    /// names another measure.
    var heading: String?
    /// Whether a heading says that it is about other countries.
    var isForeign = false
  }

  let passages: [TracePassage]
  let matcher: MeasureMatcher
  let associated: AssociatedDocuments
  /// The labels of the grids' columns that are the measure's, by their passages.
  private var columns: [Int: String] = [:]
  private var standings: [SectionID: Standing] = [:]
  /// Sections whose heading is a body's name and hardly more.
  private var bodySections: Set<SectionID> = []
  private let foreign: ForeignActors
  /// Whether the term itself names another country, so that what others do is what is asked for.
  private let isForeignTerm: Bool

  init(
    passages: [TracePassage], matcher: MeasureMatcher, associated: AssociatedDocuments,
    foreign: ForeignActors
  ) {
    self.foreign = foreign
    self.isForeignTerm = foreign.isNamed(in: matcher.term)
    self.passages = passages
    self.matcher = matcher
    self.associated = associated
    for passage in passages where standings[passage.record.section.id] == nil {
      standings[passage.record.section.id] = Self.standing(
        passage.record.section, matcher, foreign)
    }
    for passage in passages
    where passage.record.passage.kind == .heading && passage.record.section.level > 1 {
      let named = passage.names.bodies.reduce(0) { $0 + $1.count }
      if named * 2 >= passage.letters.count { bodySections.insert(passage.record.section.id) }
    }
    for grid in SlideGrid.grids(in: passages) {
      let own = grid.columns.filter { isOwn($0) }
      // A measure in every column is what the whole table is about, and tells no column.
      guard own.count < grid.columns.count else { continue }
      for column in own {
        for passage in column.passages { columns[passage] = column.label }
      }
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
      return (match?.strength ?? .part) >= .concept || associated.named(in: passage) != nil
    }
  }

  /// Returns how surely an event is the measure's, or nil where it isn't.
  ///
  /// What stands below a body's name is that body's own, unless it names the measure by more than a
  /// term of wider meaning.
  func rank(of event: TraceEvent) -> Rank? {
    guard let rank = nearestRank(of: event) else { return nil }
    let section = passages[event.passage].record.section.id
    return bodySections.contains(section) && matcher.isOnlyRelated(rank.reason.words) ? nil : rank
  }

  private func nearestRank(of event: TraceEvent) -> Rank? {
    let passage = passages[event.passage]
    let sentence = span(of: event, in: passage)
    if !isForeignTerm, foreign.acts(in: passage, sentence, date: event.datePlace) {
      return nil
    }
    let standing = standings[passage.record.section.id] ?? Standing()
    if standing.isForeign, !isForeignTerm, !foreign.isDomestic(passage.text, sentence) {
      return nil
    }
    if let match = match(passage, sentence) {
      return Rank(
        value: 20 + match.strength.rawValue, place: match.place,
        reason: reason("measure.sentence", passage, match.place))
    }
    for remark in event.remarks {
      if let match = match(passages[remark.passage], remark.range),
        match.strength > .part || !remark.isBelowHeading,
        !(remark.isBelowHeading && event.stage == .law
          && isListed(match.place, in: passages[remark.passage].text))
      {
        return Rank(
          value: 20 + match.strength.rawValue, remark: remark.passage,
          reason: reason("measure.remark", passages[remark.passage], match.place))
      }
    }
    if event.isRow { return nil }
    let others = passage.sentences.filter { !isRemark($0, in: passage) }
    if others.count <= 2 && !startsTopic(passage, sentence)
      || startsWithPronoun(passage, sentence.lowerBound),
      let match = others.lazy.compactMap({ self.match(passage, $0) }).first
    {
      return Rank(
        value: 10 + match.strength.rawValue, place: match.place,
        reason: reason("measure.passage", passage, match.place))
    }
    if let title = associated.named(in: passage) {
      return Rank(value: 12, rule: "measure.document", words: title)
    }
    if let label = columns[event.passage] {
      return Rank(value: 11, rule: "measure.column", words: label)
    }
    if let words = citedProvision(passage) {
      return Rank(value: 12, rule: "measure.provision", words: words)
    }
    for context in passage.record.passage.context where context.kind != .note {
      if case .own(.name) = matcher.title(context.text) {
        return Rank(value: 6, rule: "measure.lead-in", words: context.text)
      }
    }
    switch whatStandsBefore(event) {
    case .own?: return Rank(value: 8, rule: "measure.before")
    case .other?: return nil
    default: break
    }
    guard let heading = standing.heading else { return nil }
    return Rank(value: 5, rule: "measure.heading", words: heading)
  }

  /// What the passage right before is about, where an event begins with its date and so goes on
  /// about that: 「…プログラムにおいて…。」「2023年10月に構想を決定。」.
  private func whatStandsBefore(_ event: TraceEvent) -> MeasureMatcher.Title? {
    let passage = passages[event.passage]
    guard event.passage > 0, let date = passage.dates.first?.range,
      !passage.text.scalars[..<date.lowerBound].contains(where: { TracePassage.isLetter($0) })
    else { return nil }
    let before = passages[event.passage - 1]
    guard before.record.passage.section == passage.record.passage.section,
      before.record.passage.kind != .heading,
      before.record.passage.kind == passage.record.passage.kind, before.dates.isEmpty,
      before.text.scalars.last(where: { $0 != 0x20 && $0 != 0x0A }) == 0x3002,
      !Self.topics.contains(where: {
        passage.text.contains($0, in: passage.sentence(at: date.lowerBound))
      })
    else { return nil }
    let title = matcher.title(before.record.passage.text)
    if case .own(let strength) = title, strength < .name { return nil }
    return title
  }

  /// Words that bring in a topic of the sentence's own.
  private static let topics = ["は、", "について", "に関し", "に係る"].map {
    $0.unicodeScalars.map(\.value)
  }

  private func reason(_ rule: String, _ passage: TracePassage, _ place: Range<Int>) -> TraceReason {
    TraceReason(.measure, rule: rule, words: passage.string(place))
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

  /// Whether a heading above it, below the document's title, names the measure or has a term of it,
  /// and none nearer to it names another.
  func isUnderHeading(_ passage: TracePassage) -> Bool {
    let standing = standings[passage.record.section.id]
    return standing?.heading != nil && !(standing?.isForeign ?? false)
  }

  /// Whether a sentence is about what another country does.
  func isForeign(_ passage: TracePassage, _ sentence: Range<Int>) -> Bool {
    guard !isForeignTerm else { return false }
    if foreign.acts(in: passage, sentence, date: nil) { return true }
    let standing = standings[passage.record.section.id]
    return (standing?.isForeign ?? false) && !foreign.isDomestic(passage.text, sentence)
  }

  /// Reads the headings of a section from the nearest up.
  private static func standing(
    _ section: Section, _ matcher: MeasureMatcher, _ foreign: ForeignActors
  ) -> Standing {
    // The title of the document is the first of the path, unless the source gives it none.
    let titles = section.path.count >= section.level ? section.path.dropFirst() : section.path[...]
    var standing = Standing()
    var isOpen = true
    for title in titles.reversed() {
      if foreign.isForeign(title: title) { standing.isForeign = true }
      guard isOpen else { continue }
      switch matcher.title(title) {
      case .own:
        standing.heading = title
        isOpen = false
      case .other: isOpen = false
      case .open: break
      }
    }
    return standing
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

  /// Whether a sentence says in its first words that it now turns to something else: 特許についても….
  private func startsTopic(_ passage: TracePassage, _ sentence: Range<Int>) -> Bool {
    let start = sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + 20)
    return Self.turns.contains { passage.text.contains($0, in: start) }
  }

  private static let turns = ["については", "についても"].map { $0.unicodeScalars.map(\.value) }

  /// Whether a name stands among several that commas set apart: an Act isn't about each of them.
  private func isListed(_ place: Range<Int>, in text: TraceText) -> Bool {
    let near = max(0, place.lowerBound - 30)..<min(text.scalars.count, place.upperBound + 30)
    return text.scalars[near].count { $0 == 0x3001 } >= 3
  }

  private static let pronouns = ["その", "これ", "同", "また", "さらに", "本", "加えて"].map {
    $0.unicodeScalars.map(\.value)
  }

  /// The words that cite a provision of the measure.
  private func citedProvision(_ passage: TracePassage) -> String? {
    passage.record.links.first { link in
      if case .law(let law) = link.target { return matcher.governs(law) }
      return false
    }?.surface
  }
}
