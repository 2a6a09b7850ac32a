internal import DocumentModel

/// Finds the words that a date is about, and what they say was done.
struct ClauseReader: Sendable {
  let lexicon: StageLexicon

  /// Returns what is told of a date: by the words that belong to it alone, else by those about it,
  /// else by its sentence.
  func reading(
    of place: Int, in passage: TracePassage, window: Range<Int>, sentence: Range<Int>
  ) -> (reading: StageLexicon.Reading, clause: Range<Int>)? {
    let text = passage.text
    let date = passage.dates[place]
    if date.isAsOf { return lexicon.readSnapshot(text, in: sentence).map { ($0, window) } }
    if let law = datedLaw(before: date.range, in: passage, sentence) { return (law, window) }
    var masks = passage.names
    if let noun = object(after: date.range, in: text, window) {
      let clause = date.range.lowerBound..<noun.upperBound
      return lexicon.read(text, in: clause, masks).map { ($0, clause) }
    }
    for end in cuts(after: date.range, in: text, window) {
      let clause = date.range.lowerBound..<end
      if let reading = lexicon.read(text, in: clause, masks) { return (reading, clause) }
    }
    // What the act leans on is not what was done.
    masks.bodies += leantOn(in: text, sentence).filter { !$0.overlaps(date.range) }
    // A bare （追加） after the date says what was done, but not to what.
    let letters = window.count {
      !date.range.contains($0) && TracePassage.isLetter(text.scalars[$0])
    }
    if letters <= 4, let whole = lexicon.read(text, in: sentence, masks) { return (whole, window) }
    if let own = lexicon.read(text, in: window, masks) { return (own, window) }
    return lexicon.read(text, in: sentence, masks).map { ($0, window) }
  }

  /// Returns the noun of a date that is the object of something else: 各種成果 of 昨年の各種成果を継続し.
  ///
  /// What is done with it isn't of that day.
  private func object(
    after date: Range<Int>, in text: TraceText, _ window: Range<Int>
  ) -> Range<Int>? {
    var end = date.upperBound
    guard end < window.upperBound, text.scalars[end] == 0x306E else { return nil }
    while end < window.upperBound, Self.isInNoun(text.scalars[end]) { end += 1 }
    guard end < window.upperBound, text.scalars[end] == 0x3092, end - date.upperBound >= 3 else {
      return nil
    }
    return date.upperBound..<end
  }

  /// A law's name with nothing but a date in brackets behind it: the day on which it was made.
  private func datedLaw(
    before date: Range<Int>, in passage: TracePassage, _ sentence: Range<Int>
  ) -> StageLexicon.Reading? {
    let text = passage.text
    guard let bracket = bracket(around: date, in: text, sentence),
      !text.scalars[bracket].indices.contains(where: {
        !date.contains($0) && TracePassage.isLetter(text.scalars[$0])
      }), let law = passage.names.laws.first(where: { $0.upperBound == bracket.lowerBound })
    else { return nil }
    return StageLexicon.Reading(
      stage: .law, basis: "law.dated: \(passage.string(law))", names: [passage.string(law)],
      place: law)
  }

  /// Returns the ends of the words that qualify a noun by the date, the shortest first.
  ///
  /// 令和6年4月の中間報告に基づき tells of the report, and 2021年4月に決定した方針について、…を実施する of the
  /// decision: what follows is not of that day.
  private func cuts(
    after date: Range<Int>, in text: TraceText, _ window: Range<Int>
  ) -> [Int] {
    guard window.lowerBound <= date.lowerBound else { return [] }
    var ends: [Int] = []
    var i = date.upperBound
    // 4月の報告に基づき is the report of April; 4月に報告に基づき… is what was done in April.
    let isOfNoun = i < window.upperBound && text.scalars[i] == 0x306E
    while i < window.upperBound {
      if let word = Self.leans.first(where: { text.scalars[i...].starts(with: $0) }) {
        if isOfNoun, i - date.upperBound >= 3 { ends.append(i) }
        i += word.count
        continue
      }
      // た or る right before a noun: the clause qualifies it.
      let isVerb = text.scalars[i] == 0x305F || text.scalars[i] == 0x308B
      if isVerb, i + 1 < window.upperBound, i > date.upperBound,
        Self.startsNoun(text.scalars[i + 1]), Self.startsVerbEnd(text.scalars[i - 1]),
        !Self.joins.contains(where: { text.scalars[...i].suffix($0.count).elementsEqual($0) })
      {
        var end = i + 1
        while end < window.upperBound, Self.isInNoun(text.scalars[end]) { end += 1 }
        ends.append(end)
      }
      i += 1
    }
    return ends
  }

