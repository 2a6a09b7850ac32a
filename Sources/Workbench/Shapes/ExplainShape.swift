import DocumentModel

/// What `explain --format json` prints.
package struct ExplainShape: Encodable, Sendable, Equatable {
  package struct Feature: Encodable, Sendable, Equatable {
    package var pillar: String
    package var words: String
    package var weight: Double

    enum CodingKeys: String, CodingKey { case pillar, words, weight }
  }
  package struct PillarShape: Encodable, Sendable, Equatable {
    package var section: String
    package var path: [String]
    package var pillars: [String]
    package var basis: String
    package var decision: RulingShape?
    package var features: [Feature]

    enum CodingKeys: String, CodingKey { case section, path, pillars, basis, decision, features }
  }
  package struct Noticed: Encodable, Sendable, Equatable {
    package var identifier: String
    package var severity: String
    package var arguments: [String: String]
    package var line: Int?

    enum CodingKeys: String, CodingKey { case identifier, severity, arguments, line }

    init(_ diagnostic: Diagnostic) {
      identifier = diagnostic.identifier
      severity = diagnostic.severity.rawValue
      arguments = diagnostic.arguments
      line = diagnostic.location?.line
    }
  }

  /// A step of a trace that the passage gives.
  package struct Step: Encodable, Sendable, Equatable {
    /// The measure or term that it belongs to.
    package var measure: String
    package var date: String
    package var stage: String
    package var status: String
    package var quote: String
    package var law: String?
    package var ministry: String?
    package var amount: String?
    package var reasons: [TraceShape.Reason]
    /// The passage with the best quotation of the same event.
    package var best: String

    enum CodingKeys: String, CodingKey {
      case measure, date, stage, status, quote, law, ministry, amount, reasons, best
    }

    init(_ explained: ExplainedStep) {
      let telling = explained.telling
      measure = explained.measure
      date = telling.date.rawValue
      stage = telling.stage.rawValue
      status = telling.status.rawValue
      quote = telling.evidence.quote
      law = telling.law.flatMap(TraceShape.key)
      ministry = telling.ministry
      amount = telling.amount
      reasons = telling.reasons.map(TraceShape.Reason.init)
      best = explained.step.evidence.passage.rawValue
    }
  }

  package var document: DocumentShape
  package var passage: PassageShape?
  package var pillar: PillarShape?
  package var links: [LinkShape]
  package var steps: [Step]
  package var repairs: [RepairShape]
  package var diagnostics: [Noticed]

  enum CodingKeys: String, CodingKey {
    case document, passage, pillar, links, steps, repairs, diagnostics
  }

  package init(_ explanation: Explanation, held: HeldDocuments = .none) {
    document = DocumentShape(record: explanation.document, type: nil)
    if let record = explanation.record {
      var shape = PassageShape(
        record.passage, pillars: record.pillars, relations: record.relations,
        recognized: RecognizedPages(mediaType: record.document.mediaType))
      shape.type = nil
      passage = shape
    }
    if let section = explanation.section, let pillars = explanation.pillars {
      pillar = PillarShape(
        section: section.id.rawValue, path: section.path,
        pillars: pillars.pillars.map(\.rawValue), basis: pillars.basis.rawValue,
        decision: pillars.ruling.map(RulingShape.init),
        features: pillars.features.map {
          Feature(
            pillar: $0.pillar.rawValue, words: $0.words,
            weight: ($0.weight * 1000).rounded() / 1000)
        })
    }
    links = explanation.links.map {
      LinkShape(
        $0, in: explanation.document, passage: explanation.record?.passage.id, held: held)
    }
    steps = explanation.steps.map(Step.init)
    repairs = explanation.repairs.map(RepairShape.init)
    diagnostics = explanation.diagnostics.map(Noticed.init)
  }
}
