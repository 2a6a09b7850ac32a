import Citations
import DocumentModel
import Workbench

/// Writes the steps of measures as a table, one row a step.
struct TraceCSV {
  let words: TraceWords

  /// Returns the table; gaps are rows without a date.
  func table(_ traces: [TracedMeasure]) -> String {
    var rows: [[String]] = []
    for traced in traces {
      let measure = traced.trace.measure.name
      for (number, step) in traced.trace.steps.enumerated() {
        rows.append(row(step, number: number + 1, measure, traced))
      }
      for gap in traced.trace.gaps {
        var row = Array(repeating: "", count: header.count)
        row[0] = measure
        row[4] = Words.stage(gap.stage)
        row[5] = gap.stage.rawValue
        row[6] = words.gap(gap)
        if let evidence = gap.evidence {
          row[7] = evidence.quote
          row[12] = words.citation(evidence, traced)
          row[16] = evidence.passage.rawValue
        }
        rows.append(row)
      }
    }
    return CSVWriter().write(header: header, rows: rows)
  }

  private var header: [String] {
    [
      Words.say("施策", "Measure"), Words.say("番号", "No."), Words.say("日付", "Date"),
      Words.say("日付（EDTF）", "Date (EDTF)"), Words.say("段階", "Stage"),
      Words.say("段階（英名）", "Stage (key)"), Words.say("状態", "Status"),
      Words.say("引用", "Quotation"), Words.say("根拠法令", "Law"), Words.say("府省庁", "Ministry"),
      Words.say("府省庁の役割", "Role"), Words.say("金額", "Amount"), Words.say("出典", "Source"),
      Words.say("頁", "Page"), Words.say("行", "Line"), Words.say("終わりの行", "Last line"),
      Words.say("段落ID", "Passage"), Words.say("同じ出来事", "Also told in"),
      Words.say("判定の根拠", "Basis"),
    ]
  }

  private func row(
    _ step: TraceStep, number: Int, _ measure: String, _ traced: TracedMeasure
  ) -> [String] {
    let evidence = step.evidence
    let location = evidence.location
    return [
      measure, "\(number)", words.date(step.date), step.date.rawValue, Words.stage(step.stage),
      step.stage.rawValue, Words.status(step.status), evidence.quote,
      step.law.map(words.laws.short) ?? "", step.ministry ?? "",
      step.ministry == nil ? "" : Words.role(step.ministryRole), step.amount ?? "",
      words.citation(evidence, traced), location.page.map(String.init) ?? "", "\(location.line)",
      "\(location.lineEnd)", evidence.passage.rawValue,
      step.also.map(\.passage.rawValue).joined(separator: " "), step.basis,
    ]
  }
}