  /// に基づき, を踏まえ: the words before them are what something else leans on.
  private static let leans = ["に基づ", "を踏まえ", "にのっと", "に則", "に従", "を受けて", "を受け、", "を契機", "に即し"]
    .map { $0.unicodeScalars.map(\.value) }

  /// Verbs that only join two nouns: に対する, における.
  private static let joins = ["対する", "関する", "による", "おける", "係る", "かかる", "とする", "わたる", "めぐる", "関わる"]
    .map { $0.unicodeScalars.map(\.value) }

  /// The nouns right before に基づき, を踏まえ.
  private func leantOn(in text: TraceText, _ sentence: Range<Int>) -> [Range<Int>] {
    Self.leans.flatMap { text.places(of: $0, in: sentence) }.map { place in
      var start = place.lowerBound
      while start > sentence.lowerBound, Self.isInNoun(text.scalars[start - 1]) { start -= 1 }
      return start..<place.lowerBound
    }
  }

  private static func startsNoun(_ scalar: UInt32) -> Bool {
    FigureReader.isNounPart(scalar) || scalar == 0x300C || (0x61...0x7A).contains(scalar)
  }

  /// Hiragana before た or る (し, れ, め) or a Chinese character (見る): the end of a verb.
  private static func startsVerbEnd(_ scalar: UInt32) -> Bool {
    (0x3041...0x3096).contains(scalar)
  }

  /// Nouns, Latin letters and digits, の between nouns, and brackets.
  private static func isInNoun(_ scalar: UInt32) -> Bool {
    FigureReader.isNounPart(scalar) || (0x30...0x39).contains(scalar)
      || (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
      || [0x306E, 0x300C, 0x300D, 0x28, 0x29, 0x30FB, 0x20].contains(scalar)
  }

  /// Whether a date in brackets belongs to what something else leans on: …の報告（６月末）等も踏まえ.
  func isLeantOn(_ date: TracePassage.DateMention, in passage: TracePassage) -> Bool {
    let text = passage.text
    var i = date.range.upperBound
    while i < text.scalars.count, [0x29, 0x7B49, 0x3082, 0x3092].contains(text.scalars[i]) {
      i += 1
    }
    return i > date.range.upperBound && text.scalars[i...].starts(with: [0x8E0F, 0x307E, 0x3048])
  }

  /// Returns the code points that a date is about.
  ///
  /// A date in brackets is about the words before the brackets and those in them; any other date is
  /// about the words up to the next date, or, where none follow, the words before it.
  func window(
    of place: Int, in passage: TracePassage, sentence: Range<Int>
  ) -> Range<Int> {
    let text = passage.text
    let date = passage.dates[place].range
    let before = passage.dates[..<place].last { $0.range.lowerBound >= sentence.lowerBound }
    let start = max(sentence.lowerBound, before?.range.upperBound ?? 0)
    if let bracket = bracket(around: date, in: text, sentence) {
      return start..<max(bracket.upperBound, date.upperBound)
    }
    let next = passage.dates[(place + 1)...].first {
      $0.range.upperBound <= sentence.upperBound
        && bracket(around: $0.range, in: text, sentence) == nil
    }
    let end = min(sentence.upperBound, next?.range.lowerBound ?? sentence.upperBound)
    let following = date.lowerBound..<max(end, date.upperBound)
    let letters = text.scalars[date.upperBound..<max(end, date.upperBound)].filter {
      TracePassage.isLetter($0)
    }
    return letters.count >= 3 ? following : start..<max(end, date.upperBound)
  }

  /// Returns the brackets that hold a place inside a sentence, without what stands around them.
  private func bracket(
    around place: Range<Int>, in text: TraceText, _ sentence: Range<Int>
  ) -> Range<Int>? {
    var depth = 0
    var open: Int?
    var i = place.lowerBound
    while i > sentence.lowerBound, open == nil {
      i -= 1
      if text.scalars[i] == 0x29 { depth += 1 }
      if text.scalars[i] == 0x28 {
        if depth == 0 { open = i } else { depth -= 1 }
      }
    }
    guard let open else { return nil }
    var close = place.upperBound
    while close < sentence.upperBound, text.scalars[close] != 0x29 { close += 1 }
    return open..<min(close + 1, sentence.upperBound)
  }
}
