package import DocumentModel
import PassageIndex
import QueryGrammar
package import Registry
import TextNormalization
import Tracing

/// A measure's chain with the passages it was built from.
package struct TracedMeasure: Sendable {
  package var trace: Trace
  /// The documents of the steps.
  package var documents: [DocumentID: DocumentRecord]
  /// Measures that the term could mean, where it names several.
  package var ambiguous: [String]
  package var diagnostics: [Diagnostic]

  package init(
    trace: Trace, documents: [DocumentID: DocumentRecord], ambiguous: [String],
    diagnostics: [Diagnostic]
  ) {
    self.trace = trace
    self.documents = documents
    self.ambiguous = ambiguous
    self.diagnostics = diagnostics
  }
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
    let folding = base.reader.folding
    let fold: TraceFolding = { string in
      let text = folding.fold(string)
      return TraceText(scalars: text.scalars, ranges: text.ranges)
    }
    var (measure, ambiguous) = MeasureCatalogue(registry, fold: fold).measure(for: term)
    measure.aliases += query.expanded.filter { $0 != term && !measure.aliases.contains($0) }
    let builder = TraceBuilder(fold: fold)
    let wanted = Query(
      text: term,
      expression: .any(builder.searchTerms(for: measure).map { .term(QueryTerm($0)) }))
    let records = try base.ask { reader throws(IndexError) in
      var records: [PassageRecord] = []
      for document in try reader.documents(matching: wanted) {
        records += try reader.records(of: document)
      }
      return records
    }
    let staged = builder.build(measure, from: records)
    let documents = Dictionary(
      records.map { ($0.document.id, $0.document) }, uniquingKeysWith: { first, _ in first })
    return TracedMeasure(
      trace: staged.value, documents: documents,
      ambiguous: ambiguous, diagnostics: staged.diagnostics)
  }
}

extension MeasureCatalogue {
  /// The measures and terms of law of the registry.
  init(_ registry: Registry, fold: @escaping TraceFolding) {
    let measures = registry.measures.map { entry in
      KnownMeasure(
        name: entry.name,
        aliases: entry.aliases.filter { $0.kind != .related }.map(\.name),
        related: entry.aliases.filter { $0.kind == .related }.map(\.name),
        parents: entry.parents, provisions: entry.laws)
    }
    let concepts = registry.concepts.map {
      Concept(term: $0.term, provision: $0.provision)
    }
    self.init(measures: measures, concepts: concepts, fold: fold)
  }
}
