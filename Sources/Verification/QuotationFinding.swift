package import DocumentModel

/// What became of a draft's quotation when it was held against the corpus.
package struct QuotationFinding: Sendable {
  package enum Status: String, Sendable, CaseIterable {
    /// Its words stand in the corpus, and where the draft says.
    case verbatim
    /// So, but for conversions that drafting rules allow; they are named.
    case converted
    /// Its words stand in the source the draft names, which has changed since the draft took their
    /// place from an export.
    case moved
    /// Some characters differ; the differences are shown.
    case near
    /// Its words stand in the corpus, but not where the draft says.
    case elsewhere
    /// Nothing like it is in the corpus.
    case missing
  }

  /// Where the words stand.
  package struct Place: Sendable, Equatable {
    package var document: DocumentRecord
    /// The passages touched, in reading order.
    package var passages: [QuotableText.Piece]

    package init(document: DocumentRecord, passages: [QuotableText.Piece]) {
      self.document = document
      self.passages = passages
    }

    /// The 1-based pages from first to last, or nil where the source gives none.
    package var pages: ClosedRange<Int>? {
      let numbers = passages.compactMap(\.location.page)
      guard let first = numbers.min(), let last = numbers.max() else { return nil }
      return first...last
    }

    /// The 1-based lines from first to last, or nil for a law, which is cited by article.
    package var lines: ClosedRange<Int>? {
      guard let first = passages.map(\.location.line).min(),
        let last = passages.map(\.location.lineEnd).max(), first > 0, first <= last
      else { return nil }
      return first...last
    }
  }

  /// Why the words are said to be elsewhere.
  package enum Displacement: String, Sendable, CaseIterable {
    case document, page, line
  }

  package var status: Status
  package var place: Place?
  package var conversions: Set<TextConversion> = []
  package var displacement: Displacement?
  /// For `near`, the draft's words beside the source's.
  package var differences: [TextDifference] = []

  package init(_ status: Status, place: Place? = nil) {
    self.status = status
    self.place = place
  }
}
