import DocumentModel
import TextNormalization

/// Adds to a term the other names and spellings of what it says.
struct QueryExpansion: Sendable {
  /// The most forms a term is searched in, so that a query stays quick.
  private static let limit = 24

  private let names: NameIndex<[String]>
  private let spellings: NameIndex<[String]>
  private let provisions: ProvisionSpellings
  private let folding: SearchFolding

  init(vocabulary: QueryVocabulary, folding: SearchFolding) {
    let pairs = { (groups: [[String]]) in
      groups.flatMap { group in group.map { name in (name, group.filter { $0 != name }) } }
    }
    names = NameIndex(pairs(vocabulary.synonymGroups), folding: folding)
    spellings = NameIndex(pairs(vocabulary.spellings), folding: folding)
    provisions = ProvisionSpellings(folding: folding)
    self.folding = folding
  }

  /// Returns whether a text is one of the names of the field.
  func isName(_ text: String) -> Bool { names[folding.fold(text).scalars] != nil }

  /// Returns the other forms of a term, nearest first.
  func alternatives(of text: String) -> [QueryAlternative] {
    var found: [QueryAlternative] = []
    var seen: Set<[UInt32]> = [folding.fold(text).scalars]
    func add(_ alternative: QueryAlternative) {
      guard found.count < Self.limit,
        seen.insert(folding.fold(alternative.text).scalars).inserted
      else { return }
      found.append(alternative)
    }
    let synonyms = replaced(text, by: names, minimum: 3).map { QueryAlternative($0) }
    let spelled = replaced(text, by: spellings, minimum: 2).map {
      QueryAlternative($0, kind: .spelling)
    }
    (synonyms + spelled).forEach(add)
    for form in [text] + synonyms.map(\.text) {
      provisions.alternatives(of: form).forEach(add)
    }
    KatakanaSpellings.alternatives(of: text).forEach(add)
    DateSpellings.alternatives(of: text).forEach(add)
    return found
  }

  /// Returns the text with each name in it replaced by its other forms.
  ///
  /// A name that is only part of the text must have `minimum` characters: a short one may be part of
  /// a longer word by chance.
  private func replaced(
    _ text: String, by index: NameIndex<[String]>, minimum: Int
  ) -> [String] {
    let folded = folding.fold(text)
    let utf8 = Array(text.utf8)
    var results: [String] = []
    for match in index.matches(in: folded.scalars)
    where match.range.count >= minimum || match.range.count == folded.scalars.count {
      let lower = folded.ranges[match.range.lowerBound].lowerBound
      let upper = folded.ranges[match.range.upperBound - 1].upperBound
      for other in match.value {
        results.append(
          String(decoding: utf8[..<lower], as: UTF8.self) + other
            + String(decoding: utf8[upper...], as: UTF8.self))
      }
    }
    return results
  }
}
