import Citations
import DocumentModel
package import PassageIndex

/// What a check of the index found.
package struct CheckReport: Sendable {
  package var documents = 0
  package var passages = 0
  package var links = 0
  /// Empty where all is sound.
  package var findings: [IntegrityFinding] = []
}

/// Checks the index: its file, its references, and every offset and quotation against the sources.
package struct Check: Sendable {
  private let base: KnowledgeBase
  private let verifier = QuoteVerifier(contextLength: 0)

  package init(_ base: KnowledgeBase) { self.base = base }

  /// Checks everything and returns what is wrong.
  package func run() throws -> CheckReport {
    var report = CheckReport()
    report.findings = try base.ask { reader throws(IndexError) in try reader.check() }
    for record in try base.documents() {
      let stored = try base.ask { reader throws(IndexError) in try reader.document(record.id) }
      guard let stored else { continue }
      report.documents += 1
      report.passages += stored.passages.count
      report.links += stored.links.count
      if !verifier.isIntact(stored.source) {
        report.findings.append(
          .init("check.source-changed", subject: record.id.rawValue, detail: record.source))
      }
      try quotations(of: record.id, in: stored, into: &report)
      surfaces(in: stored, into: &report)
    }
    return report
  }

  private func quotations(
    of document: DocumentID, in stored: StoredDocument, into report: inout CheckReport
  ) throws {
    let records = try base.ask { reader throws(IndexError) in try reader.records(of: document) }
    for record in records {
      do throws(QuoteVerifier.Refusal) {
        _ = try verifier.verify(record, source: stored.source, repairs: stored.repairs)
      } catch {
        report.findings.append(
          .init(
            "check.quotation", subject: record.passage.id.rawValue, detail: error.rawValue))
      }
    }
  }

  /// Holds every link's bytes and line against its surface.
  private func surfaces(in stored: StoredDocument, into report: inout CheckReport) {
    let lines = LineIndex(stored.source.utf8)
    for link in stored.links {
      let spans = link.location.spans.map { $0.utf8Range() }
      let isInside = spans.allSatisfy {
        $0.lowerBound >= 0 && $0.upperBound <= stored.source.utf8.count
      }
      let bytes = isInside ? spans.flatMap { stored.source.utf8[$0] } : []
      let isRight =
        Self.withoutSpace(bytes) == Self.withoutSpace(Array(link.surface.utf8))
        && lines.line(at: link.location.hull.lowerBound) == link.location.line
      if !isRight {
        report.findings.append(
          .init(
            "check.surface", subject: stored.record.id.rawValue,
            detail: "\(link.location.line): \(link.surface)"))
      }
    }
  }

  private static func withoutSpace(_ bytes: [UInt8]) -> [UInt8] {
    bytes.filter { $0 != 0x20 && !(0x09...0x0D).contains($0) }
  }
}
