import Citations
import DocumentModel
import Registry
import Workbench

/// Writes a measure's chain for reading.
struct TraceRenderer {
  private let relations: RelationText
  private let laws: LawNames
  private let figures: FigureRenderer
  /// Whether the rule and the words behind each part of a step are shown.
  private let isVerbose: Bool

  init(registry: Registry, isVerbose: Bool = false) {
    self.isVerbose = isVerbose
    figures = FigureRenderer(registry: registry)
    laws = LawNames(registry)
    relations = RelationText(laws: laws, calendar: registry.calendar)
  }

  /// Adds the steps by date, then gaps and figures.
  func add(_ traced: TracedMeasure, to page: inout TextPage) {
    let trace = traced.trace
    page.paragraph(
      Words.say("「\(trace.measure.name)」の経過", "The course of “\(trace.measure.name)”"), indent: 0,
      style: .title)
    if !trace.measure.aliases.isEmpty {
      page.paragraph(
        Words.say("別名: ", "Also: ")
          + trace.measure.aliases.joined(separator: Words.say("、", ", ")), indent: 0,
        style: .faint)
    }
    for (label, names) in [
      (Words.say("上位の施策: ", "Part of: "), trace.measure.parents),
      (Words.say("含まれる施策: ", "Parts: "), trace.measure.parts),
    ] where !names.isEmpty {
      page.paragraph(
        label + names.joined(separator: Words.say("、", ", ")), indent: 0, style: .faint)
    }
    if !traced.ambiguous.isEmpty {
      page.paragraph(
        Words.say("複数の施策に当たる名前です: ", "The name stands for several measures: ")
          + traced.ambiguous.joined(separator: Words.say("、", ", ")), indent: 0, style: .warning)
    }
    for step in trace.steps {
      page.blank()
      add(step, traced, to: &page)
    }
    addGaps(trace.gaps, to: &page)
    addFigures(trace.figures, to: &page)
  }

  private func add(_ step: TraceStep, _ traced: TracedMeasure, to page: inout TextPage) {
    page.line(
      "\(relations.date(step.date))  \(Words.say("【", "["))\(Words.stage(step.stage))"
        + Words.say("】", "]"), .title)
    page.paragraph(step.evidence.quote, indent: 4)
    let document = traced.documents[step.evidence.document]
    let title = document?.metadata.title?.value ?? document?.source ?? ""
    page.paragraph(
      "― \(title)  \(Words.place(step.evidence.location))  \(step.evidence.passage)", indent: 4,
      style: .faint)
    var facts: [String] = []
    if let law = step.law { facts.append(Words.say("根拠法令 ", "law ") + laws.short(law)) }
    if let ministry = step.ministry {
      facts.append(Words.role(step.ministryRole) + " " + ministry)
    }
    if let amount = step.amount { facts.append(Words.say("金額 ", "amount ") + amount) }
    if !facts.isEmpty { page.paragraph(facts.joined(separator: "  "), indent: 4, style: .label) }
    if !step.also.isEmpty {
      let others = step.also.map {
        "\($0.document) \(Words.place($0.location))"
      }
      page.paragraph(
        Words.say("同じ出来事: ", "Also told: ") + others.joined(separator: Words.say("、", ", ")),
        indent: 4, style: .faint)
    }
    if isVerbose {
      for reason in step.reasons { page.paragraph(Words.reason(reason), indent: 4, style: .faint) }
    }
  }

  private func addGaps(_ gaps: [Gap], to page: inout TextPage) {
    guard !gaps.isEmpty else { return }
    page.blank()
    page.line(
      Words.say(
        "収録文書に見当たらないもの（行われていないという意味ではない）",
        "Not found in the corpus (which is not to say it was not done)"), .title)
    let stages = gaps.filter { $0.kind == .stage }.map { Words.stage($0.stage) }
    if !stages.isEmpty {
      page.paragraph(
        Words.say("段階: ", "Stages: ") + stages.joined(separator: Words.say("、", ", ")), indent: 4)
    }
    for gap in gaps where gap.kind != .stage {
      let date = gap.date.map { relations.date($0) + Words.say("を期日とする目標: ", ": ") } ?? ""
      let names = TraceRuleNames.names(gap.kind)
      page.paragraph(date + Words.say(names.ja, names.en), indent: 4)
      if let evidence = gap.evidence {
        page.paragraph(
          "\(evidence.quote) ― \(Words.place(evidence.location)) \(evidence.passage)", indent: 6,
          style: .faint)
      }
    }
  }

  private func addFigures(_ all: [Figure], to page: inout TextPage) {
    guard !all.isEmpty else { return }
    page.blank()
    page.line(Words.say("数値", "Figures"), .title)
    for figure in all {
      let values = figure.values.map(figures.line)
      page.paragraph(
        "\(figures.head(figure)): " + values.joined(separator: Words.say("、", ", ")), indent: 4)
    }
  }
}
