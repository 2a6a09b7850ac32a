package import DocumentModel

/// Builds a measure's chain of dated steps from passages.
package struct TraceBuilder: Sendable {
  package init() {}

  /// Returns the trace of a measure over the passages that may tell of it.
  package func build(_ measure: Measure, from passages: [PassageRecord]) -> Staged<Trace> {
    Staged(Trace(measure: measure, steps: [], gaps: [], figures: []))
  }
}
