import DocumentModel
import Registry
import Verification

/// Checks that the documents a draft names are known, with the dates it gives them.
struct DocumentChecks {
  let documents: [DocumentRecord]
  let registry: Registry
  let checker: QuotationChecker

  /// Returns a check for each document, where it is first named or a date stands beside it, and the
  /// bytes at which the dates begin that were held against the documents' own.
  func checks(
    of draft: AnalyzedDocument, _ sources: DraftSources
  ) -> (checks: [DraftCheck], dates: Set<Int>) {
    var (checks, dates) = ([DraftCheck](), Set<Int>())
    var seen: Set<String> = []
    let links = LinkIndex(draft.links)
    for name in names(in: draft, sources) {
      let stated = date(after: name.span, in: draft.structure.citable.utf8, links)
      guard seen.insert(name.title + (stated?.value.rawValue ?? "")).inserted else { continue }
      let held =
        documents.first { $0.metadata.title?.value == name.title }
        ?? documents.first { checker.names(name.title, $0) }
      let registered = registry.documents.first { $0.title == name.title }
      let known = held?.metadata.date?.value ?? registered?.date
      if let stated, known != nil { dates.insert(stated.start) }
      var arguments = [
        "document": name.title, "known": known ?? "", "stated": stated?.value.rawValue ?? "",
      ]
      arguments["id"] = held?.id.rawValue
      let (status, identifier): (DraftCheck.Status, String) =
        if let stated, let known, !Self.agree(stated.value, EDTF(known)) {
          (.otherDate, "verify.document-other-date")
        } else if held != nil {
          (.exists, "verify.document-exists")
        } else if registered != nil {
          (.exists, "verify.document-registered")
        } else {
          (.unknown, "verify.document-unknown")
        }
      checks.append(
        DraftCheck(
          .document, status, location: draft.structure.location(of: name.span),
          text: draft.structure.surface(
            of: draft.structure.location(of: name.span), in: draft.source.keptBytes),
          detail: Diagnostic(identifier, .note, arguments: arguments),
          place: held.map { .init(document: $0, passages: []) }))
    }
    return (checks, dates)
  }

  /// The documents that a draft names: those linked, and held ones whose title stands in brackets.
  private func names(
    in draft: AnalyzedDocument, _ sources: DraftSources
  ) -> [(title: String, span: TextSpan<Citable>)] {
    let utf8 = draft.structure.citable.utf8
    let titled = sources.bracketed.compactMap {
      bytes -> (title: String, span: TextSpan<Citable>)? in
      let words = String(decoding: utf8[bytes], as: UTF8.self)
      guard let document = documents.first(where: { checker.isTitle(words, of: $0) }) else {
        return nil
      }
      return (
        document.metadata.title?.value ?? document.source,
        TextSpan(bytes.lowerBound, bytes.upperBound)
      )
    }
    let linked = draft.links.compactMap { link -> (title: String, span: TextSpan<Citable>)? in
      guard case .document(let title) = link.target else { return nil }
      let next = titled.partitioningIndex { $0.span.upperBound > link.span.lowerBound }
      return next < titled.count && titled[next].span.overlaps(link.span) ? nil : (title, link.span)
    }
    return (titled + linked).sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  /// The date in the brackets right after a title: 「…」（令和4年12月16日閣議決定）.
  private func date(
    after name: TextSpan<Citable>, in utf8: [UInt8], _ links: LinkIndex
  ) -> (value: EDTF, start: Int)? {
    var start = name.upperBound.utf8
    for mark in ["」", "』"] where utf8[start...].starts(with: Array(mark.utf8)) {
      start += mark.utf8.count
    }
    guard let open = ["（", "("].first(where: { utf8[start...].starts(with: Array($0.utf8)) })
    else { return nil }
    start += open.utf8.count
    for other in links.links(startingIn: TextSpan(start, start + 1)) {
      if case .date(let date) = other.target { return (date.value, start) }
    }
    return nil
  }

  /// Whether one date lies within the other: 2022-12 and 2022-12-16 agree.
  private static func agree(_ a: EDTF, _ b: EDTF) -> Bool {
    guard let x = a.interval, let y = b.interval else { return true }
    return x.overlaps(y)
  }
}
