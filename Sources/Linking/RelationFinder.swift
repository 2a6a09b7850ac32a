package import DocumentModel
package import Registry

/// Tells for every passage what it relates to: its own mentions, then what it inherits.
package struct RelationFinder: Sendable {
  package init(registry: Registry) {}

  /// Returns laws, ministries and dates of every passage, best first, each with its origin.
  package func relations(
    in document: StructuredDocument, links: [Link]
  ) -> [PassageID: PassageRelations] {
    [:]
  }
}
