internal import DocumentModel

/// Makes a step of an event: what it quotes, on what law it stands, who is in charge, how much money.
struct StepMaker: Sendable {
  let passages: [TracePassage]
  /// The Act of a measure that rests on one alone.
  let ownLaw: LawTarget?

  /// Returns the step with the reason for each of its parts.
  func step(_ event: TraceEvent, rank: TraceRelevance.Rank) -> TraceStep {
    let passage = passages[event.passage]
    var step = TraceStep(
      date: event.date.value, stage: event.stage, status: event.status,
      evidence: evidence(passage, clause: event.clause, isCell: event.isRow),
      clause: Self.words(event, in: passage),
      also: [rank.remark, event.amounts].compactMap { $0 }.map {
        evidence(passages[$0], clause: nil, isCell: false)
      },
      basis: event.basis, reasons: [rank.reason] + event.reasons)
    let stageRule = event.basis.split(separator: ":", maxSplits: 1)
    step.reasons.append(
      TraceReason(
        .stage, rule: "stage." + (stageRule.first.map(String.init) ?? event.basis),
        words: stageRule.count > 1 ? stageRule[1].drop { $0 == " " }.description : ""))
    if let (law, reason) = law(of: passage, event, isCertain: rank.isCertain) {
      step.law = law
      step.reasons.append(reason)
    }
    if let named = ministry(event, passage, near: rank.place ?? event.clause) {
      step.ministry = named.value
      step.ministryRole = named.role
      step.reasons.append(named.reason)
    }
    if let amount = amount(of: event, in: passage) {
      step.amount = amount.words
      step.reasons.append(amount.reason)
    }
    return step
  }

  /// The words of the clause without its date.
  private static func words(_ event: TraceEvent, in passage: TracePassage) -> String {
    let clause = event.clause
    guard let date = event.datePlace?.clamped(to: clause), !date.isEmpty else {
      return passage.string(clause)
    }
    return passage.string(clause.lowerBound..<date.lowerBound)
      + passage.string(date.upperBound..<clause.upperBound)
  }

  /// Quotes the sentences that hold the clause, the cell of a row, or the whole passage.
  func evidence(_ passage: TracePassage, clause: Range<Int>?, isCell: Bool) -> TraceEvidence {
    let record = passage.record.passage
    var quoted = passage.text.scalars.indices
    if let clause, isCell {
      quoted = clause
    } else if let clause, passage.sentences.count > 1 {
      let touched = passage.sentences.filter { $0.overlaps(clause) }
      if let first = touched.first, let last = touched.last {
        quoted = first.lowerBound..<last.upperBound
      }
    }
    let isWhole = quoted == passage.text.scalars.indices
    return TraceEvidence(
      passage: record.id, document: passage.record.document.id, location: record.location,
      quote: isWhole ? record.text : passage.string(quoted))
  }

  /// The law that the event's own words cite, else the provision of a term in them, else the one Act
  /// that the measure rests on.
  ///
  /// Of several the one before the words that decided the stage counts: in a clause on the order
  /// that designates fields of technology, the field's term and not one further off. Where a new Act
  /// is passed (新法, 改正法), only an Act named there is the one passed.
  private func law(
    of passage: TracePassage, _ event: TraceEvent, isCertain: Bool
  ) -> (LawTarget, TraceReason)? {
    let start = passage.record.passage.span.lowerBound.utf8
    // Where the sentence had to say what was done, its laws count too.
    let isToldByClause = event.decided.map { event.clause.overlaps($0) } ?? true
    let told = isToldByClause ? event.clause : passage.sentence(at: event.clause.lowerBound)
    let clause = passage.text.bytes(told)
    let decided = event.decided.map { passage.text.bytes($0) } ?? clause
    let passesAnAct = event.stage == .law && event.decided != nil
    var cited: [(span: Range<Int>, law: LawTarget, words: String)] = []
    var terms: [(span: Range<Int>, law: LawTarget, words: String)] = []
    for link in passage.record.links {
      guard case .law(let law) = link.target, law.lawID != nil,
        link.span.lowerBound.utf8 - start < clause.upperBound,
        link.span.upperBound.utf8 - start > clause.lowerBound
      else { continue }
      let span = (link.span.lowerBound.utf8 - start)..<(link.span.upperBound.utf8 - start)
      if link.basis == .concept {
        terms.append((span, law, link.surface))
      } else if !passesAnAct
        || span.lowerBound <= decided.upperBound
          && decided.lowerBound <= span.upperBound + 9
      {
        cited.append((span, law, link.surface))
      }
    }
    let end = decided.upperBound
    if let link = cited.last(where: { $0.span.lowerBound < end }) ?? cited.first {
      return (link.law, TraceReason(.law, rule: "law.cited", words: link.words))
    }
    if !passesAnAct,
      let link = terms.last(where: { $0.span.lowerBound < end }) ?? terms.first
    {
      return (link.law, TraceReason(.law, rule: "law.term", words: link.words))
    }
    let legal: Set<TraceStage> = [.law, .basicPolicy, .cabinetOrder, .ministerialOrder]
    // A strategy comes before the Act and doesn't stand on it.
    if let ownLaw, event.stage != .strategy, isCertain || legal.contains(event.stage) {
      return (
        ownLaw, TraceReason(.law, rule: "law.measure", words: ownLaw.lawID?.rawValue ?? "")
      )
    }
    return nil
  }

