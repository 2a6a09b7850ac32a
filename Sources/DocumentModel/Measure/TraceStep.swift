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

/// Whether a step is told as done, as planned, or as the state of things on its date.
package enum StepStatus: String, Sendable, Codable, CaseIterable {
  case done, planned
  case asOf = "as_of"
}

/// What a ministry has to do with a step.
package enum MinistryRole: String, Sendable, Codable, CaseIterable {
  /// It acts: 内閣府は…, 経済産業省において….
  case actor
  /// It is in charge: 半導体（経産）, a row under 経済産業省.
  case charge
  /// It is addressed: 財務省に対して….
  case addressee
  /// It is named, nothing more.
  case named
}

/// Why one part of a step is as it is: the rule and the words it read.
package struct TraceReason: Sendable, Hashable {
  /// The part of a step that a reason is for.
  package enum Subject: String, Sendable, Codable, CaseIterable {
    case measure, date, stage, law, ministry, amount
  }
  package var subject: Subject
  /// The stable name of the rule, such as `date.label`.
  package var rule: String
  /// The words it read; empty where it read none.
  package var words: String

  package init(_ subject: Subject, rule: String, words: String) {
    self.subject = subject
    self.rule = rule
    self.words = words
  }
}

/// One dated event or snapshot of a measure.
package struct TraceStep: Sendable, Hashable {
  package var date: EDTF
  package var stage: TraceStage
  package var status: StepStatus
  /// The best quotation.
  package var evidence: TraceEvidence
  /// The words of the best quotation that tell this event, its date left out; empty where the whole
  /// quotation does.
  package var clause: String
  /// The same event told elsewhere, the surest first.
  package var also: [TraceEvidence]
  package var law: LawTarget?
  package var ministry: String?
  /// Nil where there is no ministry.
  package var ministryRole: MinistryRole?
  /// The amount with its unit, as the text writes it.
  package var amount: String?
  /// The words and the rule that decided the stage.
  package var basis: String
  /// The rule behind each part of the step.
  package var reasons: [TraceReason]
  /// What each place tells of the event by itself, the best quotation's first; empty for such a
  /// telling itself.
  package var tellings: [TraceStep] = []

  package init(
    date: EDTF, stage: TraceStage, status: StepStatus = .done, evidence: TraceEvidence,
    clause: String = "",
    also: [TraceEvidence] = [], law: LawTarget? = nil, ministry: String? = nil,
    ministryRole: MinistryRole? = nil, amount: String? = nil, basis: String,
    reasons: [TraceReason] = []
  ) {
    self.date = date
    self.stage = stage
    self.status = status
    self.evidence = evidence
    self.clause = clause
    self.also = also
    self.law = law
    self.ministry = ministry
    self.ministryRole = ministryRole
    self.amount = amount
    self.basis = basis
    self.reasons = reasons
  }
}
