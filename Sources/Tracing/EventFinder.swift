internal import DocumentModel

/// Finds the dated events of a document: its sentences, items, rows and schedule lines.
struct EventFinder: Sendable {
  let lexicon: StageLexicon
  private var clauses: ClauseReader { ClauseReader(lexicon: lexicon) }

  /// What the lines above give to those below them.
  private struct State {
    var section: SectionID?
    /// The events of the last dated passage of the section, which remarks below it belong to.
    var hosts: [Int] = []
    /// The event of the last remark; brackets below it belong to it first.
    var lastRemark: Int?
    /// The events of the nearest dated heading; all that stands below says more of them.
    var headed: [Int] = []
    var heading: String?
    var rows = TableRows()
    /// The date that stands in the line right above, alone.
    var above: (date: TracePassage.DateMention, passage: Int)?
  }

  /// Returns the events of one document's passages, in reading order.
  func events(in passages: [TracePassage]) -> [TraceEvent] {
    var events: [TraceEvent] = []
    var state = State()
    for (index, passage) in passages.enumerated() {
      if passage.record.passage.section != state.section {
        let last = state
        state = State(section: passage.record.passage.section)
        // A part of a dated section is of its day as well.
        if let heading = last.heading, passage.record.section.path.dropLast().contains(heading) {
          state.headed = last.headed
          state.heading = heading
        }
      }
      if state.rows.take(passage, at: index) {
        state.above =
          passage.isOnlyDates && passage.dates.count == 1 ? (passage.dates[0], index) : nil
        state.hosts = []
        continue
      }
      take(passage, at: index, of: passages, &state, &events)
      state.above = nil
      state.rows.end(passage, at: index)
    }
    return events
  }

  private func take(
    _ passage: TracePassage, at index: Int, of passages: [TracePassage], _ state: inout State,
    _ events: inout [TraceEvent]
  ) {
    if let brackets = passage.leadingBrackets {
      for host in [state.lastRemark].compactMap({ $0 }) + state.hosts {
        events[host].remarks.append(.init(passage: index, range: brackets))
      }
      if brackets == passage.text.scalars.indices { return }
    }
    let whole = TraceEvent.Remark(passage: index, range: passage.text.scalars.indices)
    for headed in state.headed {
      events[headed].remarks.append(
        .init(passage: index, range: whole.range, isBelowHeading: true))
    }
    let own = ownEvents(of: passage, at: index, rows: state.rows)
    if !own.isEmpty {
      state.hosts = Array(events.count..<(events.count + own.count))
      state.lastRemark = nil
      events += own
      if passage.record.passage.kind == .heading, passage.record.section.level > 1 {
        state.headed = state.hosts.filter { Self.isDayOrMonth(events[$0].date.value) }
        state.heading = passage.record.section.title
      }
    } else if passage.isRemark, !state.hosts.isEmpty {
      for host in state.hosts { events[host].remarks.append(whole) }
      if let first = state.hosts.first, let remark = remark(passage, at: index, on: events[first]) {
        state.lastRemark = events.count
        events.append(remark)
      }
    } else {
      state.hosts = []
      state.lastRemark = nil
      events += undated(passage, at: index, of: passages, &state)
    }
  }

  /// Money in a row is of a fiscal year; beside a calendar year it may be the size of a market.
  private static func isFiscal(_ date: EDTF) -> Bool { date.rawValue.hasPrefix("FY") }

  private static func isDayOrMonth(_ date: EDTF) -> Bool {
    date.rawValue.utf8.count >= 7
      && date.rawValue.utf8.allSatisfy { $0 == 0x2D || 0x30...0x39 ~= $0 }
  }

