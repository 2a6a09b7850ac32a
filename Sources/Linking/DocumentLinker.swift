package import DocumentModel
package import Registry

/// Links a document's passages to laws, ministries, bodies, documents and dates.
package struct DocumentLinker: Sendable {
  package init(registry: Registry) {}

  /// Finds and resolves every mention outside furniture; nested mentions yield to the longest.
  package func link(_ document: StructuredDocument) -> Staged<[Link]> {
    Staged([])
  }
}
