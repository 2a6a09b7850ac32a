/// How the documents that tell of a measure stand to each other and to what they name.
package struct DocumentLineage: Sendable, Hashable {
  /// A document of the corpus, a document that the corpus names, or a law.
  package struct Node: Sendable, Hashable {
    /// The document's id, else its title, else the law's key `504AC0000000043#6`.
    package var id: String
    package var title: String
    /// Nil where the corpus only names it.
    package var document: DocumentID?
    package var law: LawTarget?
    package var date: EDTF?
    package var issuer: String?

    package init(
      id: String, title: String, document: DocumentID? = nil, law: LawTarget? = nil,
      date: EDTF? = nil, issuer: String? = nil
    ) {
      self.id = id
      self.title = title
      self.document = document
      self.law = law
      self.date = date
      self.issuer = issuer
    }
  }

  /// What one document has to do with another.
  package enum Relation: String, Sendable, Codable, CaseIterable {
    /// The first names the second.
    case cites
    /// The first is decided on the basis of the second.
    case basis
    /// The first takes the place of the second.
    case supersedes
  }

  package struct Edge: Sendable, Hashable {
    /// The id of the node that cites, rests or supersedes.
    package var from: String
    package var to: String
    package var relation: Relation
    /// The best quotation.
    package var evidence: TraceEvidence
    /// How many places tell it.
    package var count: Int
    /// The stable name of the rule and the words that decided.
    package var basis: String

    package init(
      from: String, to: String, relation: Relation, evidence: TraceEvidence, count: Int = 1,
      basis: String
    ) {
      self.from = from
      self.to = to
      self.relation = relation
      self.evidence = evidence
      self.count = count
      self.basis = basis
    }
  }

  /// Documents of the corpus first, each group by date.
  package var nodes: [Node]
  package var edges: [Edge]

  package init(nodes: [Node] = [], edges: [Edge] = []) {
    self.nodes = nodes
    self.edges = edges
  }
}
