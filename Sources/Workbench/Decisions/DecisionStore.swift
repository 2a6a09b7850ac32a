package import DocumentModel
import FoundationEssentials
import Glibc

/// All that people decided.
package struct Decisions: Sendable {
  package var pillars = PillarDecisions()
  package var documents = DocumentDecisions()

  package init(pillars: PillarDecisions = .init(), documents: DocumentDecisions = .init()) {
    self.pillars = pillars
    self.documents = documents
  }
}

/// Keeps what people decide in files beside the index, one decision a line, nothing ever rewritten.
package struct DecisionStore: Sendable {
  /// The folder of the files.
  package var folder: String

  /// Takes the folder given, else `<index>.decisions`.
  package init(folder: String?, index: String) { self.folder = folder ?? index + ".decisions" }

  /// The file of decisions on pillars.
  package var pillarFile: String { folder + "/pillars.jsonl" }

  /// The file of decisions on documents' descriptions.
  package var documentFile: String { folder + "/documents.jsonl" }

  /// The file of what was put into baskets.
  package var basketFile: String { folder + "/baskets.jsonl" }

  /// Reads all decisions; a damaged line is told with file and line and left where it is.
  ///
  /// - Throws: `WorkbenchError` where there is a file that can't be read.
  package func decisions() throws -> Staged<Decisions> {
    let pillars = try pillarDecisions()
    let documents = try documentDecisions()
    return Staged(
      Decisions(pillars: pillars.value, documents: documents.value),
      diagnostics: pillars.diagnostics + documents.diagnostics)
  }

  /// Reads all decisions on pillars; a damaged line is told with file and line and left where it is.
  ///
  /// - Throws: `WorkbenchError` where there is a file that can't be read.
  package func pillarDecisions() throws -> Staged<PillarDecisions> {
    let read = try lines(of: pillarFile) { (shape: PillarDecisionShape) in shape.decision() }
    return Staged(PillarDecisions(read.value), diagnostics: read.diagnostics)
  }

  /// Reads all decisions on descriptions, as those on pillars are read.
  ///
  /// - Throws: `WorkbenchError` where there is a file that can't be read.
  package func documentDecisions() throws -> Staged<DocumentDecisions> {
    let read = try lines(of: documentFile) { (shape: DocumentDecisionShape) in shape.decision() }
    return Staged(DocumentDecisions(read.value), diagnostics: read.diagnostics)
  }

  /// Reads all acts on baskets, as decisions on pillars are read.
  ///
  /// - Throws: `WorkbenchError` where there is a file that can't be read.
  package func basketActs() throws -> Staged<[(basket: String, act: Basket.Act)]> {
    try lines(of: basketFile) { (shape: BasketActShape) in shape.act() }
  }

  private func lines<Shape: Decodable, Decision>(
    of file: String, _ decision: (Shape) -> (decision: Decision?, field: String)
  ) throws -> Staged<[Decision]> {
    guard FileManager.default.fileExists(atPath: file) else { return Staged([]) }
    guard let data = try? Data(contentsOf: URL(filePath: file)) else {
      throw WorkbenchError(.badUse, "decision.unreadable", ["path": file])
    }
    var result = Staged<[Decision]>([])
    let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
      let (read, detail) = Self.read(Array(line), decision)
      if let read {
        result.value.append(read)
      } else if number == lines.count - 1 {
        // Nobody was told that a line was kept whose end isn't on the disk.
        result.diagnostics.append(
          Diagnostic(
            "decision.cut-off", .warning, arguments: ["file": file, "line": "\(number + 1)"]))
      } else {
        result.diagnostics.append(
          Diagnostic(
            "decision.damaged-line", .error,
            arguments: ["file": file, "line": "\(number + 1)", "detail": detail]))
      }
    }
    return result
  }

  private static func read<Shape: Decodable, Decision>(
    _ line: [UInt8], _ decision: (Shape) -> (decision: Decision?, field: String)
  ) -> (Decision?, String) {
    guard String(validating: line, as: UTF8.self) != nil else { return (nil, "UTF-8") }
    do {
      let read = decision(try JSONDecoder().decode(Shape.self, from: Data(line)))
      return (read.decision, read.field)
    } catch DecodingError.keyNotFound(let key, _) {
      return (nil, key.stringValue)
    } catch DecodingError.typeMismatch(_, let context) {
      return (nil, context.codingPath.last?.stringValue ?? "JSON")
    } catch {
      return (nil, "JSON")
    }
  }

  /// Adds a decision as the file's last line and brings it to the disk.
  ///
  /// The line goes out in one write under a lock, so that two people deciding at once leave two whole
  /// lines; where an earlier write was cut off, the new line begins on its own.
  ///
  /// - Throws: `WorkbenchError` where the file can't be written.
  package func append(_ decision: PillarDecision) throws {
    try append(PillarDecisionShape(decision), to: pillarFile)
  }

  /// Adds a decision on a description, as one on pillars is added.
  ///
  /// - Throws: `WorkbenchError` where the file can't be written.
  package func append(_ decision: DocumentDecision) throws {
    try append(DocumentDecisionShape(decision), to: documentFile)
  }

  /// Adds an act on a basket, as a decision is added.
  ///
  /// - Throws: `WorkbenchError` where the file can't be written.
  package func append(_ act: Basket.Act, in basket: String, on day: CalendarDay) throws {
    try append(BasketActShape(act, in: basket, on: day), to: basketFile)
  }

  private func append(_ shape: some Encodable, to file: String) throws {
    let failure = WorkbenchError(.badUse, "output.unwritable", ["path": file])
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let descriptor = open(file, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX) == 0 else { throw failure }
    var bytes = Array(try JSONText.line(shape).utf8) + [0x0A]
    let size = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0x0A
    if size > 0, pread(descriptor, &last, 1, size - 1) == 1, last != 0x0A {
      bytes.insert(0x0A, at: 0)
    }
    let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard written == bytes.count, fsync(descriptor) == 0 else {
      // A part of a line is worse than none: the file goes back to its length.
      ftruncate(descriptor, size)
      throw failure
    }
  }
}
