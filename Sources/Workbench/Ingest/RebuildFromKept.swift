import DocumentModel
import Linking
import PassageIndex

/// Makes an index anew from what it keeps of its sources, without the files.
struct RebuildFromKept: Sendable {
  var analyzer: Analyzer
  var jobs: Int
  var limits: DocumentLimits

  /// A document analysed again.
  private struct Again: Sendable {
    var document: AnalyzedDocument
    var intake: Intake
    var diagnostics: [Diagnostic]
    /// Whether it is what was stored, as far as that can be told.
    var isAsStored: Bool
  }

  /// Analyses every document of the index, imports every law again, and stores them.
  ///
  /// A document that takes longer than the limit ends the run: left out, it would be lost with the old
  /// index, which alone may keep its text.
  ///
  /// - Throws: `WorkbenchError` where the index can't be read, is older than its sources are kept, or
  ///   a document takes too long.
  func run(
    _ index: String, into store: IndexStore, _ report: inout IngestReport,
    progress: (Ingest.Progress) -> Void
  ) async throws {
    let kept = try IndexStore.translating { () throws(IndexError) in try KeptSources(path: index) }
    let (decided, analysis) = (store.decisions.documents, store.analysis)
    let ids = kept.documents
    try await OrderedTasks(limit: jobs).run(ids.count) { number in
      await TimedWork(limit: limits.seconds).run { again(ids[number], of: kept, decided, analysis) }
    } each: { number, result in
      guard let result else {
        throw WorkbenchError(
          .nothing, "source.kept-too-slow",
          ["document": ids[number].rawValue, "seconds": limits.secondsAsText])
      }
      let again = try IndexStore.translating { () throws(IndexError) in try result.get() }
      if let again {
        try store.restore(
          again.document, intake: again.intake, diagnostics: again.diagnostics, into: &report)
        if !again.isAsStored { report.doubt(ids[number]) }
      } else {
        report.lose(ids[number], file: kept.paths[ids[number]])
      }
      progress(.init(done: number + 1, total: ids.count, name: ids[number].rawValue))
    }
    for row in kept.orphans { report.lose(DocumentID("#\(row)"), file: nil) }
    try Self.restoreLaws(of: kept, into: store, &report)
  }

  /// Analyses a document again, or gives nil where what is kept of it isn't what was read from the file
  /// and must not be quoted as if it were.
  private func again(
    _ id: DocumentID, of kept: KeptSources, _ decided: DocumentDecisions, _ analysis: String
  ) -> Result<Again?, IndexError> {
    Result { () throws(IndexError) in
      guard let read = try kept.document(id), read.isIntact else { return nil }
      let decided = decided.values(of: id, source: read.source.source, among: kept.sources)
      let again = analyzer.analyze(read.source, decided: decided)
      let isTheSame = read.intake.analysis == analysis && read.decided == decided
      return Again(
        document: again.value, intake: read.intake,
        diagnostics: read.diagnostics.filter(\.isFromReading) + again.diagnostics,
        isAsStored: !isTheSame || read.isAsStored(again.value))
    }
  }

  /// Takes over from the index that is to be replaced the documents whose files were refused, so that a
  /// rebuild loses nothing that an ingest keeps.
  ///
  /// - Throws: `WorkbenchError` where the new index can't be written.
  func keepRefused(
    of index: String, into store: IndexStore, _ report: inout IngestReport
  ) async throws {
    let refused = Set(
      report.files.filter { $0.outcome == .failed }.map { file in
        PathKey(SourceFile.resolved(file.path) ?? SourceFile.absolute(file.path))
      })
    guard !refused.isEmpty, let kept = try? KeptSources(path: index) else { return }
    let (decided, analysis) = (store.decisions.documents, store.analysis)
    for id in kept.documents where !store.holds(id) {
      guard let path = kept.paths[id], refused.contains(PathKey(path)) else { continue }
      let result = await TimedWork(limit: limits.seconds).run {
        again(id, of: kept, decided, analysis)
      }
      guard let again = try? result?.get() else {
        report.lose(id, file: path)
        continue
      }
      try store.restore(
        again.document, intake: again.intake, diagnostics: again.diagnostics, into: &report)
      report.take([
        Diagnostic(
          "source.kept-edition", .note, arguments: ["source": path, "document": id.rawValue])
      ])
    }
  }

  /// Takes the laws over from the index that is to be replaced by one of other documents, or tells that
  /// they can't be had from it.
  static func keepLaws(
    of index: String, into store: IndexStore, _ report: inout IngestReport
  ) throws {
    let kept: KeptSources
    do throws(IndexError) {
      kept = try KeptSources(path: index)
    } catch {
      if case .missing = error { return }
      return report.take([
        Diagnostic("source.laws-lost", .warning, arguments: ["path": index])
      ])
    }
    try restoreLaws(of: kept, into: store, &report)
  }

  /// Stores the laws again and tells of those that are altered, which are left out.
  private static func restoreLaws(
    of kept: KeptSources, into store: IndexStore, _ report: inout IngestReport
  ) throws {
    let harvester = DelegationHarvester()
    let lost = try kept.forEachLaw { law in
      try store.restore(law, delegations: harvester.harvest(law.text))
      report.laws += 1
    }
    report.take(
      lost.map { law in
        Diagnostic(
          "source.kept-law-damaged", .error,
          arguments: [
            "law": law.title.isEmpty ? law.revision : "\(law.title) (\(law.revision))",
            "file": law.source,
          ])
      })
  }
}
