package import DocumentModel

/// Reads the figures and dated events that a passage states, each with the words it is about.
///
/// It reads quantities as a trace does (``AmountScanner``), and durations, weights and powers beside:
/// a draft may get those wrong as well.
package struct StatementReader: Sendable {
  private let matcher: MeasureMatcher
  private let parent: @Sendable (LawID) -> LawID?

  /// Makes a reader that folds text for comparison with `fold`.
  ///
  /// `parent` gives the Act that an order carries out, so that 同法の施行令 and the order's own number are
  /// one.
  package init(
    fold: @escaping TraceFolding, parent: @escaping @Sendable (LawID) -> LawID? = { _ in nil }
  ) {
    matcher = MeasureMatcher(Measure(name: ""), fold: fold)
    self.parent = parent
  }

  /// Returns the statements of a passage in reading order.
  ///
  /// `masks` are bytes of the passage's text that aren't its own words: quotations, and citations in
  /// brackets.
  package func statements(
    in record: PassageRecord, without masks: [Range<Int>] = []
  ) -> [Statement] {
    record.parts(ofAtMost: Self.longest).flatMap { part in
      let start = part.passage.span.lowerBound.utf8 - record.passage.span.lowerBound.utf8
      let bytes = start..<(start + part.passage.text.utf8.count)
      let own = masks.filter { $0.overlaps(bytes) }.map { mask in
        let inside = mask.clamped(to: bytes)
        return (inside.lowerBound - start)..<(inside.upperBound - start)
      }
      return statements(inPart: part, without: own)
    }
  }

  /// How many bytes are read together, a thousand kanji: each statement is held against the others of
  /// its sentence, and real passages are two thirds as long at most.
  private static let longest = 3_000

  private func statements(
    inPart record: PassageRecord, without masks: [Range<Int>]
  ) -> [Statement] {
    let passage = TracePassage(record, matcher: matcher)
    let masked = masks.map { bytes in
      passage.text.index(atByte: bytes.lowerBound)..<passage.text.index(atByte: bytes.upperBound)
    }
    let words = SubjectWords(passage, masks: masked, parent: parent)
    let above = around(record, words)
    var before: Set<StatementSubject.Token> = []
    var found: [Statement] = []
    for sentence in passage.sentences {
      let inSentence =
        figures(passage, sentence, words) + dates(passage, sentence, words)
      found += inSentence.filter { statement in
        let start = passage.text.index(
          atByte: statement.span.lowerBound.utf8 - record.passage.span.lowerBound.utf8)
        return !masked.contains { $0.contains(start) }
      }.map { statement in
        var statement = statement
        statement.subject.around = above.union(before)
        return statement
      }
      before.formUnion(words.tokens(in: sentence))
    }
    return found.sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  private func around(
    _ record: PassageRecord, _ words: SubjectWords
  ) -> Set<StatementSubject.Token> {
    let strings =
      record.section.path + record.passage.context.map(\.text)
      + [record.document.metadata.title?.value].compactMap { $0 }
    var tokens = words.inherited
    for string in strings {
      tokens.formUnion(SubjectWords.pairs(in: matcher.prepare(string).text))
    }
    return tokens
  }

  // MARK: Figures

  private func figures(
    _ passage: TracePassage, _ sentence: Range<Int>, _ words: SubjectWords
  ) -> [Statement] {
    let text = passage.text
    let quantities = AmountScanner.quantities(in: text, sentence, units: .all).filter { quantity in
      !passage.dates.contains { $0.range.overlaps(quantity.range) }
        && !Self.isDatePart(quantity, in: text)
    }
    let segments = Segments(of: quantities.map(\.range), in: text, sentence)
    let undated = Self.withoutDates(passage)
    return quantities.enumerated().compactMap { place, quantity in
      let counted = FigureReader.counted(quantity, in: undated, sentence)
      var subject = words.subject(segments, place: place)
      subject.topics = words.topics(
        in: segments.clause(of: place, in: sentence, to: quantity.range.lowerBound))
      // The thing counted says what the figure is of wherever it stands.
      if let counted {
        subject.own.formUnion(SubjectWords.pairs(in: matcher.prepare(counted).text))
      }
      return Statement(
        value: .quantity(Self.quantity(quantity, in: text, sentence)),
        words: passage.string(quantity.range), span: span(quantity.range, passage),
        evidence: evidence(passage, sentence),
        date: FigureComparison.date(of: quantity, passage, sentence),
        counted: counted, scope: FigureReader.scope(of: quantity, in: text, sentence),
        subject: subject)
    }
  }

  /// Whether it is a part of a date after all: 令和6年度版, 2月30日.
  private static func isDatePart(_ amount: Amount, in text: TraceText) -> Bool {
    let (start, end) = (amount.range.lowerBound, amount.range.upperBound)
    let before = text.scalars[..<start]
    if amount.unit == "日" { return before.last == 0x6708 }
    guard amount.unit == "年" else { return false }
    let eras = ["令和", "平成", "昭和"].map { $0.unicodeScalars.map(\.value) }
    return eras.contains { before.suffix(2).elementsEqual($0) }
      || end < text.scalars.count && [0x5EA6, 0x6708].contains(text.scalars[end])
      || amount.value >= 1000
  }

  /// The text with blanks for its dates, so that 日時点 is no thing counted.
  private static func withoutDates(_ passage: TracePassage) -> TraceText {
    var text = passage.text
    for date in passage.dates {
      var end = date.range.upperBound
      let tail = text.scalars[end...]
      if let word = TracePassage.asOfWords.first(where: { tail.starts(with: $0) }) {
        end += word.count
      }
      for i in date.range.lowerBound..<end { text.scalars[i] = 0x20 }
    }
    return text
  }

  private static func quantity(
    _ amount: Amount, in text: TraceText, _ sentence: Range<Int>
  ) -> Statement.Quantity {
    var (number, unit) = (amount.value, Self.units[amount.unit] ?? amount.unit)
    var precision = amount.precision
    if unit == "割" { (number, precision, unit) = (number * 10, precision * 10, "%") }
    let rest = text.scalars[amount.range.upperBound..<sentence.upperBound]
    var bounds = number...number
    if Self.above.contains(where: { rest.starts(with: $0) }) {
      bounds = number...(number * 1.25)
    } else if Self.below.contains(where: { rest.starts(with: $0) }) {
      bounds = (number * 0.75)...number
    }
    var tolerance = precision > 1 || number != number.rounded() ? precision / 2 : 0
    if amount.isApproximate, bounds.lowerBound == bounds.upperBound {
      // 約1,000億円 is exact to the last figure that isn't nought, but to a tenth at least.
      var place = precision
      while number > 0, number.truncatingRemainder(dividingBy: place * 10) == 0 { place *= 10 }
      tolerance = max(tolerance, min(place / 2, number / 10))
    }
    return Statement.Quantity(
      number: number, unit: unit, tolerance: tolerance, bounds: bounds,
      isApproximate: amount.isApproximate)
  }

  /// Spellings of one unit.
  private static let units = [
    "カ月": "か月", "ヶ月": "か月", "ヵ月": "か月", "箇月": "か月", "カ国": "か国", "ヶ国": "か国", "箇所": "か所",
    "年間": "年", "日間": "日", "社": "者", "事業者": "者", "名": "人",
  ]

  private static let above = ["超", "以上", "余", "強"].map { $0.unicodeScalars.map(\.value) }
  private static let below = ["未満", "以下", "以内", "弱"].map { $0.unicodeScalars.map(\.value) }

  // MARK: Dates

  private func dates(
    _ passage: TracePassage, _ sentence: Range<Int>, _ words: SubjectWords
  ) -> [Statement] {
    let text = passage.text
    let dates = passage.dates.filter {
      sentence.contains($0.range.lowerBound) && $0.range.upperBound <= sentence.upperBound
    }
    let segments = Segments(of: dates.map(\.range), in: text, sentence, opensWithAnchor: true)
    return dates.enumerated().compactMap { place, date in
      guard !date.isAsOf, date.target.role != .target, date.target.role != .deadline else {
        return nil
      }
      let events = EventWords.events(in: text, after: date.range, segments.own[place])
      guard !events.isEmpty else { return nil }
      var subject = words.subject(segments, place: place)
      subject.topics = words.topics(in: segments.shared) { EventWords.isEvent(text, $0) }
      subject.topics += words.topics(in: segments.own[place]) { EventWords.isEvent(text, $0) }
      var statement = Statement(
        value: .events(events, date.target.value), words: passage.string(date.range),
        span: span(date.range, passage), evidence: evidence(passage, sentence), date: nil,
        counted: nil, scope: nil, subject: subject)
      // 同月18日 takes its month from the words before it.
      statement.isGuessed =
        date.target.isRelative && text.scalars[date.range.lowerBound] != 0x540C
      return statement
    }
  }

  // MARK: Places

  private func span(_ range: Range<Int>, _ passage: TracePassage) -> TextSpan<Citable> {
    let bytes = passage.text.bytes(range)
    let start = passage.record.passage.span.lowerBound.utf8
    return TextSpan(start + bytes.lowerBound, start + bytes.upperBound)
  }

  private func evidence(_ passage: TracePassage, _ sentence: Range<Int>) -> TraceEvidence {
    let record = passage.record
    return TraceEvidence(
      passage: record.passage.id, document: record.document.id,
      location: record.passage.location,
      quote: sentence == passage.text.scalars.indices
        ? record.passage.text : passage.string(sentence))
  }
}

/// The stretches of a sentence that belong to each of its figures, or to each of its dates.
struct Segments: Sendable {
  /// What all share: the words before the first.
  let shared: Range<Int>
  /// What each shares with those before it, where no comma parts them: the words before the first of
  /// them (届出の基準を10%から1%に).
  let common: [Range<Int>]
  /// What stands before the first.
  let lead: Range<Int>
  /// One for each figure or date, in reading order.
  let own: [Range<Int>]

  /// Divides a sentence; `opensWithAnchor` where what is told follows the date, as it does in Japanese.
  ///
  /// Between two figures the words up to the first comma go with the one before them, the others with
  /// the one after: 基金から出した額は121億円、交付を決めた額は3,115億円.
  init(
    of anchors: [Range<Int>], in text: TraceText, _ sentence: Range<Int>,
    opensWithAnchor: Bool = false
  ) {
    guard let first = anchors.first else {
      shared = sentence
      lead = sentence
      common = []
      own = []
      return
    }
    let comma: (UInt32) -> Bool = { $0 == 0x3001 || $0 == 0x20 || $0 == 0x2F }
    var starts: [Int] = []
    var common = [Range<Int>](
      repeating: sentence.lowerBound..<sentence.lowerBound, count: anchors.count)
    if opensWithAnchor {
      for (place, anchor) in anchors.enumerated() {
        var start = Self.opening(anchor, in: text, sentence)
        if place > 0, start < anchors[place - 1].upperBound {
          // 12月20日 政令を閣議決定（12月23日施行）: what is in brackets is said of the words before them.
          start = max(anchors[place - 1].upperBound, anchor.lowerBound - 1)
          common[place] = starts[place - 1]..<max(starts[place - 1], start)
        }
        starts.append(start)
      }
    } else {
      let before = text.scalars[sentence.lowerBound..<first.lowerBound].lastIndex(where: comma)
      starts.append(before.map { $0 + 1 } ?? sentence.lowerBound)
      for (place, (one, next)) in zip(anchors, anchors.dropFirst()).enumerated() {
        let end = text.scalars[one.upperBound..<max(one.upperBound, next.lowerBound)]
          .firstIndex(where: comma)
        if end == nil {
          common[place + 1] =
            common[place].isEmpty
            ? starts[place]..<max(starts[place], one.lowerBound) : common[place]
        }
        starts.append(end ?? one.upperBound)
      }
    }
    self.common = common
    lead = sentence.lowerBound..<first.lowerBound
    shared = sentence.lowerBound..<max(sentence.lowerBound, starts[0])
    let ends = starts.dropFirst() + [sentence.upperBound]
    own = zip(starts, ends).map { $0..<max($0, $1) }
  }

  /// The words before a figure that tell what it is of: those all share with its own.
  func clause(of place: Int, in sentence: Range<Int>, to end: Int) -> Range<Int> {
    place == 0 ? sentence.lowerBound..<end : own[place].lowerBound..<max(own[place].lowerBound, end)
  }

  /// Where the words of a date begin: for one in brackets (…基本指針（令和4年9月30日閣議決定）) with the
  /// noun before them.
  private static func opening(
    _ date: Range<Int>, in text: TraceText, _ sentence: Range<Int>
  ) -> Int {
    var start = date.lowerBound
    guard start > sentence.lowerBound, text.scalars[start - 1] == 0x28 else { return start }
    start -= 1
    let ends: Set<UInt32> = [0x3001, 0x3002, 0x28, 0x29, 0x306F, 0x3092, 0x304C]
    while start > sentence.lowerBound, !ends.contains(text.scalars[start - 1]) { start -= 1 }
    return start
  }
}
