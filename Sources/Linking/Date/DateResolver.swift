import DocumentModel

/// Turns a written date into an EDTF value by its era, the dates before it and the document's own.
struct DateResolver: Sendable {
  let eras: EraTable
  /// The most days that a month has in any year.
  private static let longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  /// What became of one end of a date.
  struct Outcome {
    var date: ResolvedDate
    var basis: LinkBasis = .explicit
    /// The date it was read from, for a relative one.
    var anchor: ResolvedDate?
    var era: Int?
  }

  /// Why a date has no value.
  enum Refusal: Error {
    /// No such day in the calendar or the era.
    case impossible
    /// Nothing to count from.
    case noAnchor
  }

  /// Returns the numbers of a written date.
  ///
  /// `block` is the place of the present block: a date before it in the same block is the first
  /// that 同年 and a bare month lean on.
  func resolve(
    _ point: DatePoint, anchors: DateAnchors, block: Int, section: SectionID, isInitial: Bool
  ) throws(Refusal) -> Outcome {
    // No year has a 30th of February.
    if let month = point.month {
      guard (1...12).contains(month), (point.day ?? 1) <= Self.longestMonths[month - 1] else {
        throw .impossible
      }
    }
    var outcome = try yearOutcome(
      point, anchors: anchors, block: block, section: section, isInitial: isInitial)
    outcome.date.isFiscal = point.isFiscal
    outcome.date.part = point.part
    if let month = point.month {
      outcome.date.month = month
      outcome.date.day = point.day
    }
    if point.part?.isDecade == true, case .short(let value) = point.year {
      outcome.date.year = (value >= 30 ? 1900 : 2000) + value
    }
    guard let interval = outcome.date.value.interval else { throw .impossible }
    if let era = outcome.era, case .era = point.year,
      !eras.holds(era, interval, written: anchors.document?.interval?.first)
    {
      throw .impossible
    }
    return outcome
  }

  // MARK: Years

  private func yearOutcome(
    _ point: DatePoint, anchors: DateAnchors, block: Int, section: SectionID, isInitial: Bool
  ) throws(Refusal) -> Outcome {
    switch point.year {
    case .gregorian(let year):
      return Outcome(date: ResolvedDate(year: year))
    case .short(let value):
      return Outcome(date: ResolvedDate(year: century(of: value, anchors)))
    case .era(let era, let year):
      return Outcome(
        date: ResolvedDate(year: eras.gregorianYear(era, year)), era: era)
    case .bare(let value):
      return try bareYear(value, anchors, block: block)
    case .fromDocument(let offset):
      guard let present = anchors.present else { throw .noAnchor }
      return stepped(
        from: present, by: offset, point, basis: .document)
    case .fromAntecedent(let offset):
      guard let last = anchors.last else { throw .noAnchor }
      return stepped(from: last.date, by: offset, point, basis: .antecedent)
    case .fromEither(let offset):
      if let last = anchors.last, last.block == block {
        return stepped(from: last.date, by: offset, point, basis: .antecedent)
      }
      guard let present = anchors.present else { throw .noAnchor }
      return stepped(from: present, by: offset, point, basis: .document)
    case nil:
      if point.monthStep != nil || point.dayStep != nil { return try stepOutcome(point, anchors) }
      return try yearless(
        point, anchors: anchors, block: block, section: section, isInitial: isInitial)
    }
  }

  /// Counts years from an anchor; from a date in a fiscal year's last months 年度 counts from it.
  private func stepped(
    from anchor: ResolvedDate, by offset: Int, _ point: DatePoint, basis: LinkBasis
  ) -> Outcome {
    var year = anchor.year
    if point.isFiscal, !anchor.isFiscal, let month = anchor.month, month < 4 { year -= 1 }
    var date = ResolvedDate(year: year + offset)
    if case .fromAntecedent(let steps) = point.monthStep, let month = anchor.month {
      date.month = month + steps
    }
    return Outcome(date: date, basis: basis, anchor: anchor)
  }

