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

  /// Checks everything and returns what is wrong; `decisions` are those that people took.
  package func run(
    _ registry: Registry, decisions: PillarDecisions = .init()
  ) throws -> CheckReport {
    var report = CheckReport()
    var quotations: [IntegrityFinding] = []
    report.findings = try base.ask { reader throws(IndexError) in
      try reader.check { stored in
        report.documents += 1
        report.passages += stored.passages.count
        report.links += stored.links.count
        quotations += findings(in: stored) + unlikeDecisions(in: stored, decisions)
      }
    }
    guard !report.isFileDamaged else { return report }
    report.findings += try registryTables(registry) + quotations
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

  /// Returns the sections whose pillars are as decided, but not by whom, why and when the decision says.
  private func unlikeDecisions(
    in stored: StoredDocument, _ decisions: PillarDecisions
  ) -> [IntegrityFinding] {
    let last = decisions.match(stored.record.id, stored.sections).last
    return last.keys.sorted { $0.rawValue < $1.rawValue }.compactMap { section in
      guard let place = last[section], let held = stored.pillars[section], held.ruling != nil,
        decisions.all[place].pillars == held.pillars,
        held.found.decided(by: decisions.all[place]) != held
      else { return nil }
      return .init("check.record", subject: section.rawValue, detail: "pillarDecision")
    }
  }

  /// Returns what a reader would be refused: a changed source, quotations that it doesn't give.
  private func findings(in stored: StoredDocument) -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    if !verifier.isIntact(stored.source) {
      findings.append(
        .init(
          "check.source-changed", subject: stored.record.id.rawValue,
          detail: stored.record.source))
    }
    for passage in stored.passages {
      let repairs = stored.repairs(within: passage.location.hull)
      do throws(QuoteVerifier.Refusal) {
        _ = try verifier.appliedRepairs(passage, source: stored.source, repairs: Array(repairs))
      } catch {
        findings.append(
          .init("check.quotation", subject: passage.id.rawValue, detail: error.rawValue))
      }
    }
    return findings
  }
}
