package import DocumentModel
package import PassageIndex
import QueryGrammar
package import Registry

/// What is asked of a search.
package struct SearchOptions: Sendable {
  package var pillars: [Pillar] = []
  /// Names, numbers or ids of laws, with `:ARTICLE`.
  package var laws: [String] = []
  package var ministries: [String] = []
  package var since: String?
  package var until: String?
  package var documents: [String] = []
  package var limit = 20
  package var offset = 0
  package var isExact = false
  package var includesInherited = false
  package var countsFacets = true
  package var explainsScores = false

  package init() {}
}

/// Finds passages.
package struct SearchPassages: Sendable {
  private let base: KnowledgeBase
  private let parser: QueryParser
  private let bodies: Set<String>

  /// Makes a search over an index; the registry's names expand queries.
  package init(_ base: KnowledgeBase, registry: Registry) {
    self.base = base
    bodies = Set(registry.ministries.map(\.name) + registry.organizations.map(\.name))
    parser = QueryParser(folding: base.reader.folding, vocabulary: registry.vocabulary)
  }

  /// Runs one query.
  ///
  /// - Throws: `WorkbenchError` for a blank query and for filters that name nothing known.
  package func run(_ text: String, _ options: SearchOptions) throws -> SearchResult {
    let query = parser.parse(text, isExact: options.isExact)
    guard !query.isBlank else { throw WorkbenchError(.badUse, "query.blank") }
    let request = SearchRequest(
      query: query, filter: try filter(options), limit: options.limit, offset: options.offset,
      isExact: options.isExact, includesInherited: options.includesInherited,
      countsFacets: options.countsFacets, explainsScores: options.explainsScores)
    return try base.ask { reader throws(IndexError) in try reader.search(request) }
  }

  /// Returns what a reader should know of the filters: names that the registry doesn't have.
  package func notices(_ options: SearchOptions) -> [Diagnostic] {
    options.ministries.filter { !bodies.contains(parser.organization($0)) }.map {
      Diagnostic("filter.unknown-ministry", .warning, arguments: ["value": $0])
    }
  }

  /// Reads the filters.
  ///
  /// - Throws: `WorkbenchError` with exit status 2 for a value that can't be read.
  package func filter(_ options: SearchOptions) throws -> SearchFilter {
    var filter = SearchFilter(pillars: Set(options.pillars))
    for value in options.laws {
      guard let law = parser.lawTarget(value) else {
        throw WorkbenchError(.badUse, "filter.unknown-law", ["value": value])
      }
      filter.laws.append(law)
    }
    filter.ministries = options.ministries.map { parser.organization($0) }
    if !options.documents.isEmpty {
      let known = Set(try base.documents().map(\.id))
      for value in options.documents {
        guard known.contains(DocumentID(value)) else {
          throw WorkbenchError(.badUse, "filter.unknown-document", ["value": value])
        }
        filter.documents.append(DocumentID(value))
      }
    }
    for value in [options.since, options.until].compactMap({ $0 })
    where parser.days(since: value, until: nil) == nil {
      throw WorkbenchError(.badUse, "filter.bad-date", ["value": value])
    }
    if options.since != nil || options.until != nil {
      guard let days = parser.days(since: options.since, until: options.until) else {
        throw WorkbenchError(
          .badUse, "filter.bad-date",
          ["value": "\(options.since ?? "..")/\(options.until ?? "..")"])
      }
      filter.days = days
    }
    return filter
  }
}
