package import DocumentModel
package import Registry

/// Links a defined term of law to the provision that defines or governs it (特定重要物資 → 第7条).
///
/// A term without a citation is no citation: its links have the basis `concept`. Every occurrence is
/// one, since a link is a mention with its place; a passage's relations name each provision once. A
/// term inside a longer word is none.
package struct LawConceptLinker: MentionFinder {
  private let matcher: NameMatcher
  private let terms: [(term: String, target: LawTarget, evidence: String)]

  package init(registry: Registry) {
    let titles = Dictionary(
      registry.laws.map { ($0.lawID, $0.title) }, uniquingKeysWith: { first, _ in first })
    terms = registry.concepts.map { concept in
      let parts = concept.provision.split(separator: "#", maxSplits: 1)
      let law = LawID(String(parts.first ?? ""))
      let article = parts.count > 1 ? String(parts[1]) : nil
      let target = LawTarget(
        lawID: law, title: titles[law], provision: ProvisionPath(article: article))
      return (concept.term, target, concept.evidence)
    }
    matcher = NameMatcher(registry.concepts.map(\.term), folds: registry.variants.folds)
  }

  package func mentions(in context: LinkingContext) -> Staged<[Mention]> {
    var mentions: [Mention] = []
    for block in context.blocks {
      for match in matcher.matches(in: block.text) {
        guard let index = match.names.first,
          LawWords.startsWord(block.text, match.range.lowerBound)
        else { continue }
        let term = terms[index]
        mentions.append(
          Mention(
            span: block.span(match.range), target: .law(term.target), basis: .concept,
            evidence: Evidence(rule: "law.concept", words: "\(term.term)：\(term.evidence)")))
      }
    }
    return Staged(mentions)
  }
}
