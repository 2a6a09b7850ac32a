package import DocumentModel

/// Chooses, from the terms that laws define, those that carry a provision outside their law.
///
/// A word such as 機構, 事業者 or 基準日 means what a law says only inside this law. A term is taken where
///
/// - it holds for a chapter at least: the law, a part or chapter of it, or from there on;
/// - it stands in the main provision and has at least four characters;
/// - it isn't the short name of another law (旧法, 特定秘密保護法);
/// - one law alone gives it a meaning; an order that repeats its Act's term doesn't count, two Acts do;
/// - it is no ordinary word of law: at most three other laws use it, or one in fifty of those held.
///
/// Which text it then marks is for `DefinedTermFinder` to decide.
package struct ConceptTermSelector: Sendable {
  /// The terms of one law, in the revision that counts.
  package struct Source: Sendable {
    package var lawID: LawID
    package var title: String
    package var isAct: Bool
    package var terms: [LegalTerm]

    package init(lawID: LawID, title: String, isAct: Bool, terms: [LegalTerm]) {
      self.lawID = lawID
      self.title = title
      self.isAct = isAct
      self.terms = terms
    }
  }

  private static let shortest = 4
  private static let lawNames = WordSet("法 法律 令 規則 条約 協定")
  private static let wide: Set<LegalTerm.Scope> = [
    .law, .part, .chapter, .onward,
  ]

  package init() {}

  /// Returns the terms that one law alone defines widely, by term: `uses` is still to be asked.
  package func candidates(from sources: [Source]) -> [ConceptTerm] {
    var found: [String: [(source: Source, term: LegalTerm)]] = [:]
    var narrow: Set<String> = []
    for source in sources {
      for term in source.terms where !term.provision.isSupplementary {
        guard Self.wide.contains(term.scope), isDistinct(term.term) else {
          narrow.insert(term.term)
          continue
        }
        found[term.term, default: []].append((source, term))
      }
    }
    return found.sorted { $0.key < $1.key }.compactMap { word, all in
      let acts = all.filter(\.source.isAct)
      let counted = acts.isEmpty ? all : acts
      guard let first = counted.first, Set(counted.map(\.source.lawID)).count == 1 else {
        return nil
      }
      // 「…」とは…をいう says more than a short name, wherever in the law they stand.
      let best = counted.first { $0.term.form == .defined } ?? first
      var provision = best.term.provision
      provision.subitem = nil
      guard provision.article != nil else { return nil }
      return ConceptTerm(
        term: word, lawID: best.source.lawID, title: best.source.title, provision: provision)
    }
  }

  /// Leaves out the candidates that too many other laws use; `uses` counts them by term.
  package func select(
    _ candidates: [ConceptTerm], uses: [String: Int], ofLaws held: Int
  ) -> [ConceptTerm] {
    candidates.filter { uses[$0.term, default: 0] <= max(3, held / 50) }
  }

  private func isDistinct(_ word: String) -> Bool {
    let text = ScalarText(word)
    return text.count >= Self.shortest
      && !text.hasSuffix(ofAny: Self.lawNames, before: text.count)
      && !(0..<text.count).contains { ScalarClass.isSpace(text.at($0)) }
  }
}
