package import Citations
package import DocumentModel

/// The skeleton of a sheet of questions and answers (想定問答).
///
/// The question, room for the answer, and below it what the answer can rest on: no sentence is ours.
package struct AnswerSheet: Sendable {
  /// The words of the sheet, in one language.
  package struct Words: Sendable {
    package var question: String
    package var answer: String
    package var grounds: String
    package var provisions: String
    package var course: String
    package var date: String
    package var stage: String
    package var evidence: String
    package var stageName: @Sendable (TraceStage) -> String

    package init(
      question: String, answer: String, grounds: String, provisions: String, course: String,
      date: String, stage: String, evidence: String,
      stageName: @escaping @Sendable (TraceStage) -> String
    ) {
      self.question = question
      self.answer = answer
      self.grounds = grounds
      self.provisions = provisions
      self.course = course
      self.date = date
      self.stage = stage
      self.evidence = evidence
      self.stageName = stageName
    }
  }

  private let composer: ExcerptComposer
  private let formatter: CitationFormatter
  private let words: Words

  package init(composer: ExcerptComposer, formatter: CitationFormatter, words: Words) {
    self.composer = composer
    self.formatter = formatter
    self.words = words
  }

  /// A step of the course of events with its verified passage.
  package struct Step: Sendable {
    package var date: EDTF
    package var stage: TraceStage
    package var entry: ExcerptEntry

    package init(date: EDTF, stage: TraceStage, entry: ExcerptEntry) {
      self.date = date
      self.stage = stage
      self.entry = entry
    }
  }

  /// Returns the sheet.
  ///
  /// - Throws: `QuotationEdits.NotInQuotation`.
  package func compose(
    _ question: String, grounds: [ExcerptEntry], course: [Step]
  ) throws -> CitedDocument {
    var paper = CitedDocument(
      title: nil, hasEndnotes: formatter.style.placement == .endnote)
    var sequence = CitationSequence(formatter)
    paper.blocks += [
      .heading(level: 1, words.question + question), .heading(level: 1, words.answer),
      .paragraph([]), .heading(level: 1, words.grounds),
    ]
    for entry in grounds { try composer.add(entry, to: &paper, &sequence) }
    let laws = Self.provisions(grounds.flatMap(\.laws))
    if !laws.isEmpty {
      paper.blocks += [.heading(level: 1, words.provisions), .list(laws.map { [.text($0)] })]
    }
    if !course.isEmpty {
      let rows = try course.map { step in
        [
          [.text(formatter.text(step.date))], [.text(words.stageName(step.stage))],
          try composer.cell(step.entry, in: &paper, &sequence),
        ] as [[CitedDocument.Inline]]
      }
      paper.blocks += [
        .heading(level: 1, words.course),
        .table(header: [words.date, words.stage, words.evidence], rows: rows),
      ]
    }
    paper.blocks += composer.licences(of: grounds + course.map(\.entry))
    return paper
  }

  /// Each provision once: 経済安全保障推進法第7条 is what the first mention of the law named in full, and the
  /// law alone adds nothing beside its articles.
  private static func provisions(_ laws: [String]) -> [String] {
    var seen: Set<String> = []
    let each = laws.filter { law in
      guard let short = law.firstRange(of: "以下「"), let end = law.firstRange(of: "」という。）") else {
        return seen.insert(law).inserted
      }
      let later = String(law[short.upperBound..<end.lowerBound]) + String(law[end.upperBound...])
      return seen.insert(later).inserted
    }
    return each.filter { law in !seen.contains { $0 != law && $0.hasPrefix(law + "第") } }
  }
}
