import DocumentModel
import FoundationEssentials
import PassageIndex
import Registry

/// Opens indexes and tells what is wrong with one in the catalogue's terms.
final class IndexStore {
  let decisions: Decisions
  private let path: String
  private let header: IndexHeader
  /// The registry and program that documents are analysed with.
  let analysis: String
  private let registry: Registry
  private let rebuilds: Bool
  private var writer: IndexWriter?
  /// The documents stored in this run, decisions applied.
  private var written: Set<DocumentID> = []

  init(
    path: String, registry: Registry, rebuilds: Bool = false, decisions: Decisions = .init()
  ) {
    self.path = path
    self.rebuilds = rebuilds
    self.decisions = decisions
    self.registry = registry
    header = IndexHeader(registryDigest: registry.digest, variants: registry.variants)
    analysis = registry.analysis
  }

  /// Where documents are written: a new index grows beside the old one until it is whole.
  private var workingPath: String { writer?.path ?? path }

  /// Stores one outcome and reports it; the index is made when the first document is there to store.
  func take(
    _ outcome: Staged<FileReading.Outcome>, for entry: FileReading.Entry,
    into report: inout IngestReport
  ) throws {
    report.take(outcome.diagnostics)
    var file = FileReport(path: entry.file.path, document: entry.id, outcome: .unchanged)
    file.warnings = outcome.diagnostics.count { $0.severity == .warning }
    switch outcome.value {
    case .unreadable:
      let isError = outcome.diagnostics.contains { $0.severity == .error }
      file.outcome = isError ? .failed : .skipped
      file.document = entry.held?.id
      file.problem = outcome.diagnostics.first { $0.severity == .error }?.identifier
      if isError, let held = entry.held {
        report.take([
          Diagnostic(
            "source.kept-edition", .note,
            arguments: ["source": entry.file.path, "document": held.id.rawValue])
        ])
      }
    case .unchanged:
      if let held = entry.held, held.intake.path != entry.intake.path {
        let writer = try openWriter()
        try Self.translating { () throws(IndexError) in
          try writer.move(held.id, to: entry.intake.path)
        }
      }
    case .analyzed(let document, let milliseconds):
      try write(
        document, intake: entry.intake, diagnostics: outcome.diagnostics, into: &report)
      file.outcome = entry.held == nil ? .added : .replaced
      file.describe(document)
      file.milliseconds = milliseconds
      if let held = entry.held, held.source != entry.file.name {
        report.take([
          Diagnostic(
            "source.moved", .note,
            arguments: [
              "source": entry.file.path, "document": entry.id.rawValue, "name": held.source,
            ])
        ])
      }
      if let held = entry.held, held.sha256 != document.source.sha256 {
        report.take([
          Diagnostic(
            "source.replaced", .note,
            arguments: ["source": entry.file.path, "document": entry.id.rawValue])
        ])
      }
    }
    report.files.append(file)
  }

  /// Stores a document that an index kept, analysed again.
  func restore(
    _ document: AnalyzedDocument, intake: Intake, diagnostics: [Diagnostic],
    into report: inout IngestReport
  ) throws {
    report.take(diagnostics)
    try write(document, intake: intake, diagnostics: diagnostics, into: &report)
    var file = FileReport(
      path: document.source.source, document: document.source.id, outcome: .replaced)
    file.describe(document)
    file.warnings = diagnostics.count { $0.severity == .warning }
    report.files.append(file)
  }

  /// Whether the document was stored in this run.
  func holds(_ document: DocumentID) -> Bool { written.contains(document) }

  /// Stores the text of a law that an index kept.
  func restore(_ law: KeptSources.Law, delegations: [Delegation]) throws {
    let writer = try openWriter()
    try Self.translating { () throws(IndexError) in
      _ = try writer.write(
        law.text, delegations: delegations, source: law.source, sha256: law.sha256)
    }
    hasLaws = true
  }

  /// Whether laws were stored in this run.
  private var hasLaws = false

  /// Takes documents out of the index whose files are gone.
  func prune(_ vanished: [HeldDocument], into report: inout IngestReport) throws {
    for held in vanished {
      let writer = try openWriter()
      try Self.translating { () throws(IndexError) in try writer.remove(held.id) }
      report.gone(held, .pruned, told: "source.pruned")
    }
  }

  /// Stores a document with the decisions on its pillars applied.
  private func write(
    _ document: AnalyzedDocument, intake: Intake, diagnostics: [Diagnostic],
    into report: inout IngestReport
  ) throws {
    var document = document
    let decided = decisions.pillars.applied(
      to: document.pillars, of: document.source.id, sections: document.structure.sections)
    document.pillars = decided.value
    report.take(decided.diagnostics)
    written.insert(document.source.id)
    var intake = intake
    intake.analysis = analysis
    let (writer, noted) = (try openWriter(), intake)
    try Self.translating { () throws(IndexError) in
      try writer.write(document, intake: noted, diagnostics: diagnostics)
    }
  }

