import ArgumentParser
import DocumentModel
import FoundationEssentials
import Workbench

/// How a result is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown, mermaid, svg
  case html, docx, csv, bibtex
  case cslJSON = "csl-json"
  case jsonLD = "json-ld"
}

extension Language: ExpressibleByArgument {}

/// How much is logged to standard error.
enum LogLevel: String, ExpressibleByArgument, CaseIterable {
  case debug, info, notice, warning, error
}

extension LogFormat: ExpressibleByArgument {}

/// The options of every command.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: help(
      "索引のパス（省略時は $SHIRUBE_INDEX、次に index/shirube.sqlite）",
      "The index (else $SHIRUBE_INDEX, else index/shirube.sqlite)."), completion: .file())
  var index: String?

  @Option(help: help("出力の形式", "The form of the result."))
  var format: OutputFormat?

  @Option(help: help("表示の言語（省略時はロケール）", "The language of messages (else the locale)."))
  var lang: Language?

  @Option(
    name: .customLong("log-level"),
    help: help("標準エラー出力への記録の細かさ", "How much is logged to standard error."))
  var logLevel: LogLevel?

  @Option(
    name: .customLong("log-format"),
    help: help(
      "標準エラー出力の形式: text、json（1行に1件）", "Standard error as text or json (one object a line)."))
  var logFormat: LogFormat?

  @Flag(help: help("経過と注記を表示しない", "No progress and no notes."))
  var quiet = false

  @Option(
    help: help(
      "人の判断を残すフォルダ（省略時は 索引.decisions/）",
      "Where people's decisions are kept (else INDEX.decisions/)."), completion: .directory)
  var decisions: String?

  /// The path of the index.
  var indexPath: String {
    if let index { return index }
    if let given = Console.environment["SHIRUBE_INDEX"], !given.isEmpty { return given }
    return "index/shirube.sqlite"
  }

  /// The registry's store, found by the rule of the machine interface.
  func registryStore() throws -> RegistryStore { try DataFolder.registryStore() }

  /// What asking and showing need of the registry; with `keepsAll` for many queries.
  func registryNames(_ base: KnowledgeBase, keepsAll: Bool = false) throws -> RegistryNames {
    try RegistryNames(base, store: registryStore(), keepsAll: keepsAll)
  }

  /// Prints diagnostics to standard error; `--quiet` leaves errors only.
  func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics where !quiet || diagnostic.severity == .error {
      Console.note(diagnostic)
    }
  }

  /// Returns the format asked for, where the command has it.
  func format(among allowed: [OutputFormat], default standard: OutputFormat) throws -> OutputFormat
  {
    let chosen = format ?? standard
    guard allowed.contains(chosen) else {
      throw ValidationError(
        Console.say(
          "このコマンドの --format は \(allowed.map(\.rawValue).joined(separator: "、")) です。",
          "--format here is one of \(allowed.map(\.rawValue).joined(separator: ", "))."))
    }
    return chosen
  }
}

extension DataFolder {
  /// The registry's store, found by the rule of the machine interface.
  static func registryStore() throws -> RegistryStore {
    let data = try find(
      environment: Console.environment, binary: ProgramFile.path,
      workingDirectory: FileManager.default.currentDirectoryPath)
    return RegistryStore(folder: data.registry)
  }
}

/// Returns help in the language in use.
func help(_ ja: String, _ en: String) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: Console.say(ja, en))
}
