package import DocumentModel
import PassageIndex

/// A decision just made.
package struct DecidedSection: Sendable {
  package var decision: PillarDecision
  /// The section's pillars before and now; nil where the index doesn't have the section any more.
  package var before: PillarAssignment?
  package var now: PillarAssignment?
}

/// A decision of the file with what has become of it.
package struct ListedDecision: Sendable {
  package enum State: String, Sendable {
    /// It holds.
    case applied
    /// It holds, but its section isn't in the index.
    case orphan
    /// A later line is about the same section.
    case superseded
    /// It withdraws an earlier one.
    case withdrawal
    /// There is no index to compare with.
    case unknown
  }

  package var decision: PillarDecision
  package var state: State
  /// The section in the index.
  package var section: SectionID?
}

/// Sets the pillars of sections by a person's decision, and lists what was decided.
package struct DecidePillars: Sendable {
  private let index: String
  private let store: DecisionStore

  package init(index: String, store: DecisionStore) {
    self.index = index
    self.store = store
  }

  /// Gives a section its pillars, or takes the decision back where `pillars` is nil.
  ///
  /// `id` names a section, or a passage and so its section. The decision is in the file before the
  /// index changes.
  ///
  /// - Throws: `WorkbenchError` where the id is unknown, a particular is blank, or there is nothing
  ///   to withdraw.
  package func decide(
    _ id: String, _ pillars: [Pillar]?, by: String, why: String, on day: CalendarDay
  ) throws -> Staged<DecidedSection> {
    for (field, value) in [("--by", by), ("--why", why)] where value.allSatisfy(\.isWhitespace) {
      throw WorkbenchError(.badUse, "decision.blank", ["field": field])
    }
    let base = try KnowledgeBase(index: index)
    let place = try base.ask { reader throws(IndexError) in
      try reader.sectionID(ofSectionOrPassage: id)
    }
    guard let place else {
      return try withdrawOrphan(id, pillars, by: by, why: why, on: day)
    }
    // The lock comes first: what can't be applied now shouldn't be written down as done.
    let (path, header) = (index, base.reader.header)
    let writer = try IndexStore.translating { () throws(IndexError) in
      try IndexWriter(path: path, header: header)
    }
    let keyed = try base.ask { reader throws(IndexError) in
      try reader.sections(of: place.document)
    }
    guard let keyed, let section = keyed.sections.first(where: { $0.id == place.section }) else {
      throw WorkbenchError(.nothing, "id.unknown", ["value": id])
    }
    if pillars == nil, keyed.pillars[section.id]?.ruling == nil {
      throw WorkbenchError(.nothing, "decision.none", ["value": id])
    }
    let alike = keyed.sections.filter { $0.path == section.path }
    let decision = PillarDecision(
      section: section.id, document: place.document, path: section.path, title: section.title,
      occurrence: (alike.firstIndex { $0.id == section.id } ?? 0) + 1, pillars: pillars, by: by,
      why: why, day: day)
    try store.append(decision)
    let decisions = try store.pillarDecisions()
    let applied = decisions.value.applied(
      to: keyed.assignments, of: place.document, sections: keyed.sections)
    let changed = applied.value.filter { $0 != keyed.pillars[$0.section] }
    try IndexStore.translating { () throws(IndexError) in try writer.replacePillars(changed) }
    return Staged(
      DecidedSection(
        decision: decision, before: keyed.pillars[section.id],
        now: applied.value.first { $0.section == section.id }),
      diagnostics: decisions.diagnostics)
  }

  /// Takes back a decision whose section the index doesn't have.
  private func withdrawOrphan(
    _ id: String, _ pillars: [Pillar]?, by: String, why: String, on day: CalendarDay
  ) throws -> Staged<DecidedSection> {
    let decisions = try store.pillarDecisions()
    let last = decisions.value.all.last { $0.section.rawValue == id }
    guard pillars == nil, var decision = last, decision.pillars != nil else {
      throw WorkbenchError(.nothing, "id.unknown", ["value": id])
    }
    decision.pillars = nil
    decision.by = by
    decision.why = why
    decision.day = day
    try store.append(decision)
    return Staged(DecidedSection(decision: decision), diagnostics: decisions.diagnostics)
  }

  /// Lists the decisions that hold, in the order of deciding; with `history` every line.
  package func list(history: Bool = false) throws -> Staged<[ListedDecision]> {
    let read = try store.pillarDecisions()
    let listed = history || !read.value.all.isEmpty ? try states(of: read.value) : []
    let wanted = listed.filter {
      history || $0.state == .applied || $0.state == .orphan || $0.state == .unknown
    }
    return Staged(wanted, diagnostics: read.diagnostics)
  }

  private func states(of decisions: PillarDecisions) throws -> [ListedDecision] {
    var listed = decisions.all.map { ListedDecision(decision: $0, state: .superseded) }
    let base: KnowledgeBase?
    do {
      base = try KnowledgeBase(index: index)
    } catch let error as WorkbenchError where error.diagnostic.identifier == "index.missing" {
      base = nil
    }
    var absent = decisions.documents
    for document in decisions.documents.sorted() {
      let keyed = try base?.ask { reader throws(IndexError) in try reader.sections(of: document) }
      guard let keyed else { continue }
      absent.remove(document)
      let matched = decisions.match(document, keyed.sections)
      for (place, section) in matched.sections { listed[place].section = section }
      for place in matched.last.values { listed[place].state = .applied }
      for place in matched.orphans { listed[place].state = .orphan }
    }
    var last: [SectionID: Int] = [:]
    for (place, decision) in decisions.all.enumerated() where absent.contains(decision.document) {
      last[decision.section] = place
    }
    for place in last.values { listed[place].state = base == nil ? .unknown : .orphan }
    for place in listed.indices where listed[place].decision.pillars == nil {
      listed[place].state = .withdrawal
    }
    return listed
  }
}
