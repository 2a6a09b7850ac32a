import DocumentModel
import PassageIndex
import TextNormalization
import Verification

/// Finds exported quotations again in the sources as they are held now.
struct SelectorChecks {
  private let base: KnowledgeBase
  private let documents: [DocumentRecord]
  private let checker: QuotationChecker
  private var known: [DocumentID: Held] = [:]

  /// A source with its passages, ready to be searched.
  private struct Held {
    var source: SourceDocument
    var finder: SelectorFinder
    var candidate: QuotationChecker.Candidate
  }

  init(_ base: KnowledgeBase, documents: [DocumentRecord], checker: QuotationChecker) {
    self.base = base
    self.documents = documents
    self.checker = checker
  }

  /// Returns the check of a quotation by its selectors, or nil where its words stand nowhere in its
  /// own document as it is; `line` is its 1-based line in the export.
  mutating func check(_ excerpt: ExportedExcerpt, line: Int) throws -> DraftCheck? {
    guard let record = document(of: excerpt), let held = try held(record),
      let range = held.finder.find(excerpt.selector, near: excerpt.position.start)
    else { return nil }
    // What is pasted is the quotation, which repairs may set apart from the selector's words.
    if excerpt.lines != nil,
      checker.exact(quotation(excerpt, line: line), in: [held.candidate]) == nil
    {
      return nil
    }
    let span = held.source.keptSpan(TextSpan(range.lowerBound, range.upperBound))
    let passages = held.candidate.text.passages.filter { piece in
      piece.location.spans.contains { $0.overlaps(span) }
    }
    let place = QuotationFinding.Place(document: record, passages: passages)
    let start = held.finder.codePoints(range.lowerBound)
    let isThere =
      excerpt.lines.map { $0 == place.lines } ?? (start == excerpt.position.start)
    let locator = QuotationMessage.locator(place)
    let old = excerpt.lines.map(QuotationMessage.lines) ?? "\(excerpt.position.start)字目"
    let new = excerpt.lines == nil ? "\(start)字目（\(locator)）" : locator
    let arguments = [
      "document": record.metadata.title?.value ?? record.source, "claimed": old,
      "place": isThere ? locator : new,
    ]
    return DraftCheck(
      .quotation, isThere ? .verbatim : .moved,
      location: Location(spans: [], line: line, lineEnd: line), text: excerpt.quote,
      detail: Diagnostic(
        isThere ? "verify.quotation-verbatim" : "verify.quotation-moved", .note,
        arguments: arguments),
      place: place)
  }

  /// The quotation as a draft would give it, for the search in other places.
  func quotation(_ excerpt: ExportedExcerpt, line: Int) -> DraftQuotation {
    var claim = ClaimedSource()
    let title = document(of: excerpt)?.metadata.title?.value ?? excerpt.title
    claim.documents = [title].compactMap { $0 }
    return DraftQuotation(
      ranges: [], text: excerpt.quote, location: Location(spans: [], line: line, lineEnd: line),
      claim: claim)
  }

  /// The document an export names: by id, else by title.
  private func document(of excerpt: ExportedExcerpt) -> DocumentRecord? {
    documents.first { $0.id == excerpt.document }
      ?? excerpt.title.flatMap { title in documents.first { checker.isTitle(title, of: $0) } }
  }

  private mutating func held(_ record: DocumentRecord) throws -> Held? {
    if let held = known[record.id] { return held }
    let (source, text) = try base.ask { reader throws(IndexError) in
      (try reader.source(of: record.id), try reader.quotableText(of: record.id))
    }
    guard let source, let text else { return nil }
    let held = Held(
      source: source, finder: SelectorFinder(source.utf8, folding: base.reader.folding),
      candidate: .init(text, folding: base.reader.folding))
    known[record.id] = held
    return held
  }
}
