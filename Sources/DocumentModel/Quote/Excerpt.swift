/// The W3C Web Annotation selector that finds a quotation by its words.
package struct TextQuoteSelector: Sendable, Hashable {
  package var exact: String
  package var prefix: String
  package var suffix: String

  package init(exact: String, prefix: String, suffix: String) {
    self.exact = exact
    self.prefix = prefix
    self.suffix = suffix
  }
}

/// The W3C Web Annotation selector that finds a quotation by position, in Unicode code points.
package struct TextPositionSelector: Sendable, Hashable {
  /// 0-based, in code points of the source text.
  package var start: Int
  package var end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}

/// A verified quotation.
package struct Excerpt: Sendable {
  package enum Status: String, Sendable, Codable {
    /// The quotation is the source's own characters; only markup and layout were left out.
    case verified
    /// Extraction defects were repaired, each listed.
    case repaired
    /// The quotation is what OCR read from a picture; only the picture can tell whether it is right.
    case recognized = "ocr"
  }
  package var record: PassageRecord
  /// The citable text, as it may be pasted.
  package var quote: String
  package var status: Status
  package var repairs: [Repair]
  package var quoteSelector: TextQuoteSelector
  package var positionSelector: TextPositionSelector

  package init(
    record: PassageRecord, quote: String, status: Status, repairs: [Repair],
    quoteSelector: TextQuoteSelector, positionSelector: TextPositionSelector
  ) {
    self.record = record
    self.quote = quote
    self.status = status
    self.repairs = repairs
    self.quoteSelector = quoteSelector
    self.positionSelector = positionSelector
  }
}
