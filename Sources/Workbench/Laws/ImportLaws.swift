package import DocumentModel
import Linking
import PassageIndex
import Readers
package import Registry

/// How a run of `laws import` went.
package struct LawImportReport: Sendable {
  package var laws: Set<LawID> = []
  /// Revisions stored for the first time or with another text than before.
  package var added = 0
  /// Revisions that were already there with the same text.
  package var unchanged = 0
  package var articles = 0
  package var items = 0
  /// Files that could not be read as law.
  package var failed = 0
  package var diagnostics: [Diagnostic] = []

  /// The exit status the machine interface fixes for such a run.
  package var status: ExitStatus {
    if added + unchanged == 0 { return .nothing }
    return diagnostics.contains { $0.severity == .error } ? .someUnread : .done
  }
}

/// Takes the text of laws into the index, file by file.
package struct ImportLaws: Sendable {
  private let registry: Registry
  /// The last year a revision may plausibly come into force in; later ones are told about.
  private let lastPlausibleYear: Int

  package init(registry: Registry, today: CalendarDay) {
    self.registry = registry
    lastPlausibleYear = today.year + 10
  }

  /// Reads every law under the paths and stores it; one bad file doesn't stop the rest.
  package func run(
    _ paths: [String], into index: String, progress: (Int, String) -> Void = { _, _ in }
  ) throws -> LawImportReport {
    var report = LawImportReport()
    let numbers = Dictionary(
      registry.laws.map { ($0.lawNumber, $0.lawID) }, uniquingKeysWith: { first, _ in first })
    let writer = try IndexStore.openWriter(index, registry: registry)
    let harvester = DelegationHarvester()
    var seen: [LawRevisionID: (name: String, digest: String)] = [:]
    report.diagnostics += try LawFileFinder().find(paths) { file in
      let law: LawText
      do throws(LawReadingError) {
        law = try Self.read(file, numbers: numbers)
      } catch {
        // A folder of laws may hold a README; only a file that was asked for by name must be a law.
        if case .missingField = error, !file.isNamed {
          report.diagnostics.append(
            Diagnostic("source.skipped-type", .note, arguments: ["source": file.name]))
        } else {
          report.failed += 1
          report.diagnostics.append(Self.diagnostic(of: error, in: file.name))
        }
        return
      }
      let digest = ContentHash(file.bytes).description
      // Two files that claim one revision with different bytes: the first stays, both are named.
      if let first = seen[law.revision], first.digest != digest {
        report.failed += 1
        report.diagnostics.append(
          Diagnostic(
            "law.revision-conflict", .error,
            arguments: [
              "source": file.name, "other": first.name, "revision": law.revision.rawValue,
            ]))
        return
      }
      seen[law.revision] = (file.name, digest)
      note(law, file: file.name, in: &report)
      let delegations = harvester.harvest(law)
      let isNew = try IndexStore.translating { () throws(IndexError) in
        try writer.write(law, delegations: delegations, source: file.name, sha256: digest)
      }
      report.laws.insert(law.revision.lawID)
      if isNew { report.added += 1 } else { report.unchanged += 1 }
      report.articles += law.nodes.count { $0.kind == .article }
      report.items += law.nodes.count { $0.kind == .item }
      progress(report.added + report.unchanged, file.name)
    }
    if report.added > 0 {
      let terms = try GatherConceptTerms(
        KnowledgeBase(index: index, mapsFile: false)
      ).run()
      try IndexStore.translating { () throws(IndexError) in
        try writer.replaceConceptTerms(terms)
      }
    }
    try IndexStore.translating { () throws(IndexError) in try writer.finish() }
    return report
  }

  private func note(_ law: LawText, file: String, in report: inout LawImportReport) {
    let arguments = ["source": file, "revision": law.revision.rawValue]
    if let day = law.revision.inForceFrom, day.year > lastPlausibleYear {
      report.diagnostics.append(
        Diagnostic("law.implausible-date", .warning, arguments: arguments))
    }
    if law.revision.inForceFrom == nil {
      report.diagnostics.append(Diagnostic("law.undated", .warning, arguments: arguments))
    }
    if law.nodes.isEmpty {
      report.diagnostics.append(Diagnostic("law.no-text", .warning, arguments: arguments))
    }
  }

  private static func read(
    _ file: LawFile, numbers: [String: LawID]
  ) throws(LawReadingError) -> LawText {
    switch file.form {
    case .xml: try LawXMLReader().read(file.bytes, stem: file.stem) { numbers[$0] }
    case .markdown: try LawMarkdownReader().read(file.bytes)
    }
  }

  private static func diagnostic(of error: LawReadingError, in file: String) -> Diagnostic {
    switch error {
    case .malformed(let line):
      Diagnostic(
        "law.malformed", .error, arguments: ["source": file, "line": String(line)])
    case .documentType(let line):
      Diagnostic(
        "law.document-type", .error, arguments: ["source": file, "line": String(line)])
    case .notALaw(let root):
      Diagnostic("law.not-a-law", .error, arguments: ["source": file, "root": root])
    case .unknownLaw(let lawNumber):
      Diagnostic("law.unknown-law", .error, arguments: ["source": file, "number": lawNumber])
    case .missingField(let name):
      Diagnostic("law.missing-field", .error, arguments: ["source": file, "field": name])
    }
  }
}
