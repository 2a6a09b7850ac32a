package import DocumentModel

/// A concept of the field, the words it goes by and how much they count for each pillar.
///
/// A concept without weights is a mask: longer words that hold another concept's word by accident
/// (環境保護 holds 保護) are listed there and count for nothing.
package struct PillarTerm: Sendable, Hashable, Codable {
  /// A stable name such as `export-control`.
  package var key: String
  /// The words, as written in policy papers; the longest one that fits is taken.
  package var words: [String]
  /// Above zero for a pillar, below zero against it.
  package var weights: PillarWeights
  /// What it counts instead where an item ends in it: a name that ends in 技術 is one to develop,
  /// whatever the technology watches or guards.
  package var closing: PillarWeights?
  /// Why it counts so.
  package var evidence: String
}

/// A law, or some articles of it, and how much a reference counts for each pillar.
package struct PillarProvision: Sendable, Hashable, Codable {
  package var key: String
  package var lawID: LawID
  /// First and last article as e-Gov numbers them, both included; nil for the whole law.
  package var articles: [Int]?
  package var weights: PillarWeights
  package var evidence: String

  package init(
    key: String, lawID: LawID, articles: [Int]?, weights: PillarWeights, evidence: String
  ) {
    self.key = key
    self.lawID = lawID
    self.articles = articles
    self.weights = weights
    self.evidence = evidence
  }

  enum CodingKeys: String, CodingKey {
    case key
    case lawID = "law_id"
    case articles, weights, evidence
  }

  /// Whether a reference to the law falls under this row.
  ///
  /// A row for articles asks for an article inside its range; a branch (24の2) counts as its stem.
  package func covers(_ target: LawTarget) -> Bool {
    guard target.lawID == lawID else { return false }
    guard let articles else { return true }
    guard let stem = target.provision.article?.split(separator: "_").first,
      let number = Int(stem), let first = articles.first, let last = articles.last
    else { return false }
    return first <= number && number <= last
  }
}

/// A kind of heading under which evidence counts less, such as an agenda or a background.
package struct PillarHeading: Sendable, Hashable, Codable {
  package var key: String
  /// Words that the heading ends in, or is made of.
  package var words: [String]
  /// What the section's evidence is multiplied by; 0 for none.
  package var factor: Double
  package var evidence: String
}
