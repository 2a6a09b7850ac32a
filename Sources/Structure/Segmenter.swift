package import DocumentModel

/// Recovers sections, blocks and passages from citable text.
package struct Segmenter: Sendable {
  package init() {}

  /// Finds headings and furniture, joins lines and cuts passages.
  package func segment(
    _ text: CitableText, of source: SourceDocument
  ) -> Staged<StructuredDocument> {
    Staged(
      StructuredDocument(
        id: source.id, citable: text, sections: [], blocks: [], passages: [],
        lines: LineIndex(source.utf8), pages: source.pages, metadata: source.metadata))
  }
}
