import ArgumentParser
import DocumentModel
import Workbench

/// Prints the whole knowledge base as JSON Lines.
struct DumpCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: Console.say("索引の全体を JSON Lines で書き出す", "Prints the whole index as JSON Lines."))

  @Option(
    help: help("書き込むファイル（省略時は標準出力）", "The file to write (else standard output)."),
    completion: .file())
  var output: String?

  @Option(
    parsing: .upToNextOption,
    help: help(
      "索引を使わず、これらのファイルを読んで書き出す", "Reads these files instead of an index."))
  var from: [String] = []

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    _ = try global.format(among: [.json], default: .json)
    if from.isEmpty {
      let printer = LazyPrinter(output: output)
      let base = try KnowledgeBase(index: global.indexPath)
      let concepts = FindLawConcepts(base, names: try global.registryNames(base))
      try Dump().run(index: global.indexPath, concepts: concepts) { try printer.get().line($0) }
      return try printer.get().finish()
    }
    let store = try global.registryStore()
    let ingest = Ingest(registry: try store.load(), classifier: try store.pillarClassifier())
    let printer = try ResultPrinter(output: output)
    let diagnostics = try await ingest.documents(under: from) { document in
      try Dump().lines(of: document) { try printer.line($0) }
    }
    try printer.finish()
    global.report(diagnostics)
    if diagnostics.contains(where: { $0.severity == .error }) { try ExitStatus.someUnread.leave() }
  }
}
