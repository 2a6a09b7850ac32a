package import DocumentModel

/// Keys sections to the pillars of a frame, such as know, nurture, protect.
///
/// A heading or label that names a pillar decides for what stands under it until another one does.
/// Where nothing is named, the section's own statements are weighed by the terms and provisions in
/// them; a section that says too little takes its parent's pillars, and one that has only a heading
/// those of its children.
package struct PillarClassifier: Sendable {
  private let settings: PillarSettings
  private let gatherer: EvidenceGatherer
  /// Divides a document at the labels of the classifier's frame, before it is linked and classified.
  package let divider: FrameDivider

  package init(frame: PillarFrame, model: PillarModel) {
    settings = model.settings
    divider = FrameDivider(frame: frame)
    gatherer = EvidenceGatherer(
      weigher: EvidenceWeigher(frame: frame, model: model), headings: model.headings,
      settings: model.settings)
  }

  /// Returns one assignment for each section of the document, in its order.
  package func classify(
    _ document: StructuredDocument, links: [Link]
  ) -> Staged<[PillarAssignment]> {
    var places: [SectionID: Int] = [:]
    places.reserveCapacity(document.sections.count)
    for (place, section) in document.sections.enumerated() { places[section.id] = place }
    let evidence = gatherer.gather(document, links: links, places: places)
    // What those below a section need to know of it is kept as long as they follow.
    var above: [(place: Int, decision: Decision)] = []
    var assignments: [PillarAssignment] = []
    assignments.reserveCapacity(document.sections.count)
    for (place, section) in document.sections.enumerated() {
      let parent = section.parent.flatMap { places[$0] }
      while let last = above.last, last.place != parent { above.removeLast() }
      let decision = decide(section, evidence[place], under: above.last?.decision)
      above.append((place, decision))
      assignments.append(decision.assignment)
    }
    return Staged(assignments)
  }

  /// What was decided for a section, and what it means for those below.
  private struct Decision {
    var assignment: PillarAssignment
    /// The pillars that a heading names for what stands below it.
    var named: [Pillar] = []
    var namedBy = ""
    /// Whether the heading, or one above that spoke for it, says clearly what it is about.
    var headingSays = false
    /// Whether the section is an agenda or the like, and all below it.
    var isSilent = false
  }

  private func decide(
    _ section: Section, _ evidence: SectionEvidence, under parent: Decision?
  ) -> Decision {
    var decision = Decision(
      assignment: PillarAssignment(section: section.id, pillars: [], basis: .none),
      named: evidence.named, namedBy: section.title,
      isSilent: evidence.factor == 0 || parent?.isSilent == true)
    // The title of a document with its date and issuer is a cover, not a statement.
    let isCover = section.level == 1 && !(evidence.hasBody && evidence.sentences > 0)
    if isCover || decision.isSilent { return decision }
    if evidence.named.isEmpty, let parent {
      decision.named = parent.named
      decision.namedBy = parent.namedBy
    }
    let own = evidence.combined(settings)
    if !decision.named.isEmpty {
      let more = ranked(own, share: settings.shareBesideNamed)
        .filter { !decision.named.contains($0) && evidence.statements[$0] >= 2 }
      decision.assignment.pillars = decision.named + more
      decision.assignment.basis = .explicit
    } else if !evidence.rows.isEmpty {
      decision.assignment.pillars = evidence.rows
      decision.assignment.basis = .explicit
    } else if isEnough(own) {
      decision.assignment.pillars = ranked(own, share: settings.share)
      let isNamed = decision.assignment.pillars.contains { evidence.mentioned.contains($0) }
      decision.assignment.basis = isNamed ? .explicit : .implied
    } else if let parent, inherits(evidence, own, from: parent) {
      decision.assignment.pillars = parent.assignment.pillars
      decision.assignment.basis = parent.assignment.basis
      decision.assignment.features = parent.assignment.features
      decision.headingSays = parent.headingSays
      return decision
    }
    if let first = decision.assignment.pillars.first {
      decision.headingSays = evidence.heading[first] * evidence.factor >= settings.statement
    }
    decision.assignment.features = features(evidence, decision)
    return decision
  }

  private func isEnough(_ weights: PillarWeights) -> Bool {
    let first = Pillar.allCases.map { weights[$0] }.max() ?? 0
    return weights.total >= settings.least && first >= settings.leastFirst
  }

  /// Whether a section that says too little takes its parent's pillars.
  ///
  /// A few items without a verb go with what they stand under. Sentences do where the parent's
  /// heading says clearly what it is about, or where they say something for its pillar.
  private func inherits(
    _ evidence: SectionEvidence, _ own: PillarWeights, from parent: Decision
  ) -> Bool {
    guard let first = parent.assignment.pillars.first else { return false }
    return parent.headingSays || evidence.sentences == 0 || own[first] >= settings.leastFirst / 2
  }

  /// The main pillar, and those that have a share of their own.
  private func ranked(_ weights: PillarWeights, share: Double) -> [Pillar] {
    let ranked = weights.ranked
    return ranked.filter { $0 == ranked.first || weights[$0] / weights.total >= share }
  }

  /// The words that decided, the heaviest first, twelve at most.
  private func features(_ evidence: SectionEvidence, _ decision: Decision) -> [PillarFeature] {
    var features = decision.named.map {
      PillarFeature(pillar: $0, words: decision.namedBy, weight: settings.marker)
    }
    features += evidence.words.map {
      PillarFeature(pillar: $0.key.pillar, words: $0.key.words, weight: $0.value)
    }.sorted {
      (-abs($0.weight), $0.words, $0.pillar.rawValue)
        < (-abs($1.weight), $1.words, $1.pillar.rawValue)
    }
    return Array(features.prefix(12))
  }
}
