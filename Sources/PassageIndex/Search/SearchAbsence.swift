package import DocumentModel

/// Why a search found nothing: what the index has of each word, and what each condition keeps out.
package struct SearchAbsence: Sendable, Equatable {
  /// A word of the query, taken alone and without conditions.
  package struct Word: Sendable, Equatable {
    package var text: String
    /// How many passages hold it or one of its other names and spellings.
    package var passages: Int
    /// The documents in which it is seen, those with most passages first; three at most.
    package var documents: [DocumentID]
    /// The same for a search over law text: the laws.
    package var laws: [LawID] = []
    /// Words of the corpus that are written nearly so, where it is seen nowhere; nearest first.
    package var nearest: [Nearest]
  }

  /// A word that the corpus holds, in the corpus' own characters.
  package struct Nearest: Sendable, Equatable {
    package var text: String
    package var passages: Int
  }

  /// A condition of the search, or a word that must not be there.
  package struct Exclusion: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
      case pillar, law, ministry, body, document, kind, issuer, date
      /// The day whose law is meant.
      case asOf = "as_of"
      case not
    }
    package var kind: Kind
    /// As given, several values joined by commas.
    package var value: String
    /// How many passages that have the words this condition alone keeps out.
    package var passages: Int
  }

  package var words: [Word]
  /// How many passages have the words together, all conditions left out.
  package var unfiltered: Int
  package var exclusions: [Exclusion]
}
