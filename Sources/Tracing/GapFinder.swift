internal import DocumentModel

/// Finds what a chain would lead one to expect and the corpus doesn't hold.
struct GapFinder: Sendable {
  /// An aim with its date: what was to be done, and who said so.
  struct Target: Sendable {
    var step: TraceStep
    /// The date of the document that set it, as text that sorts by time; empty where unknown.
    var setOn: String
  }

  /// The day from which targets are looked back at; nil looks at none.
  let asOf: CalendarDay?

  /// Returns the gaps of a chain: stages in their order, then targets by date, then decisions.
  ///
  /// A gap says what was not found, never that something was not done. A chain without a step has no
  /// gaps of stages: nothing at all was found then.
  func gaps(in steps: [TraceStep], targets: [Target] = []) -> [Gap] {
    var gaps: [Gap] = []
    let stages = Set(steps.map(\.stage))
    if !steps.isEmpty {
      gaps += TraceStage.allCases.filter { !stages.contains($0) }.map {
        Gap(stage: $0, reason: "not found in the corpus")
      }
    }
    gaps += passed(targets, steps)
    let decided: Set<TraceStage> = [
      .strategy, .law, .basicPolicy, .cabinetOrder, .ministerialOrder, .plan,
    ]
    if let done = steps.first(where: { $0.stage == .implementation }),
      stages.isDisjoint(with: decided)
    {
      gaps.append(
        Gap(
          kind: .decision, stage: .plan,
          reason: "implementation without a decision above it found in the corpus",
          evidence: done.evidence))
    }
    return gaps
  }

  /// The targets whose date has passed without a step of the corpus that comes after they were set.
  private func passed(_ targets: [Target], _ steps: [TraceStep]) -> [Gap] {
    guard let asOf else { return [] }
    var gaps: [Gap] = []
    for target in targets.sorted(by: { sortKey($0) < sortKey($1) }) {
      guard let last = target.step.date.interval?.last, last < asOf,
        !gaps.contains(where: { $0.date == target.step.date }),
        !steps.contains(where: { meets($0, target) })
      else { continue }
      gaps.append(
        Gap(
          kind: .target, stage: target.step.stage,
          reason: "the date of the target has passed; no later step found in the corpus",
          date: target.step.date, evidence: target.step.evidence))
    }
    return gaps
  }

  private func sortKey(_ target: Target) -> String {
    target.step.date.interval?.last?.iso8601 ?? target.step.date.rawValue
  }

  /// Whether a step may be what became of a target: something done, in the target's own time or after
  /// the document that set it.
  private func meets(_ step: TraceStep, _ target: Target) -> Bool {
    guard step.status != .planned, let first = step.date.interval?.first ?? step.date.interval?.last
    else { return false }
    let acts: Set<TraceStage> = [target.step.stage, .implementation, .followUp]
    guard acts.contains(step.stage) else { return false }
    // A document that is younger than the target repeats what was set before it, on a day unknown.
    let setOn = target.setOn <= sortKey(target) ? target.setOn : ""
    let start = target.step.date.interval?.first?.iso8601 ?? setOn
    return first.iso8601 >= start && first.iso8601 > setOn
  }
}
