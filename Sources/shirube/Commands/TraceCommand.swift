import ArgumentParser
import DocumentModel
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

  @Option(
    name: .customLong("with"),
    help: help("並べて比べる施策の名前か、任意の語", "A measure or term to set beside it."))
  var other: String?

  @Flag(help: help("各段階の引用・出典・規則も表示する", "Each step's quotation, source and rules, too."))
  var verbose = false

  @Option(
    help: help("書き込むファイル（省略時は標準出力）", "The file to write (else standard output)."),
    completion: .file())
  var output: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard documents, other != nil else { return }
    throw ValidationError(
      Console.say(
        "--documents は --with と一緒には使えません。", "--documents doesn't go together with --with."))
  }

  func run() throws {
    let format = try global.format(
      among: documents ? [.text, .json] : [.text, .json, .markdown, .csv, .mermaid, .svg],
      default: .text)
    let base = try KnowledgeBase(index: global.indexPath)
    let names = try global.registryNames(base)
    let tracer = TraceMeasure(base, names: names, asOf: try options.day())
    let traces = try ([term] + [other].compactMap { $0 }).map {
      try tracer.run($0, options.narrowing)
    }
    let printer = try ResultPrinter(output: output)
    if documents {
      for traced in traces { try show(traced, as: format, names, to: printer) }
    } else if format == .json {
      try printer.line(json(traces))
    } else if traces.contains(where: { !$0.trace.steps.isEmpty }) {
      let display = try names.display()
      var words = TraceWords(names: display)
      words.records = try base.records(traces.flatMap(\.trace.evidence).map(\.passage))
      try print(
        traces, words, FigureRenderer(names: display), as: format, base, to: printer)
    }
    try printer.finish()
    for traced in traces { global.report(traced.diagnostics) }
    if let empty = traces.first(where: { $0.trace.steps.isEmpty }) {
      if format != .json {
        let term = empty.trace.measure.name
        global.report([Diagnostic("trace.nothing-found", .warning, arguments: ["term": term])])
      }
      if traces.allSatisfy(\.trace.steps.isEmpty) { try ExitStatus.nothing.leave() }
    }
  }

  /// One measure's shape, or two under `traces`.
  private func json(_ traces: [TracedMeasure]) throws -> String {
    if other != nil { return try JSONText.pretty(TraceComparisonShape(traces)) }
    return try traces.first.map { try JSONText.pretty(TraceShape($0)) } ?? "{}"
  }

  private func print(
    _ traces: [TracedMeasure], _ words: TraceWords, _ figures: FigureRenderer,
    as format: OutputFormat, _ base: KnowledgeBase, to printer: ResultPrinter
  ) throws {
    switch format {
    case .markdown: try printer.line(TraceMarkdown(words: words, figures: figures).document(traces))
    case .csv: try printer.line(TraceCSV(words: words).table(traces))
    case .mermaid: try printer.line(TraceMermaid(words: words).chart(traces))
    case .svg:
      let documents = try base.documents().count
      let corpus = Words.say("収録文書\(documents)点", "corpus of \(documents) documents")
      let caption = TracePlot.Caption(corpus: corpus, day: try Today.day())
      let plot = TracePlot(words: words, caption: caption, isCompared: traces.count > 1)
      try printer.line(plot.draw(traces))
    default:
      var page = TextPage(isColoured: Console.isColoured && (output == nil || output == "-"))
      TraceTimeline(words: words, figures: figures, isVerbose: verbose).add(traces, to: &page)
      try page.print(to: printer)
    }
  }

  private func show(
    _ traced: TracedMeasure, as format: OutputFormat, _ names: RegistryNames,
    to printer: ResultPrinter
  ) throws {
    if format == .json { return try printer.line(JSONText.pretty(LineageShape(traced))) }
    guard !traced.trace.lineage.nodes.isEmpty else { return }
    var page = TextPage(isColoured: Console.isColoured && (output == nil || output == "-"))
    LineageRenderer(names: try names.display()).add(traced, to: &page)
    try page.print(to: printer)
  }
}

extension Trace {
  /// Every quotation of the chain: of steps, gaps and figures.
  var evidence: [TraceEvidence] {
    steps.flatMap { [$0.evidence] + $0.also } + gaps.compactMap(\.evidence)
      + figures.flatMap { $0.values.map(\.evidence) }
  }
}
