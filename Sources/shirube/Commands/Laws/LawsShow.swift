import ArgumentParser
import Citations
import DocumentModel
import FoundationEssentials
import Registry
import Workbench

/// Shows a law, or one provision of it as it stood on a day.
struct LawsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Console.say(
      "法令の本文・名前・番号・所管・e-Gov の頁を示す",
      "Shows a law's text, names, number, ministries and page."),
    discussion: Console.say(
      "例: shirube laws show 推進法:50 --as-of 2023-12-01 --paragraph 1",
      "Example: shirube laws show 推進法:50 --as-of 2023-12-01 --paragraph 1"))

  @Argument(
    help: help(
      "法令の名前・番号・法令ID。:条、:附則第4条、:別表第一 を付けられる",
      "A name, number or LawId, with :ARTICLE, :附則第4条 or :別表第一."))
  var law: String

  @OptionGroup var version: LawVersionOptions
  @Option(help: help("項", "The paragraph.")) var paragraph: String?
  @Option(help: help("号", "The item.")) var item: String?
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard paragraph != nil || item != nil, !law.contains(":") else { return }
    throw ValidationError(
      Console.say(
        "--paragraph と --item には条が要ります（推進法:50）。", "--paragraph and --item need an article."))
  }

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let day = try version.day()
    let registry = try global.registryStore().load()
    // The registry's page needs no index; the text does.
    let hasIndex = FileManager.default.fileExists(atPath: global.indexPath)
    let base = hasIndex || day != nil ? try KnowledgeBase(index: global.indexPath) : nil
    var found = try FindLaw(registry: registry, base: base).find(law)
    found.provision.paragraph = paragraph
    found.provision.item = item
    let printer = try ResultPrinter()
    if let shown = try shown(found, base, day, registry) {
      if format == .json {
        try printer.line(JSONText.pretty(ShownLawShape(shown)))
      } else {
        try LawRenderer(registry: registry).page(shown, entry: found.entry).print(to: printer)
      }
      global.report(shown.notes)
    } else if let entry = found.entry {
      if format == .json {
        try printer.line(JSONText.pretty(LawShape(entry, provision: found.provision)))
      } else {
        try LawRenderer(registry: registry).page(entry, found.provision).print(to: printer)
      }
    }
    try printer.finish()
  }

  /// The text, or nil where none of the law is held and no day was asked for.
  private func shown(
    _ found: FoundLaw, _ base: KnowledgeBase?, _ day: CalendarDay?, _ registry: Registry
  ) throws -> ShownLaw? {
    guard let base else { return nil }
    let library = LawLibrary(base, today: try Today.day())
    if day == nil, found.entry != nil, try library.revisions(of: found.lawID).isEmpty {
      return nil
    }
    return try ShowLaw(library, registry: registry).run(found, asOf: day)
  }
}

/// The day whose law is meant.
struct LawVersionOptions: ParsableArguments {
  @Option(
    help: help("この日に施行されている版（省略時は今日）", "The version in force on this day (else today)."))
  var asOf: String?

  /// Reads the day.
  ///
  /// - Throws: `WorkbenchError` with exit status 2 for a day that can't be read.
  func day() throws -> CalendarDay? { try asOf.map(Self.day) }

  static func day(_ text: String) throws -> CalendarDay {
    guard let interval = EDTF(text).interval, let last = interval.last, interval.first == last
    else { throw WorkbenchError(.badUse, "filter.bad-date", ["value": text]) }
    return last
  }
}
