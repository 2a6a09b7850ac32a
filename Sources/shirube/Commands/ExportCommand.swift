import ArgumentParser
import Citations
import DocumentModel
import PassageIndex
import Registry
import Workbench

/// Writes search results as one cited document.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Console.say(
      "検索結果を出典付きの一つの文書に書き出す", "Writes search results as one cited document."))

  @Argument(help: help("探す語", "What to look for."))
  var query: String

  @Option(
    help: help(
      "並べ方: sections（節ごと）、pillar（柱）、ministry（府省）、law（条文）、date（年）",
      "Headings: sections, pillar, ministry, law or date."))
  var layout: ExcerptLayout = .sections

  @OptionGroup var filters: FilterOptions
  @OptionGroup var paper: PaperOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try paper.format(global, default: .markdown)
    if query.allSatisfy(\.isWhitespace) { throw WorkbenchError(.badUse, "query.blank") }
    let base = try KnowledgeBase(index: global.indexPath)
    let registry = try global.registryStore().load()
    let result = try SearchPassages(base, registry: registry).run(
      query, filters.options(limit: 200))
    guard result.total > 0 else { throw WorkbenchError(.nothing, "query.nothing-found") }
    let cited = try Cite(base, registry: registry, day: Today.day(), style: paper.style)
      .run(result.hits.map(\.record))
    try ExcerptOutput(registry: registry, paper: paper).print(
      cited, shape: CiteShape(cited, query: query, total: result.total), as: format,
      title: Words.say("「\(query)」に関する抜粋", "Excerpts on “\(query)”"), layout: layout)
    global.report(PaperPrinter.refusals(cited))
    if !global.quiet, let output = paper.output, output != "-" {
      Console.note(
        Words.say(
          "\(cited.excerpts.count)件の抜粋を \(output) に書き出しました（該当 \(result.total)件）。",
          "Wrote \(cited.excerpts.count) excerpts to \(output) (of \(result.total) found)."))
    }
    if !cited.refused.isEmpty { try ExitStatus.nothing.leave() }
  }
}
