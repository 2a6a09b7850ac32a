import DocumentModel
import TextNormalization

/// One form of a term as the index is asked for it.
struct MatchForm {
  let key: SearchKey
  let isPrefix: Bool
  /// The tokens that must stand one after the other, in UTF-8.
  let tokens: [[UInt8]]
  /// Whether any token that begins like the last one will do.
  let endsInPrefix: Bool
  /// Whether the index alone can't tell, because marks or spaces stand inside.
  let needsCheck: Bool
  /// What the form is to the term; nil for the term's own.
  let alternative: QueryAlternative?

  /// Nil for a form without a letter, digit or CJK character.
  init?(
    _ text: String, isPrefix: Bool = false, alternative: QueryAlternative? = nil,
    folding: SearchFolding
  ) {
    let key = SearchKey(text, folding: folding)
    guard key.isSearchable, let last = key.classes.lastIndex(where: { $0 == .cjk || $0 == .word })
    else { return nil }
    self.key = key
    // A CJK character alone in its run has no bigram: it asks for the bigrams that begin with it.
    let isLone = key.classes[last] == .cjk && (last == 0 || key.classes[last - 1] != .cjk)
    let endsInWord = key.classes[key.count - 1] == .word
    self.isPrefix = isPrefix && endsInWord
    endsInPrefix = isLone || self.isPrefix
    var tokens: [[UInt8]] = []
    GramScanner.scan(key, isQuery: true) { gram in
      tokens.append(key.token(gram))
      return true
    }
    self.tokens = tokens
    self.alternative = alternative
    needsCheck = key.hasMarks
  }
}

extension MatchForm {
  /// Returns where the form stands in a text, as ranges of code points.
  func occurrences(in text: SearchKey) -> [Range<Int>] {
    text.occurrences(of: key, isPrefix: isPrefix)
  }
}

/// A term's forms: its own and those that the expansion added.
struct MatchTerm {
  let term: QueryTerm
  let forms: [MatchForm]
  /// For each form, whether its occurrences count: not where it holds a shorter form (コンピューター,
  /// コンピュータ), whose occurrences are the same words.
  let isCounted: [Bool]

  init(_ term: QueryTerm, folding: SearchFolding) {
    self.term = term
    var forms: [MatchForm] = []
    let own = MatchForm(term.text, isPrefix: term.isPrefix, folding: folding)
    for form in [own]
      + term.alternatives.map({
        MatchForm($0.text, isPrefix: term.isPrefix, alternative: $0, folding: folding)
      })
    {
      guard let form, !forms.contains(where: { $0.isPrefix == form.isPrefix && $0.key == form.key })
      else { continue }
      forms.append(form)
    }
    self.forms = forms
    isCounted = forms.map { form in
      !forms.contains { $0.key.count < form.key.count && form.key.contains($0.key) }
    }
  }

  /// Code points of the shortest form, the same whichever of them was typed.
  var length: Int { forms.map(\.key.count).min() ?? 0 }

  func matches(_ key: SearchKey) -> Bool {
    forms.contains { !$0.occurrences(in: key).isEmpty }
  }
}

/// A query expression made ready for the index.
indirect enum MatchExpression {
  case term(MatchTerm)
  case title(MatchTerm)
  case near([MatchTerm], distance: Int)
  case all([MatchExpression])
  case any([MatchExpression])
  case not(MatchExpression)

  /// Leaves out what has nothing to search for; nil where nothing is left.
  init?(_ expression: QueryExpression, folding: SearchFolding) {
    switch expression {
    case .term(let term), .title(let term):
      let match = MatchTerm(term, folding: folding)
      guard !match.forms.isEmpty else { return nil }
      if case .title = expression { self = .title(match) } else { self = .term(match) }
    case .near(let terms, let distance):
      let matches = terms.map { MatchTerm($0, folding: folding) }.filter { !$0.forms.isEmpty }
      guard let first = matches.first else { return nil }
      self = matches.count == 1 ? .term(first) : .near(matches, distance: distance)
    case .all(let parts), .any(let parts):
      let prepared = parts.compactMap { MatchExpression($0, folding: folding) }
      // What is excluded is taken from what is wanted.
      let inner = prepared.filter { !$0.isNegated } + prepared.filter(\.isNegated)
      guard let first = inner.first else { return nil }
      if inner.count == 1 {
        self = first
      } else if case .all = expression {
        self = .all(inner)
      } else {
        self = .any(inner)
      }
    case .not(let part):
      guard let inner = MatchExpression(part, folding: folding) else { return nil }
      self = .not(inner)
    }
  }

  /// The terms that are wanted, for ranking and highlights.
  var wantedTerms: [MatchTerm] {
    switch self {
    case .term(let term): [term]
    case .near(let terms, _): terms
    case .title, .not: []
    case .all(let parts), .any(let parts): parts.flatMap(\.wantedTerms)
    }
  }

  /// Whether it only says what must not be.
  var isNegated: Bool {
    if case .not = self { true } else { false }
  }

  /// Whether it asks for titles, or for what a passage lacks without saying what it has.
  var asksForOthers: Bool {
    switch self {
    case .term, .near: false
    case .title, .not: true
    case .all(let parts):
      parts.allSatisfy(\.isNegated) || parts.contains { !$0.isNegated && $0.asksForOthers }
    case .any(let parts): parts.contains(where: \.asksForOthers)
    }
  }

  /// Returns whether the expression holds in a text; `titles` tells whether a title term holds.
  func holds(in key: SearchKey, titles: (MatchTerm) -> Bool) -> Bool {
    switch self {
    case .term(let term): term.matches(key)
    case .title(let term): titles(term)
    case .near(let terms, let distance): Self.areNear(terms, within: distance, in: key)
    case .all(let parts): parts.allSatisfy { $0.holds(in: key, titles: titles) }
    case .any(let parts): parts.contains { $0.holds(in: key, titles: titles) }
    case .not(let part): !part.holds(in: key, titles: titles)
    }
  }

  /// Returns whether all terms stand in a stretch of the text with at most `distance` characters
  /// between the end of its first and the beginning of its last occurrence.
  private static func areNear(
    _ terms: [MatchTerm], within distance: Int, in key: SearchKey
  ) -> Bool {
    let places = terms.map { term in
      term.forms.flatMap { $0.occurrences(in: key) }.sorted { $0.lowerBound < $1.lowerBound }
    }
    guard !places.contains(where: \.isEmpty) else { return false }
    // The first occurrence is any; of each other term the next one after it is the nearest.
    return places.joined().contains { first in
      places.allSatisfy { own in
        own.contains {
          $0.lowerBound >= first.lowerBound && $0.lowerBound - first.upperBound <= distance
        }
      }
    }
  }
}
