import DocumentModel

/// Decides between mentions that overlap: the longest stands, and of equals the surer.
///
/// A year inside a law number or a document's name is no date, and a body inside a document's name
/// has no link of its own. Terms that carry a provision without citing it (`concept`) stand beside
/// anything. Several mentions of one span and kind stand together (前二項 names two paragraphs).
struct MentionArbiter: Sendable {
  /// Returns the mentions that stand, in reading order.
  func settle(_ mentions: [Mention]) -> [Mention] {
    let concepts = mentions.filter { $0.basis == .concept }
    let ordered = mentions.filter { $0.basis != .concept }.sorted(by: Self.precedes)
    var standing: [Mention] = []
    var taken: [Int: Mention] = [:]
    for mention in ordered where !mention.span.isEmpty {
      let range = mention.span.utf8Range()
      var blocker: Mention?
      for byte in range where taken[byte] != nil {
        blocker = taken[byte]
        break
      }
      if let blocker {
        guard blocker.span == mention.span, blocker.target.kind == mention.target.kind,
          blocker.target != mention.target
        else { continue }
      }
      standing.append(mention)
      for byte in range { taken[byte] = mention }
    }
    return (standing + concepts).sorted {
      ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
    }
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
