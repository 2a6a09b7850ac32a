package import DocumentModel
import PassageIndex
import Tracing

/// A step that a passage gives a measure, with what the passage itself tells of it.
package struct ExplainedStep: Sendable {
  /// The measure or term traced.
  package var measure: String
  /// The passage's own telling, with the rule behind each part.
  package var telling: TraceStep
  /// The step of the chain that it is evidence for.
  package var step: TraceStep

  /// Whether the passage gives the step's best quotation.
  package var isBest: Bool { telling.evidence.passage == step.evidence.passage }
}

/// Tells which steps of traces a passage gives, and by which rules.
///
/// A step is a reading of a passage under a measure and isn't kept in the index: the measures that
/// the passage or what stands about it may speak of are traced, and those steps are taken that have the
/// passage as evidence.
package struct ExplainSteps: Sendable {
  private let base: KnowledgeBase
  private let tracer: TraceMeasure

  package init(_ base: KnowledgeBase, names: RegistryNames) {
    self.base = base
    self.tracer = TraceMeasure(base, names: names)
  }

  /// Returns the passage's steps, by measure and then by date.
  ///
  /// With `terms`, those of these measures or terms alone; else those of all measures of the registry.
  ///
  /// - Throws: `WorkbenchError` for a blank term.
  package func run(_ passage: PassageID, of terms: [String] = []) throws -> [ExplainedStep] {
    var terms = terms
    if terms.isEmpty {
      let about = try base.ask { reader throws(IndexError) in
        try reader.traceSurroundings(of: passage)
      }
      terms = try tracer.catalogue().measures(in: about)
    }
    return try terms.flatMap { term in
      try tracer.run(term).trace.steps.flatMap { step in
        step.tellings.filter { telling in
          ([telling.evidence] + telling.also).contains { $0.passage == passage }
        }.map { ExplainedStep(measure: term, telling: $0, step: step) }
      }
    }
  }
}