  /// The events of a passage without a date of its own: rows under a year, or a line under a date.
  private func undated(
    _ passage: TracePassage, at index: Int, of passages: [TracePassage], _ state: inout State
  ) -> [TraceEvent] {
    if passage.isAmountsAlone {
      // The row's name stands in a line above, and its year in that line or in one between.
      defer { state.rows.forgetName() }
      guard let name = state.rows.name else { return [] }
      if let values = state.rows.values(of: passage) {
        return values.map {
          columnRow(passages[name], at: name, amounts: index, $0, ministry: state.rows.ministry)
        }
      }
      guard
        let date = passages[name].dates.first(where: { !$0.isYearEnd })?.target ?? state.rows.label,
        Self.isFiscal(date.value)
      else { return [] }
      var event = row(passages[name], at: name, date: date, rule: "date.label")
      event.amounts = index
      event.ministry = state.rows.ministry
      return [event]
    }
    if let values = rowValues(of: passage, state.rows) {
      return values.map {
        columnRow(passage, at: index, amounts: nil, $0, ministry: state.rows.ministry)
      }
    }
    let all = passage.text.scalars.indices
    if let label = state.rows.label, Self.isFiscal(label.value), passage.sentences.count == 1,
      passage.dates.allSatisfy(\.isYearEnd), !AmountScanner.amounts(in: passage.text, all).isEmpty
    {
      var event = row(passage, at: index, date: label, rule: "date.label")
      event.ministry = state.rows.ministry
      return [event]
    }
    if let above = state.above, !above.date.isAsOf, passage.dates.isEmpty,
      above.date.target.role != .target,
      let reading = lexicon.read(passage.text, in: all, passage.names)
    {
      return [
        TraceEvent(
          passage: index, date: above.date.target, datePlace: nil, clause: all,
          stage: reading.stage, basis: reading.basis, decided: reading.place,
          reasons: [TraceReason(.date, rule: "date.above", words: above.date.target.value.rawValue)]
        )
      ]
    }
    return []
  }

  private func rowValues(
    of passage: TracePassage, _ rows: TableRows
  ) -> [(place: Range<Int>, date: DateTarget)]? {
    guard passage.isRow, passage.dates.allSatisfy(\.isYearEnd) else { return nil }
    return rows.values(of: passage)
  }

  /// The events that the passage's own dates give.
  private func ownEvents(
    of passage: TracePassage, at index: Int, rows: TableRows
  ) -> [TraceEvent] {
    let text = passage.text
    let hasAmount = AmountScanner.amounts(in: text, text.scalars.indices).isEmpty == false
    return passage.dates.enumerated().compactMap { place, date in
      // In a row of figures the end of a year is when a fund ends, not when it was made.
      if date.isYearEnd, hasAmount, passage.sentences.count == 1 { return nil }
      if hasAmount, passage.isRow, Self.isFiscal(date.target.value) {
        var event = row(passage, at: index, date: date.target, rule: "date.own")
        event.datePlace = date.range
        event.clause = cells(around: place, in: passage)
        event.ministry = rows.ministry
        return event
      }
      let sentence = passage.sentence(at: date.range.lowerBound)
      let window = clauses.window(of: place, in: passage, sentence: sentence)
      // A title that gives a date for what stands below it (…について（6月4日時点）) tells nothing yet.
      if date.isAsOf, passage.record.passage.kind == .heading { return nil }
      // A bare month that something leans on is an occasion that returns, not an event.
      if date.target.isRelative, clauses.isLeantOn(date, in: passage) { return nil }
      // What is foreseen or thought is no event.
      if lexicon.isForecast(text, in: window) { return nil }
      let found =
        clauses.reading(of: place, in: passage, window: window, sentence: sentence)
        ?? headingReading(passage, window: window)
      guard let found else { return nil }
      let isTarget = date.target.role == .target || date.isLimit
      // What was still to come when it was written is told as such.
      let isPlanned = !date.isAsOf && (isTarget || lexicon.isPlanned(text, in: window))
      return TraceEvent(
        passage: index, date: date.target, datePlace: date.range, clause: found.clause,
        stage: found.reading.stage,
        status: date.isAsOf ? .asOf : isPlanned ? .planned : .done,
        basis: found.reading.basis + (isPlanned ? " 予定" : ""), decided: found.reading.place,
        isTarget: isTarget,
        reasons: [
          TraceReason(
            .date, rule: Self.dateRule(date),
            words: passage.string(date.range))
        ])
    }
  }

