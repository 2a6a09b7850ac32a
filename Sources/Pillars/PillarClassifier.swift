package import DocumentModel
package import Registry

/// Keys sections to the pillars of a frame, such as know, nurture, protect.
///
/// A heading or label that names a pillar decides for what stands under it until another one does.
/// Where nothing is named, the section's own statements are weighed by the terms and provisions in
/// them; a section that says too little takes its parent's pillars, and one that has only a heading
/// those of its children.
package struct PillarClassifier: Sendable {
  private let settings: PillarSettings
  private let weigher: EvidenceWeigher
  private let headings: [PillarHeading]

  package init(frame: PillarFrame, model: PillarModel) {
    settings = model.settings
    weigher = EvidenceWeigher(frame: frame, model: model)
    headings = model.headings
  }

  /// A classifier that knows no words; the Workbench hands the tables in.
  package init(registry: Registry) {
    self.init(
      frame: PillarFrame(
        id: "", names: .init(ja: "", en: ""), source: "", pillars: [], labelSuffixes: []),
      model: PillarModel())
  }

  /// Returns one assignment for each section of the document, in its order.
  package func classify(
    _ document: StructuredDocument, links: [Link]
  ) -> Staged<[PillarAssignment]> {
    let evidence = gather(document, links: links)
    var decided: [SectionID: Decision] = [:]
    var assignments: [PillarAssignment] = []
    for section in document.sections {
      let decision = decide(
        section, evidence[section.id] ?? SectionEvidence(),
        under: section.parent.flatMap { decided[$0] })
      decided[section.id] = decision
      assignments.append(decision.assignment)
    }
    return Staged(assignments)
  }

  // MARK: Evidence

  private func gather(
    _ document: StructuredDocument, links: [Link]
  ) -> [SectionID: SectionEvidence] {
    var evidence: [SectionID: SectionEvidence] = [:]
    for section in document.sections {
      var own = SectionEvidence()
      if let span = section.titleSpan {
        let title = ScalarText(document.citable.utf8, in: span.utf8Range())
        let weighed = weigher.weigh(
          title, isSentence: false, links: links.filter { span.contains($0.span) })
        own.heading = weighed.share * damping(of: title)
        own.count(weighed)
        own.named = weigher.names(title)
      }
      evidence[section.id] = own
    }
    let titles = Set(document.sections.compactMap(\.titleSpan))
    var cursor = links.sorted { $0.span.lowerBound < $1.span.lowerBound }[...]
    for block in document.blocks where block.kind != .furniture && !titles.contains(block.span) {
      for statement in Statement.all(in: block, of: document.citable) {
        while let next = cursor.first, next.span.lowerBound < statement.span.lowerBound {
          cursor.removeFirst()
        }
        let inside = cursor.prefix { $0.span.upperBound <= statement.span.upperBound }
        let weighed = weigher.weigh(
          statement.text, isSentence: statement.isSentence, links: Array(inside))
        let factor = statement.isSentence ? 1 : settings.item
        evidence[block.section]?.add(weighed, factor: factor, settings: settings)
        if statement.isSentence { evidence[block.section]?.hasSentence = true }
      }
      evidence[block.section]?.hasBody = true
    }
    damp(&evidence, document)
    aggregate(&evidence, document)
    return evidence
  }

  /// The factor of the heading's kind: 背景 counts less, 目次 nothing.
  private func damping(of title: ScalarText) -> Double {
    let words = title.string(0..<title.count).filter { !$0.isWhitespace }
    let kinds = headings.filter { $0.words.contains { words.hasSuffix($0) } }
    return kinds.map(\.factor).min() ?? 1
  }

  private func damp(
    _ evidence: inout [SectionID: SectionEvidence], _ document: StructuredDocument
  ) {
    for section in document.sections {
      guard let span = section.titleSpan else { continue }
      let factor = damping(of: ScalarText(document.citable.utf8, in: span.utf8Range()))
      if factor < 1, let own = evidence[section.id] {
        evidence[section.id]?.body = own.body * factor
      }
    }
  }

  /// Lets a section that has only a heading speak by its children.
  private func aggregate(
    _ evidence: inout [SectionID: SectionEvidence], _ document: StructuredDocument
  ) {
    for section in document.sections.reversed() {
      guard let parent = section.parent, let child = evidence[section.id],
        evidence[parent]?.hasBody == false
      else { continue }
      evidence[parent]?.add(child: child, settings: settings)
    }
  }

  // MARK: Decision

  private struct Decision {
    var assignment: PillarAssignment
    /// The pillars that a heading names for what stands below it.
    var named: [Pillar]
    var namedBy: String
  }

  private func decide(
    _ section: Section, _ evidence: SectionEvidence, under parent: Decision?
  ) -> Decision {
    let named = evidence.named.isEmpty ? parent?.named ?? [] : evidence.named
    let namedBy = evidence.named.isEmpty ? parent?.namedBy ?? "" : section.title
    var decision = Decision(
      assignment: PillarAssignment(section: section.id, pillars: [], basis: .none),
      named: named, namedBy: namedBy)
    // The title of a document with its date and issuer is a cover, not a statement.
    if section.level == 1, !evidence.hasSentence || !evidence.hasBody { return decision }
    let weights = evidence.combined(settings)
    if !named.isEmpty {
      let more = second(weights, evidence, share: 1.0 / 3).filter { !named.contains($0) }
      decision.assignment.pillars = named + more.filter { evidence.statements[$0] >= 2 }
      decision.assignment.basis = .explicit
    } else if isEnough(weights) {
      decision.assignment.pillars = second(weights, evidence, share: settings.share)
      let isNamed = decision.assignment.pillars.contains { evidence.mentioned.contains($0) }
      decision.assignment.basis = isNamed ? .explicit : .implied
    } else if let above = parent?.assignment, !above.pillars.isEmpty {
      decision.assignment.pillars = above.pillars
      decision.assignment.basis = above.basis
      decision.assignment.features = above.features
      return decision
    }
    decision.assignment.features = features(evidence, decision)
    return decision
  }

  private func isEnough(_ weights: PillarWeights) -> Bool {
    let first = Pillar.allCases.map { weights[$0] }.max() ?? 0
    return weights.total >= settings.least && first >= settings.leastFirst
  }

  /// The main pillar, and those that have a share of their own.
  private func second(
    _ weights: PillarWeights, _ evidence: SectionEvidence, share: Double
  ) -> [Pillar] {
    let ranked = weights.ranked
    return ranked.filter { pillar in
      let part = weights[pillar] / weights.total
      return pillar == ranked.first || part >= share
        || part >= settings.repeatedShare && evidence.statements[pillar] >= 2
    }
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

extension Range {
  /// Whether all of another span lies inside this one.
  fileprivate func contains(_ other: Range<Bound>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
