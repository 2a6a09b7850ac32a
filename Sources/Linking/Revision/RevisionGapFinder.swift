package import DocumentModel

/// Finds the gaps between the held revisions of a law, from what their own texts state.
///
/// Each amendment adds a set of supplementary provisions, which official XML heads with the amending
/// law. A later text with more new sets than held revisions account for shows that other amendments
/// lie between. A set may be added before its amendment is in force: it is then taken for that of the
/// later revision. Nothing is concluded from the distance of dates.
package struct RevisionGapFinder: Sendable {
  package init() {}

  /// Returns the gaps by time; `sets` holds, for each revision, the amending law that heads each set
  /// of supplementary provisions, empty where the file doesn't name it.
  package func gaps(
    among revisions: [LawRevisionID], sets: [LawRevisionID: [String]]
  ) -> [RevisionGap] {
    let held = revisions.filter { $0.inForceFrom != nil }.sorted()
    guard let first = held.first else { return [] }
    var gaps: [RevisionGap] = []
    // Sets added before: later revisions whose own amending law adds none.
    var credit = 0
    for place in held.indices.dropFirst().reversed() {
      let (older, newer) = (held[place - 1], held[place])
      let names = (sets[older] ?? [], sets[newer] ?? [])
      var added = names.1.count - names.0.count
      let isNew = !held[..<place].contains { $0.amendingLaw == newer.amendingLaw }
      if newer.amendingLaw != nil, isNew { added -= 1 }
      let missing = added - credit
      credit = max(0, credit - added)
      guard missing > 0 else { continue }
      gaps.append(
        RevisionGap(
          after: older, before: newer, amendments: missing,
          amendingLaws: unaccounted(names.1, notIn: names.0, held)))
    }
    if first.amendingLaw != nil || isAmended(before: first, sets[first] ?? []) {
      gaps.append(RevisionGap(after: nil, before: first, amendments: nil))
    }
    return gaps.reversed()
  }

  /// Whether a set of supplementary provisions is of an amending law of an earlier year.
  private func isAmended(before first: LawRevisionID, _ sets: [String]) -> Bool {
    guard let day = first.inForceFrom else { return false }
    return sets.contains { (AmendingLawName($0)?.year ?? day.year) < day.year }
  }

  /// Returns the amending laws that only the newer text names and that made no held revision.
  private func unaccounted(
    _ newer: [String], notIn older: [String], _ held: [LawRevisionID]
  ) -> [String] {
    guard older.contains(where: { !$0.isEmpty }) else { return [] }
    let known = Set(held.compactMap(\.amendingLaw).compactMap { AmendingLawName($0) })
    return newer.filter { words in
      guard !words.isEmpty, !older.contains(words) else { return false }
      return AmendingLawName(words).map { !known.contains($0) } ?? true
    }
  }
}
