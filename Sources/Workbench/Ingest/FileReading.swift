import DocumentModel
import FoundationEssentials
import TextNormalization

/// Reads and analyses one file, unless the index holds it as it is.
struct FileReading: Sendable {
  /// A file with the id its document will have.
  struct Entry: Sendable {
    var file: SourceFile
    var id: DocumentID
    /// What the index holds under this id.
    var held: HeldDocument?
    /// Where the file lies and how it is to be read.
    var intake: Intake
    /// What people decided about the document.
    var decided: DocumentMetadata
    /// Whether it is analysed again though nothing has changed.
    var readsUnchanged: Bool

    /// Whether the index holds the document of this digest, read and analysed alike.
    func isHeld(_ sha256: String) -> Bool {
      guard let held, !readsUnchanged else { return false }
      return held.sha256 == sha256 && held.source == file.name && held.decided == decided
        && held.intake.settings == intake.settings && held.intake.analysis == intake.analysis
    }
  }

  /// What became of a file.
  enum Outcome: Sendable {
    /// With the time for it, in milliseconds.
    case analyzed(AnalyzedDocument, Int)
    case unchanged
    case unreadable
  }

  var loader: SourceLoader
  var analyzer: Analyzer

  /// Reads a file and runs the stages on it, within the limits.
  func outcome(of entry: Entry) async -> Staged<Outcome> {
    let done = await TimedWork(limit: loader.limits.seconds).run { read(entry) }
    guard let done else {
      let told = Diagnostic(
        "source.too-slow", .error,
        arguments: ["source": entry.file.path, "seconds": loader.limits.secondsAsText])
      return Staged(.unreadable, diagnostics: [told])
    }
    return done
  }

  private func read(_ entry: Entry) -> Staged<Outcome> {
    let clock = ContinuousClock()
    let start = clock.now
    let content = loader.bytes(of: entry.file)
    guard let bytes = content.value else {
      return Staged(.unreadable, diagnostics: content.diagnostics)
    }
    if entry.isHeld(ContentHash(bytes).description) {
      return Staged(
        .unchanged, diagnostics: entry.held?.diagnostics.filter(\.isAboutInput) ?? [])
    }
    let source = loader.load(bytes, of: entry.file, id: entry.id)
    guard var document = source.value else {
      return Staged(.unreadable, diagnostics: source.diagnostics)
    }
    document.metadata = document.metadata.overlaid(by: entry.file.described)
    let analyzed = analyzer.analyze(document, decided: entry.decided)
    let time = (clock.now - start).components
    let milliseconds = Int(time.seconds) * 1000 + Int(time.attoseconds / 1_000_000_000_000_000)
    return Staged(
      .analyzed(analyzed.value, milliseconds),
      diagnostics: source.diagnostics + analyzed.diagnostics)
  }
}
