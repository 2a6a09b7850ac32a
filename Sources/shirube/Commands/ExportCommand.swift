import ArgumentParser
import Citations
import DocumentModel
import PassageIndex
import Workbench

/// How an exported paper is set out.
enum PaperLayout: String, ExpressibleByArgument, CaseIterable {
  case sections, pillar, ministry, law, date
  /// A row for each measure, a column for each document.
  case table
  /// A provision's text beside the passages that turn on it.
  case lawSheet = "law-sheet"
  /// 想定問答: question, room for the answer, grounds, provisions, course of events.
  case answerSheet = "answer-sheet"
}

/// Writes search results, or what a basket holds, as one cited document.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Console.say(
      "検索結果やかごの中身を出典付きの一つの文書に書き出す",
      "Writes search results or a basket as one cited document."))

  @Argument(help: help("探す語（--basket があれば文書の題名）", "What to look for (with --basket, the title)."))
  var query: String?

  @Option(help: help("かごの名前。その中身を書き出す", "A basket whose passages are written out."))
  var basket: String?

  @Option(
    help: help(
      "並べ方: sections（節ごと）、pillar（柱）、ministry（府省）、law（条文）、date（年）、table（施策×文書の表）、"
        + "law-sheet（--law の条文と関わる段落）、answer-sheet（想定問答の骨組み）",
      "sections, pillar, ministry, law, date, table (measure by document), law-sheet (the article of "
        + "--law beside its passages) or answer-sheet (a question with its grounds)."))
  var layout: PaperLayout = .sections

  @OptionGroup var filters: FilterOptions
  @OptionGroup var paper: PaperOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try paper.format(global, default: .markdown)
    let base = try KnowledgeBase(index: global.indexPath)
    let names = try global.registryNames(base)
    let output = try ExcerptOutput(base: base, names: names, paper: paper, day: Today.day())
    if layout == .lawSheet {
      guard let law = filters.law.first else {
        throw WorkbenchError(.badUse, "export.law-missing")
      }
      return try leave(output.lawSheet(law, as: format))
    }
    let found = try material(base, names)
    let cited = try output.cite.run(found.records)
    switch layout {
    case .table: try output.table(cited, title: found.title, remarks: found.remarks, as: format)
    case .answerSheet:
      try output.answerSheet(cited, query ?? found.title, remarks: found.remarks, as: format)
    default:
      try output.paper(
        cited, shape: CiteShape(cited, query: query, total: found.total), title: found.title,
        remarks: found.remarks, layout: ExcerptLayout(rawValue: layout.rawValue) ?? .sections,
        as: format)
    }
    if !global.quiet, let file = paper.output, file != "-" {
      Console.note(
        Words.say(
          "\(cited.excerpts.count)件の抜粋を \(file) に書き出しました（該当 \(found.total)件）。",
          "Wrote \(cited.excerpts.count) excerpts to \(file) (of \(found.total) found)."))
    }
    try leave(cited)
  }

  private func leave(_ cited: CitedExcerpts) throws {
    global.report(PaperPrinter.refusals(cited))
    if !cited.refused.isEmpty { try ExitStatus.nothing.leave() }
  }

  /// What goes into the paper.
  private struct Material {
    var records: [PassageRecord]
    var title: String
    var total: Int
    var remarks: [PassageID: String] = [:]
  }

  private func material(_ base: KnowledgeBase, _ names: RegistryNames) throws -> Material {
    if let basket {
      let filled = try global.keepBaskets().fill(basket)
      global.report(filled.diagnostics)
      guard !filled.records.isEmpty else { throw WorkbenchError(.nothing, "query.nothing-found") }
      return Material(
        records: filled.records, title: query ?? basket, total: filled.basket.items.count,
        remarks: filled.remarks)
    }
    guard let query, !query.allSatisfy(\.isWhitespace) else {
      throw WorkbenchError(.badUse, "query.blank")
    }
    let search = SearchPassages(base, names: names)
    var options = filters.options(limit: 200)
    // A heading is no quotation, unless there is nothing else.
    options.omitsHeadings = true
    var result = try search.run(query, options)
    guard result.total > 0 else { throw WorkbenchError(.nothing, "query.nothing-found") }
    if result.hits.isEmpty {
      options.omitsHeadings = false
      result = try search.run(query, options)
    }
    return Material(
      records: result.hits.map(\.record),
      title: Words.say("「\(query)」に関する抜粋", "Excerpts on “\(query)”"), total: result.total)
  }
}
