import Glibc
import Workbench

extension Console {
  /// Shows how far a run has come, on one line of the terminal that is written over.
  static func progress(_ done: Int, _ total: Int, _ name: String) {
    let text = "\r\u{1B}[K[\(done)/\(total)] \(name)"
    try? ByteSink(descriptor: STDERR_FILENO).write(Array(text.utf8))
  }

  /// Clears the progress line.
  static func endProgress() {
    try? ByteSink(descriptor: STDERR_FILENO).write(Array("\r\u{1B}[K".utf8))
  }
}
