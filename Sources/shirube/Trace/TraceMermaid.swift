import DocumentModel
import Workbench

/// Writes the course of measures as a Mermaid Gantt chart: a section a stage, a milestone a step.
///
/// See Mermaid: Syntax, Gantt diagrams. A colon ends a task's name, and `;` and `#` end what comes
/// after it, so these are written in their full-width forms.
struct TraceMermaid {
  let words: TraceWords

  /// Returns the chart; steps without days the calendar knows are remarks (`%%`).
  func chart(_ traces: [TracedMeasure]) -> String {
    let names = traces.map { Words.say("「\($0.trace.measure.name)」", "“\($0.trace.measure.name)”") }
    var lines = [
      "gantt",
      "  title "
        + Self.safe(
          Words.say(
            names.joined(separator: "と") + "の経過",
            "The course of " + names.joined(separator: " and "))),
      "  dateFormat YYYY-MM-DD", "  axisFormat %Y-%m",
    ]
    for stage in TraceStage.allCases {
      for (series, traced) in traces.enumerated() {
        let letter = traces.count > 1 ? TraceBoard.letter(series) : ""
        let steps = traced.trace.steps.enumerated().filter { $0.element.stage == stage }
        let isGap = traced.trace.lacks(stage)
        guard !steps.isEmpty || isGap else { continue }
        let name = Words.stage(stage) + (letter.isEmpty ? "" : " \(letter)")
        if steps.isEmpty {
          lines.append(
            "  %% \(name): \(Words.say("収録文書に見当たらない", "not found in the corpus"))")
          continue
        }
        lines.append("  section \(Self.safe(name))")
        for (index, step) in steps {
          lines.append("    " + task(step, id: "\(letter.lowercased())s\(index + 1)"))
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  private func task(_ step: TraceStep, id: String) -> String {
    let label = Array(StepLabel.words(step).unicodeScalars.prefix(40))
    var view = String.UnicodeScalarView()
    view.append(contentsOf: label)
    let name = Self.safe("\(words.shortDate(step.date)) \(String(view))")
    let interval = step.date.interval
    guard let first = interval?.first ?? interval?.last else { return "%% \(name)" }
    let tags = step.status == .planned ? "" : "done, "
    if step.date.rawValue.contains("/"), let last = interval?.last, first < last {
      return "\(name) :\(tags)\(id), \(first.iso8601), \(last.iso8601)"
    }
    return "\(name) :\(tags)milestone, \(id), \(first.iso8601), 0d"
  }

  /// Returns words that can stand in a task's name, a section or a title.
  private static func safe(_ text: String) -> String {
    var safe = ""
    for scalar in Printable.safe(text).unicodeScalars {
      switch scalar {
      case ":": safe += "："
      case ";": safe += "；"
      case "#": safe += "＃"
      case "%": safe += "％"
      case "\n": safe += " "
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
