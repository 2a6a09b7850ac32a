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

  @OptionGroup var options: TraceOptions

  @Flag(help: help("文書どうしの関係を示す（言及・根拠・改定）", "How the documents stand to each other."))
  var documents = false

  @Flag(help: help("各段階の規則と根拠の語も示す", "The rule and the words behind each step, too."))
  var verbose = false

  @Option(help: help("書き込むファイル（省略時は標準出力）", "The file to write (else standard output)."))
  var output: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let base = try KnowledgeBase(index: global.indexPath)
    let registry = try global.registryStore().load()
    let traced = try TraceMeasure(base, registry: registry, asOf: options.day())
      .run(term, options.narrowing)
    let printer = try ResultPrinter(output: output)
    if documents {
      try show(traced.trace.lineage, of: traced, as: format, registry, to: printer)
    } else if format == .json {
      try printer.line(JSONText.pretty(TraceShape(traced)))
    } else if !traced.trace.steps.isEmpty {
      var page = TextPage(
        isColoured: Console.isColoured && (output == nil || output == "-"))
      TraceRenderer(registry: registry, isVerbose: verbose).add(traced, to: &page)
      try page.print(to: printer)
    }
    try printer.finish()
    global.report(traced.diagnostics)
    if traced.trace.steps.isEmpty {
      if format == .text { global.report([Diagnostic("trace.nothing-found", .warning)]) }
      try ExitStatus.nothing.leave()
    }
  }

  private func show(
    _ lineage: DocumentLineage, of traced: TracedMeasure, as format: OutputFormat,
    _ registry: Registry, to printer: ResultPrinter
  ) throws {
    if format == .json { return try printer.line(JSONText.pretty(LineageShape(traced))) }
    guard !lineage.nodes.isEmpty else { return }
    var page = TextPage(isColoured: Console.isColoured && (output == nil || output == "-"))
    LineageRenderer(registry: registry).add(traced, to: &page)
    try page.print(to: printer)
  }
}
