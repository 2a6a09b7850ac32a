import DocumentModel

/// Decides between mentions that overlap: the longest stands, and of equals the surer.
///
/// A year inside a law number or a document's name is no date, and a body inside a document's name
/// has no link of its own. Terms that carry a provision without citing it (`concept`) stand beside
/// anything but a law's name that they are part of (不正競争 in 不正競争防止法). Several provisions of one
/// span stand together (前二項 names two paragraphs).
///
/// Mentions are looked at by place and never moved: each has a dozen parts whose references a copy
/// would count.
struct MentionArbiter: Sendable {
  /// Where a mention stands, with its place in the list given: what is sorted instead of mentions.
  private struct Position {
    var span: TextSpan<Citable>
    var place: Int
  }

  /// Returns the places of the mentions that stand, in reading order.
  ///
  /// - Complexity: O(*n* log *n*), with few mentions overlapping at one place.
  func settle(_ mentions: [Mention]) -> [Int] {
    var named: [Position] = []
    var concepts: [Position] = []
    for place in mentions.indices where !mentions[place].span.isEmpty {
      let position = Position(span: mentions[place].span, place: place)
      if mentions[place].basis == .concept {
        concepts.append(position)
      } else {
        named.append(position)
      }
    }
    named.sort { ($0.span.lowerBound, $0.place) < ($1.span.lowerBound, $1.place) }
    var standing: [Position] = []
    var start = 0
    while start < named.count {
      var limit = named[start].span.upperBound
      var end = start + 1
      while end < named.count, named[end].span.lowerBound < limit {
        limit = max(limit, named[end].span.upperBound)
        end += 1
      }
      standing += end == start + 1 ? named[start..<end] : settled(named[start..<end], of: mentions)
      start = end
    }
    // Standing mentions don't overlap unless they share one span.
    let laws = standing.filter { mentions[$0.place].target.kind == .law }.map(\.span)
    standing += concepts.filter { isOutside($0.span, laws) }
    return standing.enumerated().sorted { a, b in
      let (left, right) = (a.element.span, b.element.span)
      return (left.lowerBound, left.upperBound, a.offset)
        < (right.lowerBound, right.upperBound, b.offset)
    }.map(\.element.place)
  }

  /// Whether a term of law isn't part of a longer law mention; the spans of those ascend.
  private func isOutside(_ term: TextSpan<Citable>, _ laws: [TextSpan<Citable>]) -> Bool {
    let before = laws.partitioningIndex { $0.lowerBound > term.lowerBound }
    guard before > 0 else { return true }
    let law = laws[before - 1]
    return law == term || law.upperBound < term.upperBound
  }

  /// Settles mentions that overlap one another or a common one.
  private func settled(
    _ cluster: ArraySlice<Position>, of mentions: [Mention]
  ) -> ArraySlice<Position> {
    var standing: ArraySlice<Position> = []
    for position in cluster.sorted(by: { precedes($0, $1, in: mentions) }) {
      let mention = mentions[position.place]
      if let blocker = standing.first(where: { $0.span.overlaps(position.span) }) {
        guard blocker.span == position.span, mentions[blocker.place].target.kind == .law,
          mention.target.kind == .law,
          !standing.contains(where: {
            $0.span == position.span && mentions[$0.place].target == mention.target
          })
        else { continue }
      }
      standing.append(position)
    }
    return standing.sorted { ($0.span.lowerBound, $0.place) < ($1.span.lowerBound, $1.place) }[...]
  }

  /// Longer before shorter; of one length laws, documents, ministries, bodies, dates.
  private func precedes(_ a: Position, _ b: Position, in mentions: [Mention]) -> Bool {
    let lengths = (a.span.utf8Count(), b.span.utf8Count())
    if lengths.0 != lengths.1 { return lengths.0 > lengths.1 }
    let ranks = (rank(mentions[a.place].target.kind), rank(mentions[b.place].target.kind))
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    return (a.span.lowerBound, a.place) < (b.span.lowerBound, b.place)
  }

  private func rank(_ kind: LinkKind) -> Int {
    switch kind {
    case .law: 0
    case .document: 1
    case .ministry: 2
    case .org: 3
    case .date: 4
    }
  }
}
