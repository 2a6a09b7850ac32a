import DocumentModel
import Glibc
import Workbench

extension Console {
  /// Whether progress can be shown: on a terminal that clears a line when told, and where standard
  /// error isn't for a program to read.
  static let hasProgress =
    isErrorTerminal && environment["TERM"] != "dumb" && logFormat == .text

  /// Returns what shows the progress of a run that begins now, where that can be seen and is wanted.
  static func progress(isWanted: Bool) -> (Ingest.Progress) -> Void {
    guard hasProgress, isWanted else { return { _ in } }
    let started = ContinuousClock.now
    return { progress in
      self.progress(
        progress.done, progress.total, progress.name,
        seconds: (ContinuousClock.now - started) / .seconds(1))
    }
  }

  /// Shows how far a run has come, how fast, and how long it will take, on one line of the terminal
  /// that is written over; without a total only how far.
  static func progress(_ done: Int, _ total: Int?, _ name: String, seconds: Double = 0) {
    var text = "[\(done)" + (total.map { "/\($0)" } ?? "") + "]"
    if let total, seconds > 1, done > 0 {
      let rate = Double(done) / seconds
      let left = Int((Double(total - done) / rate).rounded(.up))
      let shown = "\((rate * 10).rounded() / 10)"
      text += say(" 毎秒\(shown)件・残り\(duration(left))", " \(shown)/s, \(duration(left)) left")
    }
    text += " " + Printable.safe(name)
    // The window may have changed; a line that reaches its edge would be broken.
    let most = max(1, columns(of: STDERR_FILENO) - 1)
    writeError(DisplayWidth.shortened(text, to: most), isProgress: true)
  }

  private static func duration(_ seconds: Int) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60)
    if minutes == 0 { return say("\(rest)秒", "\(rest) s") }
    return say("\(minutes)分\(rest)秒", "\(minutes) min \(rest) s")
  }

  /// Clears the progress line, if there is one.
  static func endProgress() {
    writeError("")
  }
}
