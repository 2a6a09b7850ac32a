import ArgumentParser
import DocumentModel
import Workbench

/// Lists the quantities that texts give for a measure, with all their values.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: Console.say(
      "施策の数値を、日付・文書による違いとともに並べる",
      "Lists a measure's figures, with how they differ by date and document."))

  @Argument(help: help("施策の名前か、任意の語", "A measure's name, or any term."))
  var term: String

  @Flag(help: help("値が一つだけの数値も示す", "Also those given one value alone."))
  var all = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let base = try KnowledgeBase(index: global.indexPath)
    let names = try global.registryNames(base)
    let traced = try TraceMeasure(base, names: names, listsSameFigures: all).run(term)
    let printer = try ResultPrinter()
    if format == .json {
      try printer.line(JSONText.pretty(FiguresShape(traced)))
    } else if !traced.trace.figures.isEmpty {
      var page = TextPage(isColoured: Console.isColoured)
      FigureRenderer(names: try names.display()).add(traced, to: &page)
      try page.print(to: printer)
    }
    try printer.finish()
    global.report(traced.diagnostics)
    guard traced.trace.figures.isEmpty else { return }
    if format == .text {
      global.report([
        Diagnostic(all ? "figures.nothing-found" : "figures.none-differ", .warning)
      ])
    }
    try ExitStatus.nothing.leave()
  }
}
