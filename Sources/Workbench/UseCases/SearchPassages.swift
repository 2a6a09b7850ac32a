package import DocumentModel
package import PassageIndex
import QueryGrammar

/// What is asked of a search.
package struct SearchOptions: Sendable {
  package var pillars: [Pillar] = []
  /// Names, numbers or ids of laws, with `:ARTICLE`.
  package var laws: [String] = []
  package var ministries: [String] = []
  /// Names of bodies, full or short.
  package var bodies: [String] = []
  /// Kinds of document, and names that its issuer holds.
  package var kinds: [String] = []
  package var issuers: [String] = []
  package var since: String?
  package var until: String?
  package var documents: [String] = []
  package var limit = 20
  package var offset = 0
  package var isExact = false
  package var includesInherited = false
  package var countsFacets = true
  /// Whether headings are left out of the hits.
  package var omitsHeadings = false
  package var explainsScores = false

  package init() {}

  /// The values that are names of the registry.
  fileprivate var names: [String] { laws + ministries + bodies + issuers }
}

/// Finds passages.
package struct SearchPassages: Sendable {
  private let base: KnowledgeBase
  private let names: RegistryNames

  /// Makes a search over an index; the registry's names expand queries.
  package init(_ base: KnowledgeBase, names: RegistryNames) {
    self.base = base
    self.names = names
  }

  /// Runs one query.
  ///
  /// - Throws: `WorkbenchError` for a blank query and for filters that name nothing known.
  package func run(_ text: String, _ options: SearchOptions) throws -> SearchResult {
    let parser = try names.parser(for: [text] + options.names)
    let query = parser.parse(text, isExact: options.isExact)
    guard !query.isBlank else { throw WorkbenchError(.badUse, "query.blank") }
    let request = SearchRequest(
      query: query, filter: try filter(options, parser), limit: options.limit,
      offset: options.offset,
      isExact: options.isExact, includesInherited: options.includesInherited,
      countsFacets: options.countsFacets, omitsHeadings: options.omitsHeadings,
      explainsScores: options.explainsScores)
    return try base.ask { reader throws(IndexError) in try reader.search(request) }
  }

  /// Returns what a reader should know of the filters: names that the registry doesn't have.
  package func notices(_ options: SearchOptions) throws -> [Diagnostic] {
    let asked = options.ministries + options.bodies
    guard !asked.isEmpty else { return [] }
    let parser = try names.parser(for: asked)
    return asked.filter { !parser.isOrganization($0) }.map {
      Diagnostic("filter.unknown-ministry", .warning, arguments: ["value": $0])
    }
  }

  /// Returns why nothing was found, for a reader: each word, each condition.
  package func diagnostics(_ absence: SearchAbsence) throws -> [Diagnostic] {
    try absence.diagnostics { word in
      try base.documents(word.documents).map { $0.metadata.title?.value ?? $0.source }
    }
  }

  /// Reads the filters.
  ///
  /// - Throws: `WorkbenchError` with exit status 2 for a value that can't be read.
  private func filter(_ options: SearchOptions, _ parser: QueryParser) throws -> SearchFilter {
    var filter = SearchFilter(pillars: Set(options.pillars))
    for value in options.laws {
      guard let law = parser.lawTarget(value) else {
        throw WorkbenchError(.badUse, "filter.unknown-law", ["value": value])
      }
      filter.laws.append(law)
    }
    filter.ministries = options.ministries.map { parser.organization($0) }
    filter.bodies = options.bodies.map { parser.organization($0) }
    filter.kinds = options.kinds
    filter.issuers = options.issuers.map { parser.organization($0) }
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
