import Citations
package import DocumentModel
package import PassageIndex
package import Registry

/// What a check of the index found.
package struct CheckReport: Sendable {
  package var documents = 0
  package var passages = 0
  package var links = 0
  /// Empty where all is sound.
  package var findings: [IntegrityFinding] = []

  /// Whether the file as such is damaged, so that its rows can't be trusted to be read.
  package var isFileDamaged: Bool { findings.contains { $0.identifier == "check.file" } }
}

/// Checks the index: its file, its references, and every offset and quotation against the sources.
package struct Check: Sendable {
  private let base: KnowledgeBase
  private let verifier = QuoteVerifier()

  package init(_ base: KnowledgeBase) { self.base = base }

  /// Checks everything and returns what is wrong.
  package func run(_ registry: Registry) throws -> CheckReport {
    var report = CheckReport()
    report.findings = try base.ask { reader throws(IndexError) in try reader.check() }
    guard !report.isFileDamaged else { return report }
    report.findings += try registryTables(registry)
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
    }
    return report
  }

  /// Holds what the index keeps of the registry against its tables, where it was made of these.
  private func registryTables(_ registry: Registry) throws -> [IntegrityFinding] {
    let header = base.reader.header
    var findings: [IntegrityFinding] = []
    if header.registryDigest == registry.digest, header.variants != registry.variants {
      findings.append(.init("check.record", subject: "meta", detail: "variants"))
    }
    if header.namesFingerprint == registry.fingerprint {
      let (names, laws) = registry.storedNames
      let agree = try base.ask { reader throws(IndexError) in try reader.keeps(names, laws) }
      if !agree { findings.append(.init("check.record", subject: "registryName", detail: "")) }
    }
    return findings
  }

  /// Tells how many documents stand as another registry or another build of the program read them:
  /// no fault, but not what the next ingest would give.
  package func outdated(by registry: Registry) throws -> [Diagnostic] {
    let intakes = try base.ask { reader throws(IndexError) in try reader.intakes() }
    let analysis = registry.analysis
    let count = intakes.values.count { $0.analysis != analysis }
    guard count > 0 else { return [] }
    return [Diagnostic("check.other-analysis", .note, arguments: ["count": "\(count)"])]
  }

  private func quotations(
    of document: DocumentID, in stored: StoredDocument, into report: inout CheckReport
  ) throws {
    let records = try base.ask { reader throws(IndexError) in try reader.records(of: document) }
    for record in records {
      do throws(QuoteVerifier.Refusal) {
        _ = try verifier.appliedRepairs(record, source: stored.source, repairs: stored.repairs)
      } catch {
        report.findings.append(
          .init(
            "check.quotation", subject: record.passage.id.rawValue, detail: error.rawValue))
      }
    }
  }
}