  /// The ministry named nearest after the words that matched, such as 半導体（経産）, else the one whose
  /// rows these are.
  private func ministry(
    _ event: TraceEvent, _ passage: TracePassage, near place: Range<Int>
  ) -> (value: String, role: MinistryRole, reason: TraceReason)? {
    let touched = passage.sentences.filter { $0.overlaps(event.clause) }
    let told = (touched.first?.lowerBound ?? 0)..<(touched.last?.upperBound ?? 0)
    let bounds = event.isRow || told.isEmpty ? event.clause : told
    let named = Self.ministries(passage).filter { bounds.contains($0.place.lowerBound) }
    if let found = named.first(where: { $0.place.lowerBound >= place.lowerBound }) ?? named.last {
      let role = role(found.place, in: passage, isRow: event.isRow)
      return (
        found.value, role,
        TraceReason(.ministry, rule: "ministry.\(role.rawValue)", words: found.words)
      )
    }
    guard let line = event.ministry, let label = Self.ministries(passages[line]).first else {
      return nil
    }
    return (
      label.value, .charge, TraceReason(.ministry, rule: "ministry.label", words: label.words)
    )
  }

  private static func ministries(
    _ passage: TracePassage
  ) -> [(place: Range<Int>, value: String, words: String)] {
    let start = passage.record.passage.span.lowerBound.utf8
    return passage.record.links.compactMap { link in
      guard case .ministry(let ministry) = link.target else { return nil }
      let lower = passage.text.index(atByte: link.span.lowerBound.utf8 - start)
      let upper = passage.text.index(atByte: link.span.upperBound.utf8 - start)
      return lower < upper ? (lower..<upper, ministry.value, link.surface) : nil
    }
  }

  /// Reads a ministry's part from the marks and particles about its name.
  private func role(
    _ place: Range<Int>, in passage: TracePassage, isRow: Bool
  ) -> MinistryRole {
    let scalars = passage.text.scalars
    if isRow { return .charge }
    let before = place.lowerBound > 0 ? scalars[place.lowerBound - 1] : 0x20
    let after = scalars[place.upperBound...].prefix(8)
    let opens: Set<UInt32> = [0x28, 0x3010, 0x5B, 0x3001, 0x30FB]
    let closes: Set<UInt32> = [0x29, 0x3011, 0x5D, 0x3001, 0x30FB]
    if opens.contains(before), let next = after.first, closes.contains(next) { return .charge }
    if Self.addressing.contains(where: { after.starts(with: $0) }) { return .addressee }
    if Self.acting.contains(where: { after.starts(with: $0) }) { return .actor }
    return .named
  }

  private static let addressing = ["に対し", "への", "へ", "に報告", "に依頼", "に提出", "に届"].map {
    $0.unicodeScalars.map(\.value)
  }

  private static let acting = [
    "は", "が", "において", "で", "により", "による", "及び", "と", "に設置", "に相談", "主導", "所管", "関係", "の",
  ].map { $0.unicodeScalars.map(\.value) }

  /// The amount of a row's column, else the first of its line of amounts, else the one nearest to
  /// the date; as the text writes it.
  private func amount(
    of event: TraceEvent, in passage: TracePassage
  ) -> (words: String, reason: TraceReason)? {
    let holder = event.amounts.map { passages[$0] } ?? passage
    if let place = event.amountPlace {
      let words = holder.string(place)
      return (words, TraceReason(.amount, rule: "amount.column", words: words))
    }
    if event.amounts != nil {
      let all = holder.text.scalars.indices
      guard let first = AmountScanner.amounts(in: holder.text, all).first else { return nil }
      let words = holder.string(first.range)
      return (words, TraceReason(.amount, rule: "amount.row", words: words))
    }
    var amounts = AmountScanner.amounts(in: passage.text, event.clause)
    if amounts.isEmpty, event.stage == .budget {
      // A total (計, 総額) is of every year that its sentence names.
      amounts = AmountScanner.amounts(
        in: passage.text, passage.sentence(at: event.clause.lowerBound)
      ).filter { Self.isTotal($0.range, in: passage.text) }
    }
    let date = event.datePlace?.lowerBound ?? event.clause.lowerBound
    let nearest = amounts.min { abs($0.range.lowerBound - date) < abs($1.range.lowerBound - date) }
    return nearest.map { amount in
      let words = passage.string(amount.range)
      return (words, TraceReason(.amount, rule: "amount.nearest", words: words))
    }
  }

  private static func isTotal(_ amount: Range<Int>, in text: TraceText) -> Bool {
    text.scalars[..<amount.lowerBound].suffix(3).contains { $0 == 0x8A08 || $0 == 0x7DCF }
  }
}
