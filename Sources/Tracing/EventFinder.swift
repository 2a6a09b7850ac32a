internal import DocumentModel

/// A dated event as a document tells it, before it is known what measure it belongs to.
struct TraceEvent: Sendable {
  /// The index of the passage in its document.
  var passage: Int
  var date: DateTarget
  /// The date's own place in the passage; nil where it stands in another passage.
  var datePlace: Range<Int>?
  /// The code points of the passage that tell the event.
  var clause: Range<Int>
  var stage: TraceStage
  var basis: String
  /// Where the words that decided the stage stand in the passage.
  var decided: Range<Int>?
  /// Whether it is told by the cells of a row, so that only they name what it is about.
  var isRow = false
  /// Remarks below the passage that say more about it.
  var remarks: [Remark]
  /// The passage with the amounts, where they stand in a line of their own.
  var amounts: Int?

  /// A remark: a passage or, where it runs into the next line, a part of one.
  struct Remark: Sendable {
    var passage: Int
    var range: Range<Int>
  }
}

/// Finds the dated events of a document: its sentences, items, rows and schedule lines.
struct EventFinder: Sendable {
  let lexicon: StageLexicon
  private static let planned = "予定".unicodeScalars.map(\.value)

  /// Returns the events of one document's passages, in reading order.
  func events(in passages: [TracePassage]) -> [TraceEvent] {
    var events: [TraceEvent] = []
    /// The events of the last dated passage of the section, which remarks below it belong to.
    var hosts: [Int] = []
    /// The event of the last remark; brackets below it belong to it first.
    var lastRemark: Int?
    /// The date that a line of its own gives to the rows below it.
    var label: DateTarget?
    /// The last line of a few words, which may name the row of amounts below it.
    var name: Int?
    var section: SectionID?
    for (index, passage) in passages.enumerated() {
      if passage.record.passage.section != section {
        section = passage.record.passage.section
        hosts = []
        lastRemark = nil
        label = nil
        name = nil
      }
      if passage.isOnlyDates {
        if passage.dates.count == 1, !passage.dates[0].isAsOf { label = passage.dates[0].target }
        hosts = []
        continue
      }
      if let brackets = passage.leadingBrackets {
        for host in [lastRemark].compactMap({ $0 }) + hosts {
          events[host].remarks.append(.init(passage: index, range: brackets))
        }
        if brackets == passage.text.scalars.indices { continue }
      }
      let own = ownEvents(of: passage, at: index)
      if !own.isEmpty {
        hosts = Array(events.count..<(events.count + own.count))
        lastRemark = nil
        events += own
      } else if passage.isRemark, !hosts.isEmpty {
        let whole = TraceEvent.Remark(passage: index, range: passage.text.scalars.indices)
        for host in hosts { events[host].remarks.append(whole) }
        if let first = hosts.first, let remark = remark(passage, at: index, on: events[first]) {
          lastRemark = events.count
          events.append(remark)
        }
      } else {
        hosts = []
        lastRemark = nil
        if passage.isAmountsAlone {
          // The row's name stands in a line above, and its year in that line or in one between.
          if let name,
            let date = passages[name].dates.first(where: { !$0.isYearEnd })?.target ?? label
          {
            events.append(row(named: passages[name], at: name, amounts: index, date: date))
          }
          name = nil
        } else if let label, let row = row(passage, at: index, dated: label) {
          events.append(row)
        }
      }
      if passage.isRowName { name = index }
    }
    return events
  }

  /// The events that the passage's own dates give.
  private func ownEvents(of passage: TracePassage, at index: Int) -> [TraceEvent] {
    let text = passage.text
    let hasAmount = AmountScanner.amounts(in: text, text.scalars.indices).isEmpty == false
    return passage.dates.enumerated().compactMap { place, date in
      // In a row of figures the end of a year is when a fund ends, not when it was made.
      if date.isYearEnd, hasAmount, passage.sentences.count == 1 { return nil }
      // What is aimed at, or is to be done by a day, has not happened on it.
      if date.target.role == .target || date.isLimit { return nil }
      let sentence = passage.sentence(at: date.range.lowerBound)
      if hasAmount, passage.isRow {
        return TraceEvent(
          passage: index, date: date.target, datePlace: date.range,
          clause: cells(around: place, in: passage), stage: .budget, basis: "budget.row",
          isRow: true, remarks: [])
      }
      let window = self.window(of: place, in: passage, sentence: sentence)
      // A title that gives a date for what stands below it (…について（6月4日時点）) tells nothing yet.
      if date.isAsOf, passage.record.passage.kind == .heading { return nil }
      guard let reading = reading(of: date, in: passage, window: window, sentence: sentence)
      else { return nil }
      // What was still to come when it was written is told as such.
      let isPlanned = text.contains(Self.planned, in: window)
      return TraceEvent(
        passage: index, date: date.target, datePlace: date.range, clause: window,
        stage: reading.stage, basis: reading.basis + (isPlanned ? " 予定" : ""),
        decided: reading.place, remarks: [])
    }
  }

