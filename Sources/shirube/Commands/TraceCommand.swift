import ArgumentParser
import DocumentModel
import Registry
import Workbench

/// Traces a measure from strategy to follow-up.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: Console.say(
      "施策を戦略からフォローアップまでたどる", "Follows a measure from strategy to follow-up."))

  @Argument(help: help("施策の名前か、任意の語", "A measure's name, or any term."))
  var term: String

  @Option(help: help("書き込むファイル（省略時は標準出力）", "The file to write (else standard output)."))
  var output: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let base = try KnowledgeBase(index: global.indexPath)
    let registry = try global.registryStore().load()
    let traced = try TraceMeasure(base, registry: registry).run(term)
    let printer = try ResultPrinter(output: output)
    if format == .json {
      try printer.line(JSONText.pretty(TraceShape(traced)))
    } else if !traced.trace.steps.isEmpty {
      var page = TextPage(
        isColoured: Console.isColoured && (output == nil || output == "-"))
      TraceRenderer(registry: registry).add(traced, to: &page)
      try page.print(to: printer)
    }
    try printer.finish()
    global.report(traced.diagnostics)
    if traced.trace.steps.isEmpty {
      if format == .text { global.report([Diagnostic("trace.nothing-found", .warning)]) }
      try ExitStatus.nothing.leave()
    }
  }
}
