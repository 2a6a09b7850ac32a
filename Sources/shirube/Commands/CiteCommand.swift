import ArgumentParser
import Citations
import DocumentModel
import Workbench

/// Makes verified excerpts with citations.
struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: Console.say(
      "段落を出典付きで引用する（原文と照合済み）", "Quotes passages with their source, verified."))

  @Argument(help: help("段落の ID", "Passage ids."))
  var ids: [String]

  @OptionGroup var paper: PaperOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try paper.format(global, default: .text)
    let base = try KnowledgeBase(index: global.indexPath)
    let output = try ExcerptOutput(
      base: base, names: global.registryNames(base), paper: paper, day: Today.day())
    let cited = try output.cite.run(ids: ids)
    try output.paper(cited, shape: CiteShape(cited), title: nil, as: format)
    global.report(PaperPrinter.refusals(cited))
    if !cited.refused.isEmpty { try ExitStatus.nothing.leave() }
  }
}
