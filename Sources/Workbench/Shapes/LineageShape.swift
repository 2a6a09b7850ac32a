import DocumentModel

/// What `trace --documents --format json` prints.
package struct LineageShape: Encodable, Sendable, Equatable {
  package struct Node: Encodable, Sendable, Equatable {
    package var id: String
    package var title: String
    /// The document's id, where the corpus holds it.
    package var document: String?
    package var law: String?
    package var date: String?
    package var issuer: String?

    enum CodingKeys: String, CodingKey { case id, title, document, law, date, issuer }
  }

  package struct Edge: Encodable, Sendable, Equatable {
    package var from: String
    package var to: String
    /// cites, basis, supersedes.
    package var relation: String
    package var count: Int
    package var basis: String
    package var passage: String
    package var doc: String
    package var line: Int
    package var lineEnd: Int
    package var quote: String

    enum CodingKeys: String, CodingKey {
      case from, to, relation, count, basis, passage, doc, line, quote
      case lineEnd = "line_end"
    }
  }

  package var measure: String
  package var documents: [Node]
  package var relations: [Edge]

  enum CodingKeys: String, CodingKey { case measure, documents, relations }

  package init(_ traced: TracedMeasure) {
    let lineage = traced.trace.lineage
    measure = traced.trace.measure.name
    documents = lineage.nodes.map {
      Node(
        id: $0.id, title: $0.title, document: $0.document?.rawValue,
        law: $0.law.flatMap(TraceShape.key), date: $0.date?.rawValue, issuer: $0.issuer)
    }
    relations = lineage.edges.map { edge in
      let evidence = edge.evidence
      return Edge(
        from: edge.from, to: edge.to, relation: edge.relation.rawValue, count: edge.count,
        basis: edge.basis, passage: evidence.passage.rawValue, doc: evidence.document.rawValue,
        line: evidence.location.line, lineEnd: evidence.location.lineEnd, quote: evidence.quote)
    }
  }
}
