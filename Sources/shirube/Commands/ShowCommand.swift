import ArgumentParser
import DocumentModel
import Workbench

/// Shows one passage with everything beside it.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Console.say(
      "段落を節・リンク・原文の行とともに示す", "Shows a passage with its section, links and source lines."))

  @Argument(help: help("段落の ID（search の結果にある）", "A passage's id, as search shows it."))
  var id: String

  @OptionGroup var version: LawVersionOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let base = try KnowledgeBase(index: global.indexPath)
    let day = try version.day()
    let names = try global.registryNames(base)
    var shown = try Show(base).run(id)
    shown.record = try FindLawConcepts(base, names: names)
      .run([shown.record], addingLinks: true)[0]
    let versions = try FindCitedVersions(LawLibrary(base, today: Today.day()))
      .run([shown.record], asOf: day)
    let held = HeldDocuments(try base.documents())
    let printer = try ResultPrinter()
    if format == .json {
      try printer.line(JSONText.pretty(ShowShape(shown, versions: versions, held: held)))
    } else {
      try PassageRenderer(names: names.display(), versions: versions, held: held)
        .page(shown).print(to: printer)
    }
    try printer.finish()
  }
}
