package import DocumentModel
package import Registry

/// Links a defined term of law to the provision that defines or governs it (特定重要物資 → 第7条).
///
/// A term without a citation is no citation: its links have the basis `concept`. Every occurrence is
/// one, since a link is a mention with its place; a passage's relations name each provision once. A
/// term inside a longer word is none. A word that two laws define (適性評価) waits for `settle`.
package struct LawConceptLinker: MentionFinder {
  private let matcher: NameMatcher
  private let terms: [(term: String, provisions: [String], evidence: String)]
  /// What each provision of the table points at, as the table writes it.
  private let targets: [String: LawTarget]

  package init(registry: Registry) {
    let titles = Dictionary(
      registry.laws.map { ($0.lawID, $0.title) }, uniquingKeysWith: { first, _ in first })
    var targets: [String: LawTarget] = [:]
    terms = registry.concepts.map { concept in
      // The row's own provision comes first, told apart by its paragraph.
      let own = concept.provision + (concept.paragraph.map { "-\($0)" } ?? "")
      let provisions = [own] + (concept.alternatives ?? [])
      for provision in provisions {
        targets[provision] = Self.target(provision, titles: titles)
      }
      return (concept.term, provisions, concept.evidence)
    }
    self.targets = targets
    matcher = NameMatcher(registry.concepts.map(\.term), folds: registry.variants.folds)
  }

  package func addTriggers(to table: inout TriggerTable) {
    table.add(.lawConcept, at: matcher.openings())
  }

  package func mentions(in context: LinkingContext) -> Staged<[Mention]> {
    var mentions: [Mention] = []
    for number in context.numbers(of: .lawConcept) {
      let block = context.blocks[number]
      for match in matcher.matches(in: block, at: .lawConcept) {
        guard let index = match.names.first,
          LawWords.startsWord(block.text, match.range.lowerBound),
          // 米国の対内直接投資, 諸外国における特許出願の非公開: another state's law.
          !ForeignStates.standsBefore(match.range.lowerBound, in: block.text),
          let target = terms[index].provisions.first.flatMap({ targets[$0] })
        else { continue }
        let term = terms[index]
        mentions.append(
          Mention(
            span: block.span(match.range), target: .law(target), basis: .concept,
            evidence: Evidence(
              rule: "law.concept", words: "\(term.term)：\(term.evidence)",
              candidates: term.provisions.count > 1 ? term.provisions : [])))
      }
    }
    return Staged(mentions)
  }

  /// Chooses among the laws that define one word by the laws that the document names.
  ///
  /// One of them named anywhere in the document decides; of several, the one named last before the
  /// word. Without any the word has no link, and is told as ambiguous with its candidates.
  ///
  /// `places` are those of the mentions that stand; the result are those of them that have a target.
  func settle(
    _ places: [Int], of mentions: inout [Mention], in document: StructuredDocument
  ) -> Staged<[Int]> {
    let open = places.filter { Self.isOpen(mentions[$0]) }
    guard !open.isEmpty else { return Staged(places) }
    var named: [LawID: [TextOffset<Citable>]] = [:]
    for place in places where !Self.isOpen(mentions[place]) {
      guard case .law(let law) = mentions[place].target, let id = law.lawID else { continue }
      named[id, default: []].append(mentions[place].span.lowerBound)
    }
    var undecided: Set<Int> = []
    var diagnostics: [Diagnostic] = []
    for place in open {
      let mention = mentions[place]
      let meant = mention.evidence.candidates.compactMap { targets[$0] }
      let known = meant.filter { $0.lawID.map { named[$0] != nil } ?? false }
      let target =
        Set(known.map(\.lawID)).count == 1
        ? known.first : latest(known, named, before: mention.span.lowerBound)
      guard let target else {
        diagnostics.append(
          Diagnostic(
            "law.ambiguous-name", .note,
            arguments: [
              "name": document.citable.string(mention.span),
              "candidates": mention.evidence.candidates.joined(separator: ", "),
            ], location: document.location(of: mention.span)))
        undecided.insert(place)
        continue
      }
      mentions[place].target = .law(target)
    }
    return Staged(places.filter { !undecided.contains($0) }, diagnostics: diagnostics)
  }

  /// Returns the target whose law is named last before an offset; the places of each law ascend.
  private func latest(
    _ targets: [LawTarget], _ named: [LawID: [TextOffset<Citable>]],
    before offset: TextOffset<Citable>
  ) -> LawTarget? {
    var latest: (target: LawTarget, start: TextOffset<Citable>)?
    for target in targets {
      guard let starts = target.lawID.flatMap({ named[$0] }) else { continue }
      let end = starts.partitioningIndex { $0 >= offset }
      if end > 0, latest.map({ $0.start < starts[end - 1] }) ?? true {
        latest = (target, starts[end - 1])
      }
    }
    return latest?.target
  }

  /// Whether a term waits for the document's other words.
  private static func isOpen(_ mention: Mention) -> Bool {
    mention.basis == .concept && mention.evidence.candidates.count > 1
  }

  /// Reads `504AC0000000043#7` or, with a paragraph, `504AC0000000043#50-1`.
  private static func target(_ provision: String, titles: [LawID: String]) -> LawTarget {
    let parts = provision.split(separator: "#", maxSplits: 1).map(String.init)
    let law = LawID(parts.first ?? "")
    let levels = (parts.count > 1 ? parts[1] : "").split(separator: "-").map(String.init)
    return LawTarget(
      lawID: law, title: titles[law],
      provision: ProvisionPath(
        article: levels.first, paragraph: levels.count > 1 ? levels[1] : nil))
  }
}
