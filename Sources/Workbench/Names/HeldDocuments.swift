package import DocumentModel

/// The documents of the knowledge base, found by the title that another one cites.
///
/// A citation goes to the latest edition of that title that isn't younger than the citing document;
/// a document never cites itself. Titles are compared without white space, width and what stands in
/// brackets at their end: 国家安全保障戦略（令和4年12月16日） is 国家安全保障戦略, but （第二次） tells an edition.
package struct HeldDocuments: Sendable {
  /// Holds nothing: no citation has a document.
  package static let none = HeldDocuments([])

  private var editions: [String: [(day: CalendarDay?, id: DocumentID)]] = [:]

  package init(_ records: [DocumentRecord]) {
    for record in records {
      guard let title = record.metadata.title?.value else { continue }
      let day = record.metadata.date.flatMap { EDTF($0.value).interval?.first }
      for key in Set([Self.key(title), Self.key(Self.withoutNote(title))]) where !key.isEmpty {
        editions[key, default: []].append((day, record.id))
      }
    }
  }

  /// Returns the document that a link of `document` points at, or nil where none is held.
  package subscript(target: LinkTarget, document: DocumentRecord) -> DocumentID? {
    guard case .document(let title) = target, let held = editions[Self.key(title)] else {
      return nil
    }
    let today = document.lastDay
    let possible = held.filter { edition in
      guard edition.id != document.id else { return false }
      guard let day = edition.day, let today else { return true }
      return day <= today
    }
    // One without a date yields to one with, and of equals the first by id stands.
    return possible.min { a, b in
      if a.day == b.day { return a.id.rawValue < b.id.rawValue }
      guard let first = a.day, let second = b.day else { return a.day != nil }
      return first > second
    }?.id
  }

  /// The title without white space, width folded.
  private static func key(_ title: String) -> String {
    var key = ""
    for scalar in ScalarText(title).scalars where scalar > 0x20 {
      Unicode.Scalar(scalar).map { key.unicodeScalars.append($0) }
    }
    return key
  }

  /// The title without brackets at its end, unless they hold an ordinal.
  private static func withoutNote(_ title: String) -> String {
    guard let last = title.last, last == "）" || last == ")",
      let open = title.lastIndex(where: { $0 == "（" || $0 == "(" }),
      !title[open...].contains("第")
    else { return title }
    return String(title[..<open])
  }
}
