import DocumentModel

/// Gathers what each section of a document says for the pillars.
struct EvidenceGatherer: Sendable {
  let weigher: EvidenceWeigher
  let headings: [PillarHeading]
  let settings: PillarSettings

  /// Returns each section's evidence: its heading and its own blocks, not those of its children.
  func gather(_ document: StructuredDocument, links: [Link]) -> [SectionID: SectionEvidence] {
    var evidence: [SectionID: SectionEvidence] = [:]
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
      evidence[section.id] = own
    }
    for block in document.blocks where block.kind != .furniture && !titles.contains(block.span) {
      evidence[block.section]?.hasBody = true
      for statement in Statement.all(in: block, of: document.citable) {
        let weighed = weigher.weigh(
          statement.text, isSentence: statement.isSentence, links: index.links(in: statement.span))
        evidence[block.section]?.add(
          weighed, isSentence: statement.isSentence, settings: settings)
      }
    }
    aggregate(&evidence, document)
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
    _ evidence: inout [SectionID: SectionEvidence], _ document: StructuredDocument
  ) {
    for section in document.sections where section.isSynthetic {
      guard let parent = section.parent, let named = evidence[section.id]?.named,
        var rows = evidence[parent]?.rows
      else { continue }
      rows += named.filter { !rows.contains($0) }
      evidence[parent]?.rows = rows
    }
    for section in document.sections.reversed() {
      guard let parent = section.parent, let child = evidence[section.id],
        let own = evidence[parent], !own.hasBody
      else { continue }
      evidence[parent]?.add(child: child, settings: settings)
    }
  }
}
