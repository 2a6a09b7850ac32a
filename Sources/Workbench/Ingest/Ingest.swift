package import DocumentModel
import Logging
import PassageIndex
package import Pillars
package import Registry
import TextNormalization

/// Takes files and folders into the index.
package struct Ingest: Sendable {
  /// How far a run has come.
  package struct Progress: Sendable {
    /// The number of documents done.
    package var done: Int
    package var total: Int
    /// The document just finished.
    package var name: String
  }

  package var options: IngestOptions
  private let registry: Registry
  private let analyzer: Analyzer
  private let log = Logger(label: "shirube.ingest")

  package init(
    registry: Registry, classifier: PillarClassifier, options: IngestOptions = .init()
  ) {
    self.registry = registry
    self.options = options
    analyzer = Analyzer(registry: registry, classifier: classifier)
  }

  /// Reads, analyses and stores every file under the paths, in an order that the disk and the
  /// number of jobs don't change, with what people decided applied.
  ///
  /// The decisions are those of the given folder, else of `<index>.decisions`. A rebuild without paths
  /// is made from what the index keeps of its sources.
  ///
  /// - Throws: `WorkbenchError` where the index can't be used; a file that can't be read is told in
  ///   the report and doesn't stop the rest.
  package func run(
    _ paths: [String], into index: String, decisions folder: String? = nil,
    progress: (Progress) -> Void = { _ in }
  ) async throws -> IngestReport {
    var report = IngestReport()
    let decisions = try DecisionStore(folder: folder, index: index).decisions()
    let store = IndexStore(
      path: index, registry: registry, rebuilds: options.rebuilds, decisions: decisions.value)
    if paths.isEmpty, options.rebuilds {
      let rebuild = RebuildFromKept(
        analyzer: analyzer, jobs: options.jobs, limits: options.limits)
      try await rebuild.run(index, into: store, &report, progress: progress)
    } else {
      try await read(paths, into: store, index, &report, progress: progress)
    }
    guard report.readable + report.laws > 0 || !report.documents(.pruned).isEmpty else {
      report.take([Diagnostic("source.nothing", .error)])
      return report
    }
    report.take(decisions.diagnostics)
    if options.rebuilds, !paths.isEmpty {
      let rebuild = RebuildFromKept(
        analyzer: analyzer, jobs: options.jobs, limits: options.limits)
      try await rebuild.keepRefused(of: index, into: store, &report)
      try RebuildFromKept.keepLaws(of: index, into: store, &report)
    }
    try store.applyDecisions(by: analyzer, into: &report)
    try store.finish()
    return report
  }

  /// Reads the files under the paths and stores what has changed.
  private func read(
    _ paths: [String], into store: IndexStore, _ index: String, _ report: inout IngestReport,
    progress: (Progress) -> Void
  ) async throws {
    let manifest = try options.manifest.map(Manifest.read)
    var found = SourceFinder(largestFile: options.limits.bytes).find(paths)
    let described = Self.describe(&found.files, by: manifest)
    let held = options.rebuilds ? [] : try Self.held(in: index)
    var plan = IntakePlan(held: held)
    let entries = entries(
      of: &found.files, in: &plan, held: held, decisions: store.decisions.documents)
    let vanished = plan.vanished(under: paths, found: found.files, as: entries.map(\.held))
    let gone = vanished.filter { $0.unsureRoot == nil }.map(\.document)
    let pruned = options.prunes ? gone : []
    // What was named to be taken out isn't missed.
    let places = Set(pruned.map { PathKey($0.intake.path) })
    report.takeFinding(
      found.diagnostics.filter { told in
        told.identifier != "source.missing"
          || !places.contains(PathKey(SourceFile.absolute(told.arguments["source"] ?? "")))
      })
    report.take(described)
    try store.prune(pruned, into: &report)
    if !options.prunes { report.miss(gone) }
    report.doubt(vanished)
    let reading = reading()
    try await OrderedTasks(limit: options.jobs).run(entries.count) { number in
      await reading.outcome(of: entries[number])
    } each: { number, outcome in
      let entry = entries[number]
      try store.take(outcome, for: entry, into: &report)
      note(outcome, of: entry)
      progress(.init(done: number + 1, total: entries.count, name: entry.file.name))
    }
  }

  /// What the index holds of its documents; nothing where there is no index yet.
  private static func held(in index: String) throws -> [HeldDocument] {
    let reader: IndexReader
    do {
      reader = try IndexStore.openReader(index, mapsFile: false)
    } catch let error as WorkbenchError where error.diagnostic.identifier == "index.missing" {
      return []
    }
    let records = try IndexStore.translating { () throws(IndexError) in try reader.documents() }
    let intakes = try IndexStore.translating { () throws(IndexError) in try reader.intakes() }
    let told = try IndexStore.translating { () throws(IndexError) in
      try reader.readingDiagnostics()
    }
    return records.map { record in
      HeldDocument(
        id: record.id, source: record.source, sha256: record.sha256,
        intake: intakes[record.id] ?? .init(), decided: record.metadata.only(.decided),
        diagnostics: told[record.id] ?? [])
    }
  }

  private func entries(
    of files: inout [SourceFile], in plan: inout IntakePlan, held: [HeldDocument],
    decisions: DocumentDecisions
  ) -> [FileReading.Entry] {
    let places = files.map(\.location)
    let most = options.limits.bytes
    let documents = plan.documents(of: &files) { file in
      guard let size = file.size, size <= most, let bytes = try? file.bytes() else { return nil }
      return ContentHash(bytes).description
    }
    // Those that stay where they are, and these files as they are called now.
    let here = Set(documents.map(\.id))
    let sources = Set(files.map(\.name) + held.filter { !here.contains($0.id) }.map(\.source))
    return files.indices.map { i in
      FileReading.Entry(
        file: files[i], id: documents[i].id, held: documents[i].held,
        intake: Intake(
          path: places[i], settings: settings(of: files[i]), analysis: registry.analysis),
        decided: decisions.values(
          of: documents[i].id, source: files[i].name, among: sources),
        readsUnchanged: options.analysesUnchanged)
    }
  }

  /// A digest of what decides how a file is read, besides its bytes.
  private func settings(of file: SourceFile) -> String {
    var told = [options.encoding?.rawValue ?? ""]
    for name in DocumentMetadata.Name.allCases { told.append(file.described[name]?.value ?? "") }
    let joined = told.joined(separator: "\u{1F}")
    return ContentHash(Array(joined.utf8)).description
  }

  private func note(_ outcome: Staged<FileReading.Outcome>, of entry: FileReading.Entry) {
    let file: Logger.Metadata = ["file": "\(entry.file.name)"]
    for told in outcome.diagnostics where told.identifier == "source.encoding" {
      log.info("encoding: \(told.arguments["encoding"] ?? "")", metadata: file)
    }
    switch outcome.value {
    case .analyzed(let document, let time):
      let (passages, links) = (document.structure.passages.count, document.links.count)
      log.debug("stored: \(passages) passages, \(links) links, \(time) ms", metadata: file)
    case .unchanged: log.debug("unchanged", metadata: file)
    case .unreadable: log.debug("unreadable", metadata: file)
    }
  }

  /// Analyses files without an index, in order; what can't be read is told in the diagnostics.
  package func documents(
    under paths: [String], each: (AnalyzedDocument) throws -> Void
  ) async throws -> [Diagnostic] {
    let found = SourceFinder().find(paths)
    var diagnostics = found.diagnostics
    var files = found.files
    diagnostics += Self.describe(&files, by: nil)
    var plan = IntakePlan(held: [])
    let entries = entries(of: &files, in: &plan, held: [], decisions: .init())
    let reading = reading()
    try await OrderedTasks(limit: options.jobs).run(entries.count) { number in
      await reading.outcome(of: entries[number])
    } each: { _, outcome in
      diagnostics += outcome.diagnostics
      if case .analyzed(let document, _) = outcome.value { try each(document) }
    }
    return diagnostics
  }

  /// Reads and analyses as the options say.
  private func reading() -> FileReading {
    var loader = SourceLoader(encoding: options.encoding, recognizes: options.recognizes)
    loader.limits = options.limits
    return FileReading(loader: loader, analyzer: analyzer)
  }

  /// Gives each file what its side-car and the manifest say of it.
  private static func describe(
    _ files: inout [SourceFile], by manifest: Staged<Manifest>?
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for i in files.indices {
      guard let sidecar = files[i].sidecar else { continue }
      let read = DescriptionReader(file: sidecar.path).read(sidecar: sidecar.bytes)
      files[i].described = read.value
      diagnostics += read.diagnostics
    }
    guard let manifest else { return diagnostics }
    return diagnostics + manifest.diagnostics + manifest.value.describe(&files)
  }
}

extension Registry {
  /// Names the registry and the program that documents are analysed with.
  ///
  /// Unicode's data are part of it, since words are folded by them.
  var analysis: String { "\(digest) \(ProgramFile.stamp) \(CaseFolding.unicodeVersion)" }
}
