internal import DocumentModel

/// Finds the stages of a measure for which the corpus holds nothing.
struct GapFinder: Sendable {
  /// Returns the gaps of a chain, in the order of the stages.
  ///
  /// A gap says what was not found, never that something was not done. A chain without a step has no
  /// gaps: nothing at all was found then.
  func gaps(in steps: [TraceStep]) -> [Gap] {
    guard !steps.isEmpty else { return [] }
    let stages = Set(steps.map(\.stage))
    var gaps = TraceStage.allCases.filter { !stages.contains($0) }.map {
      Gap(stage: $0, reason: "not found in the corpus")
    }
    let decided: Set<TraceStage> = [
      .strategy, .law, .basicPolicy, .cabinetOrder, .ministerialOrder, .plan,
    ]
    if stages.contains(.implementation), stages.isDisjoint(with: decided) {
      gaps.append(
        Gap(
          stage: .plan, reason: "implementation without a decision above it found in the corpus"))
    }
    return gaps
  }
}
