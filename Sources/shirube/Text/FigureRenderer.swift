import DocumentModel
import Workbench

/// Writes quantities with the values they are given.
struct FigureRenderer {
  private let relations: RelationText

  init(names: DisplayNames) {
    relations = RelationText(laws: names.laws, calendar: names.calendar)
  }

  /// Adds each quantity, how its values differ, and every value with its quotation.
  func add(_ traced: TracedMeasure, to page: inout TextPage) {
    let measure = traced.trace.measure.name
    page.paragraph(
      Words.say("「\(measure)」の数値", "Figures of “\(measure)”"), indent: 0, style: .title)
    for figure in traced.trace.figures {
      page.blank()
      page.paragraph(head(figure), indent: 0, style: .label)
      for value in figure.values {
        page.paragraph(line(value), indent: 2)
        let document = traced.documents[value.evidence.document]
        let title = document?.metadata.title?.value ?? document?.source ?? ""
        page.paragraph(value.evidence.quote, indent: 6)
        page.paragraph(
          "― \(title)  \(Words.place(value.evidence.location))  \(value.passage)", indent: 6,
          style: .faint)
      }
    }
  }

  /// 供給確保計画 ― 増加.
  func head(_ figure: Figure) -> String {
    let names = TraceRuleNames.names(figure.relation)
    return "\(figure.what) ― \(Words.say(names.ja, names.en))"
  }

  /// 85件（2024年6月4日）.
  func line(_ value: Figure.Value) -> String {
    let facts = [value.date.map(relations.date), value.scope].compactMap { $0 }
    guard !facts.isEmpty else { return value.value }
    let inside = facts.joined(separator: Words.say("、", ", "))
    return value.value + Words.say("（\(inside)）", " (\(inside))")
  }
}
