import ArgumentParser
import DocumentModel
import FoundationEssentials
import PassageIndex
import Registry
import Workbench

/// Lists the laws of the registry, or the texts that are held.
struct LawsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Console.say(
      "辞書にある法令、または取り込んだ版の一覧", "Lists the laws of the registry, or the held revisions."))

  @Flag(help: help("取り込んだ本文の版を示す", "The revisions whose text is held."))
  var held = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let printer = try ResultPrinter()
    if held {
      try printHeld(format, to: printer)
    } else {
      try printRegistry(format, to: printer)
    }
    try printer.finish()
  }

  private func printRegistry(_ format: OutputFormat, to printer: ResultPrinter) throws {
    let laws = LawRegister(try global.registryStore().load()).laws
    if format == .json { return try printer.line(JSONText.pretty(LawsShape(laws))) }
    var table = TextTable(limits: [nil, 26, nil])
    for law in laws {
      let short = law.aliases.first { $0.kind == .official || $0.kind == .staff }?.name ?? "–"
      table.row(law.lawID.rawValue, short, law.title)
    }
    for line in table.lines() { try printer.line(line) }
  }

  private func printHeld(_ format: OutputFormat, to printer: ResultPrinter) throws {
    let base = try KnowledgeBase(index: global.indexPath)
    let library = LawLibrary(base, today: try Today.day())
    let revisions = try library.revisions()
    let gaps = try library.heldLaws().flatMap { try library.gaps(of: $0) }
    if format == .json {
      return try printer.line(JSONText.pretty(HeldLawsShape(revisions, gaps: gaps)))
    }
    let before = Dictionary(
      gaps.map { ($0.before, $0) }, uniquingKeysWith: { first, _ in first })
    var table = TextTable(limits: [nil, nil, nil, 40])
    for revision in revisions {
      if let gap = before[revision.id] {
        let count = gap.amendments.map { Console.say("改正\($0)件", "\($0) amended") }
        table.row(
          "…", revision.id.lawID.rawValue, count ?? "…",
          Console.say("（手元にない版）", "(not held)"))
      }
      table.row(
        revision.id.inForceFrom?.iso8601 ?? "–", revision.id.lawID.rawValue,
        Console.say("\(revision.articles)条", "\(revision.articles) articles"), revision.title)
    }
    for line in table.lines() { try printer.line(line) }
  }
}
