package import DocumentModel

/// What people decided about pillars, in the order of deciding; the last word on a section holds.
package struct PillarDecisions: Sendable {
  package var all: [PillarDecision]

  package init(_ all: [PillarDecision] = []) { self.all = all }

  /// The documents that are named.
  package var documents: Set<DocumentID> { Set(all.map(\.document)) }

  /// Which sections of a document the decisions are about.
  package struct Matched: Sendable {
    /// For each section the place in `all` of the last word on it.
    package var last: [SectionID: Int] = [:]
    /// The places of decisions that hold but whose section isn't there any more, ascending.
    package var orphans: [Int] = []
    /// The section that each decision about the document is about, by place in `all`.
    package var sections: [Int: SectionID] = [:]
  }

  /// Finds the sections that the decisions on a document are about.
  package func match(_ document: DocumentID, _ sections: [Section]) -> Matched {
    var matched = Matched()
    var lost: [SectionID: Int] = [:]
    for (place, decision) in all.enumerated() where decision.document == document {
      if let section = Self.section(of: decision, among: sections) {
        matched.last[section.id] = place
        matched.sections[place] = section.id
      } else {
        lost[decision.section] = place
      }
    }
    matched.orphans = lost.values.filter { all[$0].pillars != nil }.sorted()
    return matched
  }

  /// Returns the pillars of a document's sections as they are with every decision applied.
  ///
  /// A section that nobody decided on, or no longer, has what the classifier found. A decision whose
  /// section isn't found is told as `decision.orphan`.
  package func applied(
    to assignments: [PillarAssignment], of document: DocumentID, sections: [Section]
  ) -> Staged<[PillarAssignment]> {
    let matched = match(document, sections)
    let isSame = matched.last.isEmpty && assignments.allSatisfy { $0.ruling == nil }
    let result =
      isSame
      ? assignments
      : assignments.map { assignment in
        matched.last[assignment.section].map { assignment.decided(by: all[$0]) } ?? assignment.found
      }
    return Staged(result, diagnostics: matched.orphans.map { Self.orphan(all[$0]) })
  }

  /// Returns the decisions that hold on documents that aren't among those given, one a section.
  package func orphans(outside documents: Set<DocumentID>) -> [PillarDecision] {
    var last: [SectionID: Int] = [:]
    for (place, decision) in all.enumerated() where !documents.contains(decision.document) {
      last[decision.section] = place
    }
    return last.values.sorted().map { all[$0] }.filter { $0.pillars != nil }
  }

  /// Tells that a decision has lost its section.
  package static func orphan(_ decision: PillarDecision) -> Diagnostic {
    Diagnostic(
      "decision.orphan", .warning,
      arguments: [
        "section": decision.section.rawValue, "document": decision.document.rawValue,
        "path": decision.path.joined(separator: " › "), "by": decision.by,
        "date": decision.day.iso8601,
      ])
  }

  /// Returns the section a decision is about.
  ///
  /// The id alone doesn't do: parts of a table are counted, so a row that was put in moves them. The
  /// path decides, first as a whole, then below the document's title, which may have been corrected.
  private static func section(of decision: PillarDecision, among sections: [Section]) -> Section? {
    if let same = sections.first(where: { $0.id == decision.section && $0.path == decision.path }) {
      return same
    }
    for skipped in 0...1 where decision.path.count > skipped {
      let path = decision.path.dropFirst(skipped)
      let alike = sections.filter { $0.path.dropFirst(skipped) == path }
      if alike.count == 1 { return alike[0] }
      if alike.count > 1 {
        return alike.indices.contains(decision.occurrence - 1)
          ? alike[decision.occurrence - 1] : nil
      }
    }
    return nil
  }
}
