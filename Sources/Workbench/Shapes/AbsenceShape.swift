import DocumentModel
import PassageIndex

/// Why a search found nothing, as `search --format json` prints it.
package struct AbsenceShape: Encodable, Sendable, Equatable {
  package struct WordShape: Encodable, Sendable, Equatable {
    package var word: String
    package var passages: Int
    package var documents: [String]
    /// In a search over law text; else absent.
    package var laws: [String]?
    package var nearest: [NearestShape]

    enum CodingKeys: String, CodingKey { case word, passages, documents, laws, nearest }
  }

  package struct NearestShape: Encodable, Sendable, Equatable {
    package var word: String
    package var passages: Int

    enum CodingKeys: String, CodingKey { case word, passages }
  }

  package struct ExclusionShape: Encodable, Sendable, Equatable {
    package var filter: String
    package var value: String
    package var excludes: Int

    enum CodingKeys: String, CodingKey { case filter, value, excludes }
  }

  package var words: [WordShape]
  package var unfiltered: Int
  package var filters: [ExclusionShape]

  enum CodingKeys: String, CodingKey { case words, unfiltered, filters }

  init(_ absence: SearchAbsence) {
    words = absence.words.map { word in
      WordShape(
        word: word.text, passages: word.passages, documents: word.documents.map(\.rawValue),
        laws: word.laws.isEmpty ? nil : word.laws.map(\.rawValue),
        nearest: word.nearest.map { NearestShape(word: $0.text, passages: $0.passages) })
    }
    unfiltered = absence.unfiltered
    filters = absence.exclusions.map {
      ExclusionShape(filter: $0.kind.rawValue, value: $0.value, excludes: $0.passages)
    }
  }
}