  private static func dateRule(_ date: TracePassage.DateMention) -> String {
    if date.isAsOf { return "date.as-of" }
    return date.target.isRelative ? "date.context" : "date.own"
  }

  /// A dated heading that names only a body (衆議院・内閣委員会（4月5日）) tells what the one above it does.
  private func headingReading(
    _ passage: TracePassage, window: Range<Int>
  ) -> (reading: StageLexicon.Reading, clause: Range<Int>)? {
    guard passage.record.passage.kind == .heading,
      let above = passage.record.section.path.dropLast().last
    else { return nil }
    guard var reading = lexicon.read(above) else { return nil }
    reading.place = nil
    return (reading, window)
  }

  /// The publication of a document that names the measure in its title or heads a part with it, on
  /// the document's date.
  func publication(
    of passages: [TracePassage], _ matcher: MeasureMatcher
  ) -> (event: TraceEvent, rank: TraceRelevance.Rank)? {
    guard let document = passages.first?.record.document, let date = document.metadata.date,
      let title = document.metadata.title?.value,
      let index = passages.firstIndex(where: {
        $0.record.passage.kind == .heading && $0.record.section.level == 1
      }),
      let reading = lexicon.read(title + "公表"), reading.names.count > 1
    else { return nil }
    var rank: TraceRelevance.Rank?
    var heading: Int?
    if case .own = matcher.title(title) {
      rank = TraceRelevance.Rank(value: 13, rule: "measure.title", words: title)
    } else {
      heading = passages.firstIndex { passage in
        guard passage.record.passage.kind == .heading,
          (2...3).contains(passage.record.section.level),
          case .own(.name) = matcher.title(passage.record.section.title)
        else { return false }
        return true
      }
      rank = heading.map {
        .init(
          value: 13, remark: $0,
          reason: TraceReason(
            .measure, rule: "measure.heading", words: passages[$0].record.section.title))
      }
    }
    guard let rank else { return nil }
    let event = TraceEvent(
      passage: index, date: DateTarget(value: EDTF(date.value)), datePlace: nil,
      clause: passages[index].text.scalars.indices, stage: reading.stage, basis: reading.basis,
      reasons: [TraceReason(.date, rule: "date.document", words: date.value)])
    return (event, rank)
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
    guard passage.dates.isEmpty, let reading = lexicon.read(passage.text, in: all, passage.names),
      reading.stage == host.stage
    else { return nil }
    return TraceEvent(
      passage: index, date: host.date, datePlace: nil, clause: all, stage: reading.stage,
      basis: reading.basis, decided: reading.place,
      reasons: [TraceReason(.date, rule: "date.host", words: host.date.value.rawValue)])
  }

  private func row(
    _ passage: TracePassage, at index: Int, date: DateTarget, rule: String
  ) -> TraceEvent {
    TraceEvent(
      passage: index, date: date, datePlace: nil, clause: passage.text.scalars.indices,
      stage: .budget, basis: "budget.row", isRow: true,
      reasons: [TraceReason(.date, rule: rule, words: date.value.rawValue)])
  }

  /// A row's amount in the column of a year.
  private func columnRow(
    _ passage: TracePassage, at index: Int, amounts: Int?,
    _ value: (place: Range<Int>, date: DateTarget), ministry: Int?
  ) -> TraceEvent {
    var event = row(passage, at: index, date: value.date, rule: "date.column")
    event.amounts = amounts
    event.amountPlace = value.place
    event.ministry = ministry
    return event
  }
}
