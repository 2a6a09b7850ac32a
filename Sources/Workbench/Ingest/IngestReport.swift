package import DocumentModel

/// How a run of ingest went.
package struct IngestReport: Sendable {
  /// Documents that are new in the index.
  package var added: [DocumentID] = []
  /// Documents that took the place of an earlier state of the same source.
  package var replaced: [DocumentID] = []
  /// Documents that were already there, from the same bytes and analysed alike.
  package var unchanged: [DocumentID] = []
  /// Files that could not be read.
  package var failed: [SourceFile] = []
  /// Files passed over for their type.
  package var skipped = 0
  package var passages = 0
  package var links = 0
  package var diagnostics: [Diagnostic] = []

  /// The number of documents that are in the index after the run because of it.
  package var readable: Int { added.count + replaced.count + unchanged.count }

  /// The exit status the machine interface fixes for such a run.
  package var status: ExitStatus {
    let hasErrors = diagnostics.contains { $0.severity == .error && $0.isAboutInput }
    if readable == 0 { return .nothing }
    return hasErrors ? .someUnread : .done
  }
}

extension Diagnostic {
  /// Whether it was noticed in reading the file, which an analysis of the kept text can't repeat.
  package var isFromReading: Bool {
    ["source.", "input.", "archive.", "reader.", "pdf.", "docx.", "html."].contains {
      identifier.hasPrefix($0)
    }
  }

  /// Whether it tells of a file that was passed over, which is no failure.
  package var isAboutSkipping: Bool {
    ["source.skipped-type", "source.law-xml", "source.link-not-followed"].contains(identifier)
  }

  /// Whether it is about a file as such or about what people decided, not about what a document says.
  package var isAboutInput: Bool {
    ["source.", "input.", "archive.", "decision.", "manifest."].contains {
      identifier.hasPrefix($0)
    }
  }
}
