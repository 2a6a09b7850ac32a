import DocumentModel

/// Gathers what each section of a document says for the pillars.
struct EvidenceGatherer: Sendable {
  let weigher: EvidenceWeigher
  let headings: [PillarHeading]
  let settings: PillarSettings

  /// Returns the evidence of each section, in their order: its heading and its own blocks, not those of
  /// its children.
  ///
  /// `places` tells which section has an id.
  func gather(
    _ document: StructuredDocument, links: [Link], places: [SectionID: Int]
  ) -> [SectionEvidence] {
    var evidence: [SectionEvidence] = []
    evidence.reserveCapacity(document.sections.count)
    var titles: Set<TextSpan<Citable>> = []
    let index = LinkIndex(links)
    for section in document.sections {
      var own = SectionEvidence()
      if let span = section.titleSpan {
        titles.insert(span)
        let title = ScalarText(document.citable.utf8, in: span.utf8Range())
        let weighed = weigher.weigh(title, isSentence: false, links: index.links(in: span))
        own.heading = weighed.share
        own.count(weighed)
        own.named = weigher.names(title)
        own.factor = factor(of: title)
      } else if section.parent != nil {
        own.named = weigher.names(ScalarText(section.title))
      }
      evidence.append(own)
    }
    for block in document.blocks where block.kind != .furniture && !titles.contains(block.span) {
      guard let place = places[block.section] else { continue }
      evidence[place].hasBody = true
      Statement.forEach(in: block, of: document.citable) { statement in
        let weighed = weigher.weigh(
          statement.text, isSentence: statement.isSentence, links: index.links(in: statement.span))
        evidence[place].add(weighed, isSentence: statement.isSentence, settings: settings)
      }
    }
    aggregate(&evidence, document, places)
    return evidence
  }

  /// The factor of the heading's kind: 背景 counts less, 目次 nothing.
  private func factor(of title: ScalarText) -> Double {
    let words = title.string(0..<title.count).filter(\.isLetter)
    let kinds = headings.filter { $0.words.contains { words.hasSuffix($0) } }
    return kinds.map(\.factor).min() ?? 1
  }

  /// Lets a section that has only a heading speak by its children, and one with labelled rows by
  /// their labels.
  private func aggregate(
    _ evidence: inout [SectionEvidence], _ document: StructuredDocument, _ places: [SectionID: Int]
  ) {
    for (place, section) in document.sections.enumerated() where section.isSynthetic {
      guard let parent = section.parent.flatMap({ places[$0] }) else { continue }
      let rows = evidence[parent].rows
      evidence[parent].rows += evidence[place].named.filter { !rows.contains($0) }
    }
    for (place, section) in document.sections.enumerated().reversed() {
      guard let parent = section.parent.flatMap({ places[$0] }), !evidence[parent].hasBody else {
        continue
      }
      evidence[parent].add(child: evidence[place], settings: settings)
    }
  }
}
