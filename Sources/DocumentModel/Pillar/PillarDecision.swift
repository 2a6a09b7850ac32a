/// What a person decided about a section's pillars, or that the decision no longer holds.
///
/// It names the section in several ways, so that it finds it again after the index is made anew.
package struct PillarDecision: Sendable, Hashable {
  package var section: SectionID
  package var document: DocumentID
  /// The titles from the document's title down to the section's own.
  package var path: [String]
  /// The heading's text, as quoted.
  package var title: String
  /// Which of the document's sections with this path it is, 1-based in reading order.
  package var occurrence: Int
  /// In order of weight; empty where the section belongs to none, nil where a decision is withdrawn.
  package var pillars: [Pillar]?
  package var by: String
  package var why: String
  package var day: CalendarDay

  package init(
    section: SectionID, document: DocumentID, path: [String], title: String, occurrence: Int = 1,
    pillars: [Pillar]?, by: String, why: String, day: CalendarDay
  ) {
    self.section = section
    self.document = document
    self.path = path
    self.title = title
    self.occurrence = occurrence
    self.pillars = pillars
    self.by = by
    self.why = why
    self.day = day
  }
}

/// Who decided a section's pillars, and what the text alone had given.
package struct PillarRuling: Sendable, Hashable {
  package var by: String
  package var why: String
  package var day: CalendarDay
  /// What the classifier found; it holds again when the decision is withdrawn.
  package var foundPillars: [Pillar]
  package var foundBasis: PillarBasis

  package init(
    by: String, why: String, day: CalendarDay, foundPillars: [Pillar], foundBasis: PillarBasis
  ) {
    self.by = by
    self.why = why
    self.day = day
    self.foundPillars = foundPillars
    self.foundBasis = foundBasis
  }
}

extension PillarAssignment {
  /// What the classifier found, whatever a person decided.
  package var found: PillarAssignment {
    guard let ruling else { return self }
    return PillarAssignment(
      section: section, pillars: ruling.foundPillars, basis: ruling.foundBasis, features: features)
  }

  /// Returns the assignment as a decision has it; a withdrawal gives what the classifier found.
  package func decided(by decision: PillarDecision) -> PillarAssignment {
    let found = found
    guard let pillars = decision.pillars else { return found }
    return PillarAssignment(
      section: section, pillars: pillars, basis: .decided, features: features,
      ruling: PillarRuling(
        by: decision.by, why: decision.why, day: decision.day, foundPillars: found.pillars,
        foundBasis: found.basis))
  }
}
