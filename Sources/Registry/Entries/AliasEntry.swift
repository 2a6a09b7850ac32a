/// Another name of a registry entry, with what supports it.
package struct AliasEntry: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// Given by e-Gov or by the body itself.
    case official
    /// Used by staff and in policy papers.
    case staff
    /// Used inside brackets or lists only (【内、文科等】), never alone in running text.
    case bracket
    /// Names more than one entry of its table, each of which declares it: shown with its
    /// candidates, never resolved by itself (サイバー対処能力強化法 is two Acts).
    case ambiguous
    /// Means the entry where a paper tells of it, but more than it by itself: followed by a trace,
    /// never put in its place by a search (サプライチェーンの強靱化 for the supply measures).
    case related
  }
  package var name: String
  package var kind: Kind
  package var evidence: String

  package init(name: String, kind: Kind, evidence: String) {
    self.name = name
    self.kind = kind
    self.evidence = evidence
  }

  package enum CodingKeys: String, CodingKey, CaseIterable { case name, kind, evidence }
}
