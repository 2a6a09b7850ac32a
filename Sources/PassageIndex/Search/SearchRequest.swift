package import DocumentModel

/// A query with its conditions and the part of the ranking that is wanted.
package struct SearchRequest: Sendable {
  package var query: Query
  /// Conditions given beside the query; they hold together with those written into it.
  package var filter: SearchFilter
  package var limit: Int
  package var offset: Int
  /// No question mode and no folding of near-duplicate hits; the query must have been parsed so too.
  package var isExact: Bool
  /// Whether what a passage inherits from its document or from a concept satisfies a filter.
  package var includesInherited: Bool
  /// Whether the facets are counted; a batch may leave them out.
  package var countsFacets: Bool
  /// Whether headings are left out of the hits; the total and the facets count them.
  package var omitsHeadings: Bool
  /// Whether each hit tells the parts of its score.
  package var explainsScores: Bool
  /// Whether a search that finds nothing tells why, which takes longer than the search.
  package var explainsAbsence: Bool

  package init(
    query: Query, filter: SearchFilter = .init(), limit: Int = 20, offset: Int = 0,
    isExact: Bool = false, includesInherited: Bool = false, countsFacets: Bool = true,
    omitsHeadings: Bool = false, explainsScores: Bool = false, explainsAbsence: Bool = true
  ) {
    self.query = query
    self.filter = filter
    self.limit = limit
    self.offset = offset
    self.isExact = isExact
    self.includesInherited = includesInherited
    self.countsFacets = countsFacets
    self.omitsHeadings = omitsHeadings
    self.explainsScores = explainsScores
    self.explainsAbsence = explainsAbsence
  }
}

/// One ranked passage.
package struct Hit: Sendable {
  package var record: PassageRecord
  /// Passages with the same words, folded into this hit.
  package var twins: [PassageID]
  package var score: Double
  /// What the score is the sum of; empty where it wasn't asked for.
  package var scoreTerms: [ScoreTerm]
  package var snippet: String
  /// Matched characters, 0-based and half-open, in Unicode code points of `snippet`.
  package var highlights: [Range<Int>]

  package init(
    record: PassageRecord, twins: [PassageID] = [], score: Double,
    scoreTerms: [ScoreTerm] = [], snippet: String, highlights: [Range<Int>] = []
  ) {
    self.record = record
    self.twins = twins
    self.score = score
    self.scoreTerms = scoreTerms
    self.snippet = snippet
    self.highlights = highlights
  }
}

/// The wanted part of a ranking, best first, with the number of all passages found.
package struct RankedPassages: Sendable, Equatable {
  package var passages: [PassageID]
  package var total: Int
}

/// How many of all found passages have each value.
package struct Facets: Sendable, Equatable {
  /// By pillar; `none` counts passages of sections that belong to no pillar.
  package var pillar: [String: Int]
  package var ministry: [String: Int]
  /// By body that is no ministry, where the passage names it.
  package var body: [String: Int] = [:]
  /// By law id, or the title where the law has none.
  package var law: [String: Int]
  /// By article of the main provision: `504AC0000000043#50`.
  package var article: [String: Int] = [:]
  /// By the kind and the issuer of the document, as stated or read.
  package var kind: [String: Int] = [:]
  package var issuer: [String: Int] = [:]
  package var document: [String: Int]
  /// By calendar year of the passage's own dates.
  package var year: [String: Int]

  package init(
    pillar: [String: Int] = [:], ministry: [String: Int] = [:], law: [String: Int] = [:],
    document: [String: Int] = [:], year: [String: Int] = [:]
  ) {
    self.pillar = pillar
    self.ministry = ministry
    self.law = law
    self.document = document
    self.year = year
  }
}

/// What was found.
package struct SearchResult: Sendable {
  /// The wanted part of the ranking.
  package var hits: [Hit]
  /// The number of passages found, twins and other parts of the ranking included.
  package var total: Int
  package var facets: Facets
  /// How the query was understood.
  package var reading: String
  /// The synonyms and spellings that were added.
  package var expanded: [String]
  /// The words of a question, as typed, that no passage of the index holds but in parts.
  package var unseen: [String] = []
  /// Why nothing was found; nil where something was, or where it wasn't asked for.
  package var absence: SearchAbsence?

  package init(
    hits: [Hit] = [], total: Int = 0, facets: Facets = .init(), reading: String = "",
    expanded: [String] = []
  ) {
    self.hits = hits
    self.total = total
    self.facets = facets
    self.reading = reading
    self.expanded = expanded
  }
}
