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
    var document = SourceDocument(
      id: id, source: source, sha256: sha256, mediaType: Self.mediaType(of: source), utf8: utf8)
    var diagnostics: [Diagnostic] = []
    if let matter = FrontMatter(utf8) {
      document.metadata = matter.metadata
      document.body = TextSpan(matter.bodyStart, utf8.count)
      diagnostics = matter.diagnostics
    }
    document.pages = PageFinder().pages(in: utf8, from: document.body.lowerBound.utf8)
    return Staged(document, diagnostics: diagnostics)
  }

  /// `text/markdown` for `.md` and `.markdown`, else `text/plain`.
  private static func mediaType(of source: String) -> String {
    let name = source.lowercased()
    let isMarkdown = [".md", ".markdown"].contains { name.hasSuffix($0) }
    return isMarkdown ? "text/markdown" : "text/plain"
  }
}
