import DocumentModel

/// What was named so far, the latest last: answers what a pronoun points back to.
///
/// A pronoun looks back within its own block first, then over the blocks just before it in the same
/// section; further back it points at nothing, since no link is better than a wrong one.
struct Antecedent<Thing: Sendable>: Sendable {
  private var things: [(thing: Thing, block: Int, section: SectionID)] = []
  /// How many blocks a pronoun may look back over.
  var reach = 8

  /// Notes a thing; what lies out of reach is forgotten from time to time.
  mutating func note(_ thing: Thing, block: Int, section: SectionID) {
    if things.count >= 256, let first = things.first, block - first.block > reach {
      things.removeAll { block - $0.block > reach }
    }
    things.append((thing, block, section))
  }

  /// Returns the latest thing that fits, in the block itself.
  func latest(inBlock block: Int, where fits: (Thing) -> Bool) -> Thing? {
    for entry in things.reversed() {
      guard entry.block == block else { return nil }
      if fits(entry.thing) { return entry.thing }
    }
    return nil
  }

  /// Returns the latest thing that fits, not further back than `reach` blocks and within the
  /// sections given, or within any.
  func latest(
    before block: Int, in sections: [SectionID]? = nil, where fits: (Thing) -> Bool
  ) -> Thing? {
    for entry in things.reversed() {
      guard block - entry.block <= reach else { return nil }
      if sections?.contains(entry.section) ?? true, fits(entry.thing) { return entry.thing }
    }
    return nil
  }
}
