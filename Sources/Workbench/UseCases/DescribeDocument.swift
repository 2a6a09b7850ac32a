package import DocumentModel
import PassageIndex
package import Pillars
package import Registry

/// A decision on a document's description with what it changed.
package struct DescribedDocument: Sendable {
  package var decision: DocumentDecision
  package var before: DocumentRecord
  package var now: DocumentRecord
}

/// Corrects what is known of a document, by a person's decision.
///
/// The document is analysed again from the text that the index keeps, with its description as it is
/// decided: everything that was read from its date or title follows, and search, citations, traces
/// and the dump have it at once. Its file isn't needed.
package struct DescribeDocument: Sendable {
  private let index: String
  private let store: DecisionStore
  private let registry: Registry
  private let classifier: PillarClassifier

  package init(
    index: String, store: DecisionStore, registry: Registry, classifier: PillarClassifier
  ) {
    self.index = index
    self.store = store
    self.registry = registry
    self.classifier = classifier
  }

  /// Sets values of a document's description; nil takes an earlier decision on a value back.
  ///
  /// The decision is in the file before the index changes.
  ///
  /// - Throws: `WorkbenchError` where the id is unknown, a value can't be used, there is nothing to
  ///   take back, or the index is in use.
  package func decide(
    _ id: String, _ values: [DocumentMetadata.Name: String?], by: String?, why: String?,
    on day: CalendarDay
  ) throws -> Staged<DescribedDocument> {
    let base = try KnowledgeBase(index: index)
    let documents = try base.documents()
    guard let before = documents.first(where: { $0.id.rawValue == id }) else {
      throw WorkbenchError(.nothing, "filter.unknown-document", ["value": id])
    }
    var decision = DocumentDecision(
      document: before.id, source: before.source, values: [:], by: by, why: why, day: day)
    for (name, value) in values {
      decision.values[name] = .some(try Self.usable(value, of: name, in: before))
    }
    let earlier = try store.decisions()
    var decisions = earlier.value
    decisions.documents.all.append(decision)
    // The lock comes first: what can't be applied now shouldn't be written down as done.
    let indexStore = IndexStore(
      path: index, registry: registry, decisions: decisions)
    try indexStore.lock()
    try store.append(decision)
    var report = IngestReport()
    let decided = decisions.documents.values(
      of: before.id, source: before.source, among: Set(documents.map(\.source)))
    try indexStore.analyzeAgain(
      before.id, decided: decided,
      by: Analyzer(registry: registry, classifier: classifier), from: base.reader, into: &report)
    try indexStore.finish()
    let now = try KnowledgeBase(index: index).documents().first { $0.id == before.id }
    return Staged(
      DescribedDocument(decision: decision, before: before, now: now ?? before),
      diagnostics: earlier.diagnostics + report.diagnostics)
  }

  /// Returns a value as it is kept.
  private static func usable(
    _ value: String?, of name: DocumentMetadata.Name, in document: DocumentRecord
  ) throws -> String? {
    guard let value else {
      guard document.metadata[name]?.origin == .decided else {
        throw WorkbenchError(
          .nothing, "decision.no-value",
          ["document": document.id.rawValue, "name": name.rawValue])
      }
      return nil
    }
    guard !value.trimmed.isEmpty else {
      throw WorkbenchError(.badUse, "decision.blank-value", ["name": name.rawValue])
    }
    guard let usable = DescriptionReader.value(value.trimmed, of: name) else {
      throw WorkbenchError(.badUse, "filter.bad-date", ["value": value])
    }
    return usable
  }
}
