package import DocumentModel

/// What people decided about documents' descriptions, in the order of deciding; the last word on
/// each value holds.
package struct DocumentDecisions: Sendable {
  package var all: [DocumentDecision]

  package init(_ all: [DocumentDecision] = []) { self.all = all }

  /// Returns the values that people decided for a document.
  ///
  /// A decision is about the file of its name. Where the file was given by another path (alone
  /// instead of in its folder), the id and the file's own name tell it; where it was renamed, so that
  /// no document of the index has the name, the id. `sources` are the names of all.
  package func values(
    of document: DocumentID, source: String, among sources: Set<String>
  ) -> DocumentMetadata {
    var metadata = DocumentMetadata()
    for decision in all where Self.concerns(decision, document, source, among: sources) {
      for (name, value) in decision.values { metadata[name] = value.map { .init($0, .decided) } }
    }
    return metadata
  }

  /// Returns the decisions that hold values and whose document isn't among those given.
  package func orphans(
    outside documents: [(id: DocumentID, source: String)]
  ) -> [Diagnostic] {
    var last: [DocumentID: DocumentDecision] = [:]
    let sources = Set(documents.map(\.source))
    for decision in all {
      let isThere = documents.contains {
        Self.concerns(decision, $0.id, $0.source, among: sources)
      }
      if !isThere { last[decision.document] = decision }
    }
    return last.values
      .filter { !values(of: $0.document, source: $0.source, among: sources).isEmpty }
      .sorted { $0.document < $1.document }
      .map {
        Diagnostic(
          "decision.document-orphan", .warning,
          arguments: ["document": $0.document.rawValue, "name": $0.source])
      }
  }

  private static func concerns(
    _ decision: DocumentDecision, _ document: DocumentID, _ source: String,
    among sources: Set<String>
  ) -> Bool {
    if decision.source == source { return true }
    guard decision.document == document else { return false }
    return !sources.contains(decision.source)
      || decision.source.split(separator: "/").last == source.split(separator: "/").last
  }
}
