internal import DocumentModel

/// Makes one step of what several places tell of one event.
struct TraceMerger: Sendable {
  /// A step as one place tells it.
  struct Candidate: Sendable {
    var step: TraceStep
    var rank: TraceRelevance.Rank
    /// Whether the place itself gives the whole date.
    var isExplicit: Bool
  }

  /// Merges candidates of one stage and one date, the surest first, and sorts them by date.
  ///
  /// A coarser date (2022-09) is taken for a finer one of the same stage (2022-09-16) that lies in it.
  func merge(_ candidates: [Candidate]) -> [TraceStep] {
    var groups: [[Candidate]] = []
    let ordered = candidates.sorted { $0.step.date.rawValue.count > $1.step.date.rawValue.count }
    for candidate in ordered {
      let place = groups.firstIndex { group in
        group.contains { tells($0.step, candidate.step) }
      }
      if let place { groups[place].append(candidate) } else { groups.append([candidate]) }
    }
    return groups.map(step).sorted { a, b in
      (Self.sortKey(a.date), a.stage.order, a.evidence.location.line)
        < (Self.sortKey(b.date), b.stage.order, b.evidence.location.line)
    }
  }

  /// Returns whether two steps are of one stage and one date.
  private func tells(_ a: TraceStep, _ b: TraceStep) -> Bool {
    guard a.stage == b.stage else { return false }
    if a.date == b.date { return true }
    // Only months and days of one document's words are drawn together, not years.
    guard b.date.rawValue.count == 7, a.date.rawValue.count == 10 else { return false }
    return a.date.rawValue.hasPrefix(b.date.rawValue)
  }

  private func step(_ group: [Candidate]) -> TraceStep {
    let sorted = group.sorted { a, b in
      if a.rank.value != b.rank.value { return a.rank.value > b.rank.value }
      if a.isExplicit != b.isExplicit { return a.isExplicit }
      return a.step.date.rawValue.count > b.step.date.rawValue.count
    }
    var step = sorted[0].step
    step.date = sorted.map(\.step.date).max { $0.rawValue.count < $1.rawValue.count } ?? step.date
    var seen: Set<PassageID> = [step.evidence.passage]
    step.also = []
    for evidence in sorted.flatMap({ [$0.step.evidence] + $0.step.also })
    where seen.insert(evidence.passage).inserted {
      step.also.append(evidence)
    }
    step.law = sorted.lazy.compactMap(\.step.law).first
    step.ministry = sorted.lazy.compactMap(\.step.ministry).first
    step.amount = sorted.lazy.compactMap(\.step.amount).first
    return step
  }

  /// The first day of a date, or its last where the start is open, as text that sorts by time.
  static func sortKey(_ date: EDTF) -> String {
    let interval = date.interval
    return (interval?.first ?? interval?.last)?.iso8601 ?? date.rawValue
  }
}

extension TraceStage {
  /// The place of the stage in the usual order.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
