import DocumentModel

/// What `ingest --format json` prints.
package struct IngestShape: Encodable, Sendable, Equatable {
  package var index: String
  package var added: [String]
  package var replaced: [String]
  package var unchanged: [String]
  package var failed: [String]
  package var skipped: Int
  package var passages: Int
  package var links: Int
  /// The encoding of each file that isn't UTF-8, by path.
  package var encodings: [String: String]

  enum CodingKeys: String, CodingKey {
    case index, added, replaced, unchanged, failed, skipped, passages, links, encodings
  }

  package init(_ report: IngestReport, index: String) {
    self.index = index
    added = report.added.map(\.rawValue)
    replaced = report.replaced.map(\.rawValue)
    unchanged = report.unchanged.map(\.rawValue)
    failed = report.failed.map(\.path)
    skipped = report.skipped
    passages = report.passages
    links = report.links
    encodings = Dictionary(
      report.diagnostics.compactMap { told in
        guard told.identifier == "source.encoding", let file = told.arguments["source"],
          let encoding = told.arguments["encoding"]
        else { return nil }
        return (file, encoding)
      }, uniquingKeysWith: { first, _ in first })
  }
}
