package import DocumentModel
import FoundationEssentials
import Glibc

/// Keeps what people decide in files beside the index, one decision a line, nothing ever rewritten.
package struct DecisionStore: Sendable {
  /// The folder of the files.
  package var folder: String

  /// Takes the folder given, else `<index>.decisions`.
  package init(folder: String?, index: String) { self.folder = folder ?? index + ".decisions" }

  /// The file of decisions on pillars.
  package var pillarFile: String { folder + "/pillars.jsonl" }

  /// Reads all decisions on pillars; a damaged line is told with file and line and left where it is.
  ///
  /// - Throws: `WorkbenchError` where there is a file that can't be read.
  package func pillarDecisions() throws -> Staged<PillarDecisions> {
    guard FileManager.default.fileExists(atPath: pillarFile) else {
      return Staged(PillarDecisions())
    }
    guard let data = try? Data(contentsOf: URL(filePath: pillarFile)) else {
      throw WorkbenchError(.badUse, "decision.unreadable", ["path": pillarFile])
    }
    var result = Staged(PillarDecisions())
    let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
      let (decision, detail) = Self.read(Array(line))
      if let decision {
        result.value.all.append(decision)
      } else {
        result.diagnostics.append(
          Diagnostic(
            "decision.damaged-line", .error,
            arguments: ["file": pillarFile, "line": "\(number + 1)", "detail": detail]))
      }
    }
    return result
  }

  private static func read(_ line: [UInt8]) -> (PillarDecision?, String) {
    guard String(validating: line, as: UTF8.self) != nil else { return (nil, "UTF-8") }
    do {
      let (decision, field) = try JSONDecoder().decode(
        PillarDecisionShape.self, from: Data(line)
      ).decision()
      return (decision, field)
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
    let failure = WorkbenchError(.badUse, "output.unwritable", ["path": pillarFile])
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let descriptor = open(pillarFile, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX) == 0 else { throw failure }
    var bytes = Array(try JSONText.line(PillarDecisionShape(decision)).utf8) + [0x0A]
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
