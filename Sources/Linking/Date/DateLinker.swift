package import DocumentModel
package import Registry

/// Finds the dates of a document and resolves them in reading order.
package struct DateLinker: MentionFinder {
  private let scanner: DateScanner
  private let resolver: DateResolver

  /// Compiles the era table.
  package init(registry: Registry) {
    let eras = EraTable(registry.eras)
    scanner = DateScanner(eras: eras)
    resolver = DateResolver(eras: eras)
  }

  package func addTriggers(to table: inout TriggerTable) {
    table.add(.date, at: scanner.openings)
    table.add(.quotation, at: QuotedDates.openings)
  }

  /// Returns a mention for every date that has a value; the others are told as diagnostics.
  package func mentions(in context: LinkingContext) -> Staged<[Mention]> {
    var mentions: [Mention] = []
    var diagnostics: [Diagnostic] = []
    var anchors = DateAnchors(document: context.document.metadata.date.map { EDTF($0.value) })
    if anchors.documentDate == nil { anchors.latest = latestDay(in: context) }
    let quotations = QuotedDates(context: context, scanner: scanner, resolver: resolver)
    var tables = TableDates(document: context.document)
    for place in context.numbers(of: .date) {
      let block = context.blocks[place]
      let quoted = quotations.date(of: block.block.section)
      scanner.forEachExpression(in: block) { expression in
        anchors.enter(run: block.run, quoted: quoted)
        do throws(DateResolver.Refusal) {
          let cell = tables.cell(at: expression.range.lowerBound, in: block)
          anchors.enter(
            cell: cell, column: cell.flatMap { tables.column($0, of: block) },
            label: cell.flatMap { _ in tables.label(of: block) })
          mentions.append(
            try mention(expression, in: block, at: place, anchors: &anchors))
          if let cell, let last = anchors.last?.date { tables.note(last, cell: cell, of: block) }
        } catch {
          let span = block.span(expression.range)
          diagnostics.append(
            Diagnostic(
              error == .impossible ? "date.impossible" : "date.no-anchor",
              error == .impossible ? .warning : .note,
              arguments: ["text": context.document.citable.string(span)],
              location: context.document.location(of: span)))
        }
      }
    }
    return Staged(mentions, diagnostics: diagnostics)
  }

  /// Returns the last day that the text gives in full and not as one to come.
  ///
  /// A document that tells no date of its own was made no earlier, and its 本年 is mostly that
  /// year. Its dates are scanned for this alone, and once more when they are resolved: that takes little
  /// time, and all expressions of a long document much room.
  private func latestDay(in context: LinkingContext) -> ResolvedDate? {
    var latest: ResolvedDate?
    for place in context.numbers(of: .date) {
      let block = context.blocks[place]
      scanner.forEachExpression(in: block) { expression in
        guard expression.bound == .point, expression.first.day != nil else { return }
        switch DateRoleReader.role(of: expression, in: block.text) {
        case .inForce, .deadline, .target: return
        default: break
        }
        guard expression.first.hasFullYear,
          let outcome = try? resolver.resolve(
            expression.first, anchors: DateAnchors(), block: 0, section: block.block.section,
            isInitial: false)
        else { return }
        if latest.map({ $0.startsBefore(outcome.date) }) ?? true { latest = outcome.date }
      }
    }
    return latest
  }

  /// Resolves one expression and remembers it as what later ones lean on.
  private func mention(
    _ expression: DateExpression, in block: BlockText, at place: Int, anchors: inout DateAnchors
  ) throws(DateResolver.Refusal) -> Mention {
    let isInitial = block.text.isInitial(expression.range.lowerBound)
    let first = try resolver.resolve(
      expression.first, anchors: anchors, block: place, section: block.block.section,
      isInitial: isInitial)
    var last = first
    if let second = expression.last {
      var within = anchors
      within.remember(first, block: place, isInitial: isInitial, isPlain: true)
      last = try resolver.resolve(
        second, anchors: within, block: place, section: block.block.section, isInitial: isInitial)
      // 10月～3月 runs over the new year.
      if second.year == expression.first.year, last.date.ends.last < first.date.ends.first {
        last.date.year += 1
      }
      guard first.date.startsBefore(last.date) else { throw .impossible }
    }
    let value: String
    switch expression.bound {
    case .point: value = first.date.value.rawValue
    case .range: value = "\(first.date.ends.first)/\(last.date.ends.last)"
    case .onwards: value = "\(first.date.ends.first)/.."
    case .until: value = "../\(first.date.ends.last)"
    }
    anchors.remember(
      last, block: place, isInitial: isInitial,
      isPlain: expression.bound != .until && expression.first.part?.isDecade != true)
    if let label = YearLabel.date(expression, last, in: block) {
      anchors.label = (label, block.run)
    }
    let basis = first.basis != .explicit ? first.basis : last.basis
    let target = DateTarget(
      value: EDTF(value), isRelative: basis != .explicit,
      isApproximate: expression.isApproximate,
      anchor: (first.anchor ?? last.anchor)?.value,
      role: DateRoleReader.role(
        of: expression, in: block.text,
        until: anchors.cell.map { block.text.range(of: block.block.cells[$0]).upperBound }))
    return Mention(
      span: block.span(expression.range), target: .date(target), basis: basis,
      evidence: Evidence(
        rule: expression.rule, words: block.text.string(expression.range)))
  }
}

extension ScalarText {
  /// Whether only bullets, brackets and spaces stand before a code point.
  func isInitial(_ index: Int) -> Bool {
    for scalar in scalars[..<index] {
      let isWord =
        ScalarClass.isKanji(scalar) || ScalarClass.isHiragana(scalar)
        || ScalarClass.isKatakana(scalar) || ScalarClass.isLatin(scalar)
        || ScalarClass.isDigit(scalar)
      if isWord { return false }
    }
    return true
  }
}

extension ResolvedDate {
  /// Whether this date begins no later than another ends.
  func startsBefore(_ other: ResolvedDate) -> Bool {
    guard let first = value.interval?.first, let last = other.value.interval?.last else {
      return false
    }
    return first <= last
  }
}

extension DatePoint {
  /// Whether its year stands by itself: Gregorian with four digits, or of an era.
  var hasFullYear: Bool {
    switch year {
    case .gregorian, .era: true
    default: false
    }
  }
}

extension DateExpression {
  /// The stable name of the rule that read it.
  var rule: String {
    switch first.year {
    case .era: "date.era"
    case .gregorian: "date.gregorian"
    case .short: "date.two-digit-year"
    case .bare: "date.bare-year"
    case .fromDocument, .fromAntecedent, .fromEither: "date.relative"
    case nil: first.monthStep != nil || first.dayStep != nil ? "date.relative" : "date.bare-month"
    }
  }
}

extension DateAnchors {
  /// Notes that reading has come to a run of blocks; a label of another run no longer counts.
  mutating func enter(run: Int, quoted: ResolvedDate?) {
    if let label, label.run != run { self.label = nil }
    self.quoted = quoted
  }

  /// Notes that reading has come to a table cell, or to no cell.
  mutating func enter(cell: Int?, column: ResolvedDate?, label: ResolvedDate?) {
    (self.cell, self.column, rowLabel) = (cell, column, label)
  }

  /// Notes a date as what later ones may lean on.
  mutating func remember(
    _ outcome: DateResolver.Outcome, block: Int, isInitial: Bool, isPlain: Bool
  ) {
    let antecedent = Antecedent(
      date: outcome.date, era: outcome.era, block: block, cell: cell, isInitial: isInitial)
    last = antecedent
    if isPlain { lastPlain = antecedent }
  }
}
