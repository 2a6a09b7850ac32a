import ArgumentParser
import DocumentModel
import Glibc
import Logging
import Workbench

/// The command line.
@main
struct Shirube: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shirube",
    abstract: Console.say(
      "経済安全保障の政策文書を探し、たどり、引用する。",
      "Finds, traces and quotes policy texts on economic security."),
    version: ToolVersion.current,
    subcommands: [
      IngestCommand.self, SearchCommand.self, ShowCommand.self, TraceCommand.self,
      FiguresCommand.self, CiteCommand.self, ExportCommand.self, DocumentsCommand.self,
      StatsCommand.self,
      CheckCommand.self, ExplainCommand.self, LawsCommand.self, PillarCommand.self,
      VerifyCommand.self, BasketCommand.self, DumpCommand.self,
    ])

  /// Runs the command and exits with the status the machine interface fixes.
  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    // A file that may grow no further is told like a full disk, instead of ending the program.
    signal(SIGXFSZ, SIG_IGN)
    LoggingSystem.bootstrap { label in
      ConsoleLogHandler(label: label, logLevel: Console.logLevel)
    }
    let started = ContinuousClock().now
    do {
      // Read from the data tables only when asked: every other command starts without.
      if CommandLine.arguments.dropFirst().first == "--version" {
        let data = try DataFolder.registryStore()
        let details = try ToolVersion.details(registry: data)
        let printer = try ResultPrinter()
        try printer.line(details)
        try printer.finish()
        return
      }
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      logEnd(since: started, status: ExitStatus.done.rawValue)
    } catch {
      let status = status(of: error)
      logEnd(since: started, status: status)
      Glibc.exit(status)
    }
  }

  /// Notes in the log which command ended, and how; never what was asked or named.
  private static func logEnd(since start: ContinuousClock.Instant, status: Int32) {
    let milliseconds = Int((ContinuousClock().now - start) / .milliseconds(1))
    Logger(label: "shirube.command").debug(
      "ended",
      metadata: [
        "command": "\(commandName(of: CommandLine.arguments.dropFirst()))",
        "status": "\(status)", "ms": "\(milliseconds)",
      ])
  }

  /// Returns the words of the arguments that name the command, such as `laws show`.
  private static func commandName(of arguments: ArraySlice<String>) -> String {
    var command: any ParsableCommand.Type = Self.self
    var words: [String] = []
    for argument in arguments {
      let named = command.configuration.subcommands.first {
        $0.configuration.commandName == argument
      }
      guard let named else { break }
      words.append(argument)
      command = named
    }
    return words.joined(separator: " ")
  }

  /// Tells what went wrong and returns the exit status.
  private static func status(of error: any Error) -> Int32 {
    switch error {
    case is ClosedPipe:
      return ExitStatus.done.rawValue
    case let failure as WorkbenchError:
      Console.note(failure.diagnostic)
      return failure.status.rawValue
    case let code as ExitCode:
      return code.rawValue
    default:
      let message = fullMessage(for: error)
      guard exitCode(for: error).isSuccess else {
        let badUse = "command.bad-use"
        if Console.logFormat == .json {
          Console.note(Diagnostic(badUse, .error, arguments: ["detail": message]))
        } else {
          Console.note(Diagnostic(badUse, .error))
          Console.note(message)
        }
        return ExitStatus.badUse.rawValue
      }
      try? ByteSink(descriptor: STDOUT_FILENO).write(Array((message + "\n").utf8))
      return ExitStatus.done.rawValue
    }
  }
}

extension ExitStatus {
  /// Ends the command with this status, unless it is `done`.
  func leave() throws {
    if self != .done { throw ExitCode(rawValue) }
  }
}
