/// Gives the headings of a report their levels by the order in which its own kinds of headings nest.
///
/// Authors nest numbers as they like: 第1 over 1 over (1), or 1. over A. over ①. So the document
/// itself is asked: a kind of number that comes for the first time and begins at 1 stands below the
/// heading before it, and from there on each kind keeps its place. Headings without a number stand
/// below the number before them; among themselves they nest as their forms usually do.
struct NestedOutline: Sendable {
  /// What headings of one level have in common.
  private enum Kind: Equatable {
    /// 要旨, はじめに: a chapter of its own, which numbers never go into.
    case part
    case number(NumberLabel.Scheme, parts: Int, isBracketed: Bool, unit: UInt32)
    case form(rank: Int)
  }

  /// Sets the levels of the headings at these positions: 2 for a chapter, and so on without an end.
  func assignLevels(to drafts: inout [BlockDraft], at headings: [Int]) {
    let restarting = restarting(headings.compactMap { drafts[$0].heading })
    var order: [Kind] = []
    var path: [Kind] = []
    for index in headings {
      switch drafts[index].heading {
      case .title:
        path = []
        drafts[index].level = 1
        continue
      case .number(let label): add(label, to: &path, &order, restarting)
      case .form(let form): add(form: form.rawValue, to: &path)
      case .slide, .rank, nil: path = [.part]
      }
      drafts[index].level = path.count + 1
    }
  }

  /// The kinds of numbers that begin at 1 more than once: only they can count below other headings.
  private func restarting(_ marks: [BlockDraft.HeadingMark]) -> [Kind] {
    var known: [Kind] = []
    var restarting: [Kind] = []
    for case .number(let label) in marks where label.ordinals.last.map({ $0 <= 1 }) ?? false {
      let kind = Self.kind(of: label)
      if known.contains(kind), !restarting.contains(kind) { restarting.append(kind) }
      known.append(kind)
    }
    return restarting
  }

  private static func kind(of label: NumberLabel) -> Kind {
    .number(
      label.scheme, parts: label.ordinals.count, isBracketed: label.isBracketed, unit: label.unit)
  }

  private func add(
    _ label: NumberLabel, to path: inout [Kind], _ order: inout [Kind], _ restarting: [Kind]
  ) {
    let kind = Self.kind(of: label)
    if path.first == .part { path = [] }
    let isFirst = label.ordinals.last.map { $0 <= 1 } ?? true
    if !order.contains(kind) { insert(kind, isFirst: isFirst, below: path, in: &order) }
    let place = order.firstIndex(of: kind) ?? 0
    if let same = path.firstIndex(of: kind) {
      path.removeSubrange(same...)
    } else {
      let above = path.lastIndex { other in order.firstIndex(of: other).map { $0 < place } ?? false
      }
      let between = path[((above ?? -1) + 1)...]
      // Numbers that begin anew below a heading without one count its parts.
      let isBelowForm =
        isFirst && restarting.contains(kind) && !between.contains(where: order.contains)
      if !isBelowForm { path.removeLast(between.count) }
    }
    path.append(kind)
  }

  /// Puts a new kind in its place: below that of the heading before it, if it begins to count there.
  ///
  /// Else it goes where its form usually stands. 1.1 stands below 1 everywhere.
  private func insert(_ kind: Kind, isFirst: Bool, below path: [Kind], in order: inout [Kind]) {
    let rank = Self.rank(of: kind)
    let above = path.last(where: order.contains).flatMap { order.firstIndex(of: $0) }
    var place =
      isFirst
      ? above.map { $0 + 1 } ?? 0
      : order.firstIndex { Self.rank(of: $0) > rank }
        ?? order.count
    if case .number(let scheme, let parts, _, _) = kind {
      for (index, other) in order.enumerated() {
        guard case .number(scheme, let others, _, _) = other else { continue }
        if others < parts { place = max(place, index + 1) }
        if others > parts { place = min(place, index) }
      }
    }
    order.insert(kind, at: place)
  }

  private func add(form rank: Int, to path: inout [Kind]) {
    if let same = path.firstIndex(of: .form(rank: rank)) {
      path.removeSubrange(same...)
    } else {
      while case .form(let last)? = path.last, last > rank { path.removeLast() }
    }
    path.append(.form(rank: rank))
  }

  /// The order in which kinds of numbers usually nest.
  private static func rank(of kind: Kind) -> Int {
    guard case .number(let scheme, let parts, let isBracketed, let unit) = kind else { return 0 }
    // 一 numbers chapters of older texts, （一） their parts.
    let form = scheme == .kanji ? NumberLabel.Scheme.roman : scheme
    // 部 and 編 stand over 章, 款 below 節.
    let isLower = isBracketed || unit == 0x7AE0 || unit == 0x6B3E
    return form.rawValue * 20 + parts * 2 + (isLower ? 1 : 0)
  }
}
