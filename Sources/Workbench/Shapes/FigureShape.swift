import DocumentModel

/// One quantity with its values, in `trace` and `figures`.
package struct FigureShape: Encodable, Sendable, Equatable {
  package struct Value: Encodable, Sendable, Equatable {
    package var value: String
    /// In units of one.
    package var number: Double
    package var date: String?
    package var scope: String?
    package var passage: String
    package var doc: String
    package var line: Int
    package var lineEnd: Int
    package var quote: String

    enum CodingKeys: String, CodingKey {
      case value, number, date, scope, passage, doc, line, quote
      case lineEnd = "line_end"
    }
  }
  package var what: String
  package var unit: String
  /// same, growth, decline, rounding, scope, conflict.
  package var relation: String
  package var values: [Value]

  enum CodingKeys: String, CodingKey { case what, unit, relation, values }

  init(_ figure: Figure) {
    what = figure.what
    unit = figure.unit
    relation = figure.relation.rawValue
    values = figure.values.map { value in
      Value(
        value: value.value, number: value.number, date: value.date?.rawValue, scope: value.scope,
        passage: value.passage.rawValue, doc: value.evidence.document.rawValue,
        line: value.evidence.location.line, lineEnd: value.evidence.location.lineEnd,
        quote: value.evidence.quote)
    }
  }
}

/// What `figures --format json` prints.
package struct FiguresShape: Encodable, Sendable, Equatable {
  package var term: String
  package var figures: [FigureShape]

  enum CodingKeys: String, CodingKey { case term, figures }

  package init(_ traced: TracedMeasure) {
    term = traced.trace.measure.name
    figures = traced.trace.figures.map(FigureShape.init)
  }
}
