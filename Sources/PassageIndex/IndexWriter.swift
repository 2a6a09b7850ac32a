package import DocumentModel

/// Writes analysed documents into an index; there is one writer at a time.
package final class IndexWriter: Sendable {
  /// Opens the index at `path` for writing, or makes a new one with the given header.
  package init(path: String, header: IndexHeader) throws(IndexError) {
  }

  /// The SHA-256 of every stored file by document, for skipping what hasn't changed.
  package func storedDigests() throws(IndexError) -> [DocumentID: String] { [:] }

  /// Stores a document in one transaction, in the place of an earlier one with its id.
  package func write(
    _ document: AnalyzedDocument, diagnostics: [Diagnostic] = []
  ) throws(IndexError) {
  }

  /// Takes a document with all that belongs to it out of the index.
  package func remove(_ document: DocumentID) throws(IndexError) {
  }

  /// Puts the index in order after the last document and brings the log into the file.
  package func finish() throws(IndexError) {
  }
}
