package import DocumentModel

/// Reads PDF files through `pdftotext`, a program of its own that prints every word with its box.
///
/// The order of the words, the tables, notes and running heads are found here, from the boxes alone.
/// What can't be read is told and left out: pages without a text layer, text whose font has no map
/// to characters, encrypted and damaged files.
package struct PDFReader: Sendable {
  /// The program and how it is called: words with boxes, from standard input to standard output.
  package static let program = "pdftotext"
  package static let arguments = ["-bbox-layout", "-enc", "UTF-8", "-", "-"]

  private let run: ProcessRunner
  private let recognizes: Bool
  private let reader = PDFTextReader()

  /// `run` runs the outside programs; with `recognizes` pages without a text layer are read by OCR.
  package init(recognizes: Bool = false, run: @escaping ProcessRunner) {
    self.recognizes = recognizes
    self.run = run
  }

  /// Returns the document, or nil where the diagnostics tell why there is none.
  ///
  /// `source` is the name by which the file was given, `path` where it lies; `sha256` is that of
  /// `bytes`, in hexadecimal.
  package func read(
    _ bytes: [UInt8], id: DocumentID, source: String, path: String, sha256: String
  ) -> Staged<SourceDocument?> {
    func told(
      _ identifier: String, _ severity: Severity = .error, _ arguments: [String: String] = [:]
    ) -> Diagnostic {
      Diagnostic(
        identifier, severity, arguments: arguments.merging(["source": path]) { first, _ in first })
    }
    let output: ProcessOutput
    do throws(ProcessFailure) {
      output = try run(
        ProcessRequest(program: Self.program, arguments: Self.arguments, input: bytes))
    } catch {
      return Staged(nil, diagnostics: [Self.diagnostic(of: error, told)])
    }
    let errors = PDFProgramErrors(output.errors)
    guard output.status == 0 else {
      let identifier = errors.isEncrypted ? "input.pdf-encrypted" : "input.pdf-damaged"
      let detail = errors.first ?? "exit status \(output.status)"
      return Staged(nil, diagnostics: [told(identifier, .error, ["detail": detail])])
    }
    let pages = BoxListParser().parse(output.output)
    var text = reader.read(pages)
    var diagnostics: [Diagnostic] = []
    if recognizes, !text.emptyPages.isEmpty || !text.garbledPages.isEmpty {
      let recognition = recognize(pages, of: bytes, unread: text.emptyPages + text.garbledPages)
      if let failure = recognition.failure {
        diagnostics.append(
          Self.diagnostic(of: failure) { told($0, text.holdsNothing ? .error : .warning, $1) })
        if text.holdsNothing { return Staged(nil, diagnostics: diagnostics) }
      }
      text = reader.read(recognition.pages, recognized: Set(recognition.numbers))
    }
    if errors.lacksLanguageData, text.holdsNothing {
      return Staged(nil, diagnostics: [told("input.pdf-language-data")])
    }
    guard !text.holdsNothing else {
      let identifier =
        recognizes
        ? "input.ocr-nothing"
        : text.garbledPages.isEmpty ? "input.pdf-no-text" : "input.pdf-all-garbled"
      let count = String(text.pages.count)
      return Staged(nil, diagnostics: [told(identifier, .error, ["count": count])])
    }
    if errors.lacksLanguageData { diagnostics.append(told("input.pdf-language-data", .warning)) }
    if let detail = errors.fault {
      diagnostics.append(told("input.pdf-repaired", .warning, ["detail": detail]))
    }
    for (identifier, pages) in [
      ("input.pdf-pages-without-text", text.emptyPages),
      ("input.pdf-garbled-pages", text.garbledPages),
      ("input.pdf-garbled-lines", text.pagesWithGarbledLines),
      ("input.ocr-read", text.recognizedPages),
    ] where !pages.isEmpty {
      diagnostics.append(told(identifier, .warning, ["pages": PageList.text(of: pages)]))
    }
    if text.rubyCount > 0 {
      diagnostics.append(told("input.pdf-ruby", .note, ["count": String(text.rubyCount)]))
    }
    let document = SourceDocument(
      id: id, source: source, sha256: sha256,
      mediaType: "application/pdf" + RecognizedPages(text.recognizedPages).mediaTypeParameter,
      utf8: text.utf8,
      pages: text.pages, marks: text.marks)
    return Staged(document, diagnostics: diagnostics)
  }

  /// Reads the unread pages from their pictures, as far as that goes.
  private func recognize(
    _ pages: [BoxedPage], of file: [UInt8], unread: [Int]
  ) -> (pages: [BoxedPage], numbers: [Int], failure: PageRecognizer.Failure?) {
    let recognizer = PageRecognizer(run: run)
    let unread = Set(unread)
    var pages = pages
    var numbers: [Int] = []
    for index in pages.indices where unread.contains(pages[index].number) {
      do throws(PageRecognizer.Failure) {
        pages[index] = try recognizer.recognize(pages[index], of: file)
        if !pages[index].words.isEmpty { numbers.append(pages[index].number) }
      } catch {
        return (pages, numbers, error)
      }
    }
    return (pages, numbers, nil)
  }

  private static func diagnostic(
    of failure: PageRecognizer.Failure, _ told: (String, [String: String]) -> Diagnostic
  ) -> Diagnostic {
    switch failure {
    case .language: told("input.ocr-language-missing", [:])
    case .process(PageRecognizer.program, .missing):
      told("input.ocr-program-missing", ["program": PageRecognizer.program])
    case .process(let program, .missing): told("input.pdf-program-missing", ["program": program])
    case .process(let program, .tooSlow(let seconds)):
      told("input.ocr-failed", ["program": program, "detail": "> \(seconds) s"])
    case .process(let program, .tooMuch(let bytes)):
      told("input.ocr-failed", ["program": program, "detail": "> \(bytes >> 20) MiB"])
    case .process(let program, .unstartable(let error)):
      told("input.ocr-failed", ["program": program, "detail": "errno \(error)"])
    case .fault(let program, let detail):
      told("input.ocr-failed", ["program": program, "detail": detail])
    }
  }

  private static func diagnostic(
    of failure: ProcessFailure, _ told: (String, Severity, [String: String]) -> Diagnostic
  ) -> Diagnostic {
    switch failure {
    case .missing: told("input.pdf-program-missing", .error, ["program": program])
    case .unstartable(let error):
      told("input.pdf-program-failed", .error, ["program": program, "detail": "errno \(error)"])
    case .tooSlow(let seconds): told("input.pdf-too-slow", .error, ["seconds": String(seconds)])
    case .tooMuch(let bytes): told("input.pdf-too-large", .error, ["count": String(bytes >> 20)])
    }
  }
}

/// What the program's messages mean.
struct PDFProgramErrors: Sendable {
  private let lines: [Substring]

  init(_ text: String) {
    lines = text.split { $0 == "\n" || $0 == "\r" }
  }

  /// The first message.
  var first: String? { lines.first.map(String.init) }

  /// Whether the file can't be opened without a password.
  var isEncrypted: Bool { holds("Incorrect password") || holds("owner password") }

  /// Whether the tables are missing that lead from the numbers of Japanese glyphs to characters.
  var lacksLanguageData: Bool {
    holds("Missing language pack") || holds("Unknown character collection")
  }

  /// The first complaint about the file's own structure.
  var fault: String? {
    lines.first { $0.hasPrefix("Syntax Error") && !$0.contains("Missing language pack") }
      .map(String.init)
  }

  private func holds(_ words: String) -> Bool { lines.contains { $0.contains(words) } }
}

/// Page numbers as a person lists them.
enum PageList {
  /// Returns ascending numbers with runs drawn together: 1, 3–5.
  static func text(of pages: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for page in pages {
      if let last = runs.last, last.upperBound == page - 1 {
        runs[runs.count - 1] = last.lowerBound...page
      } else {
        runs.append(page...page)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ", ")
  }
}
