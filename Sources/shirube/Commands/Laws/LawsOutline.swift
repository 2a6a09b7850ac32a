import ArgumentParser
import DocumentModel
import Registry
import Workbench

/// Shows the chapters and articles of a law.
struct LawsOutline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline",
    abstract: Console.say("法令の章と条の見出しを示す", "Shows a law's chapters and articles."))

  @Argument(help: help("法令の名前・番号・法令ID", "A name, number or LawId."))
  var law: String

  @OptionGroup var version: LawVersionOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    _ = try global.format(among: [.text], default: .text)
    let base = try KnowledgeBase(index: global.indexPath)
    let found = try FindLaw(registry: global.registryStore().load(), base: base).find(law)
    let library = LawLibrary(base, today: try Today.day())
    let text = try library.text(library.revision(of: found.lawID, on: version.day()))
    let printer = try ResultPrinter()
    try printer.line("\(text.title)（\(text.revision.rawValue)）")
    let shown: Set<LawNodeKind> = [
      .part, .chapter, .section, .subsection, .division, .article, .supplementary, .appendix,
    ]
    var depths = [Int](repeating: 0, count: text.nodes.count)
    for (index, node) in text.nodes.enumerated() {
      depths[index] = node.parent.map { depths[$0] + 1 } ?? 1
      guard shown.contains(node.kind) else { continue }
      let indent = String(repeating: "  ", count: depths[index])
      try printer.line(Printable.safe(indent + node.label + node.caption))
    }
    try printer.finish()
  }
}
