/// What the classifier knows of the field: terms, provisions, kinds of headings and its settings.
package struct PillarModel: Sendable, Hashable {
  package var terms: [PillarTerm]
  package var provisions: [PillarProvision]
  package var headings: [PillarHeading]
  package var settings: PillarSettings

  package init(
    terms: [PillarTerm] = [], provisions: [PillarProvision] = [],
    headings: [PillarHeading] = [], settings: PillarSettings = .init()
  ) {
    self.terms = terms
    self.provisions = provisions
    self.headings = headings
    self.settings = settings
  }
}

/// How evidence is weighed; found by `tools/pillar-learn`, leaving one document out at a time.
package struct PillarSettings: Sendable, Hashable, Codable {
  /// What a heading counts against a statement.
  package var heading = 1.5
  /// The most that all statements of a section count together.
  package var body = 2.5
  /// What the last concept of a statement counts more: Japanese phrases end in their head.
  package var last = 1.5
  /// What the concepts before the last count in a heading or item.
  package var modifier = 0.6
  /// The evidence at which a statement counts half.
  package var saturation = 2.0
  /// What an item without a verb counts against a sentence.
  package var item = 0.7
  /// How much a statement must say for a pillar to be counted as one of its statements.
  package var statement = 0.3
  /// The evidence below which a section has no pillar of its own.
  package var least = 0.5
  /// The evidence that its first pillar must have of it.
  package var leastFirst = 0.35
  /// The share of a section that makes a second pillar.
  package var share = 0.24
  /// The share that makes another pillar beside those a heading names.
  package var shareBesideNamed = 0.5
  /// What the frame's own words count.
  package var marker = 3.0

  package init() {}
}
