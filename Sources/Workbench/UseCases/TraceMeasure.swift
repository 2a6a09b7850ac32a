package import DocumentModel
import PassageIndex
import QueryGrammar
package import Registry
import Tracing

/// A measure's chain with the passages it was built from.
package struct TracedMeasure: Sendable {
  package var trace: Trace
  /// The documents of the steps.
  package var documents: [DocumentID: DocumentRecord]
  /// Measures that the term could mean, where it names several.
  package var ambiguous: [String]
  package var diagnostics: [Diagnostic]
}

/// Traces a measure across documents.
package struct TraceMeasure: Sendable {
  private let base: KnowledgeBase
  private let registry: Registry

  package init(_ base: KnowledgeBase, registry: Registry) {
    self.base = base
    self.registry = registry
  }

  /// Builds the chain of a measure of the registry, or of any other term.
  ///
  /// - Throws: `WorkbenchError` for a term of nothing but spaces, quotes and operators.
  package func run(_ term: String) throws -> TracedMeasure {
    let parser = QueryParser(folding: base.reader.folding, vocabulary: registry.vocabulary)
    let query = parser.parse(term)
    guard !query.isBlank else { throw WorkbenchError(.badUse, "query.blank") }
    let matches = registry.measures.filter { entry in
      entry.name == term || entry.aliases.contains { $0.name == term }
    }
    let measure: Measure
    if matches.count == 1, let entry = matches.first {
      measure = Measure(
        name: entry.name,
        aliases: entry.aliases.filter { $0.kind == .official || $0.kind == .staff }.map(\.name))
    } else {
      measure = Measure(name: term, aliases: query.expanded.filter { $0 != term })
    }
    let records = try base.ask { reader throws(IndexError) in
      try reader.allRecords(matching: query)
    }
    let staged = TraceBuilder().build(measure, from: records)
    let documents = Dictionary(
      records.map { ($0.document.id, $0.document) }, uniquingKeysWith: { first, _ in first })
    return TracedMeasure(
      trace: staged.value, documents: documents,
      ambiguous: matches.count > 1 ? matches.map(\.name) : [], diagnostics: staged.diagnostics)
  }
}
