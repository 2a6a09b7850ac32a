import DocumentModel
import Registry
import Verification

/// Checks that the documents a draft names are known, with the dates it gives them.
struct DocumentChecks {
  let documents: [DocumentRecord]
  let registry: Registry
  let checker: QuotationChecker

  /// Returns a check for each document, where it is first named or a date stands beside it.
  func checks(of draft: AnalyzedDocument) -> [DraftCheck] {
    var seen: Set<String> = []
    return draft.links.compactMap { link in
      guard case .document(let title) = link.target else { return nil }
      let stated = date(after: link, in: draft)
      guard seen.insert(title + (stated?.rawValue ?? "")).inserted else { return nil }
      let held =
        documents.first { $0.metadata.title?.value == title }
        ?? documents.first { checker.names(title, $0) }
      let registered = registry.documents.first { $0.title == title }
      let known = held?.metadata.date?.value ?? registered?.date
      var arguments = ["document": title, "known": known ?? "", "stated": stated?.rawValue ?? ""]
      arguments["id"] = held?.id.rawValue
      let (status, identifier): (DraftCheck.Status, String) =
        if let stated, let known, !Self.agree(stated, EDTF(known)) {
          (.otherDate, "verify.document-other-date")
        } else if held != nil {
          (.exists, "verify.document-exists")
        } else if registered != nil {
          (.exists, "verify.document-registered")
        } else {
          (.unknown, "verify.document-unknown")
        }
      return DraftCheck(
        .document, status, location: link.location, text: link.surface,
        detail: Diagnostic(identifier, .note, arguments: arguments),
        place: held.map { .init(document: $0, passages: []) })
    }
  }

  /// The date in the brackets right after a title: 「…」（令和4年12月16日閣議決定）.
  private func date(after link: Link, in draft: AnalyzedDocument) -> EDTF? {
    let utf8 = draft.structure.citable.utf8
    var start = link.span.upperBound.utf8
    for mark in ["」", "』"] where utf8[start...].starts(with: Array(mark.utf8)) {
      start += mark.utf8.count
    }
    guard let open = ["（", "("].first(where: { utf8[start...].starts(with: Array($0.utf8)) })
    else { return nil }
    start += open.utf8.count
    for other in draft.links where other.span.lowerBound.utf8 == start {
      if case .date(let date) = other.target { return date.value }
    }
    return nil
  }

  /// Whether one date lies within the other: 2022-12 and 2022-12-16 agree.
  private static func agree(_ a: EDTF, _ b: EDTF) -> Bool {
    guard let x = a.interval, let y = b.interval else { return true }
    return x.overlaps(y)
  }
}
