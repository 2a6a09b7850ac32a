import DocumentModel
import FoundationEssentials
import Glibc
import Workbench

/// Prints a command's result to standard output or into the file of `--output`.
///
/// A file is written beside its place and moved there when it is whole, so that a failed run leaves
/// the old one.
final class ResultPrinter {
  private let file: String?
  private var buffer: [UInt8] = []
  private let limit = 1 << 16
  private let sink: ByteSink

  /// Opens the printer; `nil` and `-` are standard output.
  ///
  /// - Throws: `WorkbenchError` where the file can't be made.
  init(output: String? = nil) throws {
    guard let output, output != "-" else {
      file = nil
      sink = ByteSink(descriptor: STDOUT_FILENO)
      return
    }
    file = output
    let descriptor = open(output + ".part", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else {
      throw WorkbenchError(.badUse, "output.unwritable", ["path": output])
    }
    sink = ByteSink(descriptor: descriptor)
  }

  /// Prints text and its line end, with nothing in it that a terminal would obey.
  func line(_ line: String = "") throws {
    try painted(Printable.safe(line))
  }

  /// Prints a line that holds the escape sequences of its own colours.
  func painted(_ line: String) throws {
    buffer.append(contentsOf: line.utf8)
    buffer.append(0x0A)
    if buffer.count >= limit { try flush() }
  }

  /// Prints bytes as they are.
  func bytes(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count >= limit { try flush() }
  }

  /// Writes out what is held back.
  func flush() throws {
    let bytes = buffer
    buffer.removeAll(keepingCapacity: true)
    do {
      try sink.write(bytes)
    } catch is WriteFailure {
      throw WorkbenchError(.badUse, "output.unwritable", ["path": file ?? "-"])
    }
  }

  /// Writes out the rest and puts a file in its place.
  func finish() throws {
    try flush()
    guard let file else { return }
    close(sink.descriptor)
    guard rename(file + ".part", file) == 0 else {
      throw WorkbenchError(.badUse, "output.unwritable", ["path": file])
    }
  }
}
