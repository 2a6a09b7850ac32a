import DocumentModel

/// Decides between mentions that overlap: the longest stands, and of equals the surer.
///
/// A year inside a law number or a document's name is no date, and a body inside a document's name
/// has no link of its own. Terms that carry a provision without citing it (`concept`) stand beside
/// anything but a law's name that they are part of (不正競争 in 不正競争防止法). Several provisions of one span stand together (前二項 names two paragraphs).
struct MentionArbiter: Sendable {
  /// Returns the mentions that stand, in reading order.
  ///
  /// - Complexity: O(*n* log *n*), with few mentions overlapping at one place.
  func settle(_ mentions: [Mention]) -> [Mention] {
    var standing: [Mention] = []
    var cluster: [Mention] = []
    var end = TextOffset<Citable>(0)
    let ordered = mentions.filter { $0.basis != .concept && !$0.span.isEmpty }
      .sorted { $0.span.lowerBound < $1.span.lowerBound }
    for mention in ordered {
      if mention.span.lowerBound >= end {
        standing += settled(cluster)
        cluster = []
      }
      cluster.append(mention)
      end = max(end, mention.span.upperBound)
    }
    standing += settled(cluster)
    standing += concepts(in: mentions, beside: standing)
    return standing.sorted {
      ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
    }
  }

  /// Returns the terms of law that aren't part of a longer law mention.
  private func concepts(in mentions: [Mention], beside standing: [Mention]) -> [Mention] {
    let laws = standing.filter { $0.target.kind == .law }.map(\.span)
      .sorted { $0.lowerBound < $1.lowerBound }
    return mentions.filter { mention in
      guard mention.basis == .concept, !mention.span.isEmpty else { return false }
      // Standing law mentions don't overlap unless they share one span.
      let before = laws.partitioningIndex { $0.lowerBound > mention.span.lowerBound }
      guard before > 0 else { return true }
      let law = laws[before - 1]
      return law == mention.span || law.upperBound < mention.span.upperBound
    }
  }

  /// Settles mentions that overlap one another or a common one.
  private func settled(_ cluster: [Mention]) -> [Mention] {
    guard cluster.count > 1 else { return cluster }
    var standing: [Mention] = []
    for mention in cluster.sorted(by: Self.precedes) {
      let blocker = standing.first { $0.span.overlaps(mention.span) }
      if let blocker {
        guard blocker.span == mention.span, blocker.target.kind == .law,
          mention.target.kind == .law,
          !standing.contains(where: { $0.target == mention.target && $0.span == mention.span })
        else { continue }
      }
      standing.append(mention)
    }
    return standing
  }

  /// Longer before shorter; of one length laws, documents, ministries, bodies, dates.
  private static func precedes(_ a: Mention, _ b: Mention) -> Bool {
    let lengths = (a.span.utf8Count(), b.span.utf8Count())
    if lengths.0 != lengths.1 { return lengths.0 > lengths.1 }
    let ranks = (rank(a.target.kind), rank(b.target.kind))
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    return a.span.lowerBound < b.span.lowerBound
  }

  private static func rank(_ kind: LinkKind) -> Int {
    switch kind {
    case .law: 0
    case .document: 1
    case .ministry: 2
    case .org: 3
    case .date: 4
    }
  }
}

extension Array {
  /// Returns the first index from which the condition holds, in an array it divides in two.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
