package import DocumentModel
package import Registry

/// Keys sections to know, nurture, protect.
package struct PillarClassifier: Sendable {
  package init(registry: Registry) {}

  /// Returns one assignment for each section of the document.
  package func classify(
    _ document: StructuredDocument, links: [Link]
  ) -> Staged<[PillarAssignment]> {
    Staged(document.sections.map { .init(section: $0.id, pillars: [], basis: .none) })
  }
}
