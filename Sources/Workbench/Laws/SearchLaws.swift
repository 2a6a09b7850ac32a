import Citations
package import DocumentModel
package import PassageIndex
import QueryGrammar
package import Registry

/// What is asked of a search over law text.
package struct LawSearchOptions: Sendable {
  /// Names, numbers or ids of the only laws to look into, with `:ARTICLE`; empty for all.
  package var laws: [String] = []
  /// The day whose law is meant; nil for today's.
  package var asOf: CalendarDay?
  package var limit = 20
  package var offset = 0
  package var isExact = false

  package init() {}
}

/// Articles found in law text.
package struct LawSearchResult: Sendable {
  package var hits: [LawHit]
  package var total: Int
  /// How the query was understood.
  package var reading: String
  /// The other names and spellings that were searched.
  package var expanded: [String]
  package var asOf: CalendarDay?
}

/// Finds articles in the imported texts of laws, each law in the revision in force on a day.
package struct SearchLaws: Sendable {
  private let base: KnowledgeBase
  private let library: LawLibrary
  private let finder: FindLaw
  private let parser: QueryParser

  package init(_ base: KnowledgeBase, registry: Registry, library: LawLibrary) {
    self.base = base
    self.library = library
    finder = FindLaw(registry: registry, base: base)
    parser = QueryParser(folding: base.reader.folding, vocabulary: registry.vocabulary)
  }

  /// Runs one query; one that is a citation alone (外為法第25条) leads with that article.
  ///
  /// - Throws: `WorkbenchError` for a blank query, an unknown law, and where no text is held.
  package func run(_ text: String, _ options: LawSearchOptions) throws -> LawSearchResult {
    var query = parser.parse(text, isExact: options.isExact)
    guard query.expression != nil else { throw WorkbenchError(.badUse, "query.blank") }
    var revisions = try library.revisionsInForce(on: options.asOf)
    guard !revisions.isEmpty else {
      if let day = options.asOf, let first = try library.revisionIDs().min(by: Self.isEarlier) {
        throw WorkbenchError(
          .nothing, "law.no-text-then",
          ["day": day.iso8601, "first": first.inForceFrom?.iso8601 ?? ""])
      }
      throw WorkbenchError(.nothing, "law.none-held")
    }
    var leading: String?
    let asked = try options.laws.map { try finder.find($0) }
    if !asked.isEmpty {
      let wanted = Set(asked.map(\.lawID))
      revisions.removeAll { !wanted.contains($0.lawID) }
      leading = asked.first?.provision.article.map { "Mp-At_\($0)" }
    } else if let cited = query.citation, let law = cited.lawID,
      let article = cited.provision.article
    {
      revisions.removeAll { $0.lawID != law }
      leading = "Mp-At_\(article)"
      // A law doesn't name itself in its text: its own article number is what to look for.
      let number = LawCitation().text(ProvisionPath(article: article))
      let (reading, expanded) = (query.reading, query.expanded)
      query = parser.parse(number, isExact: options.isExact)
      (query.reading, query.expanded) = (reading, expanded)
    }
    let chosen = (query, revisions, leading)
    let found = try base.ask { reader throws(IndexError) in
      try reader.searchLaws(
        chosen.0, in: chosen.1, leading: chosen.2, limit: options.limit, offset: options.offset)
    }
    return LawSearchResult(
      hits: found.hits, total: found.total, reading: query.reading, expanded: query.expanded,
      asOf: options.asOf)
  }

  private static func isEarlier(_ a: LawRevisionID, _ b: LawRevisionID) -> Bool {
    (a.inForceFrom?.iso8601 ?? "9999") < (b.inForceFrom?.iso8601 ?? "9999")
  }
}
