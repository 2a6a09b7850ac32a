import DocumentModel
import FoundationEssentials
import PassageIndex
import Registry

/// Opens indexes and tells what is wrong with one in the catalogue's terms.
final class IndexStore {
  private let path: String
  private let header: IndexHeader
  private let rebuilds: Bool
  private let decisions: Decisions
  private var writer: IndexWriter?
  /// The documents stored in this run, decisions applied.
  private var written: Set<DocumentID> = []

  init(
    path: String, registry: Registry, rebuilds: Bool, decisions: Decisions = .init()
  ) {
    self.path = path
    self.rebuilds = rebuilds
    self.decisions = decisions
    header = IndexHeader(registryDigest: registry.digest, variants: registry.variants)
  }

  /// Where documents are written: a new index grows beside the old one until it is whole.
  private var workingPath: String { rebuilds ? path + ".rebuild" : path }

  /// Stores one outcome and counts it; the index is made when the first document is there to store.
  func take(
    _ outcome: Staged<Ingest.Outcome>, for entry: Ingest.Entry, into report: inout IngestReport
  ) throws {
    report.diagnostics += outcome.diagnostics
    switch outcome.value {
    case .unreadable:
      if outcome.diagnostics.contains(where: { $0.severity == .error }) {
        report.failed.append(entry.file)
      } else {
        report.skipped += 1
      }
    case .unchanged: report.unchanged.append(entry.id)
    case .analyzed(let document):
      try write(document, diagnostics: outcome.diagnostics, into: &report)
      if entry.stored == nil {
        report.added.append(entry.id)
      } else {
        report.replaced.append(entry.id)
      }
      if let stored = entry.stored, stored != document.source.sha256 {
        report.diagnostics.append(
          Diagnostic(
            "source.replaced", .note,
            arguments: ["source": entry.file.path, "document": entry.id.rawValue]))
      }
      report.passages += document.structure.passages.count
      report.links += document.links.count
    }
  }

  /// Stores a document with the decisions on its pillars applied.
  private func write(
    _ document: AnalyzedDocument, diagnostics: [Diagnostic], into report: inout IngestReport
  ) throws {
    var document = document
    let decided = decisions.pillars.applied(
      to: document.pillars, of: document.source.id, sections: document.structure.sections)
    document.pillars = decided.value
    report.diagnostics += decided.diagnostics
    written.insert(document.source.id)
    let writer = try openWriter()
    try Self.translating { () throws(IndexError) in
      try writer.write(document, diagnostics: diagnostics)
    }
  }

  /// Applies the decisions to documents that this run left as they were, and tells of those whose
  /// document isn't in the index.
  func applyDecisions(by analyzer: Analyzer, into report: inout IngestReport) throws {
    guard FileManager.default.fileExists(atPath: workingPath) else { return }
    let reader = try Self.openReader(workingPath)
    let records = try Self.translating { () throws(IndexError) in try reader.documents() }
    for record in records where !written.contains(record.id) {
      let decided = decisions.documents.values(of: record.id, source: record.source)
      if record.metadata.only(.decided) == decided { continue }
      try analyzeAgain(record.id, decided: decided, by: analyzer, from: reader, into: &report)
    }
    report.diagnostics += decisions.documents.orphans(
      outside: records.map { ($0.id, $0.source) })
    try applyPillarDecisions(to: Set(records.map(\.id)), from: reader, into: &report)
  }

  /// Analyses a stored document again from the text and marks that the index keeps, with other
  /// decisions about it: dates that were read from the document's own follow it.
  func analyzeAgain(
    _ id: DocumentID, decided: DocumentMetadata, by analyzer: Analyzer, from reader: IndexReader,
    into report: inout IngestReport
  ) throws {
    let stored = try Self.translating { () throws(IndexError) in try reader.document(id) }
    guard let stored else { return }
    let analyzed = analyzer.analyze(stored.source, decided: decided)
    try write(
      analyzed.value,
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
      report.diagnostics += applied.diagnostics
      let changed = applied.value.filter { $0 != keyed.pillars[$0.section] }
      guard !changed.isEmpty else { continue }
      let writer = try openWriter()
      try Self.translating { () throws(IndexError) in try writer.replacePillars(changed) }
    }
    report.diagnostics += decisions.orphans(outside: stored).map(PillarDecisions.orphan)
  }

  /// Brings the index into order, and puts a rebuilt one in the place of the old.
  func finish() throws {
    guard let writer else { return }
    try Self.translating { () throws(IndexError) in try writer.finish() }
    self.writer = nil
    if rebuilds {
      Self.removeFiles(of: path)
      do {
        try FileManager.default.moveItem(atPath: workingPath, toPath: path)
      } catch {
        throw WorkbenchError(.indexUnusable, "index.inaccessible", ["path": path])
      }
      Self.removeFiles(of: workingPath)
    }
  }

  /// Takes the index for writing, or waits and then tells who holds it.
  func lock() throws { _ = try openWriter() }

  private func openWriter() throws -> IndexWriter {
    if let writer { return writer }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if rebuilds { Self.removeFiles(of: workingPath) }
    let (path, header) = (workingPath, header)
    let opened = try Self.translating { () throws(IndexError) in
      try IndexWriter(path: path, header: header)
    }
    writer = opened
    return opened
  }

  private static func removeFiles(of path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  /// Opens an index for writing, or makes a new one of the registry.
  static func openWriter(_ path: String, registry: Registry) throws -> IndexWriter {
    let store = IndexStore(path: path, registry: registry, rebuilds: false)
    return try store.openWriter()
  }

  /// Opens an index for reading.
  static func openReader(_ path: String) throws -> IndexReader {
    try translating { () throws(IndexError) in try IndexReader(path: path) }
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

extension IndexError {
  /// The particulars for the message catalogue.
  var arguments: [String: String] {
    switch self {
    case .missing(let path): ["path": path]
    case .busy(let path, let holder): ["path": path, "holder": holder.map { " (\($0))" } ?? ""]
    case .damaged(let path, let detail), .inaccessible(let path, let detail):
      ["path": path, "detail": detail]
    case .otherVersion(let path, let found, let expected):
      ["path": path, "found": "\(found)", "wanted": "\(expected)"]
    }
  }
}
