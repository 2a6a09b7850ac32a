/// Spellings of one word that a search treats as equal (取組, 取り組み).
package struct SpellingEntry: Sendable, Hashable, Codable {
  /// Two forms or more, the first being the one official writing uses.
  package var forms: [String]
  package var evidence: String
  package var source: String

  package enum CodingKeys: String, CodingKey, CaseIterable { case forms, evidence, source }
}

/// A character and the form it is matched as or repaired to.
package struct VariantEntry: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// An old form (旧字体): folded in the search key.
    case kyujitai
    /// A variant form (異体字): folded in the search key.
    case itaiji
    /// A simplified form of Chinese that strays into extracted text: folded in the search key.
    case simplified
    /// A radical code point: repaired in the citable text.
    case radical
    /// A radical code point whose form stands inside characters only (⺅): folded in the search key.
    case component
  }
  package var from: String
  package var to: String
  package var kind: Kind
  package var source: String

  package enum CodingKeys: String, CodingKey, CaseIterable { case from, to, kind, source }
}
