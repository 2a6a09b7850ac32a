package import DocumentModel

/// How a run of ingest went.
package struct IngestReport: Sendable {
  /// Each file with what became of it, in the order of the run; then those passed over and those gone.
  package var files: [FileReport] = []
  /// What concerns files, decisions and the manifest, and all errors.
  package var diagnostics: [Diagnostic] = []
  /// How much else was noticed in the texts; the index keeps each with its document.
  package var textWarnings = 0
  package var textNotes = 0
  /// How many revisions of laws a rebuild took over from the index.
  package var laws = 0

  /// The documents of files that fared so.
  package func documents(_ outcome: FileReport.Outcome) -> [DocumentID] {
    files.filter { $0.outcome == outcome }.compactMap(\.document)
  }

  /// Documents whose files are gone.
  package var removed: [DocumentID] { documents(.removed) + documents(.pruned) }

  package var passages: Int { files.reduce(0) { $0 + $1.passages } }
  package var links: Int { files.reduce(0) { $0 + $1.links } }

  /// The number of documents that are in the index after the run because of it.
  package var readable: Int {
    files.count { [.added, .replaced, .unchanged].contains($0.outcome) }
  }

  /// The exit status the machine interface fixes for such a run.
  package var status: ExitStatus {
    let hasErrors = diagnostics.contains { $0.severity == .error && $0.isAboutInput }
    if readable + laws == 0, documents(.pruned).isEmpty { return .nothing }
    return hasErrors ? .someUnread : .done
  }

  /// Takes in what was told: what the texts gave rise to is only counted, since it would fill the
  /// memory in a run over many documents.
  mutating func take(_ told: [Diagnostic]) {
    for diagnostic in told {
      if diagnostic.isAboutInput || diagnostic.severity == .error {
        diagnostics.append(diagnostic)
      } else if diagnostic.severity == .warning {
        textWarnings += 1
      } else {
        textNotes += 1
      }
    }
  }

  /// Takes in what the search for files told; those passed over are listed as such.
  mutating func takeFinding(_ told: [Diagnostic]) {
    take(told)
    for diagnostic in told {
      guard let path = diagnostic.arguments["source"] else { continue }
      if diagnostic.isAboutSkipping {
        files.append(FileReport(path: path, outcome: .skipped))
      } else if diagnostic.severity == .error {
        var failed = FileReport(path: path, outcome: .failed)
        failed.problem = diagnostic.identifier
        files.append(failed)
      }
    }
  }

  /// Tells of documents whose files are gone, which stay in the index.
  mutating func miss(_ vanished: [HeldDocument]) {
    for held in vanished { gone(held, .removed, told: "source.removed") }
  }

  /// Tells of documents whose files may only be away just now, in one message a path.
  mutating func doubt(_ vanished: [IntakePlan.Vanished]) {
    let unsure = Dictionary(grouping: vanished.filter { $0.unsureRoot != nil }) {
      $0.unsureRoot ?? ""
    }
    for (root, lost) in unsure.sorted(by: { $0.key < $1.key }) {
      for one in lost {
        files.append(
          FileReport(
            path: one.document.intake.path, document: one.document.id, outcome: .removed))
      }
      let example = lost.first?.document.intake.path ?? ""
      take([
        Diagnostic(
          "source.removed-perhaps", .warning,
          arguments: ["source": root, "count": "\(lost.count)", "file": example])
      ])
    }
  }

  /// Tells of a document that can't be made anew, since what the index keeps of it is damaged.
  ///
  /// `file` is what it was read from, where the index still tells.
  mutating func lose(_ document: DocumentID, file: String?) {
    files.append(FileReport(path: file ?? "", document: document, outcome: .failed))
    var arguments = ["document": document.rawValue]
    arguments["source"] = file
    take([Diagnostic("source.kept-damaged", .error, arguments: arguments)])
  }

  /// Tells of a document that was made anew and isn't what was stored.
  mutating func doubt(_ document: DocumentID) {
    take([Diagnostic("source.kept-differs", .error, arguments: ["document": document.rawValue])])
  }

  /// Tells of a document whose file is gone, with what was done about it.
  mutating func gone(_ held: HeldDocument, _ outcome: FileReport.Outcome, told: String) {
    files.append(FileReport(path: held.intake.path, document: held.id, outcome: outcome))
    take([
      Diagnostic(
        told, .note, arguments: ["source": held.intake.path, "document": held.id.rawValue])
    ])
  }
}

extension Diagnostic {
  /// Whether it was noticed in reading the file, which an analysis of the kept text can't repeat.
  package var isFromReading: Bool {
    ["source.", "input.", "archive.", "reader."].contains {
      identifier.hasPrefix($0)
    }
  }

  /// Whether it tells of a file that was passed over, which is no failure.
  package var isAboutSkipping: Bool {
    ["source.skipped-type", "source.law-xml", "source.link-not-followed"].contains(identifier)
  }

  /// Whether it is about a file as such or about what people decided, not about what a document says.
  package var isAboutInput: Bool {
    ["source.", "input.", "archive.", "decision.", "manifest."].contains {
      identifier.hasPrefix($0)
    }
  }
}
