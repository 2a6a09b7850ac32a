import ArgumentParser
import Citations
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
    let registry = try global.registryStore().load()
    let found = try FindLaw(registry: registry, base: base).find(law)
    let library = LawLibrary(base, today: try Today.day())
    let day = try version.day()
    let text = try library.text(library.revision(of: found.lawID, on: day))
    let marks = try self.marks(of: text, library, registry, on: day ?? library.today)
    let printer = try ResultPrinter()
    try printer.line("\(text.title)（\(text.revision.rawValue)）")
    let shown: Set<LawNodeKind> = [
      .part, .chapter, .section, .subsection, .division, .article, .supplementary, .appendix,
    ]
    var depths = [Int](repeating: 0, count: text.nodes.count)
    var isMain = [Bool](repeating: true, count: text.nodes.count)
    for (index, node) in text.nodes.enumerated() {
      depths[index] = node.parent.map { depths[$0] + 1 } ?? 1
      isMain[index] =
        node.kind != .supplementary && (node.parent.map { isMain[$0] } ?? true)
      guard shown.contains(node.kind) else { continue }
      var line = String(repeating: "  ", count: depths[index]) + node.label
      // The law that added a set of supplementary provisions stands in its caption.
      let isNamed = node.kind == .supplementary && !node.caption.isEmpty
      line += isNamed ? "（\(node.caption)）" : node.caption
      // What has no article number of its own is shown by its address: laws show LAW:Sp2.
      if node.kind == .supplementary || node.kind == .appendix { line += "  [\(node.address)]" }
      if node.kind == .article, isMain[index], let mark = marks[node.number] {
        line += "  〔\(mark)〕"
      }
      try printer.line(line)
    }
    try printer.finish()
  }

  /// For each article, the provisions of orders it leaves something to, and those it fills in.
  private func marks(
    of text: LawText, _ library: LawLibrary, _ registry: Registry, on day: CalendarDay
  ) throws -> [String: String] {
    let delegations = try LawDelegations(library, registry: registry)
    let names = LawNames(registry)
    var marks: [String: [Mark]] = [:]
    func add(_ linked: LinkedProvision, _ sign: String) {
      guard let article = linked.own.article, let other = linked.provision.article else { return }
      let name = names.short(LawTarget(lawID: linked.lawID, title: linked.title))
      let known = marks[article, default: []].firstIndex { $0.name == sign + name }
      if let known {
        guard marks[article]?[known].articles.contains(other) == false else { return }
        marks[article]?[known].articles.append(other)
      } else {
        marks[article, default: []].append(Mark(name: sign + name, articles: [other]))
      }
    }
    for linked in try delegations.downward(from: text.revision.lawID, on: day) {
      add(linked, "→ ")
    }
    for linked in try delegations.upward(from: text.revision) { add(linked, "← ") }
    return marks.mapValues { $0.map(\.text).joined(separator: Words.say("、", ", ")) }
  }

  /// Another law with the articles of it that one article has to do with.
  private struct Mark {
    var name: String
    var articles: [String]

    /// → 経済安全保障推進法施行令第2条・第3条.
    var text: String {
      name
        + articles.map { LawCitation().text(ProvisionPath(article: $0)) }.joined(separator: "・")
    }
  }
}
