package import DocumentModel

/// Tells which terms of other laws a law's text uses.
package struct TermUseCounter: Sendable {
  private let terms: [ConceptTerm]
  private let matcher: NameMatcher

  package init(_ terms: [ConceptTerm]) {
    self.terms = terms
    matcher = NameMatcher(terms.map(\.term))
  }

  /// Returns the terms that stand in the text of a law that isn't their own, each once.
  package func terms(usedIn law: LawText) -> Set<String> {
    var used: Set<String> = []
    for node in law.nodes where !node.text.isEmpty {
      for match in matcher.matches(in: ScalarText(node.text)) {
        for name in match.names where terms[name].lawID != law.revision.lawID {
          used.insert(terms[name].term)
        }
      }
    }
    return used
  }
}
