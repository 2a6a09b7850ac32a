package import DocumentModel

/// A decision as a line of the decisions file holds it.
package struct PillarDecisionShape: Codable, Sendable, Equatable {
  /// `set` or `unset`.
  package var act: String
  package var by: String
  /// The day of the decision, `2026-11-21`.
  package var date: String
  package var document: String
  package var section: String
  package var path: [String]
  package var title: String
  package var occurrence: Int?
  /// Empty for none; absent where the decision is withdrawn.
  package var pillars: [String]?
  package var why: String

  enum CodingKeys: String, CodingKey {
    case act, by, date, document, section, path, title, occurrence, pillars, why
  }

  package init(_ decision: PillarDecision) {
    act = decision.pillars == nil ? "unset" : "set"
    by = decision.by
    date = decision.day.iso8601
    document = decision.document.rawValue
    section = decision.section.rawValue
    path = decision.path
    title = decision.title
    occurrence = decision.occurrence == 1 ? nil : decision.occurrence
    pillars = decision.pillars?.map(\.rawValue)
    why = decision.why
  }

  /// The decision, or nil with the name of the field that can't be used.
  func decision() -> (decision: PillarDecision?, field: String) {
    let named = [("by", by), ("document", document), ("section", section), ("why", why)]
    for (field, value) in named where value.allSatisfy(\.isWhitespace) { return (nil, field) }
    guard !path.isEmpty else { return (nil, "path") }
    guard occurrence ?? 1 > 0 else { return (nil, "occurrence") }
    let interval = EDTF(date).interval
    guard let day = interval?.first, interval?.last == day else { return (nil, "date") }
    var chosen: [Pillar]?
    switch act {
    case "set":
      let known = (pillars ?? ["absent"]).map(Pillar.init(rawValue:))
      guard !known.contains(nil), Set(known).count == known.count else { return (nil, "pillars") }
      chosen = known.compactMap { $0 }
    case "unset": chosen = nil
    default: return (nil, "act")
    }
    return (
      PillarDecision(
        section: SectionID(section), document: DocumentID(document), path: path, title: title,
        occurrence: occurrence ?? 1, pillars: chosen, by: by, why: why, day: day), ""
    )
  }
}

/// What `pillar decisions --format json` prints.
package struct PillarDecisionsShape: Encodable, Sendable, Equatable {
  package struct Entry: Encodable, Sendable, Equatable {
    package var decision: PillarDecisionShape
    package var state: String
    /// The section as the index has it now, where it is there.
    package var appliesTo: String?

    enum CodingKeys: String, CodingKey {
      case state
      case appliesTo = "applies_to"
    }

    package func encode(to encoder: any Encoder) throws {
      try decision.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(state, forKey: .state)
      try container.encodeIfPresent(appliesTo, forKey: .appliesTo)
    }
  }

  package var file: String
  package var decisions: [Entry]

  enum CodingKeys: String, CodingKey { case file, decisions }

  package init(_ listed: [ListedDecision], file: String) {
    self.file = file
    decisions = listed.map {
      Entry(
        decision: PillarDecisionShape($0.decision), state: $0.state.rawValue,
        appliesTo: $0.section?.rawValue)
    }
  }
}

/// Who decided a section's pillars, as `dump` and `explain` print it.
package struct RulingShape: Encodable, Sendable, Equatable {
  package var by: String
  package var date: String
  package var why: String
  package var foundPillars: [String]
  package var foundBasis: String

  enum CodingKeys: String, CodingKey {
    case by, date, why
    case foundPillars = "found_pillars"
    case foundBasis = "found_basis"
  }

  init(_ ruling: PillarRuling) {
    by = ruling.by
    date = ruling.day.iso8601
    why = ruling.why
    foundPillars = ruling.foundPillars.map(\.rawValue)
    foundBasis = ruling.foundBasis.rawValue
  }
}
