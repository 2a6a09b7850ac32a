/// A measure of policy with the names it goes by.
package struct MeasureEntry: Sendable, Hashable, Codable {
  package var name: String
  package var aliases: [AliasEntry]
  package var parents: [String]
  /// Governing provisions, `504AC0000000043#7`; a law as a whole without `#`.
  package var laws: [String]
  package var ministries: [String]
  package var source: String

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case name, aliases, parents, laws, ministries, source
  }
}

/// A term of law that carries its provision without a citation (特定重要物資 → 第7条).
package struct LawConceptEntry: Sendable, Hashable, Codable {
  package var term: String
  /// `504AC0000000043#7`.
  package var provision: String
  /// The paragraph that defines it, where one does.
  package var paragraph: String?
  /// Provisions of other laws that use the same word for their own subject: the text must tell.
  package var alternatives: [String]?
  /// Whom the provision itself names, by name; none where it says 主務大臣; where absent, whoever
  /// administers the law.
  package var ministries: [String]?
  package var evidence: String
  package var source: String

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case term, provision, paragraph, alternatives, ministries, evidence, source
  }
}
