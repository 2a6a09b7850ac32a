package import DocumentModel

/// Writes the sources of one paper in order, so that a source named again is named short.
///
/// The source just named is 同上, an earlier one 前掲 with its title, in notes with the number of the
/// note that gave it in full. A 出典 line gives the whole source each time, since each quotation may be
/// pasted alone.
package struct CitationSequence: Sendable {
  private let formatter: CitationFormatter
  private var last: (document: DocumentID, locator: String)?
  /// The note, or 0, in which each document was first given.
  private var given: [DocumentID: Int] = [:]

  package init(_ formatter: CitationFormatter) { self.formatter = formatter }

  /// Returns the source of the next quotation; `note` is the number of the note it stands in.
  package mutating func next(_ record: PassageRecord, note: Int? = nil) -> String {
    let document = record.document
    let locator = formatter.locator(record)
    defer {
      last = (document.id, locator)
      if given[document.id] == nil { given[document.id] = note ?? 0 }
    }
    // A table's sources stand in notes whatever the style.
    guard formatter.style.placement != .block || note != nil else {
      return formatter.citation(record)
    }
    if let last, last.document == document.id {
      return last.locator == locator ? "同上" : "同上、" + locator
    }
    guard let first = given[document.id] else { return formatter.citation(record) }
    let number = first > 0 ? "注\(first)" : ""
    return "前掲" + number + formatter.title(document) + locator
  }
}
