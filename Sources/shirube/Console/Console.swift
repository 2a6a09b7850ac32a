import DocumentModel
import FoundationEssentials
import Glibc
import Logging
import Synchronization
import Workbench

/// The world as a command sees it: language, terminal, standard output and error.
enum Console {
  static let environment = ProcessInfo.processInfo.environment

  /// The language of help and messages, known before the arguments are parsed.
  static let language = Language.choose(asked: asked("--lang"), environment: environment)

  /// How much is logged, known before the arguments are parsed: nothing below a warning unless asked.
  static let logLevel = asked("--log-level").flatMap(Logger.Level.init(rawValue:)) ?? .warning

  /// How notes and the log are written, known before the arguments are parsed.
  static let logFormat = asked("--log-format").flatMap(LogFormat.init(rawValue:)) ?? .text

  /// Returns the value that the arguments give an option, or nil.
  private static func asked(_ option: String) -> String? {
    let arguments = CommandLine.arguments
    var asked: String?
    for (i, argument) in arguments.enumerated() {
      if argument == option, i + 1 < arguments.count { asked = arguments[i + 1] }
      if argument.hasPrefix(option + "=") { asked = String(argument.dropFirst(option.count + 1)) }
    }
    return asked
  }

  static let isOutputTerminal = isatty(STDOUT_FILENO) == 1
  static let isErrorTerminal = isatty(STDERR_FILENO) == 1

  /// Whether text goes out in colour: to a terminal only, and not where `NO_COLOR` says no.
  static let isColoured: Bool = {
    guard isOutputTerminal, (environment["NO_COLOR"] ?? "").isEmpty else { return false }
    return environment["TERM"] != "dumb"
  }()

  /// The columns of standard output's terminal, else `$COLUMNS`, else 80.
  static let width = columns(of: STDOUT_FILENO)

  /// The columns of a descriptor's terminal as it is now, else `$COLUMNS`, else 80.
  static func columns(of descriptor: Int32) -> Int {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return environment["COLUMNS"].flatMap { Int($0) } ?? 80
  }

  /// Returns the words of the language in use.
  static func say(_ ja: String, _ en: String) -> String { language == .ja ? ja : en }

  /// Writes a note to standard error.
  static func note(_ line: String) {
    guard logFormat == .text else {
      return write(LogLine(level: "notice", label: "shirube", message: line))
    }
    writeError(Printable.safe(line) + "\n")
  }

  /// Writes a diagnostic to standard error, in words or as JSON.
  static func note(_ diagnostic: Diagnostic) {
    guard logFormat == .json else {
      return note(MessageCatalogue.text(for: diagnostic, in: language))
    }
    let levels: [Severity: String] = [.note: "notice", .warning: "warning", .error: "error"]
    write(
      LogLine(
        level: levels[diagnostic.severity] ?? "notice", label: "shirube",
        message: MessageCatalogue.words(of: diagnostic, in: language), id: diagnostic.identifier,
        details: diagnostic.arguments))
  }

  /// Writes a line of JSON to standard error.
  static func write(_ line: LogLine) {
    guard let text = try? JSONText.line(line) else { return }
    writeError(text + "\n")
  }

  /// Whether the line on which the cursor stands shows how far a run has come.
  private static let showsProgress = Mutex(false)

  /// Writes to standard error, on a line of its own where progress is shown.
  static func writeError(_ text: String, isProgress: Bool = false) {
    showsProgress.withLock { shows in
      let cleared = shows || isProgress ? "\r\u{1B}[K" + text : text
      try? ByteSink(descriptor: STDERR_FILENO).write(Array(cleared.utf8))
      shows = isProgress
    }
  }
}

/// The reader of a pipe has gone; there is no one left to write to.
struct ClosedPipe: Error {}

/// The file could not be written.
struct WriteFailure: Error {}

/// A file descriptor that bytes go to.
struct ByteSink {
  var descriptor: Int32

  /// Writes all bytes.
  ///
  /// - Throws: `ClosedPipe` where the reading end has gone, else `WriteFailure`.
  func write(_ bytes: [UInt8]) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if count > 0 {
        done += count
      } else if errno == EPIPE {
        throw ClosedPipe()
      } else if errno != EINTR && errno != EAGAIN {
        throw WriteFailure()
      }
    }
  }
}
