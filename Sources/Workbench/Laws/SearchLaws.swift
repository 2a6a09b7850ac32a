import Citations
package import DocumentModel
package import PassageIndex
import QueryGrammar

/// A step in reading a question that can be left out.
package enum QuestionStep: String, Sendable, CaseIterable {
  /// The laws and articles that the question names.
  case names
  /// Other names and spellings of its words.
  case synonyms
}

/// What is asked of a search over law text.
package struct LawSearchOptions: Sendable {
  /// Names, numbers or ids of the only laws to look into, with `:ARTICLE`; empty for all.
  package var laws: [String] = []
  /// The day whose law is meant; nil for today's.
  package var asOf: CalendarDay?
  package var limit = 20
  package var offset = 0
  package var isExact = false
  /// What is left out of the reading of a question, to see what it adds.
  package var without: Set<QuestionStep> = []

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
  /// Why nothing was found; nil where something was.
  package var absence: SearchAbsence?
}

/// Finds articles in the imported texts of laws, each law in the revision in force on a day.
package struct SearchLaws: Sendable {
  private let base: KnowledgeBase
  private let library: LawLibrary
  private let names: RegistryNames

  package init(_ base: KnowledgeBase, names: RegistryNames, library: LawLibrary) {
    self.base = base
    self.library = library
    self.names = names
  }

  /// Runs one query; one that is a citation alone (外為法第25条) leads with that article.
  ///
  /// - Throws: `WorkbenchError` for a blank query, an unknown law, and where no text is held.
  package func run(_ text: String, _ options: LawSearchOptions) throws -> LawSearchResult {
    let parser = try names.parser(for: [text])
    var query = parser.parse(text, isExact: options.isExact)
    guard query.expression != nil else { throw WorkbenchError(.badUse, "query.blank") }
    for step in options.without { query.leaveOut(step) }
    let question = parser.lawQuestion(
      text, leavesOutLaws: !options.without.contains(.names),
      unifies: !options.without.contains(.synonyms))
    var revisions = try library.revisionsInForce(on: options.asOf)
    guard !revisions.isEmpty else {
      if let day = options.asOf, let first = try library.revisionIDs().min(by: Self.isEarlier) {
        throw WorkbenchError(
          .nothing, "law.no-text-then",
          ["day": day.iso8601, "first": first.inForceFrom?.iso8601 ?? ""])
      }
      throw WorkbenchError(.nothing, "law.none-held")
    }
    let inForce = revisions
    var leading: String?
    let asked = try find(options.laws)
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
        chosen.0, question: question, in: chosen.1, leading: chosen.2, limit: options.limit,
        offset: options.offset)
    }
    var result = LawSearchResult(
      hits: found.hits, total: found.total, reading: query.reading, expanded: query.expanded,
      asOf: options.asOf)
    guard found.total == 0 else { return result }
    let held = try library.revisionIDs()
    let day = (options.asOf ?? library.today).iso8601
    result.absence = try base.ask { reader throws(IndexError) in
      try reader.lawAbsence(
        chosen.0, held: held, inForce: (day, inForce),
        chosen: asked.isEmpty ? nil : (options.laws.joined(separator: ", "), chosen.1))
    }
    return result
  }

  /// Returns why nothing was found, for a reader: each word, the day, the laws.
  package func diagnostics(_ absence: SearchAbsence) throws -> [Diagnostic] {
    let titles = Dictionary(
      try library.heldTitles().map { ($0.law, $0.title) }, uniquingKeysWith: { first, _ in first })
    return absence.diagnostics { word in word.laws.map { titles[$0] ?? $0.rawValue } }
  }

  private func find(_ laws: [String]) throws -> [FoundLaw] {
    guard !laws.isEmpty else { return [] }
    let finder = FindLaw(registry: try names.wholeRegistry(), base: base)
    return try laws.map { try finder.find($0) }
  }

  private static func isEarlier(_ a: LawRevisionID, _ b: LawRevisionID) -> Bool {
    (a.inForceFrom?.iso8601 ?? "9999") < (b.inForceFrom?.iso8601 ?? "9999")
  }
}

extension Query {
  fileprivate mutating func leaveOut(_ step: QuestionStep) {
    switch step {
    case .names:
      topics.laws = []
      citation = nil
    case .synonyms:
      for i in contentWords.indices { contentWords[i].term.alternatives = [] }
      expanded = []
    }
  }
}
