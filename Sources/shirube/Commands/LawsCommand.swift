import ArgumentParser
import Citations
import DocumentModel
import Registry
import Workbench

/// The laws the registry knows.
struct LawsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "laws",
    abstract: Console.say("法令の一覧と照会", "Lists and shows laws."),
    subcommands: [
      List.self, Show.self, ImportLater.self, CitedLater.self, DiffLater.self,
    ])

  /// Lists all laws.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: Console.say("辞書にある法令の一覧", "Lists the laws of the registry."))

    @OptionGroup var global: GlobalOptions

    func run() throws {
      let format = try global.format(among: [.text, .json], default: .text)
      let laws = LawRegister(try global.registryStore().load()).laws
      let printer = try ResultPrinter()
      if format == .json {
        try printer.line(JSONText.pretty(LawsShape(laws)))
      } else {
        var table = TextTable(limits: [nil, 26, nil])
        for law in laws {
          let short = law.aliases.first { $0.kind == .official || $0.kind == .staff }?.name ?? "–"
          table.row(law.lawID.rawValue, short, law.title)
        }
        for line in table.lines() { try printer.line(line) }
      }
      try printer.finish()
    }
  }

  /// Shows one law.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: Console.say(
        "法令の名前・番号・所管・e-Gov の頁を示す", "Shows a law's names, number, ministries and page."))

    @Argument(help: help("法令の名前・番号・法令ID。:条 を付けられる", "A name, number or LawId, with :ARTICLE."))
    var law: String

    @OptionGroup var global: GlobalOptions

    func run() throws {
      let format = try global.format(among: [.text, .json], default: .text)
      let registry = try global.registryStore().load()
      let found = try LawRegister(registry).find(law)
      let printer = try ResultPrinter()
      let shape = LawShape(found.law, provision: found.provision)
      if format == .json {
        try printer.line(JSONText.pretty(shape))
      } else {
        try page(found.law, found.provision, shape, registry).print(to: printer)
      }
      try printer.finish()
    }

    private func page(
      _ law: LawEntry, _ provision: ProvisionPath, _ shape: LawShape, _ registry: Registry
    ) -> TextPage {
      var page = TextPage()
      let names = LawNames(registry)
      let target = LawTarget(lawID: law.lawID, title: law.title, provision: provision)
      page.paragraph(law.title + LawCitation().text(provision), indent: 0, style: .title)
      let width = 10
      let aliases = law.aliases.filter { $0.kind != .bracket }.map(\.name)
      let parent = law.parent.map { names.short(facet: $0.rawValue) }
      let fields: [(String, String?)] = [
        (Words.say("法令番号", "Number"), KanjiNumber.arabic(law.lawNumber)),
        (Words.say("略称", "Short"), aliases.joined(separator: Words.say("、", ", "))),
        (Words.say("所管", "Ministry"), law.ministries.joined(separator: Words.say("、", ", "))),
        (Words.say("上位法", "Under"), parent),
        (Words.say("法令ID", "LawId"), law.lawID.rawValue),
        ("URL", shape.url),
        (Words.say("引用形", "Cited as"), names.first(target)),
      ]
      for case (let label, let value?) in fields where !value.isEmpty {
        page.field(label, value, indent: 2, labelWidth: width)
      }
      return page
    }
  }
}
