import ArgumentParser
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

  @Option(help: help("書き込むファイル（省略時は標準出力）", "The file to write (else standard output)."))
  var output: String?

  @OptionGroup var filters: FilterOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let standard: OutputFormat = output?.hasSuffix(".json") == true ? .json : .markdown
    let format = try global.format(among: [.text, .json, .markdown], default: standard)
    if query.allSatisfy(\.isWhitespace) { throw WorkbenchError(.badUse, "query.blank") }
    let base = try KnowledgeBase(index: global.indexPath)
    let registry = try global.registryStore().load()
    let result = try SearchPassages(base, registry: registry).run(
      query, filters.options(limit: 200))
    guard result.total > 0 else { throw WorkbenchError(.nothing, "query.nothing-found") }
    let cited = try Cite(base, registry: registry, day: Today.day()).run(result.hits.map(\.record))
    let printer = try ResultPrinter(output: output)
    let title = Words.say("「\(query)」に関する抜粋", "Excerpts on “\(query)”")
    try ExcerptRenderer(registry: registry).print(
      CiteShape(cited, query: query, total: result.total), cited, as: format, title: title,
      to: printer, isColoured: Console.isColoured && (output == nil || output == "-"))
    try printer.finish()
    global.report(ExcerptRenderer.refusals(cited))
    if !global.quiet, let output, output != "-" {
      Console.note(
        Words.say(
          "\(cited.excerpts.count)件の抜粋を \(output) に書き出しました（該当 \(result.total)件）。",
          "Wrote \(cited.excerpts.count) excerpts to \(output) (of \(result.total) found)."))
    }
    if !cited.refused.isEmpty { try ExitStatus.nothing.leave() }
  }
}
