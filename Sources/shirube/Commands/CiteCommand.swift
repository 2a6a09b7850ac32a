import ArgumentParser
import Citations
import DocumentModel
import FoundationEssentials
import Registry
import Workbench

/// Makes verified excerpts with citations.
struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: Console.say(
      "段落を出典付きで引用する（原文と照合済み）", "Quotes passages with their source, verified."))

  @Argument(help: help("段落の ID", "Passage ids."))
  var ids: [String]

  @Option(help: help("書き込むファイル（省略時は標準出力）", "The file to write (else standard output)."))
  var output: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json, .markdown], default: .text)
    let base = try KnowledgeBase(index: global.indexPath)
    let registry = try global.registryStore().load()
    let cited = try Cite(base, registry: registry, day: Today.day()).run(ids: ids)
    let printer = try ResultPrinter(output: output)
    try ExcerptRenderer(registry: registry).print(
      CiteShape(cited), cited, as: format, title: nil, to: printer,
      isColoured: Console.isColoured && (output == nil || output == "-"))
    try printer.finish()
    global.report(ExcerptRenderer.refusals(cited))
    if !cited.refused.isEmpty { try ExitStatus.nothing.leave() }
  }
}
