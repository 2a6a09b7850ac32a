package import DocumentModel

/// How ingest fared with one file.
package struct FileReport: Sendable, Equatable {
  /// What became of it.
  package enum Outcome: String, Sendable {
    case added, replaced, unchanged, failed, skipped
    /// Its document is in the index, but the file is gone.
    case removed
    /// As removed, and the document was taken out of the index.
    case pruned
  }

  package var path: String
  /// The document it is in the index; nil where it is in none.
  package var document: DocumentID?
  package var outcome: Outcome
  /// The identifier of the message that says why it wasn't read; nil where it was.
  package var problem: String?
  /// The media type it was read as; nil where it wasn't read in this run.
  package var reader: String?
  package var pages = 0
  package var passages = 0
  package var links = 0
  package var repairs = 0
  package var warnings = 0
  /// The time for reading and analysing, in milliseconds, rounded down.
  package var milliseconds = 0

  package init(path: String, document: DocumentID? = nil, outcome: Outcome) {
    self.path = path
    self.document = document
    self.outcome = outcome
  }
}
