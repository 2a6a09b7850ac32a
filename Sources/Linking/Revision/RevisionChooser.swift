package import DocumentModel

/// One held revision of a law with what is needed to tell whether a provision was there.
package struct HeldRevision: Sendable, Equatable {
  package var id: LawRevisionID
  /// The article numbers of its main provision, merged deletions (`3:5`) taken apart.
  package var articles: Set<String>

  package init(id: LawRevisionID, articles: Set<String>) {
    self.id = id
    self.articles = articles
  }
}

/// Chooses the revision of a law that was in force on a day.
///
/// e-Gov's revisions hold only what is in force, so an article may be enacted and rightly cited years
/// before a revision has it: the Act of 2022 had no Article 50 in force before November 2023. The
/// number of the amending law tells which case it is, by its year.
package struct RevisionChooser: Sendable {
  package init() {}

  /// Returns the revision in force on a day: the last that began by then.
  ///
  /// Revisions without a day are never chosen. On one day, the one made by the last amending law.
  package func revision(on day: CalendarDay, among held: [LawRevisionID]) -> LawRevisionID? {
    held.filter { revision in revision.inForceFrom.map { $0 <= day } ?? false }.max()
  }

  /// Returns the latest revision in force today, or the only one there is.
  package func current(on today: CalendarDay, among held: [LawRevisionID]) -> LawRevisionID? {
    revision(on: today, among: held) ?? held.min()
  }

  /// Tells whether an article was there on a day.
  package func status(
    of article: String, on day: CalendarDay, among held: [HeldRevision]
  ) -> ProvisionStatus {
    let dated = held.filter { $0.id.inForceFrom != nil }.sorted { $0.id < $1.id }
    let chosen = revision(on: day, among: dated.map(\.id))
    if let chosen, dated.contains(where: { $0.id == chosen && $0.articles.contains(article) }) {
      return .inForce(chosen)
    }
    let later = dated.first { revision in
      revision.articles.contains(article) && chosen.map { revision.id > $0 } ?? true
    }
    if let later {
      guard chosen != nil else { return beforeAllHeld(later.id, on: day) }
      return madeBy(day, later.id) ? .notYetInForce(later.id) : .notYetEnacted(later.id)
    }
    let earlier = dated.last { revision in
      revision.articles.contains(article) && chosen.map { revision.id < $0 } ?? false
    }
    if let earlier { return .removed(earlier.id) }
    if dated.isEmpty { return .unknown(nearest: held.map(\.id).min()) }
    return .noSuchProvision
  }

  /// Tells what a day before every held revision means for an article that a later one has.
  private func beforeAllHeld(_ first: LawRevisionID, on day: CalendarDay) -> ProvisionStatus {
    guard first.amendingLaw == nil, let made = year(of: first.lawID) else {
      return .unknown(nearest: first)
    }
    return made <= day.year ? .notYetInForce(first) : .notYetEnacted(first)
  }

  /// Returns whether the law that brought a revision about was made in or before the day's year.
  private func madeBy(_ day: CalendarDay, _ revision: LawRevisionID) -> Bool {
    guard let made = year(of: revision.amendingLaw ?? revision.lawID) else { return false }
    return made <= day.year
  }

  /// Returns the Gregorian year in a LawId: era digit and two-digit year.
  private func year(of law: LawID) -> Int? {
    guard let era = law.rawValue.first?.wholeNumberValue, (1...5).contains(era),
      let year = Int(law.rawValue.dropFirst().prefix(2))
    else { return nil }
    return [1867, 1911, 1925, 1988, 2018][era - 1] + year
  }
}
