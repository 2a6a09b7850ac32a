import ArgumentParser
import DocumentModel
import Workbench

/// Explains every repair, link and pillar.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: Console.say(
      "修復・リンク・柱のそれぞれを、規則と根拠の語で説明する",
      "Tells the rule and the words behind every repair, link and pillar."))

  @Argument(help: help("段落・節・文書の ID", "The id of a passage, section or document."))
  var id: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let base = try KnowledgeBase(index: global.indexPath)
    let names = try global.registryNames(base)
    var explanation = try Explain(base).run(id)
    if let record = explanation.record {
      let found = try FindLawConcepts(base, names: names).run([record], addingLinks: true)
      explanation.record = found.first
      explanation.links = found.first?.links ?? explanation.links
    }
    let library = LawLibrary(base, today: try Today.day())
    explanation.diagnostics += try LawCitations(base, library: library)
      .withoutProvision(explanation.links, in: explanation.document)
    let held = HeldDocuments(try base.documents())
    let printer = try ResultPrinter()
    if format == .json {
      try printer.line(JSONText.pretty(ExplainShape(explanation, held: held)))
    } else {
      try PassageRenderer(names: names.display(), held: held).page(explanation)
        .print(to: printer)
    }
    try printer.finish()
  }
}
