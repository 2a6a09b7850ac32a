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

  enum CodingKeys: String, CodingKey {
    case index, added, replaced, unchanged, failed, skipped, passages, links
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
  }
}
