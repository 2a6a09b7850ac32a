import ArgumentParser
import DocumentModel
import Workbench

/// Explains every repair, link, pillar and step of a trace.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: Console.say(
      "修復・リンク・柱・施策の段階のそれぞれを、規則と根拠の語で説明する",
      "Tells the rule and the words behind every repair, link, pillar and step of a trace."))

  @Argument(help: help("段落・節・文書の ID", "The id of a passage, section or document."))
  var id: String

  @Option(
    help: help(
      "段階を説明する施策の名前か、任意の語。重ねて書ける（省略時は辞書のすべての施策）",
      "A measure or term whose steps are told; may be repeated (else all of the registry)."))
  var measure: [String] = []

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
      explanation.steps = try ExplainSteps(base, names: names).run(
        record.passage.id, of: measure)
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
