internal import DocumentModel

/// Makes one step of what several places tell of one event.
struct TraceMerger: Sendable {
  /// A step as one place tells it.
  struct Candidate: Sendable {
    var step: TraceStep
    var rank: TraceRelevance.Rank
    /// Whether the place itself gives the whole date.
    var isExplicit: Bool
    /// Whether its words name an act (公布, 認定) and not only a thing.
    var namesAct: Bool
    /// What its sentences say besides dates, the measure's names and the words of the act, for telling
    /// whether two places speak of one event; 0 stands for what was left out.
    var words: [UInt32]
    /// The amount as a number.
    var amount: Double?
    /// Whether the measure is one scheme with provisions of its own, for which an order made on one day
    /// is one order.
    var isOneScheme = false
    /// The date of its document, as text that sorts by time; empty where unknown.
    var recency: String
    /// Whether it is an aim with a date, for the gaps and not for the chain.
    var isTarget = false
  }

  /// How many of the candidates each document gave: the one that tells most of the chain is quoted
  /// first, so that a reader finds it in one place.
  private let shares: [DocumentID: Int]

  init(_ candidates: [Candidate]) {
    // That it was published is told by every document of itself.
    let told = candidates.filter { candidate in
      !candidate.step.reasons.contains { $0.rule == "date.document" }
    }
    shares = Dictionary(told.map { ($0.step.evidence.document, 1) }, uniquingKeysWith: +)
  }

  /// Merges candidates of one stage and one date, the surest first, and sorts them by date.
  ///
  /// A coarser date (2022-09) is taken for a finer one of the same stage (2022-09-16) that lies in it.
  func merge(_ candidates: [Candidate]) -> [TraceStep] {
    var groups: [[Candidate]] = []
    let ordered = candidates.sorted { Self.days($0.step.date) < Self.days($1.step.date) }
    for candidate in ordered {
      let place = groups.firstIndex { group in
        group.contains { tells($0, candidate) }
      }
      if let place { groups[place].append(candidate) } else { groups.append([candidate]) }
    }
    return groups.map(step).sorted { a, b in
      (Self.sortKey(a.date), a.stage.order, a.evidence.location.line)
        < (Self.sortKey(b.date), b.stage.order, b.evidence.location.line)
    }
  }

  /// Returns whether two places tell one event: one stage, one date, and words in common, where one of
  /// them says more than that it was done.
  private func tells(_ a: Candidate, _ b: Candidate) -> Bool {
    guard a.step.stage == b.step.stage, !Self.areOtherSums(a, b) else { return false }
    let (fine, coarse) = (a.step.date.rawValue, b.step.date.rawValue)
    let isSameAct =
      Self.act(a.step.basis) == Self.act(b.step.basis)
      && ([a, b].contains(where: Self.saysNoMore) || Self.isRemark(a, on: b)
        || Self.isRemark(b, on: a))
    if fine == coarse {
      return isSameAct || Self.shareWords(a.words, b.words, count: 4)
        || Self.orders.contains(a.step.stage) && a.isOneScheme
          && Self.shareWords(a.words, b.words, count: 2)
    }
    // A month is a day of it, a year a month of it, only where the words say so plainly.
    return a.step.stage != .budget && Self.holds(b.step.date, a.step.date)
      && (isSameAct || Self.shareWords(a.words, b.words, count: 4))
  }

  /// Acts, amendments and orders, of which a scheme has one a day.
  private static let orders: Set<TraceStage> = [.law, .cabinetOrder, .ministerialOrder]

  /// Whether two places tell of different sums: 1,083億円 and 9,172億円, but not 9,172億円 and 約9,100億円.
  private static func areOtherSums(_ a: Candidate, _ b: Candidate) -> Bool {
    guard a.step.stage == .budget, let one = a.amount, let other = b.amount else { return false }
    return abs(one - other) > 0.05 * max(one, other)
  }

  /// The rule and the first of the words that decided the stage: the thing, else the act.
  private static func act(_ basis: String) -> String {
    basis.split(separator: " ").prefix(2).joined(separator: " ").replacing("の", with: "")
  }

