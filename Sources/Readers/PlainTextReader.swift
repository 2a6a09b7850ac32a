package import DocumentModel

/// Reads plain text and Markdown: front matter, form feeds and page markers.
package struct PlainTextReader: Sendable {
  package init() {}

  /// Makes a source document of a file's bytes, which must be valid UTF-8.
  ///
  /// `source` is the name by which the file was given; `sha256` is that of `utf8`, in hexadecimal.
  package func read(
    _ utf8: [UInt8], id: DocumentID, source: String, sha256: String
  ) -> Staged<SourceDocument> {
    Staged(
      SourceDocument(
        id: id, source: source, sha256: sha256, mediaType: "text/plain", utf8: utf8))
  }
}
