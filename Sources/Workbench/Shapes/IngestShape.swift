import DocumentModel

/// What `ingest --format json` prints.
package struct IngestShape: Encodable, Sendable, Equatable {
  /// One file.
  package struct File: Encodable, Sendable, Equatable {
    package var path: String
    package var document: String?
    package var outcome: String
    package var problem: String?
    package var reader: String?
    package var pages: Int
    package var passages: Int
    package var links: Int
    package var repairs: Int
    package var warnings: Int
    package var milliseconds: Int

    enum CodingKeys: String, CodingKey {
      case path, document, outcome, problem, reader, pages, passages, links, repairs, warnings
      case milliseconds = "ms"
    }

    init(_ report: FileReport) {
      path = report.path
      document = report.document?.rawValue
      outcome = report.outcome.rawValue
      problem = report.problem
      reader = report.reader
      pages = report.pages
      passages = report.passages
      links = report.links
      repairs = report.repairs
      warnings = report.warnings
      milliseconds = report.milliseconds
    }
  }

  package var index: String
  package var added: [String]
  package var replaced: [String]
  package var unchanged: [String]
  package var failed: [String]
  /// Documents whose files are gone; those taken out of the index are in `pruned` too.
  package var removed: [String]
  package var pruned: [String]
  package var skipped: Int
  package var passages: Int
  package var links: Int
  /// The encoding of each file that isn't UTF-8, by path.
  package var encodings: [String: String]
  package var files: [File]

  enum CodingKeys: String, CodingKey {
    case index, added, replaced, unchanged, failed, removed, pruned, skipped, passages, links
    case encodings, files
  }

  package init(_ report: IngestReport, index: String) {
    self.index = index
    added = report.documents(.added).map(\.rawValue)
    replaced = report.documents(.replaced).map(\.rawValue)
    unchanged = report.documents(.unchanged).map(\.rawValue)
    removed = report.removed.map(\.rawValue)
    pruned = report.documents(.pruned).map(\.rawValue)
    failed = report.files.filter { $0.outcome == .failed }.map(\.path)
    skipped = report.files.count { $0.outcome == .skipped }
    passages = report.passages
    links = report.links
    encodings = Dictionary(
      report.diagnostics.compactMap { told in
        guard told.identifier == "source.encoding", let file = told.arguments["source"],
          let encoding = told.arguments["encoding"]
        else { return nil }
        return (file, encoding)
      }, uniquingKeysWith: { first, _ in first })
    files = report.files.map(File.init)
  }
}
