package import DocumentModel
package import Registry

/// Finds the laws and provisions that a document names, resolved by its own context.
///
/// Names first; then what the document declares (以下「法」という。); then what was named before
/// (同法, 同条); then the document's own subject. Two meanings left give no link but the diagnostic
/// `law.ambiguous-name`.
package struct LawLinker: MentionFinder {
  private let candidates: LawCandidates
  private let mentions: LawMentions

  package init(registry: Registry) {
    candidates = LawCandidates(registry: registry)
    mentions = LawMentions(candidates: candidates)
  }

  package func addTriggers(to table: inout TriggerTable) {
    table.add(.law, at: LawMentions.openings)
    table.add(.lawName, at: candidates.openings)
    table.add(.lawEnding, at: UnknownLawNames.openings)
  }

  package func mentions(in context: LinkingContext) -> Staged<[Mention]> {
    let first = context.readings(of: [.law, .lawName, .lawEnding]) { mentions.tokens(in: $0) }
    let scope = declarations(in: context, tokens: first)
    let terms = DeclaredTerms(scope)
    // Only what holds a declared word reads otherwise than before.
    let tokens = zip(context.blocks, first).map { block, tokens in
      terms.occur(in: block.text) ? mentions.tokens(in: block, terms: terms) : tokens
    }
    var resolver = LawResolver(
      candidates: candidates, scope: scope, subject: subject(of: context, tokens: tokens),
      document: context.document)
    // A block without tokens can only go on with an article that is set out.
    for (index, tokens) in tokens.enumerated() where !tokens.isEmpty || resolver.quote != nil {
      resolver.read(context.blocks[index], number: index, tokens: tokens)
    }
    return Staged(resolver.mentions, diagnostics: resolver.diagnostics)
  }

  /// Collects what the document declares, notes and legends included.
  private func declarations(
    in context: LinkingContext, tokens: [[LawToken]]
  ) -> DeclarationScope<LawReference> {
    var scope = DeclarationScope<LawReference>()
    let reader = LawDeclarations()
    var act: LawReference?
    for (number, tokens) in tokens.enumerated() where !tokens.isEmpty {
      let block = context.blocks[number]
      for token in tokens {
        guard let law = law(of: token, in: block.text, after: act) else { continue }
        if law.form == .act { act = law }
        var declared = reader.declarations(after: token, in: block.text)
        if law.isForeign, let short = reader.abbreviation(after: token, in: block.text) {
          declared.append(short)
        }
        for word in declared {
          scope.add(
            Declaration(
              term: word.term, meaning: law, block: number, start: word.range.lowerBound,
              section: word.isLimited ? block.block.section : nil))
        }
        if let term = reader.legendTerm(before: token, in: block.text) {
          scope.add(
            Declaration(
              term: term, meaning: law, block: number, start: token.nameRange.upperBound))
        }
      }
    }
    return scope
  }

  /// The law that a token names by its own words, or 同法施行令 by the Act named before it.
  private func law(
    of token: LawToken, in text: ScalarText, after act: LawReference?
  ) -> LawReference? {
    switch token.head {
    case .name(let laws): return laws.count == 1 ? laws[0] : nil
    case .unknown(let law), .identifier(let law, _): return law
    case .number(let key): return candidates.law(numbered: key)
    case .same(let form):
      let words = text.string(token.nameRange)
      guard form != .act, let act,
        let suffix = ["施行令", "施行規則"].first(where: { words.hasSuffix($0) })
      else { return nil }
      let children = candidates.children(of: act, form: form).filter { $0.title.hasSuffix(suffix) }
      return children.count == 1 ? children[0] : nil
    case .word, .none: return nil
    }
  }

  /// The one Act the document is about: named by its title, or more than half of all it names.
  private func subject(of context: LinkingContext, tokens: [[LawToken]]) -> LawReference? {
    var counts: [LawReference: Int] = [:]
    for (number, tokens) in tokens.enumerated() where !tokens.isEmpty {
      let isHeading = context.blocks[number].block.kind == .heading
      for token in tokens {
        guard case .name(let laws) = token.head, laws.count == 1, laws[0].form == .act else {
          continue
        }
        counts[laws[0], default: 0] += isHeading ? 2 : 1
      }
    }
    guard let top = counts.max(by: { ($0.value, $1.key.title) < ($1.value, $0.key.title) }),
      top.value >= 3, top.value * 2 > counts.values.reduce(0, +)
    else { return nil }
    return top.key
  }
}
