/// One quantity with the values it is given, by date or by document.
package struct Figure: Sendable, Hashable {
  /// How the values differ.
  package enum Relation: String, Sendable, Codable, CaseIterable {
    /// One value, however often it is told.
    case same
    /// More at a later date.
    case growth
    /// Less at a later date.
    case decline
    /// One is the other rounded: 1兆358億円, 約1兆円.
    case rounding
    /// They count different things: 予算額 and 交付決定額, the whole and a part.
    case scope
    /// They can't both hold of one date, or the texts give no date that would tell.
    case conflict
  }

  /// A value as one place tells it.
  package struct Value: Sendable, Hashable {
    /// As the text writes it.
    package var value: String
    /// In units of one: 1兆358億円 is 1,035,800,000,000.
    package var number: Double
    /// The date it holds for.
    package var date: EDTF?
    /// What it is of, where the values of a figure differ in that: 令和４年度第２次補正予算.
    package var scope: String?
    package var evidence: TraceEvidence

    package var passage: PassageID { evidence.passage }
    package var document: DocumentID { evidence.document }

    package init(
      value: String, number: Double, date: EDTF?, scope: String? = nil, evidence: TraceEvidence
    ) {
      self.value = value
      self.number = number
      self.date = date
      self.scope = scope
      self.evidence = evidence
    }
  }
  package var what: String
  /// 円, 件, 物資.
  package var unit: String
  package var relation: Relation
  /// By date, values without one last.
  package var values: [Value]

  package init(what: String, unit: String, relation: Relation, values: [Value]) {
    self.what = what
    self.unit = unit
    self.relation = relation
    self.values = values
  }
}
