import DocumentModel
import Workbench

/// Writes the course of a measure for the terminal: one line a step, in columns that line up.
struct TraceTimeline {
  let words: TraceWords
  let figures: FigureRenderer
  /// Whether each step's quotation, source, facts and rules stand below its line.
  var isVerbose = false

  /// Adds the steps by date, then gaps, figures and sources; of several measures each with its letter.
  func add(_ traces: [TracedMeasure], to page: inout TextPage) {
    let names = traces.map { Words.say("「\($0.trace.measure.name)」", "“\($0.trace.measure.name)”") }
    page.paragraph(
      Words.say(
        names.joined(separator: "と") + "の経過", "The course of " + names.joined(separator: " and ")),
      indent: 0, style: .title)
    let isCompared = traces.count > 1
    for (series, traced) in traces.enumerated() {
      addNames(traced, letter: isCompared ? TraceBoard.letter(series) + ": " : "", to: &page)
    }
    page.blank()
    let keys = SourceKeys(traces)
    addSteps(traces, keys, to: &page)
    for (series, traced) in traces.enumerated() {
      let letter = isCompared ? TraceBoard.letter(series) + ": " : ""
      addGaps(traced.trace.gaps, letter: letter, to: &page)
      addFigures(traced.trace.figures, letter: letter, to: &page)
    }
    addSources(keys, traces, to: &page)
  }

  private func addNames(_ traced: TracedMeasure, letter: String, to page: inout TextPage) {
    let measure = traced.trace.measure
    let comma = Words.say("、", ", ")
    if !letter.isEmpty { page.paragraph(letter + measure.name, indent: 0, style: .label) }
    if !measure.aliases.isEmpty {
      page.paragraph(
        Words.say("別名: ", "Also: ") + measure.aliases.joined(separator: comma), indent: 0,
        style: .faint)
    }
    for (label, names) in [
      (Words.say("上位の施策: ", "Part of: "), measure.parents),
      (Words.say("含まれる施策: ", "Parts: "), measure.parts),
    ] where !names.isEmpty {
      page.paragraph(label + names.joined(separator: comma), indent: 0, style: .faint)
    }
    if !traced.ambiguous.isEmpty {
      page.paragraph(
        Words.say("複数の施策に当たる名前です: ", "The name stands for several measures: ")
          + traced.ambiguous.joined(separator: comma), indent: 0, style: .warning)
    }
  }

  /// One step with what its line shows.
  private struct Line {
    var step: TraceStep
    var series: Int
    var cells: [String]
  }

  private func addSteps(
    _ traces: [TracedMeasure], _ keys: SourceKeys, to page: inout TextPage
  ) {
    let isCompared = traces.count > 1
    var lines: [Line] = []
    for (series, traced) in traces.enumerated() {
      for (number, step) in traced.trace.steps.enumerated() {
        let mark =
          step.status == .done
          ? "" : Words.say("〔\(Words.status(step.status))〕", "[\(Words.status(step.status))] ")
        let place = keys.place(step.evidence)
        lines.append(
          Line(
            step: step, series: series,
            cells: [
              (isCompared ? TraceBoard.letter(series) : "") + "\(number + 1)",
              words.date(step.date), Words.stage(step.stage), place,
              mark + StepLabel.words(step),
            ]))
      }
    }
    if isCompared {
      lines = lines.enumerated().sorted {
        (Self.sortKey($0.element.step.date), $0.offset)
          < (Self.sortKey($1.element.step.date), $1.offset)
      }.map(\.element)
    }
    let widths = (0..<4).map { column in
      lines.map { DisplayWidth.columns($0.cells[column]) }.max() ?? 0
    }
    let used = widths.reduce(0) { $0 + $1 + 2 }
    for line in lines {
      var text = ""
      for (column, width) in widths.enumerated() {
        let cell = line.cells[column]
        let room = String(repeating: " ", count: max(0, width - DisplayWidth.columns(cell)))
        // Numbers end under each other, everything else begins so.
        text += (column == 0 ? room + cell : cell + room) + "  "
      }
      let rest = Printable.safe(line.cells[4])
      page.line(text + DisplayWidth.shortened(rest, to: max(16, page.width - used)))
      if isVerbose { addDetails(line.step, traces[line.series], indent: widths[0] + 2, to: &page) }
    }
  }

  private func addDetails(
    _ step: TraceStep, _ traced: TracedMeasure, indent: Int, to page: inout TextPage
  ) {
    page.paragraph(step.evidence.quote, indent: indent)
    page.paragraph(
      "― \(words.citation(step.evidence, traced))  \(step.evidence.passage)", indent: indent,
      style: .faint)
    let facts = words.facts(step)
    if !facts.isEmpty {
      page.paragraph(facts.joined(separator: "  "), indent: indent, style: .label)
    }
    if !step.also.isEmpty {
      let others = step.also.map { "\($0.passage) \(Words.place($0.location))" }
      page.paragraph(
        Words.say("同じ出来事: ", "Also told: ") + others.joined(separator: Words.say("、", ", ")),
        indent: indent, style: .faint)
    }
    for reason in step.reasons {
      page.paragraph(Words.reason(reason), indent: indent, style: .faint)
    }
    page.blank()
  }

  /// The first day of a date as text that sorts by time.
  private static func sortKey(_ date: EDTF) -> String {
    (date.interval?.first ?? date.interval?.last)?.iso8601 ?? date.rawValue
  }

  private func addGaps(_ gaps: [Gap], letter: String, to page: inout TextPage) {
    guard !gaps.isEmpty else { return }
    page.blank()
    page.line(letter + Words.gapTitle, .title)
    let stages = gaps.filter { $0.kind == .stage }.map { Words.stage($0.stage) }
    if !stages.isEmpty {
      page.paragraph(stages.joined(separator: Words.say("、", ", ")), indent: 4)
    }
    for gap in gaps where gap.kind != .stage {
      page.paragraph(words.gap(gap), indent: 4)
      if let quote = gap.evidence?.quote, isVerbose {
        page.paragraph(quote, indent: 6, style: .faint)
      }
    }
  }

  private func addFigures(_ all: [Figure], letter: String, to page: inout TextPage) {
    guard !all.isEmpty else { return }
    page.blank()
    page.line(letter + Words.say("数値", "Figures"), .title)
    for figure in all {
      let values = figure.values.map(figures.line)
      page.paragraph(
        "\(figures.head(figure)): " + values.joined(separator: Words.say("、", ", ")), indent: 4)
    }
  }

  private func addSources(
    _ keys: SourceKeys, _ traces: [TracedMeasure], to page: inout TextPage
  ) {
    guard !keys.documents.isEmpty else { return }
    page.blank()
    page.line(Words.say("出典", "Sources"), .title)
    for document in keys.documents {
      guard let traced = traces.first(where: { $0.documents[document] != nil }) else { continue }
      let key = keys.key(document)
      page.paragraph(
        words.source(document, traced), indent: 4, first: "  " + DisplayWidth.padded(key, to: 2),
        style: .faint)
    }
  }
}
