import ArgumentParser
import DocumentModel
import Registry
import Workbench

/// Lists the passages that cite a law or an article of it.
struct LawsCited: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cited",
    abstract: Console.say(
      "法令または条を引く段落を、日付・府省・根拠とともに並べる",
      "Lists the passages that cite a law or an article, with date, ministry and basis."))

  @Argument(help: help("法令の名前・番号・法令ID。:条 を付けられる", "A name, number or LawId, with :ARTICLE."))
  var law: String

  @Flag(help: help("条文の用語だけで結び付く段落も示す", "Also passages tied by a defined term alone."))
  var concepts = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let registry = try global.registryStore().load()
    let base = try KnowledgeBase(index: global.indexPath)
    let found = try FindLaw(registry: registry, base: base).find(law)
    let library = LawLibrary(base, today: try Today.day())
    let citations = try LawCitations(base, library: library)
      .citing(
        found.lawID, found.provision,
        concepts: concepts
          ? FindLawConcepts(base, names: RegistryNames(base, registry: registry)) : nil)
    try global.print(citations, as: format, registry: registry)
    if citations.isEmpty {
      global.report([Diagnostic("query.nothing-found", .warning)])
      try ExitStatus.nothing.leave()
    }
  }
}

/// Checks every citation of an article against the held revisions.
struct LawsCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Console.say(
      "引かれた条が文書の日付の時点で存在したかを確かめる",
      "Tells whether each cited article was there on its document's day."))

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let registry = try global.registryStore().load()
    let base = try KnowledgeBase(index: global.indexPath)
    let library = LawLibrary(base, today: try Today.day())
    let citations = try LawCitations(base, library: library).checked()
    try global.print(citations, as: format, registry: registry)
    if citations.contains(where: { $0.status == .noSuchProvision }) {
      try ExitStatus.nothing.leave()
    }
  }
}

extension GlobalOptions {
  /// Prints citations of laws for reading or as JSON.
  fileprivate func print(
    _ citations: [CheckedCitation], as format: OutputFormat, registry: Registry
  ) throws {
    let printer = try ResultPrinter()
    if format == .json {
      try printer.line(JSONText.pretty(LawCitationsShape(citations)))
    } else {
      try LawCitationsRenderer(registry: registry).page(citations).print(to: printer)
    }
    try printer.finish()
  }
}
