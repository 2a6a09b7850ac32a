package import DocumentModel
import FoundationEssentials
import Logging
import PassageIndex
package import Pillars
package import Registry

/// How files are taken in.
package struct IngestOptions: Sendable {
  /// How many documents are analysed at the same time.
  package var jobs: Int
  /// Whether files whose bytes haven't changed are analysed again.
  package var analysesUnchanged: Bool
  /// Whether the index is made anew from the paths given, and holds nothing else.
  package var rebuilds: Bool
  /// The encoding of plain text, where the user names it; else it is found.
  package var encoding: TextEncoding?
  /// The path of a list of the files with what is known of each.
  package var manifest: String?

  package init(
    jobs: Int = 2, analysesUnchanged: Bool = false, rebuilds: Bool = false,
    encoding: TextEncoding? = nil, manifest: String? = nil
  ) {
    self.jobs = max(1, jobs)
    self.analysesUnchanged = analysesUnchanged
    self.rebuilds = rebuilds
    self.encoding = encoding
    self.manifest = manifest
  }
}

/// Takes files and folders into the index.
package struct Ingest: Sendable {
  /// How far a run has come.
  package struct Progress: Sendable {
    /// 0-based number of files done.
    package var done: Int
    package var total: Int
    /// The file just finished.
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
  /// The decisions are those of the given folder, else of `<index>.decisions`.
  ///
  /// - Throws: `WorkbenchError` where the index can't be used; a file that can't be read is told in
  ///   the report and doesn't stop the rest.
  package func run(
    _ paths: [String], into index: String, decisions folder: String? = nil,
    progress: (Progress) -> Void = { _ in }
  ) async throws -> IngestReport {
    var report = IngestReport()
    let decisions = try DecisionStore(folder: folder, index: index).decisions()
    let manifest = try options.manifest.map(Manifest.read)
    var found = SourceFinder().find(paths)
    report.diagnostics = found.diagnostics
    report.skipped = found.diagnostics.count(where: \.isAboutSkipping)
    report.diagnostics += Self.describe(&found.files, by: manifest)
    let plan = try plan(found.files, index: index, decisions: decisions.value.documents)
    guard !plan.isEmpty else {
      report.diagnostics.append(Diagnostic("source.nothing", .error))
      return report
    }
    report.diagnostics += decisions.diagnostics
    let store = IndexStore(
      path: index, registry: registry, rebuilds: options.rebuilds, decisions: decisions.value)
    try await analyze(plan) { entry, outcome in
      try store.take(outcome, for: entry, into: &report)
      for told in outcome.diagnostics where told.identifier == "source.encoding" {
        log.info(
          "encoding: \(told.arguments["encoding"] ?? "")", metadata: ["file": "\(entry.file.name)"])
      }
      log.debug("\(Self.word(outcome.value))", metadata: ["file": "\(entry.file.name)"])
      progress(.init(done: entry.number + 1, total: plan.count, name: entry.file.name))
    }
    if report.readable == 0 {
      report.diagnostics.append(Diagnostic("source.nothing", .error))
    }
    try store.applyDecisions(by: analyzer, into: &report)
    try store.finish()
    return report
  }

  private static func word(_ outcome: Outcome) -> String {
    switch outcome {
    case .analyzed(let document):
      "stored: \(document.structure.passages.count) passages, \(document.links.count) links"
    case .unchanged: "unchanged"
    case .unreadable: "unreadable"
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
    var naming = DocumentNaming()
    let plan = files.enumerated().map { number, file in
      Entry(number: number, file: file, id: naming.id(for: file.name, folder: file.documentFolder))
    }
    try await analyze(plan) { _, outcome in
      diagnostics += outcome.diagnostics
      if case .analyzed(let document) = outcome.value { try each(document) }
    }
    return diagnostics
  }

  /// A file with the id its document will have.
  struct Entry: Sendable {
    /// 0-based place in the order of the run.
    var number: Int
    var file: SourceFile
    var id: DocumentID
    /// The digest of the bytes the index holds under this id.
    var stored: String?
    /// What the source stated of itself then, and what people had decided.
    var storedGiven = DocumentMetadata()
    var storedDecided = DocumentMetadata()
    /// What people decided about the document.
    var decided = DocumentMetadata()
    /// Whether those were analysed as they would be now.
    var isCurrent = false

    /// Whether the index holds this very document, described alike.
    func isStored(_ document: SourceDocument) -> Bool {
      isCurrent && document.sha256 == stored && document.metadata == storedGiven
        && decided == storedDecided
    }
  }

  /// What became of a file.
  enum Outcome: Sendable {
    case analyzed(AnalyzedDocument)
    case unchanged
    case unreadable
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

  private func plan(
    _ files: [SourceFile], index: String, decisions: DocumentDecisions
  ) throws -> [Entry] {
    var known: [DocumentRecord] = []
    var given: [DocumentID: DocumentMetadata] = [:]
    var isCurrent = false
    if !options.rebuilds, FileManager.default.fileExists(atPath: index) {
      let reader = try IndexStore.openReader(index)
      known = try IndexStore.translating { () throws(IndexError) in try reader.documents() }
      given = try IndexStore.translating { () throws(IndexError) in try reader.given() }
      isCurrent =
        reader.header.registryDigest == registry.digest && ProgramFile.isOlder(than: index)
    }
    var naming = DocumentNaming(taken: known.map { ($0.id, $0.source) })
    let records = Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0) })
    return files.enumerated().map { number, file in
      let id = naming.id(for: file.name, folder: file.documentFolder)
      return Entry(
        number: number, file: file, id: id, stored: records[id]?.sha256,
        storedGiven: given[id] ?? .init(),
        storedDecided: records[id]?.metadata.only(.decided) ?? .init(),
        decided: decisions.values(of: id, source: file.name),
        isCurrent: isCurrent && !options.analysesUnchanged)
    }
  }

  /// Runs the stages on several files at a time and gives the outcomes in order.
  private func analyze(
    _ plan: [Entry], each: (Entry, Staged<Outcome>) throws -> Void
  ) async throws {
    let analyzer = analyzer
    let loader = SourceLoader(encoding: options.encoding)
    try await withThrowingTaskGroup(of: (Int, Staged<Outcome>).self) { group in
      var waiting: [Int: Staged<Outcome>] = [:]
      var next = 0
      var given = 0
      while given < plan.count {
        while next < plan.count, next < given + options.jobs {
          let entry = plan[next]
          group.addTask { (entry.number, Self.outcome(of: entry, loader, analyzer)) }
          next += 1
        }
        if let (number, outcome) = try await group.next() { waiting[number] = outcome }
        while let outcome = waiting.removeValue(forKey: given) {
          try each(plan[given], outcome)
          given += 1
        }
      }
    }
  }

  private static func outcome(
    of entry: Entry, _ loader: SourceLoader, _ analyzer: Analyzer
  ) -> Staged<Outcome> {
    let source = loader.load(entry.file, id: entry.id)
    guard var document = source.value else {
      return Staged(.unreadable, diagnostics: source.diagnostics)
    }
    document.metadata = document.metadata.overlaid(by: entry.file.described)
    if entry.isStored(document) {
      return Staged(.unchanged, diagnostics: source.diagnostics.filter(\.isAboutInput))
    }
    let analyzed = analyzer.analyze(document, decided: entry.decided)
    return Staged(
      .analyzed(analyzed.value), diagnostics: source.diagnostics + analyzed.diagnostics)
  }
}
