/// A measure's chain from strategy to follow-up.
package struct Trace: Sendable {
  package var measure: Measure
  /// By date.
  package var steps: [TraceStep]
  package var gaps: [Gap]
  package var figures: [Figure]
  /// How the documents with its steps stand to each other.
  package var lineage: DocumentLineage

  package init(
    measure: Measure, steps: [TraceStep], gaps: [Gap], figures: [Figure],
    lineage: DocumentLineage = DocumentLineage()
  ) {
    self.measure = measure
    self.steps = steps
    self.gaps = gaps
    self.figures = figures
    self.lineage = lineage
  }
}
