import DocumentModel
import Workbench

/// Writes the steps of traces that a passage gives, each with the rules that made it.
struct ExplainedSteps {
  let words: TraceWords

  /// Adds the steps below the name of their measure; nothing where there are none.
  func add(_ steps: [ExplainedStep], to page: inout TextPage) {
    guard !steps.isEmpty else { return }
    page.blank()
    page.line(Words.say("施策の段階", "Steps of traces"), .title)
    var measure: String?
    for explained in steps {
      if explained.measure != measure {
        measure = explained.measure
        page.paragraph(explained.measure, indent: 2, style: .label)
      }
      let telling = explained.telling
      page.paragraph(
        ([
          words.date(telling.date), Words.stage(telling.stage), Words.status(telling.status),
        ] + words.facts(telling)).joined(separator: "  "), indent: 4)
      for reason in telling.reasons {
        page.paragraph(Words.reason(reason), indent: 6, style: .faint)
      }
      if !explained.isBest {
        let best = explained.step.evidence
        page.paragraph(
          Words.say("同じ出来事の主な引用: ", "The event's best quotation: ")
            + "\(best.passage) \(Words.place(best.location))", indent: 6, style: .faint)
      }
    }
  }
}
