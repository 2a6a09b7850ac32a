import DocumentModel
import Verification

/// Tells what became of a quotation.
enum QuotationMessage {
  static func check(
    _ quotation: DraftQuotation, _ finding: QuotationFinding, _ documents: [DocumentRecord],
    _ checker: QuotationChecker
  ) -> DraftCheck {
    // What agrees with a reading by OCR may agree with its misreading.
    let isRecognized = isRecognized(finding)
    let status =
      isRecognized ? .unknown : DraftCheck.Status(rawValue: finding.status.rawValue) ?? .missing
    var check = DraftCheck(
      .quotation, status, location: quotation.location, text: quotation.text,
      detail: detail(quotation, finding, documents, checker), place: finding.place)
    check.differences = finding.differences
    check.conversions = finding.conversions
    return check
  }

  static func detail(
    _ quotation: DraftQuotation, _ finding: QuotationFinding, _ documents: [DocumentRecord],
    _ checker: QuotationChecker
  ) -> Diagnostic {
    let claim = quotation.claim
    var arguments = ["claimed": claim.documents.joined(separator: "、")]
    if let place = finding.place {
      arguments["document"] = place.document.metadata.title?.value ?? place.document.source
      arguments["passage"] = place.passages.first?.id.rawValue
      arguments["place"] = locator(place)
    }
    switch finding.displacement {
    case .page: arguments["claimed"] = claim.pages.map { text($0) + "頁" }
    case .line: arguments["claimed"] = claim.lines.map { text($0) + "行目" }
    case .document, nil: break
    }
    let identifier: String
    switch finding.status {
    case .verbatim where isRecognized(finding), .converted where isRecognized(finding):
      identifier = "verify.quotation-recognized"
    case .verbatim: identifier = "verify.quotation-verbatim"
    case .converted: identifier = "verify.quotation-converted"
    case .moved: identifier = "verify.quotation-moved"
    case .near: identifier = "verify.quotation-near"
    case .elsewhere:
      identifier =
        switch finding.displacement {
        case .page: "verify.quotation-other-page"
        case .line: "verify.quotation-other-line"
        case .document, nil: "verify.quotation-other-document"
        }
    case .missing:
      let isHeld = claim.documents.contains { title in
        documents.contains { checker.names(title, $0) }
      }
      identifier =
        isHeld || claim.documents.isEmpty
        ? "verify.quotation-missing" : "verify.quotation-source-not-held"
    }
    return Diagnostic(identifier, .note, arguments: arguments)
  }

  /// Whether a quotation agrees with words that OCR read.
  private static func isRecognized(_ finding: QuotationFinding) -> Bool {
    guard finding.status == .verbatim || finding.status == .converted, let place = finding.place,
      let pages = place.pages
    else { return false }
    return RecognizedPages(mediaType: place.document.mediaType).overlap(pages)
  }

  /// The pages, else the lines, else the article.
  static func locator(_ place: QuotationFinding.Place) -> String {
    if let pages = place.pages { return text(pages) + "頁" }
    if let lines = place.lines { return text(lines) + "行目" }
    return place.passages.first.map(\.id.rawValue) ?? ""
  }

  /// Words for lines: 12–13行目.
  static func lines(_ range: ClosedRange<Int>) -> String { text(range) + "行目" }

  private static func text(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }
}
