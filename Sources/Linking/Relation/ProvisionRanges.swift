import DocumentModel

/// The provisions that lie between the two ends of a range (第12条から第14条まで names 第13条 as well).
///
/// A range's ends are links of their own; what lies between has no words of its own and so no link,
/// but the passage relates to it. Branches between two whole numbers are left out, since only the
/// law's text tells them.
struct ProvisionRanges: Sendable {
  /// The most provisions that are told off.
  private static let limit = 200
  private static let signs = WordSet("から ~ 〜 ないし 乃至 - – — −")
  private static let fillers = ScalarSet(" ()第\n")

  /// Returns what lies between the ends of each range among the links of a passage, in order.
  func between(_ links: [Link], in document: StructuredDocument) -> [Relation] {
    var relations: [Relation] = []
    let laws = links.filter { $0.kind == .law && $0.basis != .concept }
    for (first, last) in zip(laws, laws.dropFirst()) {
      guard case .law(let from) = first.target, case .law(let to) = last.target,
        from.lawID != nil, from.lawID == to.lawID,
        isRange(between: first.span.upperBound, and: last.span.lowerBound, in: document)
      else { continue }
      let words = document.citable.string(
        TextSpan<Citable>(first.span.lowerBound.utf8, last.span.upperBound.utf8))
      for path in paths(from: from.provision, to: to.provision) {
        var target = from
        target.provision = path
        relations.append(
          Relation(
            target: .law(target), origin: .passage, basis: first.basis, evidence: words))
      }
    }
    return relations
  }

  private func isRange(
    between end: TextOffset<Citable>, and start: TextOffset<Citable>,
    in document: StructuredDocument
  ) -> Bool {
    guard end < start, start.utf8 - end.utf8 <= 18 else { return false }
    let text = ScalarText(document.citable.utf8, in: end.utf8..<start.utf8)
    let first = text.skipSpace(0)
    guard let after = text.end(ofAny: Self.signs, at: first) else { return false }
    return text.scalars[after...].allSatisfy { Self.fillers.contains($0) }
  }

  /// The provisions strictly between two that differ at one level only.
  private func paths(from: ProvisionPath, to: ProvisionPath) -> [ProvisionPath] {
    guard from.isSupplementary == to.isSupplementary else { return [] }
    let level: WritableKeyPath<ProvisionPath, String?>
    if from.item != nil, to.item != nil, from.article == to.article,
      from.paragraph == to.paragraph
    {
      level = \.item
    } else if from.paragraph != nil, to.paragraph != nil, from.article == to.article {
      level = \.paragraph
    } else {
      level = \.article
    }
    guard let lower = from[keyPath: level], let upper = to[keyPath: level],
      let numbers = numbers(between: lower, and: upper)
    else { return [] }
    return numbers.map { number in
      var path = ProvisionPath(isSupplementary: from.isSupplementary)
      if level != \.article { path.article = from.article }
      if level == \.item { path.paragraph = from.paragraph }
      path[keyPath: level] = number
      return path
    }
  }

  /// `37` between `36` and `38`; `9_3` between `9_2` and `9_4`.
  private func numbers(between lower: String, and upper: String) -> [String]? {
    let first = lower.split(separator: "_")
    let last = upper.split(separator: "_")
    let stem = first.count == last.count ? first.dropLast() : first[...]
    guard first.count == last.count || first.count + 1 == last.count,
      last.dropLast().elementsEqual(stem),
      // 第9条から第9条の4まで begins before の2.
      let from = first.count == last.count ? first.last.flatMap({ Int($0) }) : 1,
      let to = last.last.flatMap({ Int($0) }), to > from + 1, to - from <= Self.limit
    else { return nil }
    let prefix = stem.isEmpty ? "" : stem.joined(separator: "_") + "_"
    return (from + 1..<to).map { prefix + String($0) }
  }
}
