import ArgumentParser
import DocumentModel
import PassageIndex
import Registry
import Workbench

/// Lists the documents of the index, and corrects what is known of them.
struct DocumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents",
    abstract: Console.say(
      "索引にある文書の一覧、版の比較、題名・日付・発行者などの訂正",
      "Lists the documents of the index, compares versions, corrects title, date and the like."),
    subcommands: [
      DocumentsList.self, DocumentsDiff.self, DocumentsSet.self, DocumentsUnset.self,
      DocumentsDecisions.self,
    ],
    defaultSubcommand: DocumentsList.self)
}

/// Lists the documents of the index.
struct DocumentsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Console.say("索引にある文書の一覧", "Lists the documents of the index."))

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let base = try KnowledgeBase(index: global.indexPath)
    let (documents, statistics) = (try base.documents(), try base.statistics())
    let printer = try ResultPrinter()
    if format == .json {
      try printer.line(JSONText.pretty(DocumentsShape(documents, statistics: statistics)))
    } else {
      let relations = RelationText(
        laws: LawNames(Registry()), calendar: try global.registryStore().load().calendar)
      var page = TextPage()
      for document in documents {
        page.blank()
        DocumentRenderer(relations: relations).add(
          document, passages: statistics.facets.document[document.id.rawValue] ?? 0, to: &page)
      }
      try page.print(to: printer)
    }
    try printer.finish()
  }
}
