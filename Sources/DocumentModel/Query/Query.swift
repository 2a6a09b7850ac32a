/// Another form of a searched term.
package struct QueryAlternative: Sendable, Hashable {
  package enum Kind: String, Sendable {
    /// Another name of the same thing.
    case synonym
    /// Another spelling of the same word.
    case spelling
    /// A spelling that is tried without knowing whether anyone writes it so.
    case guess
  }
  package var text: String
  package var kind: Kind

  package init(_ text: String, kind: Kind = .synonym) {
    self.text = text
    self.kind = kind
  }
}

/// One searched word or phrase with the other forms it may take.
package struct QueryTerm: Sendable, Hashable {
  /// The characters as they were typed, without quotation marks and `*`.
  package var text: String
  /// Whether any word that begins with it will do (`AI*`).
  package var isPrefix: Bool
  /// Synonyms and other spellings, each searched like the term itself.
  package var alternatives: [QueryAlternative]

  package init(_ text: String, isPrefix: Bool = false, alternatives: [QueryAlternative] = []) {
    self.text = text
    self.isPrefix = isPrefix
    self.alternatives = alternatives
  }
}

/// What must hold in a passage for it to be found.
package indirect enum QueryExpression: Sendable, Hashable {
  case term(QueryTerm)
  /// A heading above the passage, or its document's title, holds the term.
  case title(QueryTerm)
  /// All terms, in any order, with at most `distance` characters between the end of the first and
  /// the beginning of the last.
  case near([QueryTerm], distance: Int)
  case all([QueryExpression])
  case any([QueryExpression])
  /// None of the inner expression; it stands only inside `all`.
  case not(QueryExpression)

  /// The terms whose words are wanted, in the order they were typed; negated ones are left out.
  package var wantedTerms: [QueryTerm] {
    switch self {
    case .term(let term), .title(let term): [term]
    case .near(let terms, _): terms
    case .all(let parts), .any(let parts): parts.flatMap(\.wantedTerms)
    case .not: []
    }
  }
}

/// Conditions on what a passage relates to, beside its words.
package struct SearchFilter: Sendable, Hashable {
  /// A section with any of these pillars; empty for no condition.
  package var pillars: Set<Pillar>
  /// Laws, each with or without an article; any of them will do.
  package var laws: [LawTarget]
  /// Canonical names of ministries or bodies; any of them will do.
  package var ministries: [String]
  /// Canonical names of bodies, a second condition beside `ministries`; any of them will do.
  package var bodies: [String]
  package var documents: [DocumentID]
  /// Kinds of document (閣議決定); any of them will do.
  package var kinds: [String]
  /// Names that a document's issuer holds (経済産業省); any of them will do.
  package var issuers: [String]
  /// Days that one of the passage's dates must overlap.
  package var days: CalendarInterval?

  package init(
    pillars: Set<Pillar> = [], laws: [LawTarget] = [], ministries: [String] = [],
    bodies: [String] = [], documents: [DocumentID] = [], kinds: [String] = [],
    issuers: [String] = [], days: CalendarInterval? = nil
  ) {
    self.pillars = pillars
    self.laws = laws
    self.ministries = ministries
    self.bodies = bodies
    self.documents = documents
    self.kinds = kinds
    self.issuers = issuers
    self.days = days
  }

  /// Whether it sets no condition.
  package var isEmpty: Bool { self == SearchFilter() }
}

/// What a question names beside its words: they raise the passages that relate to them.
package struct QueryTopics: Sendable, Hashable {
  package var laws: [LawTarget]
  package var ministries: [String]
  package var dates: [EDTF]
  /// What is asked for (いつ): passages that give such a thing answer it.
  package var answers: [AnswerKind]

  package init(
    laws: [LawTarget] = [], ministries: [String] = [], dates: [EDTF] = [],
    answers: [AnswerKind] = []
  ) {
    self.laws = laws
    self.ministries = ministries
    self.dates = dates
    self.answers = answers
  }
}

/// A word that carries a question, with what it names beside its letters.
package struct ContentWord: Sendable, Hashable {
  /// The word in the form that it is ranked by, the same for all its names and spellings.
  package var term: QueryTerm
  /// The word as it was typed.
  package var typed: String
  /// The canonical name of the ministry or body it names.
  package var ministry: String?
  /// Whether it is the name of a law.
  package var isLaw: Bool
  /// The pillar it names (守る).
  package var pillar: Pillar?

  package init(
    _ term: QueryTerm, typed: String? = nil, ministry: String? = nil, isLaw: Bool = false,
    pillar: Pillar? = nil
  ) {
    self.term = term
    self.typed = typed ?? term.text
    self.ministry = ministry
    self.isLaw = isLaw
    self.pillar = pillar
  }
}

/// What a reader asks for, as understood.
package struct Query: Sendable, Hashable {
  /// The characters as they were typed.
  package var text: String
  /// Nil where nothing is left to search for, as in a blank query.
  package var expression: QueryExpression?
  /// Conditions written into the query (`ministry:経済産業省`).
  package var filter: SearchFilter
  package var topics: QueryTopics
  /// The content words to rank by where the words themselves find nothing together; empty where
  /// the query is to be taken to the letter.
  package var contentWords: [ContentWord]
  /// Whether the query as a whole names a measure or document: its chapters belong to it then.
  package var isName: Bool
  /// The provision where the query is one citation and nothing else (外為法第25条第1項).
  package var citation: LawTarget?
  /// Whether it asks in a sentence (港湾運送はいつ追加されたか).
  package var isQuestion: Bool
  /// How it was understood, in query notation.
  package var reading: String
  /// The synonyms and spellings that were added, for the reader to see.
  package var expanded: [String]

  package init(
    text: String, expression: QueryExpression?, filter: SearchFilter = .init(),
    topics: QueryTopics = .init(), contentWords: [ContentWord] = [],
    isName: Bool = false, citation: LawTarget? = nil, isQuestion: Bool = false,
    reading: String = "", expanded: [String] = []
  ) {
    self.text = text
    self.expression = expression
    self.filter = filter
    self.topics = topics
    self.contentWords = contentWords
    self.isName = isName
    self.citation = citation
    self.isQuestion = isQuestion
    self.reading = reading
    self.expanded = expanded
  }

  /// Whether it has neither words nor conditions: only spaces, quotes or operators.
  package var isBlank: Bool { expression == nil && filter.isEmpty }
}
