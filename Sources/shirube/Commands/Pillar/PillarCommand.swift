import ArgumentParser
import DocumentModel
import Workbench

/// What people decide about the pillars of sections.
struct PillarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pillar",
    abstract: Console.say(
      "節の柱を人が決め、決めたことを一覧する", "Sets the pillars of sections, and lists what was decided."),
    subcommands: [PillarSet.self, PillarUnset.self, PillarDecisionsCommand.self])
}

/// Gives a section its pillars.
struct PillarSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: Console.say("節の柱を決める", "Decides the pillars of a section."),
    discussion: Console.say(
      "決めたことは 索引.decisions/pillars.jsonl に残り、索引を作り直しても生きています。",
      "The decision is kept in INDEX.decisions/pillars.jsonl and outlives the index."))

  @Argument(help: help("節の ID か、その中の段落の ID", "The id of a section, or of a passage in it."))
  var id: String

  @Argument(
    help: help(
      "柱: know（知る）、nurture（育てる）、protect（守る）を重い順に、または none（なし）",
      "know, nurture, protect, the weightiest first, or none."))
  var pillars: [String]

  @OptionGroup var reason: ReasonOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws { _ = try chosen() }

  func run() throws {
    let decided = try global.decidePillars().decide(
      id, chosen(), by: reason.by, why: reason.why, on: Today.day())
    try DecisionRenderer(global: global).print(decided)
  }

  private func chosen() throws -> [Pillar] {
    if pillars == ["none"] || pillars == ["なし"] { return [] }
    let known = pillars.compactMap { Pillar(argument: $0) }
    guard known.count == pillars.count, Set(known).count == known.count else {
      throw ValidationError(
        Console.say(
          "柱は know・nurture・protect をそれぞれ一度まで、または none だけです。",
          "Give know, nurture and protect, each once at most, or none alone."))
    }
    return known
  }
}

/// Takes a decision back.
struct PillarUnset: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unset",
    abstract: Console.say(
      "決めたことを取り下げ、本文からの判定に戻す", "Withdraws a decision; what the text gave holds again."))

  @Argument(help: help("節の ID か、その中の段落の ID", "The id of a section, or of a passage in it."))
  var id: String

  @OptionGroup var reason: ReasonOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let decided = try global.decidePillars().decide(
      id, nil, by: reason.by, why: reason.why, on: Today.day())
    try DecisionRenderer(global: global).print(decided)
  }
}

/// Lists what was decided.
struct PillarDecisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: Console.say("人が決めた柱の一覧", "Lists the pillars that people decided."))

  @Flag(
    help: help("取り下げたもの、後に改めたものも示す", "Also what was withdrawn or decided anew later."))
  var history = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let listed = try global.decidePillars().list(history: history)
    let printer = try ResultPrinter()
    if format == .json {
      let file = global.decisionStore.pillarFile
      try printer.line(JSONText.pretty(PillarDecisionsShape(listed.value, file: file)))
    } else {
      try DecisionRenderer(global: global).page(listed.value).print(to: printer)
    }
    try printer.finish()
    global.report(listed.diagnostics)
    if listed.value.isEmpty, listed.diagnostics.isEmpty, format == .text {
      global.report([Diagnostic("decision.nothing", .note)])
    }
    if !listed.diagnostics.isEmpty { try ExitStatus.someUnread.leave() }
  }
}

/// Who decides and why.
struct ReasonOptions: ParsableArguments {
  @Option(help: help("決めた人の名前", "Who decides."))
  var by: String

  @Option(help: help("理由", "The reason."))
  var why: String
}

extension GlobalOptions {
  /// Where people's decisions are kept.
  var decisionStore: DecisionStore { DecisionStore(folder: decisions, index: indexPath) }

  func decidePillars() -> DecidePillars { DecidePillars(index: indexPath, store: decisionStore) }
}