  /// Applies the decisions to documents that this run left as they were, and tells of those whose
  /// document isn't in the index.
  func applyDecisions(by analyzer: Analyzer, into report: inout IngestReport) throws {
    guard FileManager.default.fileExists(atPath: workingPath) else { return }
    let reader = try Self.openReader(workingPath, mapsFile: false)
    let records = try Self.translating { () throws(IndexError) in try reader.documents() }
    let sources = Set(records.map(\.source))
    for record in records where !written.contains(record.id) {
      let decided = decisions.documents.values(
        of: record.id, source: record.source, among: sources)
      if record.metadata.only(.decided) == decided { continue }
      try analyzeAgain(record.id, decided: decided, by: analyzer, from: reader, into: &report)
    }
    report.take(
      decisions.documents.orphans(outside: records.map { ($0.id, $0.source) }))
    try applyPillarDecisions(to: Set(records.map(\.id)), from: reader, into: &report)
  }

  /// Analyses a stored document again from the text and marks that the index keeps: with other
  /// decisions about it, since dates that were read from the document's own follow it, or to mend
  /// what was made from the text.
  func analyzeAgain(
    _ id: DocumentID, decided: DocumentMetadata, by analyzer: Analyzer, from reader: IndexReader,
    into report: inout IngestReport
  ) throws {
    let stored = try Self.translating { () throws(IndexError) in try reader.document(id) }
    let intakes = try Self.translating { () throws(IndexError) in try reader.intakes() }
    guard let stored else { return }
    let analyzed = analyzer.analyze(stored.source, decided: decided)
    try write(
      analyzed.value, intake: intakes[id] ?? .init(),
      diagnostics: stored.diagnostics.filter(\.isFromReading) + analyzed.diagnostics,
      into: &report)
  }

  private func applyPillarDecisions(
    to stored: Set<DocumentID>, from reader: IndexReader, into report: inout IngestReport
  ) throws {
    let decisions = decisions.pillars
    let ruled = try Self.translating { () throws(IndexError) in
      try reader.documentsWithDecisions()
    }
    let concerned = decisions.documents.union(ruled).intersection(stored).subtracting(written)
    for document in concerned.sorted() {
      let keyed = try Self.translating { () throws(IndexError) in
        try reader.sections(of: document)
      }
      guard let keyed else { continue }
      let applied = decisions.applied(
        to: keyed.assignments, of: document, sections: keyed.sections)
      report.take(applied.diagnostics)
      let changed = applied.value.filter { $0 != keyed.pillars[$0.section] }
      guard !changed.isEmpty else { continue }
      let writer = try openWriter()
      try Self.translating { () throws(IndexError) in try writer.replacePillars(changed) }
    }
    report.take(decisions.orphans(outside: stored).map(PillarDecisions.orphan))
  }

  /// Brings the index into order, and puts a rebuilt one in the place of the old.
  func finish() throws {
    guard let writer else { return }
    if hasLaws {
      let terms = try GatherConceptTerms(
        KnowledgeBase(index: workingPath, mapsFile: false)
      ).run()
      try Self.translating { () throws(IndexError) in try writer.replaceConceptTerms(terms) }
    }
    let (digest, changed) = (header.registryDigest, written.count)
    try Self.translating { () throws(IndexError) in
      if writer.header.registryDigest != digest { try writer.update(registryDigest: digest) }
      try writer.finish(changed: changed)
    }
    self.writer = nil
  }

  /// Takes the index for writing, or waits and then tells who holds it.
  func lock() throws { _ = try openWriter() }

  private func openWriter() throws -> IndexWriter {
    if let writer { return writer }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let (index, header, rebuilds, registry) = (path, header, rebuilds, registry)
    let opened = try Self.translating { () throws(IndexError) in
      let writer = try IndexWriter(path: index, header: header, anew: rebuilds)
      if !registry.fingerprint.isEmpty {
        try writer.keepNames(registry.storedNames, fingerprint: registry.fingerprint)
      }
      return writer
    }
    writer = opened
    return opened
  }

  /// Opens an index for writing, or makes a new one of the registry.
  static func openWriter(_ path: String, registry: Registry) throws -> IndexWriter {
    try IndexStore(path: path, registry: registry).openWriter()
  }

  /// Opens an index for reading a small part of it, or else without mapping the file into memory.
  static func openReader(_ path: String, mapsFile: Bool = true) throws -> IndexReader {
    try translating { () throws(IndexError) in try IndexReader(path: path, mapsFile: mapsFile) }
  }

  /// Turns an index's error into one with words in the catalogue and exit status 4.
  static func translating<Value>(_ work: () throws(IndexError) -> Value) throws -> Value {
    do {
      return try work()
    } catch {
      throw WorkbenchError(.indexUnusable, error.identifier, error.arguments)
    }
  }
}

extension FileReport {
  /// Takes in what the stages found in the file's document.
  fileprivate mutating func describe(_ document: AnalyzedDocument) {
    reader = document.source.mediaType
    pages = document.source.pages.count
    passages = document.structure.passages.count
    links = document.links.count
    repairs = document.structure.citable.repairs.count
  }
}

extension IndexError {
  /// The particulars for the message catalogue.
  var arguments: [String: String] {
    switch self {
    case .missing(let path), .full(let path), .foreign(let path): ["path": path]
    case .busy(let path, let holder): ["path": path, "holder": holder.map { " (\($0))" } ?? ""]
    case .damaged(let path, let detail), .inaccessible(let path, let detail):
      ["path": path, "detail": detail]
    case .otherVersion(let path, let found, let expected):
      ["path": path, "found": "\(found)", "wanted": "\(expected)"]
    }
  }
}
