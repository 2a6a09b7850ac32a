import DocumentModel

/// Weighs a text by the terms, provisions and markers in it.
///
/// Each concept counts once, the last one more: the head of a Japanese phrase stands at its end
/// (技術の流出防止に向けた研究 is research, 研究成果の流出防止 is protection). The sums are squared
/// before they are shared out, so that the pillar a text is about outweighs those it touches.
/// Headings and items are noun phrases: what stands before their head counts less.
struct EvidenceWeigher: Sendable {
  private let terms: [PillarTerm]
  private let provisions: [PillarProvision]
  private let scanner: TermScanner
  private let markers: MarkerFinder
  private let settings: PillarSettings

  init(frame: PillarFrame, model: PillarModel) {
    terms = model.terms
    provisions = model.provisions
    scanner = TermScanner(model.terms.map(\.words))
    markers = MarkerFinder(frame)
    settings = model.settings
  }

  private struct Mention {
    var concept: String
    var words: String
    var weights: PillarWeights
    var closing: PillarWeights?
    var end: Int
  }

  /// Returns what a text says; `links` are those inside it.
  func weigh(_ text: ScalarText, isSentence: Bool, links: [Link] = []) -> WeighedText {
    let namings = markers.namings(in: text)
    var mentions = namings.map { naming in
      var weights = PillarWeights()
      weights[naming.pillar] = settings.marker
      return Mention(
        concept: "frame.\(naming.pillar)", words: naming.words, weights: weights,
        end: naming.range.upperBound)
    }
    let bodyEnd = bodyEnd(text)
    for hit in scanner.scan(text) {
      let term = terms[hit.list]
      let next = namings.partitioningIndex { $0.range.upperBound > hit.range.lowerBound }
      let isMasked = next < namings.count && namings[next].range.overlaps(hit.range)
      if term.weights == PillarWeights() || isMasked { continue }
      mentions.append(
        Mention(
          concept: term.key, words: text.string(hit.range), weights: term.weights,
          closing: isSentence || hit.range.upperBound < bodyEnd ? nil : term.closing,
          end: hit.range.upperBound))
    }
    mentions += links.flatMap { mention(of: $0, in: text) }
    var weighed = share(mentions.sorted { $0.end < $1.end }, isSentence: isSentence)
    weighed.named = Set(namings.map(\.pillar))
    return weighed
  }

  /// The pillars that a heading or label names, in the order of its words.
  func names(_ text: ScalarText) -> [Pillar] {
    let label = markers.label(text)
    var pillars: [Pillar] = []
    for naming in label.isEmpty ? markers.namings(in: text) : label
    where !pillars.contains(naming.pillar) {
      pillars.append(naming.pillar)
    }
    return pillars
  }

  private func mention(of link: Link, in text: ScalarText) -> [Mention] {
    guard case .law(let target) = link.target else { return [] }
    let end = text.offsets.partitioningIndex { $0 >= link.span.upperBound.utf8 }
    return provisions.filter { $0.covers(target) }.map {
      Mention(concept: $0.key, words: link.surface, weights: $0.weights, end: end)
    }
  }

  /// Where the text ends, a closing bracket or 等 aside.
  private func bodyEnd(_ text: ScalarText) -> Int {
    let tail: Set<UInt32> = [0x20, 0x29, 0x300D, 0x7B49]
    return (text.scalars.lastIndex { !tail.contains($0) } ?? -1) + 1
  }

  private func share(_ found: [Mention], isSentence: Bool) -> WeighedText {
    var mentions = found
    if let closing = mentions.last?.closing { mentions[mentions.count - 1].weights = closing }
    var best: [String: (order: Int, factor: Double)] = [:]
    for (index, mention) in mentions.enumerated() {
      let isLast = index == mentions.count - 1
      let factor = isLast ? settings.last : isSentence ? 1 : settings.modifier
      if let old = best[mention.concept], old.factor >= factor { continue }
      best[mention.concept] = (index, factor)
    }
    var sums = PillarWeights()
    var weighed = WeighedText()
    for (order, factor) in best.values.sorted(by: { $0.order < $1.order }) {
      for pillar in Pillar.allCases where mentions[order].weights[pillar] != 0 {
        let weight = mentions[order].weights[pillar] * factor
        sums[pillar] += weight
        weighed.features.append(
          PillarFeature(pillar: pillar, words: mentions[order].words, weight: weight))
      }
    }
    for pillar in Pillar.allCases { sums[pillar] = max(0, sums[pillar]) }
    guard sums.total > 0 else { return weighed }
    var squares = PillarWeights()
    for pillar in Pillar.allCases { squares[pillar] = sums[pillar] * sums[pillar] }
    // Many faint hints are not one clear word: evidence counts by its power of 3/2.
    let strength = sums.total * sums.total.squareRoot()
    let half = settings.saturation * settings.saturation.squareRoot()
    let sureness = strength / (strength + half)
    weighed.share = squares * (sureness / squares.total)
    return weighed
  }
}
