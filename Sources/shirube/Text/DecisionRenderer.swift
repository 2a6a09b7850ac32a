import DocumentModel
import Workbench

/// Writes what people decided about pillars for reading.
struct DecisionRenderer {
  var global: GlobalOptions
  private let labelWidth = 10

  init(global: GlobalOptions) { self.global = global }

  /// Prints a decision just made in the format asked for.
  func print(_ decided: Staged<DecidedSection>) throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let printer = try ResultPrinter()
    if format == .json {
      try printer.line(JSONText.pretty(PillarDecisionShape(decided.value.decision)))
    } else {
      try page(decided.value).print(to: printer)
    }
    try printer.finish()
    global.report(decided.diagnostics)
  }

  private func page(_ decided: DecidedSection) -> TextPage {
    var page = TextPage()
    let decision = decided.decision
    page.paragraph(decision.path.joined(separator: " › "), indent: 0, style: .title)
    if let before = decided.before { add(Words.say("これまで", "Before"), before, to: &page) }
    if let now = decided.now { add(Words.say("これから", "Now"), now, to: &page) }
    addReason(decision, to: &page)
    return page
  }

  /// Returns the list, the oldest decision first.
  func page(_ listed: [ListedDecision]) -> TextPage {
    var page = TextPage()
    for entry in listed {
      let decision = entry.decision
      page.blank()
      page.paragraph(decision.path.joined(separator: " › "), indent: 0, style: .title)
      page.field(
        Words.say("柱", "Pillar"),
        (decision.pillars.map(Words.pillars) ?? Words.say("取り下げ", "withdrawn"))
          + state(entry.state),
        indent: 2, labelWidth: labelWidth)
      addReason(decision, to: &page)
      page.field(
        Words.say("文書", "Document"), decision.document.rawValue, indent: 2,
        labelWidth: labelWidth)
      page.field(
        "ID", (entry.section ?? decision.section).rawValue, indent: 2, labelWidth: labelWidth)
    }
    return page
  }

  private func add(_ label: String, _ assignment: PillarAssignment, to page: inout TextPage) {
    let basis = Words.basis(assignment.basis)
    page.field(
      label,
      assignment.basis == .none
        ? Words.pillars([])
        : Words.pillars(assignment.pillars) + Words.say("（\(basis)）", " (\(basis))"),
      indent: 2, labelWidth: labelWidth)
  }

  private func addReason(_ decision: PillarDecision, to page: inout TextPage) {
    page.field(
      Words.say("判断", "Decided"),
      Words.say(
        "\(decision.by)、\(decision.day.iso8601)", "by \(decision.by), \(decision.day.iso8601)"),
      indent: 2, labelWidth: labelWidth)
    page.field(Words.say("理由", "Why"), decision.why, indent: 2, labelWidth: labelWidth)
  }

  private func state(_ state: ListedDecision.State) -> String {
    switch state {
    case .applied, .withdrawal: ""
    case .orphan:
      Words.say("（この節は索引に見つかりません）", " (this section isn't in the index)")
    case .superseded: Words.say("（後の判断が優先）", " (a later decision holds)")
    case .unknown: Words.say("（索引がないので未適用）", " (not applied: there is no index)")
    }
  }
}
