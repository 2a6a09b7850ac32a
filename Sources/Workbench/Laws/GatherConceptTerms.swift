package import DocumentModel
import Linking
import PassageIndex

/// Gathers, over all held laws, the terms that carry a provision outside their law.
///
/// Each law counts in its last revision, whatever the day, so that the same files give the same terms
/// in any order of import.
package struct GatherConceptTerms: Sendable {
  private let base: KnowledgeBase
  private let harvester = LegalTermHarvester()
  private let selector = ConceptTermSelector()

  package init(_ base: KnowledgeBase) { self.base = base }

  /// Returns the terms, by term.
  package func run() throws -> [ConceptTerm] {
    let revisions = try base.ask { reader throws(IndexError) in try reader.lawRevisionIDs() }
    let last = Dictionary(grouping: revisions, by: \.lawID).values.compactMap { $0.max() }.sorted()
    var sources: [ConceptTermSelector.Source] = []
    for revision in last {
      guard let law = try text(revision) else { continue }
      sources.append(
        .init(
          lawID: revision.lawID, title: law.title, isAct: Self.isAct(revision.lawID),
          // What a term means isn't asked here, and all laws' meanings together are large.
          terms: harvester.harvest(law).map { term in
            var term = term
            (term.meaning, term.scopeWords) = ("", "")
            return term
          }))
    }
    let candidates = selector.candidates(from: sources)
    guard !candidates.isEmpty else { return [] }
    let counter = TermUseCounter(candidates)
    var uses: [String: Int] = [:]
    for revision in last where Self.isAct(revision.lawID) {
      guard let law = try text(revision) else { continue }
      for term in counter.terms(usedIn: law) { uses[term, default: 0] += 1 }
    }
    return selector.select(
      candidates, uses: uses, ofLaws: last.count { Self.isAct($0.lawID) })
  }

  private func text(_ revision: LawRevisionID) throws -> LawText? {
    try base.ask { reader throws(IndexError) in try reader.law(revision) }
  }

  /// The kind of law stands in the LawId's fourth and fifth characters.
  private static func isAct(_ law: LawID) -> Bool { law.rawValue.dropFirst(3).hasPrefix("AC") }
}
