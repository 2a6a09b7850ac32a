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
    } catch {
      Glibc.exit(status(of: error))
    }
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
        Console.note(Diagnostic("command.bad-use", .error))
        Console.note(message)
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
