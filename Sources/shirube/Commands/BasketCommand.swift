import ArgumentParser
import DocumentModel
import Workbench

/// Collects excerpts for a paper over days.
struct BasketCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "basket",
    abstract: Console.say("引用する段落をかごに集める", "Collects passages to quote in baskets."),
    discussion: Console.say(
      "集めたものは 索引.decisions/baskets.jsonl に残り、索引を作り直しても生きています。`export --basket 名前` で書き出します。",
      "They are kept in INDEX.decisions/baskets.jsonl and outlive the index. "
        + "`export --basket NAME` writes them out."),
    subcommands: [BasketAdd.self, BasketList.self, BasketOrder.self, BasketRemove.self])
}

extension GlobalOptions {
  /// The baskets beside the index.
  func keepBaskets() throws -> KeepBaskets {
    KeepBaskets(
      try KnowledgeBase(index: indexPath), store: DecisionStore(folder: decisions, index: indexPath)
    )
  }
}

/// Puts passages into a basket.
struct BasketAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: Console.say("段落を入れる", "Puts passages in."))

  @Argument(help: help("段落の ID", "Passage ids."))
  var ids: [String]

  @Option(help: help("かごの名前", "The basket's name."))
  var basket = "default"

  @Option(help: help("作成者の覚え書き（引用とは分けて印刷）", "Your own words, printed apart from the quotation."))
  var note: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let baskets = try global.keepBaskets()
    try baskets.add(ids, to: basket, note: note, on: Today.day())
    let count = try baskets.basket(basket).items.count
    guard !global.quiet else { return }
    Console.note(
      Console.say(
        "かご「\(basket)」に入れました（今\(count)件）。", "Put into “\(basket)” (\(count) in it now)."))
  }
}

/// Lists the baskets, or what is in one.
struct BasketList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Console.say("かごと中身を示す", "Lists baskets and what is in them."))

  @Argument(help: help("かごの名前（省略時はすべて）", "A basket's name (else all)."))
  var name: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let keeper = try global.keepBaskets()
    let all = try keeper.baskets()
    global.report(all.diagnostics)
    let baskets = try name.map { [try keeper.basket($0)] } ?? all.value
    let filled = try baskets.map { try keeper.fill($0.name) }
    let printer = try ResultPrinter()
    if format == .json {
      try printer.line(
        JSONText.pretty(
          filled.map { BasketShape($0.basket, found: Set($0.records.map(\.passage.id))) }))
    } else {
      var page = TextPage(isColoured: Console.isColoured)
      for one in filled { add(one, to: &page) }
      try page.print(to: printer)
    }
    try printer.finish()
    global.report(filled.flatMap(\.diagnostics))
    if baskets.isEmpty {
      global.report([Diagnostic("basket.none", .note)])
      try ExitStatus.nothing.leave()
    }
  }

  private func add(_ filled: FilledBasket, to page: inout TextPage) {
    page.blank()
    page.line(
      "\(filled.basket.name)（\(filled.basket.items.count)）", .title)
    for (number, item) in filled.basket.items.enumerated() {
      page.paragraph(String(item.quote.prefix(120)), indent: 4, first: "\(number + 1).  ")
      if let note = item.note {
        page.field(Console.say("覚え書き", "Note"), note, indent: 4, labelWidth: 10)
      }
      page.field("ID", item.passage.rawValue, indent: 4, labelWidth: 10)
    }
  }
}

/// Sets the order of a basket.
struct BasketOrder: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order",
    abstract: Console.say("挙げた段落をその順に先頭へ移す", "Puts the given passages first, in that order."))

  @Argument(help: help("かごの名前", "The basket's name."))
  var name: String

  @Argument(help: help("段落の ID", "Passage ids."))
  var ids: [String]

  @OptionGroup var global: GlobalOptions

  func run() throws { try global.keepBaskets().order(ids, in: name, on: Today.day()) }
}

/// Takes passages out of a basket.
struct BasketRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: Console.say("段落を出す", "Takes passages out."))

  @Argument(help: help("かごの名前", "The basket's name."))
  var name: String

  @Argument(help: help("段落の ID", "Passage ids."))
  var ids: [String]

  @OptionGroup var global: GlobalOptions

  func run() throws { try global.keepBaskets().remove(ids, from: name, on: Today.day()) }
}
