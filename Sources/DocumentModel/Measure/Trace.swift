/// A policy measure followed across documents.
package struct Measure: Sendable, Hashable {
  package var name: String
  package var aliases: [String]
  /// Terms of law that only this measure uses (特定社会基盤事業者): a passage with one is about it.
  package var concepts: [String]
  /// The provisions that govern it, `504AC0000000043#50`.
  package var provisions: [String]

  package init(
    name: String, aliases: [String] = [], concepts: [String] = [], provisions: [String] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.concepts = concepts
    self.provisions = provisions
  }
}

/// The stages of a measure, in the order in which they usually follow.
package enum TraceStage: String, Sendable, Codable, CaseIterable {
  case strategy, law
  case basicPolicy = "basic_policy"
  case cabinetOrder = "cabinet_order"
  case ministerialOrder = "ministerial_order"
  case plan, budget, implementation
  case followUp = "follow_up"
}

/// A sentence, item or row that tells of a step.
package struct TraceEvidence: Sendable, Hashable {
  package var passage: PassageID
  package var document: DocumentID
  package var location: Location
  /// The words, as they stand in the citable text.
  package var quote: String

  package init(passage: PassageID, document: DocumentID, location: Location, quote: String) {
    self.passage = passage
    self.document = document
    self.location = location
    self.quote = quote
  }
}

/// One dated event or snapshot of a measure.
package struct TraceStep: Sendable, Hashable {
  package var date: EDTF
  package var stage: TraceStage
  /// The best quotation.
  package var evidence: TraceEvidence
  /// The same event told elsewhere.
  package var also: [TraceEvidence]
  package var law: LawTarget?
  package var ministry: String?
  /// The amount with its unit, as the text writes it.
  package var amount: String?
  /// The words and the rule that decided the stage.
  package var basis: String

  package init(
    date: EDTF, stage: TraceStage, evidence: TraceEvidence, also: [TraceEvidence] = [],
    law: LawTarget? = nil, ministry: String? = nil, amount: String? = nil, basis: String
  ) {
    self.date = date
    self.stage = stage
    self.evidence = evidence
    self.also = also
    self.law = law
    self.ministry = ministry
    self.amount = amount
    self.basis = basis
  }
}

/// A stage for which the corpus holds nothing; never a claim that nothing was done.
package struct Gap: Sendable, Hashable {
  package var stage: TraceStage
  package var reason: String

  package init(stage: TraceStage, reason: String) {
    self.stage = stage
    self.reason = reason
  }
}

/// One quantity with the values it is given.
package struct Figure: Sendable, Hashable {
  package struct Value: Sendable, Hashable {
    package var value: String
    package var date: EDTF?
    package var passage: PassageID

    package init(value: String, date: EDTF?, passage: PassageID) {
      self.value = value
      self.date = date
      self.passage = passage
    }
  }
  package var what: String
  package var values: [Value]

  package init(what: String, values: [Value]) {
    self.what = what
    self.values = values
  }
}

/// A measure's chain from strategy to follow-up.
package struct Trace: Sendable {
  package var measure: Measure
  /// By date.
  package var steps: [TraceStep]
  package var gaps: [Gap]
  package var figures: [Figure]

  package init(measure: Measure, steps: [TraceStep], gaps: [Gap], figures: [Figure]) {
    self.measure = measure
    self.steps = steps
    self.gaps = gaps
    self.figures = figures
  }
}
