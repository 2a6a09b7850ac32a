import ArgumentParser
import DocumentModel
import Registry
import Workbench

/// Shows one passage with everything beside it.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Console.say(
      "段落を節・リンク・原文の行とともに示す", "Shows a passage with its section, links and source lines."))

  @Argument(help: help("段落の ID（search の結果にある）", "A passage's id, as search shows it."))
  var id: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let shown = try Show(KnowledgeBase(index: global.indexPath)).run(id)
    let printer = try ResultPrinter()
    if format == .json {
      try printer.line(JSONText.pretty(ShowShape(shown)))
    } else {
      let registry = try global.registryStore().load()
      try PassageRenderer(registry: registry).page(shown).print(to: printer)
    }
    try printer.finish()
  }
}
