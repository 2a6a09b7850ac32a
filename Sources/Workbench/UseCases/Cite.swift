package import Citations
package import DocumentModel
import PassageIndex

/// Verified excerpts, and those that were refused.
package struct CitedExcerpts: Sendable {
  package struct Refused: Sendable, Equatable {
    package var passage: PassageID
    package var reason: QuoteVerifier.Refusal

    package init(passage: PassageID, reason: QuoteVerifier.Refusal) {
      self.passage = passage
      self.reason = reason
    }
  }

  package var excerpts: [CitedExcerpt] = []
  package var refused: [Refused] = []

  package init(excerpts: [CitedExcerpt] = [], refused: [Refused] = []) {
    self.excerpts = excerpts
    self.refused = refused
  }
}

/// Makes excerpts with citations, each verified against the stored source.
package struct Cite: Sendable {
  private let base: KnowledgeBase
  private let formatter: CitationFormatter
  private let verifier = QuoteVerifier()
  private let day: CalendarDay

  /// Makes the use case; `day` is the day of use that licence lines name.
  package init(
    _ base: KnowledgeBase, calendar: JapaneseCalendar, day: CalendarDay,
    style: CitationStyle = .init()
  ) {
    self.base = base
    self.day = day
    formatter = CitationFormatter(calendar: calendar, style: style)
  }

  /// Verifies and cites passages by id.
  ///
  /// - Throws: `WorkbenchError` with exit status 1 for an id the index doesn't have.
  package func run(ids: [String]) throws -> CitedExcerpts {
    try run(ids.map { try base.record($0) })
  }

  /// Verifies and cites passages, each source being read and checked once.
  package func run(_ records: [PassageRecord]) throws -> CitedExcerpts {
    var result = CitedExcerpts()
    var sources: [DocumentID: SourceDocument] = [:]
    var broken: Set<DocumentID> = []
    for record in records {
      let id = record.document.id
      if sources[id] == nil, !broken.contains(id) {
        let source = try base.ask { reader throws(IndexError) in try reader.source(of: id) }
        if let source, verifier.isIntact(source) { sources[id] = source } else { broken.insert(id) }
      }
      guard let source = sources[id] else {
        result.refused.append(.init(passage: record.passage.id, reason: .sourceChanged))
        continue
      }
      let hull = record.passage.location.hull
      let repairs = try base.ask { reader throws(IndexError) in
        try reader.repairs(of: id, within: hull)
      }
      do {
        let excerpt = try verifier.verify(record, source: source, repairs: repairs)
        result.excerpts.append(
          CitedExcerpt(
            excerpt: excerpt, citation: formatter.citation(record),
            licence: formatter.licence(record.document, used: day)))
      } catch {
        result.refused.append(.init(passage: record.passage.id, reason: error))
      }
    }
    return result
  }
}
