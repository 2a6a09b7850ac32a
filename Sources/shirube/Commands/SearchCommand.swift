import ArgumentParser
import DocumentModel
import FoundationEssentials
import PassageIndex
import Workbench

/// Finds passages.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: Console.say("段落を探す", "Finds passages."),
    discussion: Console.say(
      """
      空白で区切った語はすべてを含む段落を探します。"…" は語句、OR は選択、-語 は除外、AI* は前方一致、\
      備蓄 NEAR/10 義務 は10字以内に並ぶことです。
      """,
      """
      Words must all be there; "…" is a phrase, OR a choice, -word leaves out, AI* is a beginning, \
      A NEAR/10 B asks for both within 10 characters.
      """))

  @Argument(help: help("探す語", "What to look for."))
  var query: String?

  @Option(
    help: help("1行に一つの検索語のファイル（- は標準入力）", "A file of queries, one a line (- for stdin)."),
    completion: .file())
  var batch: String?

  @Option(
    name: .customLong("in"),
    help: help(
      "何を探すか: policy（政策文書）か laws（取り込んだ法令の本文）",
      "What is searched: policy (documents) or laws (the imported texts)."))
  var scope = SearchScope.policy

  @Option(
    help: ArgumentHelp(
      "Leaves names or synonyms out of the reading of a question over law text.",
      visibility: .hidden))
  var without: [QuestionStep] = []

  @Flag(
    help: help("各件の評点の内訳を示す", "Shows what each hit's score is the sum of."))
  var explainScore = false

  @OptionGroup var version: LawVersionOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if query != nil, batch != nil {
      throw ValidationError(
        Console.say("検索語と --batch は一緒に使えません。", "Give a query or --batch, not both."))
    }
    if query == nil, batch == nil {
      throw ValidationError(Console.say("検索語がありません。", "There is no query."))
    }
    switch scope {
    case .policy:
      guard version.asOf != nil else { return }
      throw ValidationError(
        Console.say("--as-of は --in laws と使います。", "--as-of goes with --in laws."))
    case .laws:
      guard filters.filtersPassages || explainScore else { return }
      throw ValidationError(
        Console.say(
          "--in laws で使えるのは --law、--as-of、--limit、--offset、--exact です。",
          "--in laws takes --law, --as-of, --limit, --offset and --exact only."))
    }
  }

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    if let query, query.allSatisfy(\.isWhitespace) {
      throw WorkbenchError(.badUse, "query.blank")
    }
    let base = try KnowledgeBase(index: global.indexPath)
    let names = try global.registryNames(base, keepsAll: batch != nil)
    if scope == .laws { return try runLaws(base, names, format) }
    let search = SearchPassages(base, names: names)
    if let batch {
      var options = filters.options(limit: 20)
      options.countsFacets = false
      options.explainsScores = explainScore
      return try run(batch: batch) { query, elapsed in
        var shape = SearchShape(
          try search.run(query, options), query: query, countsFacets: false)
        shape.elapsed = elapsed()
        return try JSONText.line(shape)
      }
    }
    guard let query else { return }
    var options = filters.options(limit: format == .json ? 20 : 10)
    options.explainsScores = explainScore
    global.report(try search.notices(options))
    var result = try search.run(query, options)
    let concepts = try FindLawConcepts(base, names: names)
      .run(result.hits.map(\.record), addingLinks: false)
    for (place, record) in concepts.enumerated() { result.hits[place].record = record }
    let versions = try FindCitedVersions(LawLibrary(base, today: Today.day()))
      .run(result.hits.map(\.record))
    let printer = try ResultPrinter()
    if format == .json {
      try printer.line(
        JSONText.pretty(SearchShape(result, query: query, versions: versions)))
    } else if !result.hits.isEmpty {
      let renderer = HitRenderer(
        names: try names.display(of: result.laws),
        documents: try base.documents(result.shownDocuments),
        versions: versions)
      try renderer.page(result, query: query, options: options).print(to: printer)
    }
    try printer.finish()
    if format == .text {
      global.report(
        result.unseen.map { Diagnostic("query.word-in-parts", .note, arguments: ["word": $0]) })
    }
    if result.total == 0 {
      if format == .text {
        let reasons = try result.absence.map { try search.diagnostics($0) } ?? []
        global.report([Diagnostic("query.nothing-found", .warning)] + reasons)
      }
      try ExitStatus.nothing.leave()
    }
  }

  /// Answers one query a line, each as it comes; a query that can't be run has an error in its line.
  ///
  /// `line` makes the JSON of an answer; what it is given tells the milliseconds since the question.
  func run(batch path: String, line: (String, () -> Double) throws -> String) throws {
    let printer = try ResultPrinter()
    var failures = 0
    func answer(_ query: String) throws {
      guard !query.isEmpty else { return }
      let started = ContinuousClock.now
      func elapsed() -> Double {
        (((ContinuousClock.now - started) / .milliseconds(1)) * 1000).rounded() / 1000
      }
      do {
        try printer.line(line(query, elapsed))
      } catch let failure as WorkbenchError where failure.status == .badUse {
        failures += 1
        var shape = SearchShape(
          failed: query, error: MessageCatalogue.text(for: failure.diagnostic, in: Console.language)
        )
        shape.elapsed = elapsed()
        try printer.line(JSONText.line(shape))
      }
    }
    if path == "-" {
      // The asker may wait for an answer before the next question.
      while let line = readLine() {
        try answer(line)
        try printer.flush()
      }
    } else {
      guard let data = try? Data(contentsOf: URL(filePath: path)),
        let text = String(validating: data, as: UTF8.self)
      else { throw WorkbenchError(.badUse, "batch.unreadable", ["path": path]) }
      for line in text.split(whereSeparator: \.isNewline) { try answer(String(line)) }
    }
    try printer.finish()
    if failures > 0 { try ExitStatus.someUnread.leave() }
  }
}

extension SearchResult {
  /// The documents that the facets of a page can name.
  fileprivate var shownDocuments: [DocumentID] {
    facets.document.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(HitRenderer.facetCount).map { DocumentID($0.key) }
  }

  /// The laws that a page of the result names.
  fileprivate var laws: Set<LawID> {
    var laws = Set(facets.law.keys.map { LawID($0) })
    for relation in hits.flatMap(\.record.relations.laws) {
      if case .law(let law) = relation.target, let id = law.lawID { laws.insert(id) }
    }
    return laws
  }
}
