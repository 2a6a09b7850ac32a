import ArgumentParser
import Citations
import DocumentModel
import Registry
import Workbench

/// Lists the words that a law defines or declares.
struct LawsTerms: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms",
    abstract: Console.say(
      "法令が定義した語と略称を、規定と及ぶ範囲とともに並べる",
      "Lists the words a law defines or declares, with provision and scope."))

  @Argument(help: help("法令の名前・番号・法令ID。:条 を付けられる", "A name, number or LawId, with :ARTICLE."))
  var law: String

  @OptionGroup var version: LawVersionOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let base = try KnowledgeBase(index: global.indexPath)
    let found = try FindLaw(registry: global.registryStore().load(), base: base).find(law)
    let library = LawLibrary(base, today: try Today.day())
    let text = try library.text(library.revision(of: found.lawID, on: version.day()))
    let terms = LawTerms().terms(of: text, in: found.provision)
    let printer = try ResultPrinter()
    if format == .json {
      try printer.line(JSONText.pretty(LawTermsShape(terms, of: text)))
    } else if !terms.isEmpty {
      try page(terms, of: text).print(to: printer)
    }
    try printer.finish()
    if terms.isEmpty {
      global.report([Diagnostic("query.nothing-found", .warning)])
      try ExitStatus.nothing.leave()
    }
  }

  private func page(_ terms: [LegalTerm], of law: LawText) -> TextPage {
    var page = TextPage()
    page.paragraph(law.title, indent: 0, style: .title)
    page.line(law.revision.rawValue, .label)
    for term in terms {
      if term.form != .declared { page.blank() }
      let scope =
        term.scopeWords.isEmpty
        ? Words.say("以下この法令で", "from here on") : term.scopeWords
      let place = LawCitation().text(term.provision)
      page.paragraph(
        Words.say("「\(term.term)」  \(place)（\(scope)）", "“\(term.term)”  \(place) (\(scope))"),
        indent: 2)
      // A short name alone says what it is; the clause before it has no marked beginning.
      if term.form != .declared { page.paragraph(term.meaning, indent: 6) }
    }
    return page
  }
}
