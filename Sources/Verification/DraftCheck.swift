package import DocumentModel

/// One thing a draft says, with what the corpus says of it.
package struct DraftCheck: Sendable {
  /// What is said.
  package enum Kind: String, Sendable, CaseIterable {
    case quotation, law, document, figure, date
  }

  /// What the check came to.
  package enum Status: String, Sendable, CaseIterable {
    /// A quotation, as `QuotationFinding.Status`.
    case verbatim, converted, moved, near, elsewhere, missing
    /// The provision is in force on the day that counts; the document is known.
    case exists
    /// No held revision has the provision.
    case noSuchProvision = "no_such_provision"
    /// The provision is there on another day, not on the one that counts.
    case notInForce = "not_in_force"
    /// The document's date is another than the draft gives.
    case otherDate = "other_date"
    /// No calendar has the day.
    case noSuchDay = "no_such_day"
    /// The figure or date is the one the source gives.
    case agrees
    /// The source gives another figure or date.
    case differs
    /// The source gives this figure, a later document another.
    case superseded
    /// The corpus can't tell: no text of the law is held, the document isn't in the corpus.
    case unknown

    /// Whether the drafter must mend something.
    package var isFault: Bool {
      switch self {
      case .near, .elsewhere, .missing, .noSuchProvision, .notInForce, .otherDate, .noSuchDay,
        .differs, .superseded:
        true
      case .verbatim, .converted, .moved, .exists, .agrees, .unknown: false
      }
    }
  }

  package var kind: Kind
  package var status: Status
  /// Where it stands in the draft.
  package var location: Location
  /// The draft's words.
  package var text: String
  /// The document and passages that decide it.
  package var place: QuotationFinding.Place?
  /// What was found, for the message catalogue.
  package var detail: Diagnostic
  /// For a near quotation, the draft's words beside the source's.
  package var differences: [TextDifference] = []
  /// For a converted quotation, what was set otherwise.
  package var conversions: Set<TextConversion> = []

  package init(
    _ kind: Kind, _ status: Status, location: Location, text: String, detail: Diagnostic,
    place: QuotationFinding.Place? = nil
  ) {
    self.kind = kind
    self.status = status
    self.location = location
    self.text = text
    self.detail = detail
    self.place = place
  }
}
