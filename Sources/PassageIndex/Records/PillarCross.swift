/// How many passages stand under each pillar; a passage of two pillars counts under both.
package struct PillarCounts: Sendable, Equatable {
  package var know = 0
  package var nurture = 0
  package var protect = 0
  /// Passages of sections that belong to no pillar.
  package var none = 0
  /// Each passage once.
  package var total = 0

  package init() {}

  /// Adds a count under a pillar's name, `none` or `total`.
  mutating func add(_ count: Int, to name: String) {
    switch name {
    case "know": know += count
    case "nurture": nurture += count
    case "protect": protect += count
    case "none": none += count
    case "total": total += count
    default: break
    }
  }
}

/// Passages by pillar, crossed with what they stand in and relate to.
package struct PillarCross: Sendable, Equatable {
  package var all = PillarCounts()
  /// By document id.
  package var documents: [String: PillarCounts] = [:]
  package var ministries: [String: PillarCounts] = [:]
  /// By law id, or the title where the law has none.
  package var laws: [String: PillarCounts] = [:]
  /// By calendar year; a fiscal year counts in the year it begins in, a longer time in none.
  package var years: [String: PillarCounts] = [:]

  package init() {}
}
