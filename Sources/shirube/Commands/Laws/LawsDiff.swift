import ArgumentParser
import DocumentModel
import Registry
import Workbench

/// Compares a law on two days, article by article.
struct LawsDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: Console.say(
      "二つの日の法令を条ごとに比べる", "Compares a law on two days, article by article."),
    discussion: Console.say(
      "例: shirube laws diff 推進法 2024-05-01 2025-04-01",
      "Example: shirube laws diff 推進法 2024-05-01 2025-04-01"))

  @Argument(help: help("法令の名前・番号・法令ID。:条 を付けられる", "A name, number or LawId, with :ARTICLE."))
  var law: String

  @Argument(help: help("古い方の日", "The earlier day.")) var from: String
  @Argument(help: help("新しい方の日", "The later day.")) var to: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let base = try KnowledgeBase(index: global.indexPath)
    let found = try FindLaw(registry: global.registryStore().load(), base: base).find(law)
    let library = LawLibrary(base, today: try Today.day())
    let days = (try LawVersionOptions.day(from), try LawVersionOptions.day(to))
    var diff = LawDiff(
      from: try library.text(library.revision(of: found.lawID, on: days.0)),
      to: try library.text(library.revision(of: found.lawID, on: days.1)))
    if let article = found.provision.article {
      diff.changes.removeAll { change in
        !(change.from?.numbers.contains(article) ?? false)
          && !(change.to?.numbers.contains(article) ?? false)
      }
    }
    let printer = try ResultPrinter()
    if format == .json {
      try printer.line(JSONText.pretty(LawDiffShape(diff)))
    } else {
      try LawDiffRenderer().page(diff, title: found.title).print(to: printer)
    }
    try printer.finish()
    if diff.changes.isEmpty { try ExitStatus.nothing.leave() }
  }
}
