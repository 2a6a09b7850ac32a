package import DocumentModel

/// What of a chain is asked for.
package struct TraceNarrowing: Sendable {
  /// Dates as a reader writes them: 2024-05-17, FY2024, 令和6年5月.
  package var from: String?
  package var until: String?
  /// Steps of other stages are left out; none means all.
  package var stages: [TraceStage] = []
  /// Steps of other ministries (names, full or short) are left out; none means all.
  package var ministries: [String] = []
  /// Only these documents are read, by id; none means all.
  package var documents: [String] = []

  package init() {}

  package var isEmpty: Bool {
    from == nil && until == nil && stages.isEmpty && ministries.isEmpty && documents.isEmpty
  }
}