  /// Reads the century of '19 or 23年10月 nearest to the document's year.
  private func century(of value: Int, _ anchors: DateAnchors) -> Int {
    guard value < 100 else { return value }
    guard let year = anchors.documentDate?.year ?? anchors.last?.date.year ?? anchors.latest?.year
    else {
      return value < 60 ? 2000 + value : 1900 + value
    }
    return abs(2000 + value - year) <= abs(1900 + value - year) ? 2000 + value : 1900 + value
  }

  /// Reads 5年度 by the era of the date before it in the block, else of the document's day.
  private func bareYear(
    _ value: Int, _ anchors: DateAnchors, block: Int
  ) throws(Refusal) -> Outcome {
    if let last = anchors.last, last.block == block, let era = last.era {
      return Outcome(
        date: ResolvedDate(year: eras.gregorianYear(era, value)), basis: .antecedent,
        anchor: last.date, era: era)
    }
    guard let document = anchors.document?.interval?.first, let era = eras.era(on: document) else {
      throw .noAnchor
    }
    let byEra = eras.gregorianYear(era, value)
    let byCentury = century(of: value, anchors)
    let year = abs(byEra - document.year) <= abs(byCentury - document.year) ? byEra : byCentury
    return Outcome(
      date: ResolvedDate(year: year), basis: .document, anchor: anchors.documentDate, era: nil)
  }

  // MARK: Months and days without a year

  private func yearless(
    _ point: DatePoint, anchors: DateAnchors, block: Int, section: SectionID, isInitial: Bool
  ) throws(Refusal) -> Outcome {
    if let column = anchors.column,
      anchors.lastPlain?.block != block
        || anchors.lastPlain?.cell != anchors.cell
    {
      return inYear(of: column, month: point.month, basis: .antecedent)
    }
    if let last = anchors.lastPlain, last.block == block {
      return inYear(of: last.date, month: point.month, basis: .antecedent)
    }
    if let label = anchors.rowLabel {
      return inYear(of: label, month: point.month, basis: .antecedent)
    }
    if let label = anchors.label {
      return inYear(of: label.date, month: point.month, basis: .antecedent)
    }
    if isInitial, let last = anchors.lastPlain, last.isInitial, block - last.block <= 3 {
      return inYear(of: last.date, month: point.month, basis: .antecedent)
    }
    if let present = anchors.present {
      return inYear(of: present, month: point.month, basis: .document)
    }
    guard let last = anchors.lastPlain, block - last.block <= 3 else { throw .noAnchor }
    return inYear(of: last.date, month: point.month, basis: .antecedent)
  }

  private func inYear(of anchor: ResolvedDate, month: Int?, basis: LinkBasis) -> Outcome {
    guard let fiscal = anchor.isFiscal ? anchor.year : anchor.withinFiscalYear else {
      return Outcome(date: ResolvedDate(year: anchor.year), basis: basis, anchor: anchor)
    }
    var date = ResolvedDate(year: (month ?? 12) < 4 ? fiscal + 1 : fiscal)
    date.withinFiscalYear = fiscal
    return Outcome(date: date, basis: basis, anchor: anchor)
  }

  /// Reads 同月, 翌月, 同日, 翌日, 今月.
  private func stepOutcome(
    _ point: DatePoint, _ anchors: DateAnchors
  ) throws(Refusal) -> Outcome {
    let anchor: ResolvedDate?
    let basis: LinkBasis
    let steps: Int
    switch point.dayStep ?? point.monthStep {
    case .fromAntecedent(let count):
      (anchor, basis, steps) = (anchors.last?.date, .antecedent, count)
    case .fromDocument(let count):
      (anchor, basis, steps) = (anchors.present, .document, count)
    case nil:
      throw .noAnchor
    }
    guard let anchor, let month = anchor.month else { throw .noAnchor }
    var date = ResolvedDate(year: anchor.year, month: month)
    if point.dayStep != nil {
      guard let day = anchor.day,
        let moved = CalendarDay(year: anchor.year, month: month, day: day)?.advanced(by: steps)
      else { throw .noAnchor }
      date = ResolvedDate(year: moved.year, month: moved.month, day: moved.day)
    } else {
      let place = month - 1 + steps
      date.year += place < 0 ? -1 : place / 12
      date.month = (place + 12) % 12 + 1
      date.day = point.day
    }
    return Outcome(date: date, basis: basis, anchor: anchor)
  }
}
