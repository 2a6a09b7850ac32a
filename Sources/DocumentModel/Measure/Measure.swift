/// A policy measure followed across documents.
package struct Measure: Sendable, Hashable {
  package var name: String
  package var aliases: [String]
  /// Terms of law that only this measure uses (特定社会基盤事業者): a passage with one is about it.
  package var concepts: [String]
  /// Those of the terms that also mean something wider (サプライチェーン強靱化).
  package var related: [String] = []
  /// The provisions that govern it, `504AC0000000043#50`.
  package var provisions: [String]
  /// The provisions of orders that fill these in (委任), in the same form.
  package var orders: [String] = []
  /// The measures it is part of (特定重要物資の安定的な供給の確保 for 蓄電池).
  package var parents: [String]
  /// The measures that are part of it.
  package var parts: [String]
  /// Names of other measures: what stands under a heading with one of them is theirs.
  package var others: [String]

  package init(
    name: String, aliases: [String] = [], concepts: [String] = [], provisions: [String] = [],
    parents: [String] = [], parts: [String] = [], others: [String] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.concepts = concepts
    self.provisions = provisions
    self.parents = parents
    self.parts = parts
    self.others = others
  }
}