  /// Whether one place is a remark below the other, which has its date from there.
  private static func isRemark(_ remark: Candidate, on host: Candidate) -> Bool {
    remark.step.evidence.document == host.step.evidence.document
      && remark.step.reasons.contains { $0.rule == "date.host" }
      && !host.step.reasons.contains { $0.rule == "date.host" }
  }

  /// Whether hardly anything is left of its words besides measure, date and act.
  private static func saysNoMore(_ candidate: Candidate) -> Bool {
    candidate.words.count { $0 != 0 && !(0x3041...0x309F).contains($0) } < 4
  }

  /// Whether all days of a date lie in a coarser one with both ends.
  private static func holds(_ coarse: EDTF, _ fine: EDTF) -> Bool {
    guard let outer = coarse.interval, let inner = fine.interval, let first = outer.first,
      let last = outer.last, let from = inner.first, let to = inner.last
    else { return false }
    return first <= from && to <= last && !coarse.rawValue.contains("/")
  }

  /// Returns whether two texts have so many characters in a row in common, hiragana apart; 0 stands for
  /// words left out.
  static func shareWords(_ a: [UInt32], _ b: [UInt32], count: Int) -> Bool {
    guard a.count >= count, b.count >= count else { return a == b }
    let isTelling = { (gram: ArraySlice<UInt32>) in
      !gram.contains(0)
        && gram.count { !(0x3041...0x309F).contains($0) } >= max(2, count - 1)
    }
    let grams = Set((0...(a.count - count)).map { a[$0..<($0 + count)] }.filter(isTelling))
    return (0...(b.count - count)).contains { grams.contains(b[$0..<($0 + count)]) }
  }

  private func step(_ group: [Candidate]) -> TraceStep {
    let sorted = group.sorted { isBetter($0, than: $1) }
    var step = sorted[0].step
    step.tellings = sorted.map(\.step)
    var seen: Set<PassageID> = [step.evidence.passage]
    step.also = []
    for evidence in sorted.flatMap({ [$0.step.evidence] + $0.step.also })
    where seen.insert(evidence.passage).inserted {
      step.also.append(evidence)
    }
    // What the best quotation doesn't say, the next one that does gives, with its reason.
    for candidate in sorted.dropFirst().map(\.step) {
      var subjects: Set<TraceReason.Subject> = []
      if step.law == nil, candidate.law != nil {
        step.law = candidate.law
        subjects.insert(.law)
      }
      if step.ministry == nil, candidate.ministry != nil {
        step.ministry = candidate.ministry
        step.ministryRole = candidate.ministryRole
        subjects.insert(.ministry)
      }
      if step.amount == nil, candidate.amount != nil {
        step.amount = candidate.amount
        subjects.insert(.amount)
      }
      step.reasons += candidate.reasons.filter { subjects.contains($0.subject) }
    }
    // One place that tells it as done is enough.
    if step.status == .planned, let done = sorted.first(where: { $0.step.status != .planned }) {
      step.status = done.step.status
    }
    return step
  }

  /// The best quotation has the finest date, is about the measure by its own passage, gives the whole
  /// date itself, is surest about the measure, names the act, stands in the document that tells most of the chain, else in the newer
  /// one, and says it in the fewest words.
  private func isBetter(_ a: Candidate, than b: Candidate) -> Bool {
    if a.step.date != b.step.date { return Self.holds(b.step.date, a.step.date) }
    if (a.rank.value >= 10) != (b.rank.value >= 10) { return a.rank.value > b.rank.value }
    if a.isExplicit != b.isExplicit { return a.isExplicit }
    if a.rank.value != b.rank.value { return a.rank.value > b.rank.value }
    if a.namesAct != b.namesAct { return a.namesAct }
    let shares = (
      self.shares[a.step.evidence.document] ?? 0, self.shares[b.step.evidence.document] ?? 0
    )
    if shares.0 != shares.1 { return shares.0 > shares.1 }
    if a.recency != b.recency { return a.recency > b.recency }
    return a.step.evidence.quote.utf8.count < b.step.evidence.quote.utf8.count
  }

  /// About how many days a date spans, for taking the finest first; open ones last.
  private static func days(_ date: EDTF) -> Int {
    guard let interval = date.interval, let first = interval.first, let last = interval.last else {
      return .max
    }
    return (last.year - first.year) * 372 + (last.month - first.month) * 31 + last.day - first.day
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
