import Citations
import DocumentModel
import Workbench

/// Writes the course of measures as Markdown: every step with its quotation and where it stands.
struct TraceMarkdown {
  let words: TraceWords
  let figures: FigureRenderer

  /// Returns a document with a list of steps, the gaps and the figures of each.
  func document(_ traces: [TracedMeasure]) -> String {
    traces.map(chapter).joined(separator: "\n\n")
  }

  private func chapter(_ traced: TracedMeasure) -> String {
    let trace = traced.trace
    var parts = [
      Words.say(
        "# 「\(escaped(trace.measure.name))」の経過",
        "# The course of “\(escaped(trace.measure.name))”")
    ]
    if !trace.measure.aliases.isEmpty {
      let names = trace.measure.aliases.map(escaped).joined(separator: Words.say("、", ", "))
      parts.append(Words.say("別名: ", "Also: ") + names)
    }
    for (number, step) in trace.steps.enumerated() {
      parts.append(self.step(step, number: number + 1, traced))
    }
    if !trace.gaps.isEmpty {
      parts.append("## " + Words.gapTitle)
      for gap in trace.gaps {
        parts.append("- " + escaped(words.gap(gap)))
        if let evidence = gap.evidence { parts.append(quotation(evidence, traced)) }
      }
    }
    if !trace.figures.isEmpty { parts.append("## " + Words.say("数値", "Figures")) }
    for figure in trace.figures {
      parts.append("### " + escaped(figures.head(figure)))
      for value in figure.values {
        parts.append("- " + escaped(figures.line(value)))
        parts.append(quotation(value.evidence, traced))
      }
    }
    return parts.joined(separator: "\n\n")
  }

  private func step(_ step: TraceStep, number: Int, _ traced: TracedMeasure) -> String {
    var lines = [
      "## \(number). \(words.date(step.date)) \(Words.stage(step.stage))"
        + (step.status == .done
          ? "" : Words.say("（\(Words.status(step.status))）", " (\(Words.status(step.status)))")),
      "",
      quotation(step.evidence, traced),
    ]
    let facts = words.facts(step)
    if !facts.isEmpty {
      lines += ["", facts.map { "- " + escaped($0) }.joined(separator: "\n")]
    }
    for also in step.also {
      lines += ["", Words.say("同じ出来事:", "The same told elsewhere:"), "", quotation(also, traced)]
    }
    return lines.joined(separator: "\n")
  }

  /// A block quote with its citation and the passage's id, by which `cite` verifies it.
  private func quotation(_ evidence: TraceEvidence, _ traced: TracedMeasure) -> String {
    let quote = evidence.quote.split(separator: "\n", omittingEmptySubsequences: false).map {
      "> " + escaped(String($0))
    }
    let source = Words.say("出典：", "Source: ") + escaped(words.citation(evidence, traced))
    return (quote + [">", "> \(source)（`\(evidence.passage.rawValue)`）"]).joined(separator: "\n")
  }

  private func escaped(_ text: String) -> String {
    MarkdownWriter.escaped(Printable.safe(text))
  }
}
