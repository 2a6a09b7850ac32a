import ArgumentParser
import DocumentModel
import PassageIndex
import Registry
import Workbench

/// Counts what is in the index.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: Console.say(
      "柱・府省庁・法令・文書・年ごとの件数", "Counts by pillar, ministry, law, document and year."))

  /// What the counts are crossed by.
  enum Key: String, ExpressibleByArgument, CaseIterable { case pillar }

  @Option(
    help: help(
      "柱を文書・府省庁・法令・年と掛け合わせる（--format svg で図）",
      "Crosses pillars with documents, ministries, laws and years; a picture with --format svg."))
  var by: Key?

  @Option(
    help: help("書き込むファイル（省略時は標準出力）", "The file to write (else standard output)."),
    completion: .file())
  var output: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    if by == .pillar { return try runByPillar() }
    let format = try global.format(among: [.text, .json], default: .text)
    let base = try KnowledgeBase(index: global.indexPath)
    let (statistics, digest) = (try base.statistics(), try base.contentDigest())
    let printer = try ResultPrinter(output: output)
    if format == .json {
      try printer.line(
        JSONText.pretty(StatsShape(statistics, digest: digest, registry: base.registryDigest)))
    } else {
      let laws = try global.registryNames(base).display().laws
      let titles = Dictionary(
        try base.documents().map { ($0.id.rawValue, $0.metadata.title?.value ?? $0.source) },
        uniquingKeysWith: { first, _ in first })
      try page(statistics, digest: digest, laws: laws, titles: titles).print(to: printer)
    }
    try printer.finish()
  }

  private func runByPillar() throws {
    let format = try global.format(among: [.text, .json, .svg], default: .text)
    let base = try KnowledgeBase(index: global.indexPath)
    let crossed = try CrossPillars(base, registry: try global.registryStore().load()).run()
    let printer = try ResultPrinter(output: output)
    switch format {
    case .json: try printer.line(JSONText.pretty(PillarCrossShape(crossed)))
    case .svg: try printer.line(PillarPlot().draw(crossed))
    default: try PillarTable().page(crossed).print(to: printer)
    }
    try printer.finish()
  }

  private func page(
    _ statistics: IndexStatistics, digest: String, laws: LawNames, titles: [String: String]
  ) -> TextPage {
    var page = TextPage()
    var table = TextTable(limits: [nil, nil])
    table.row(Words.say("文書", "Documents"), "\(statistics.documents)")
    table.row(Words.say("節", "Sections"), "\(statistics.sections)")
    table.row(Words.say("段落", "Passages"), "\(statistics.passages)")
    table.row(Words.say("修復", "Repairs"), "\(statistics.repairs)")
    for kind in LinkKind.allCases {
      table.row(
        Words.say("リンク・", "Links, ") + Words.kind(kind),
        "\(statistics.links[kind.rawValue] ?? 0)")
    }
    for line in table.lines() { page.line(line) }
    let facets = statistics.facets
    let pillarName = { (key: String) in
      Pillar(rawValue: key).map(Words.pillar) ?? Words.say("なし", "none")
    }
    add(Words.say("柱", "Pillars"), facets.pillar, to: &page, name: pillarName)
    add(Words.say("府省庁", "Ministries"), facets.ministry, to: &page) { $0 }
    add(Words.say("法令", "Laws"), facets.law, to: &page) { laws.short(facet: $0) }
    add(Words.say("年", "Years"), facets.year, to: &page) { $0 }
    add(Words.say("文書", "Documents"), facets.document, to: &page) { titles[$0] ?? $0 }
    page.blank()
    page.line("\(Words.say("内容のダイジェスト", "Content digest"))  \(digest)", .faint)
    return page
  }

  private func add(
    _ title: String, _ counts: [String: Int], to page: inout TextPage, name: (String) -> String
  ) {
    guard !counts.isEmpty else { return }
    page.blank()
    page.line(title + Words.say("（段落の数）", " (passages)"), .title)
    var table = TextTable(limits: [60, nil])
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (key, count) in sorted.prefix(15) { table.row("  " + name(key), "\(count)") }
    for line in table.lines() { page.line(line) }
    if sorted.count > 15 {
      page.line(
        Words.say("  ほか\(sorted.count - 15)", "  and \(sorted.count - 15) more"), .faint)
    }
  }
}
