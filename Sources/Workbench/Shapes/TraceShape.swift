import DocumentModel

/// What `trace --format json` prints.
package struct TraceShape: Encodable, Sendable, Equatable {
  package struct Step: Encodable, Sendable, Equatable {
    package var date: String
    package var stage: String
    package var line: Int
    package var lineEnd: Int
    package var page: Int?
    package var passage: String
    package var quote: String
    package var also: [Evidence]
    package var document: DocumentShape
    package var law: String?
    package var ministry: String?
    package var ministryRole: String?
    package var amount: String?
    package var status: String
    package var basis: String
    package var reasons: [Reason]

    enum CodingKeys: String, CodingKey {
      case date, stage, line, page, passage, quote, also, document, law, ministry, amount, status
      case basis, reasons
      case lineEnd = "line_end"
      case ministryRole = "ministry_role"
    }
  }

  /// The rule behind a part of a step.
  package struct Reason: Encodable, Sendable, Equatable {
    /// measure, date, stage, law, ministry, amount.
    package var of: String
    package var rule: String
    package var words: String

    enum CodingKeys: String, CodingKey { case of, rule, words }

    init(_ reason: TraceReason) {
      of = reason.subject.rawValue
      rule = reason.rule
      words = reason.words
    }
  }

  /// The same event told elsewhere.
  package struct Evidence: Encodable, Sendable, Equatable {
    package var passage: String
    package var doc: String
    package var line: Int
    package var lineEnd: Int
    package var page: Int?
    package var quote: String

    enum CodingKeys: String, CodingKey {
      case passage, doc, line, page, quote
      case lineEnd = "line_end"
    }

    init(_ evidence: TraceEvidence) {
      passage = evidence.passage.rawValue
      doc = evidence.document.rawValue
      line = evidence.location.line
      lineEnd = evidence.location.lineEnd
      page = evidence.location.page
      quote = evidence.quote
    }
  }

  package struct GapShape: Encodable, Sendable, Equatable {
    /// stage, target, decision.
    package var kind: String
    package var stage: String
    package var reason: String
    package var date: String?
    package var evidence: Evidence?

    enum CodingKeys: String, CodingKey { case kind, stage, reason, date, evidence }

    init(_ gap: Gap) {
      kind = gap.kind.rawValue
      stage = gap.stage.rawValue
      reason = gap.reason
      date = gap.date?.rawValue
      evidence = gap.evidence.map(Evidence.init)
    }
  }

  package var measure: String
  package var aliases: [String]
  /// The measures it is part of.
  package var parents: [String]
  /// The measures that are part of it.
  package var parts: [String]
  package var steps: [Step]
  package var gaps: [GapShape]
  package var figures: [FigureShape]
  package var ambiguous: [String]
  /// How many passages with the words weren't read, since there are too many; absent where none.
  package var leftOut: Int?

  enum CodingKeys: String, CodingKey {
    case measure, aliases, parents, parts, steps, gaps, figures, ambiguous
    case leftOut = "left_out"
  }

  package init(_ traced: TracedMeasure) {
    let trace = traced.trace
    measure = trace.measure.name
    aliases = trace.measure.aliases
    parents = trace.measure.parents
    parts = trace.measure.parts
    steps = trace.steps.map { step in
      let evidence = step.evidence
      let document = traced.documents[evidence.document]
      return Step(
        date: step.date.rawValue, stage: step.stage.rawValue, line: evidence.location.line,
        lineEnd: evidence.location.lineEnd, page: evidence.location.page,
        passage: evidence.passage.rawValue, quote: evidence.quote,
        also: step.also.map(Evidence.init),
        document: document.map(DocumentShape.init(brief:))
          ?? DocumentShape(id: evidence.document.rawValue, source: evidence.document.rawValue),
        law: step.law.flatMap(Self.key), ministry: step.ministry,
        ministryRole: step.ministryRole?.rawValue, amount: step.amount,
        status: step.status.rawValue, basis: step.basis,
        reasons: step.reasons.map(Reason.init))
    }
    gaps = trace.gaps.map(GapShape.init)
    figures = trace.figures.map(FigureShape.init)
    ambiguous = traced.ambiguous
    leftOut = traced.leftOut == 0 ? nil : traced.leftOut
  }

  /// `504AC0000000043#7`.
  static func key(_ law: LawTarget) -> String? {
    guard let id = law.lawID?.rawValue else { return nil }
    return law.provision.article.map { "\(id)#\($0)" } ?? id
  }
}

/// What `trace --with --format json` prints: the measures in the order asked for.
package struct TraceComparisonShape: Encodable, Sendable, Equatable {
  package var traces: [TraceShape]

  enum CodingKeys: String, CodingKey { case traces }

  package init(_ traced: [TracedMeasure]) { traces = traced.map(TraceShape.init) }
}
