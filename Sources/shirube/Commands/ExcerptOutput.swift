import Citations
import DocumentModel
import Workbench

/// Writes the excerpts of `cite` and `export` where and how the options say.
struct ExcerptOutput {
  let base: KnowledgeBase
  let names: RegistryNames
  /// The names in the form that the paper asks for.
  let display: DisplayNames
  let paper: PaperOptions
  /// The day of use, and the one whose law counts.
  let day: CalendarDay

  init(base: KnowledgeBase, names: RegistryNames, paper: PaperOptions, day: CalendarDay) throws {
    self.base = base
    self.names = names
    display = try names.display(form: paper.style.form)
    self.paper = paper
    self.day = day
  }

  private var printer: PaperPrinter { PaperPrinter(names: display, style: paper.style) }
  private var formatter: CitationFormatter {
    CitationFormatter(calendar: display.calendar, style: paper.style)
  }

  /// Verifies and cites by the names and in the style of the paper.
  var cite: Cite { Cite(base, calendar: display.calendar, day: day, style: paper.style) }

  /// Prints excerpts; `title` heads a paper and asks for its list of licences.
  func paper(
    _ cited: CitedExcerpts, shape: CiteShape, title: String?,
    remarks: [PassageID: String] = [:], layout: ExcerptLayout = .sections, as format: OutputFormat
  ) throws {
    if format == .json {
      let output = try ResultPrinter(output: paper.output)
      try output.line(JSONText.pretty(shape))
      return try output.finish()
    }
    let entries = entries(cited, remarks)
    try print(entries, as: format) {
      try printer.composer.compose(
        title: title, groups: printer.arrangement.groups(entries, by: layout))
    }
  }

  /// Prints excerpts side by side: a row for each measure, a column for each document.
  func table(
    _ cited: CitedExcerpts, title: String, remarks: [PassageID: String], as format: OutputFormat
  ) throws {
    let entries = entries(cited, remarks)
    try print(entries, as: format) {
      try MeasureTable(
        base, names: names, composer: printer.composer, formatter: formatter
      ).compose(
        entries, title: title, corner: Words.say("施策", "Measure"),
        other: Words.say("（その他）", "(other)"))
    }
  }

  /// Prints the skeleton of a question and its answer.
  func answerSheet(
    _ cited: CitedExcerpts, _ question: String, remarks: [PassageID: String],
    as format: OutputFormat
  ) throws {
    let grounds = entries(cited, remarks)
    let traced = try TraceMeasure(base, names: names).run(question)
    let steps = try traced.trace.steps.map { step in
      (step, try base.record(step.evidence.passage.rawValue))
    }
    let evidence = try cite.run(steps.map(\.1))
    let course = steps.compactMap { step, record -> AnswerSheet.Step? in
      guard
        let cited = evidence.excerpts.first(where: {
          $0.excerpt.record.passage.id == record.passage.id
        })
      else { return nil }
      return AnswerSheet.Step(date: step.date, stage: step.stage, entry: ExcerptEntry(cited))
    }
    let words = AnswerSheet.Words(
      question: Words.say("問　", "Q. "), answer: Words.say("答", "A."),
      grounds: Words.say("根拠", "Grounds"), provisions: Words.say("関連条文", "Provisions"),
      course: Words.say("経緯", "Course of events"), date: Words.say("日付", "Date"),
      stage: Words.say("段階", "Stage"), evidence: Words.say("記述", "Evidence"),
      stageName: { Words.stage($0) })
    try print(grounds, as: format) {
      try AnswerSheet(composer: printer.composer, formatter: formatter, words: words)
        .compose(question, grounds: grounds, course: course)
    }
  }

  /// Prints an article's text beside the passages that turn on it, and returns those.
  func lawSheet(_ name: String, as format: OutputFormat) throws -> CitedExcerpts {
    let registry = try names.wholeRegistry()
    let found = try FindLaw(registry: registry, base: base).find(name)
    guard found.provision.article != nil else {
      throw WorkbenchError(.badUse, "export.law-missing")
    }
    let library = LawLibrary(base, today: day)
    let law = try ShowLaw(library, registry: registry).run(found, asOf: nil)
    let citations = try LawCitations(base, library: library).citing(
      found.lawID, found.provision, concepts: FindLawConcepts(base, names: names))
    var paragraphs: [PassageID: String] = [:]
    var records: [PassageRecord] = []
    var met: Set<PassageID> = []
    for citation in citations {
      let id = citation.record.passage.id
      if met.insert(id).inserted { records.append(citation.record) }
      paragraphs[id] = paragraphs[id] ?? citation.law.provision.paragraph
    }
    let passages = records.filter { $0.passage.kind != .heading }
    let cited = try cite.run(passages.isEmpty ? records : passages)
    let entries = entries(cited, [:])
    let words = LawSheet.Words(
      provision: Words.say("条文", "Provision"),
      passages: Words.say("この条に関わる記述", "Passages that turn on it"),
      nothing: Words.say("（収録文書に見当たらない）", "(not found in the corpus)"),
      source: Words.say("出典：", "Source: "))
    try print(entries, as: format) {
      try LawSheet(
        composer: printer.composer, formatter: formatter,
        names: display.laws, words: words
      ).compose(
        law, entries.map { ($0, paragraphs[$0.cited.excerpt.record.passage.id]) })
    }
    return cited
  }

  private func entries(
    _ cited: CitedExcerpts, _ remarks: [PassageID: String]
  ) -> [ExcerptEntry] {
    printer.arrangement.entries(cited.excerpts, remarks: remarks, edits: paper.edits)
  }

  /// Prints records in a format of records, else the paper that is made of them.
  private func print(
    _ entries: [ExcerptEntry], as format: OutputFormat, _ compose: () throws -> CitedDocument
  ) throws {
    let output = try ResultPrinter(output: paper.output)
    if format == .json {
      let cited = CitedExcerpts(excerpts: entries.map(\.cited))
      try output.line(JSONText.pretty(CiteShape(cited)))
    } else if try !printer.printRecords(entries, as: format, to: output) {
      do {
        try printer.print(try compose(), as: format, to: output)
      } catch let missing as QuotationEdits.NotInQuotation {
        throw WorkbenchError(.badUse, "excerpt.not-in-quotation", ["words": missing.words])
      }
    }
    try output.finish()
  }
}
