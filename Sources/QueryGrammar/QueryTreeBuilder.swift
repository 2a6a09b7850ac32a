import DocumentModel

/// Builds the tree of a query from its tokens; what makes no sense is left out or taken as text.
struct QueryTreeBuilder {
  let parser: QueryParser
  let isExact: Bool
  private(set) var filter = SearchFilter()
  /// The fields as they were understood, for the reading.
  private(set) var fieldNotes: [String] = []
  /// The synonyms and spellings added, each once.
  private(set) var expanded: [String] = []
  private var known: Set<String> = []
  private var tokens: [QueryToken] = []
  /// How many characters may stand between words joined by a NEAR without a number.
  static let nearDistance = 30
  private var position = 0

  init(parser: QueryParser, isExact: Bool) {
    self.parser = parser
    self.isExact = isExact
  }

  /// Returns the tree, or nil where there is nothing to search for.
  mutating func expression(_ tokens: [QueryToken]) -> QueryExpression? {
    self.tokens = tokens
    position = 0
    return sequence(untilClose: false)
  }

  private mutating func sequence(untilClose: Bool) -> QueryExpression? {
    var parts: [QueryExpression] = []
    var joinsNext = false
    var isNegated = false
    var near: Int?
    while position < tokens.count {
      let token = tokens[position]
      position += 1
      var part: QueryExpression?
      switch token {
      case .close:
        if untilClose { return combined(parts) }
        continue
      case .or:
        joinsNext = !parts.isEmpty
        continue
      case .and: continue
      case .near(let distance):
        near = distance ?? Self.nearDistance
        continue
      case .not:
        isNegated = true
        continue
      case .open: part = sequence(untilClose: true)
      case .word(let text, let isPrefix): part = term(text, isPrefix: isPrefix)
      case .phrase(let text): part = term(text, isPrefix: false)
      case .field(let field, let value, let isQuoted):
        part = self.field(field, value, isQuoted: isQuoted)
      }
      defer {
        joinsNext = false
        isNegated = false
        near = nil
      }
      guard var part else { continue }
      // Near is what stands beside words; beside anything else it only joins.
      if let near, !isNegated, let joined = parts.last?.near(part, distance: near) {
        parts[parts.count - 1] = joined
        continue
      }
      if isNegated { part = .not(part) }
      if joinsNext, !isNegated, let last = parts.last, !last.isNegated {
        if case .any(let alternatives) = last {
          parts[parts.count - 1] = .any(alternatives + [part])
        } else {
          parts[parts.count - 1] = .any([last, part])
        }
      } else {
        parts.append(part)
      }
    }
    return combined(parts)
  }

  private func combined(_ parts: [QueryExpression]) -> QueryExpression? {
    parts.count <= 1 && parts.first?.isNegated != true ? parts.first : .all(parts)
  }

  private mutating func term(_ text: String, isPrefix: Bool) -> QueryExpression? {
    guard parser.isSearchable(text) else { return nil }
    let alternatives = isExact || isPrefix ? [] : parser.alternatives(of: text)
    for alternative in alternatives
    where alternative.kind != .guess && known.insert(alternative.text).inserted {
      expanded.append(alternative.text)
    }
    return .term(QueryTerm(text, isPrefix: isPrefix, alternatives: alternatives))
  }

  private mutating func field(
    _ field: QueryField, _ value: String, isQuoted: Bool
  ) -> QueryExpression? {
    switch field {
    case .title:
      guard parser.isSearchable(value) else { return nil }
      let alternatives = isExact ? [] : parser.alternatives(of: value)
      return .title(QueryTerm(value, alternatives: alternatives))
    case .law:
      if let law = parser.lawTarget(value) {
        filter.laws.append(law)
        fieldNotes.append("law:\(value)")
        return nil
      }
    case .ministry:
      filter.ministries.append(parser.organization(value))
      fieldNotes.append("ministry:\(parser.organization(value))")
      return nil
    case .pillar:
      if let pillar = pillar(QueryLexer.halfWidth(value)) {
        filter.pillars.insert(pillar)
        fieldNotes.append("pillar:\(pillar.rawValue)")
        return nil
      }
    case .date:
      let value = QueryLexer.halfWidth(value)
      if let interval = QueryDates.date(value)?.interval {
        filter.days = interval
        fieldNotes.append("date:\(value)")
        return nil
      }
    case .document:
      let name = QueryLexer.halfWidth(value)
      filter.documents.append(DocumentID(name))
      fieldNotes.append("document:\(name)")
      return nil
    }
    // A value that the field doesn't know is searched as it was typed.
    return term("\(field.rawValue):\(value)", isPrefix: false)
  }

  private func pillar(_ value: String) -> Pillar? {
    switch value {
    case "知る": .know
    case "育てる", "生かす": .nurture
    case "守る": .protect
    default: Pillar(rawValue: value.lowercased())
    }
  }
}

extension QueryExpression {
  /// Joins a word, or words that are near each other, with one more; nil for anything else.
  fileprivate func near(_ other: QueryExpression, distance: Int) -> QueryExpression? {
    guard case .term(let last) = other else { return nil }
    switch self {
    case .term(let first): return .near([first, last], distance: distance)
    case .near(let terms, let known): return .near(terms + [last], distance: max(known, distance))
    default: return nil
    }
  }

  fileprivate var isNegated: Bool {
    if case .not = self { true } else { false }
  }
}
