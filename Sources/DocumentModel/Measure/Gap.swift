/// Something that a chain would lead one to expect and the corpus doesn't hold; never a claim that
/// it was not done.
package struct Gap: Sendable, Hashable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// No step of the stage was found.
    case stage
    /// The date of a target has passed, and no later step was found.
    case target
    /// Carrying out was found, but no decision above it.
    case decision
  }
  package var kind: Kind
  package var stage: TraceStage
  package var reason: String
  /// The date of the target that has passed.
  package var date: EDTF?
  /// The words that set the target, or that tell of the carrying out.
  package var evidence: TraceEvidence?

  package init(
    kind: Kind = .stage, stage: TraceStage, reason: String, date: EDTF? = nil,
    evidence: TraceEvidence? = nil
  ) {
    self.kind = kind
    self.stage = stage
    self.reason = reason
    self.date = date
    self.evidence = evidence
  }
}
