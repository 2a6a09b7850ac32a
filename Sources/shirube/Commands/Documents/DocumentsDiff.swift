import ArgumentParser
import DocumentModel
import Registry
import Workbench

/// Compares two versions of a document.
struct DocumentsDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: Console.say(
      "文書の二つの版を節ごとに比べる（--format markdown で新旧対照表）",
      "Compares two versions of a document section by section."))

  @Argument(help: help("旧版の文書IDかファイル名", "The older version: id or file name."))
  var old: String

  @Argument(help: help("新版の文書IDかファイル名", "The newer version: id or file name."))
  var new: String

  @Option(
    help: help("書き込むファイル（省略時は標準出力）", "The file to write (else standard output)."),
    completion: .file())
  var output: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .markdown, .json], default: .text)
    let base = try KnowledgeBase(index: global.indexPath)
    let compared = try CompareDocuments(base).run(old: old, new: new)
    let registry = try global.registryStore().load()
    let printer = try ResultPrinter(output: output)
    switch format {
    case .json: try printer.line(JSONText.pretty(DocumentDiffShape(compared)))
    case .markdown:
      try printer.line(DiffMarkdown(calendar: registry.calendar).table(compared))
    default:
      var page = TextPage(isColoured: Console.isColoured && (output == nil || output == "-"))
      DiffText(calendar: registry.calendar).add(compared, to: &page)
      try page.print(to: printer)
    }
    try printer.finish()
  }
}
