package import DocumentModel

/// Finds the terms that held laws define, in the text of a document that speaks of these laws.
///
/// The registry's own terms are the affair of `LawConceptLinker`, which knows them to carry their
/// provision anywhere. A term known from a law's text alone has that meaning only where the document
/// cites the law, so the finder is made of the terms of the cited laws. It stands once in a text; a
/// term inside a longer word is none.
package struct DefinedTermFinder: Sendable {
  /// One term found.
  package struct Match: Sendable, Equatable {
    package var term: ConceptTerm
    /// UTF-8 bytes of the text.
    package var bytes: Range<Int>
  }

  private let matcher: NameMatcher
  private let terms: [ConceptTerm]

  /// Compiles the terms; those in `known`, the registry's, are left out.
  package init(_ terms: [ConceptTerm], known: Set<String>, folds: [UInt32: UInt32] = [:]) {
    self.terms = terms.filter { !known.contains($0.term) }
    matcher = NameMatcher(self.terms.map(\.term), folds: folds)
  }

  /// Returns the terms in a text, in its order.
  package func matches(in string: String) -> [Match] {
    guard !terms.isEmpty else { return [] }
    let text = ScalarText(string)
    var seen: Set<Int> = []
    return matcher.matches(in: text).compactMap { match in
      guard let index = match.names.first, LawWords.startsWord(text, match.range.lowerBound),
        LawWords.endsWord(text, match.range.upperBound), seen.insert(index).inserted
      else { return nil }
      let bytes = text.offsets[match.range.lowerBound]..<text.offsets[match.range.upperBound]
      return Match(term: terms[index], bytes: bytes)
    }
  }
}

extension ConceptTerm {
  /// Why a passage with the term has to do with the law: 特定重要物資：…法第7条が定める.
  package var evidence: Evidence {
    Evidence(rule: "law.defined-term", words: "\(term)：\(title)\(place)が定める")
  }

  /// 第2条第5項.
  private var place: String {
    func numbered(_ number: String?, _ unit: String) -> String {
      guard let parts = number?.split(separator: "_"), let first = parts.first else { return "" }
      return "第\(first)\(unit)" + parts.dropFirst().map { "の\($0)" }.joined()
    }
    return numbered(provision.article, "条") + numbered(provision.paragraph, "項")
      + numbered(provision.item, "号")
  }
}