  /// Returns what is told of a date: by the words about it, else by its sentence.
  private func reading(
    of date: TracePassage.DateMention, in passage: TracePassage, window: Range<Int>,
    sentence: Range<Int>
  ) -> StageLexicon.Reading? {
    let text = passage.text
    if date.isAsOf { return lexicon.readSnapshot(text, in: sentence) }
    let whole = lexicon.read(text, in: sentence)
    // A bare （追加） after the date says what was done, but not to what.
    let letters = window.count {
      !date.range.contains($0) && TracePassage.isLetter(text.scalars[$0])
    }
    if letters <= 4, let whole { return whole }
    return lexicon.read(text, in: window) ?? whole
  }

  /// The cells of a row from the date before a date to the one after it, year ends passed over.
  private func cells(around place: Int, in passage: TracePassage) -> Range<Int> {
    let before = passage.dates[..<place].last { !$0.isYearEnd }
    let after = passage.dates[(place + 1)...].first { !$0.isYearEnd }
    let all = passage.text.scalars.indices
    let date = passage.dates[place].range
    // Where another date stands before, the row goes on from the amounts that belong to it.
    let amounts = AmountScanner.amounts(
      in: passage.text, (before?.range.upperBound ?? all.lowerBound)..<date.lowerBound)
    let lower = before == nil ? all.lowerBound : amounts.last?.range.upperBound
    guard after != nil else { return (lower ?? date.lowerBound)..<all.upperBound }
    let rest = AmountScanner.amounts(in: passage.text, date.upperBound..<all.upperBound)
    let end = rest.first { $0.range.lowerBound < after?.range.lowerBound ?? 0 }
    return (lower ?? date.lowerBound)..<(end?.range.upperBound ?? date.upperBound)
  }

  /// A remark whose act is of the same stage as the line above it is an event of that date.
  ///
  /// Any other remark says who or what the act was for and only lends its words.
  private func remark(
    _ passage: TracePassage, at index: Int, on host: TraceEvent
  ) -> TraceEvent? {
    let all = passage.text.scalars.indices
    guard passage.dates.isEmpty, let reading = lexicon.read(passage.text, in: all),
      reading.stage == host.stage
    else { return nil }
    return TraceEvent(
      passage: index, date: host.date, datePlace: nil, clause: all, stage: reading.stage,
      basis: reading.basis, decided: reading.place, remarks: [])
  }

  /// A row of amounts under a line that gives the year.
  private func row(
    _ passage: TracePassage, at index: Int, dated label: DateTarget
  ) -> TraceEvent? {
    let all = passage.text.scalars.indices
    guard passage.sentences.count == 1, passage.dates.allSatisfy(\.isYearEnd),
      !AmountScanner.amounts(in: passage.text, all).isEmpty
    else { return nil }
    return TraceEvent(
      passage: index, date: label, datePlace: nil, clause: all, stage: .budget,
      basis: "budget.row", isRow: true, remarks: [])
  }

  /// A row whose name and amounts stand in lines of their own.
  private func row(
    named passage: TracePassage, at index: Int, amounts: Int, date: DateTarget
  ) -> TraceEvent {
    TraceEvent(
      passage: index, date: date, datePlace: nil, clause: passage.text.scalars.indices,
      stage: .budget, basis: "budget.row", isRow: true, remarks: [], amounts: amounts)
  }

  /// Returns the code points that a date is about.
  ///
  /// A date in brackets is about the words before the brackets and those in them; any other date is
  /// about the words up to the next date, or, where none follow, the words before it.
  private func window(
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
