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
    package var amount: String?
    package var basis: String

    enum CodingKeys: String, CodingKey {
      case date, stage, line, page, passage, quote, also, document, law, ministry, amount, basis
      case lineEnd = "line_end"
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
    package var stage: String
    package var reason: String

    enum CodingKeys: String, CodingKey { case stage, reason }
  }

  package struct FigureShape: Encodable, Sendable, Equatable {
    package struct Value: Encodable, Sendable, Equatable {
      package var value: String
      package var date: String?
      package var passage: String

      enum CodingKeys: String, CodingKey { case value, date, passage }
    }
    package var what: String
    package var values: [Value]

    enum CodingKeys: String, CodingKey { case what, values }
  }

  package var measure: String
  package var aliases: [String]
  package var steps: [Step]
  package var gaps: [GapShape]
  package var figures: [FigureShape]
  package var ambiguous: [String]

  enum CodingKeys: String, CodingKey { case measure, aliases, steps, gaps, figures, ambiguous }

  package init(_ traced: TracedMeasure) {
    let trace = traced.trace
    measure = trace.measure.name
    aliases = trace.measure.aliases
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
        law: step.law.flatMap(Self.key), ministry: step.ministry, amount: step.amount,
        basis: step.basis)
    }
    gaps = trace.gaps.map { GapShape(stage: $0.stage.rawValue, reason: $0.reason) }
    figures = trace.figures.map { figure in
      FigureShape(
        what: figure.what,
        values: figure.values.map {
          .init(value: $0.value, date: $0.date?.rawValue, passage: $0.passage.rawValue)
        })
    }
    ambiguous = traced.ambiguous
  }

  /// `504AC0000000043#7`.
  private static func key(_ law: LawTarget) -> String? {
    guard let id = law.lawID?.rawValue else { return nil }
    return law.provision.article.map { "\(id)#\($0)" } ?? id
  }
}
