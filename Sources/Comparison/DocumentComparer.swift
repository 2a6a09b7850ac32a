package import DocumentModel

/// Compares two versions of one document section by section and sentence by sentence.
///
/// White space, line ends and the width of letters don't count, nor do the two styles of commas.
/// Equal sentences are found first; those left over between two equal ones are paired by what they
/// have in common and compared word by word. All steps are bounded, so that the time grows with the
/// length of the versions.
package struct DocumentComparer: Sendable {
  /// A version as the index gives it.
  package struct Version: Sendable {
    /// Parents before children, in reading order.
    package var sections: [Section]
    /// In reading order.
    package var passages: [Passage]

    package init(sections: [Section], passages: [Passage]) {
      self.sections = sections
      self.passages = passages
    }
  }

  /// The least share of characters in common for one sentence to be taken for another reworded.
  package var leastShare: Double

  package init(leastShare: Double = 0.4) { self.leastShare = leastShare }

  /// Compares an older version with a newer one.
  package func compare(_ old: Version, with new: Version) -> DocumentDiff {
    var ids: [[UInt32]: Int] = [:]
    let old = Prepared(old, &ids)
    let new = Prepared(new, &ids)
    let matches = SectionMatcher().matches(old.matching, new.matching)
    let moved = Self.moved(matches, old.version.sections, new.version.sections)
    var pairs: [(old: Int?, new: Int?)] = matches.indices.map { (matches[$0], $0) }
    insertRemoved(old, matches, into: &pairs)
    var unchanged = 0
    var sections = pairs.map { pair in
      let changes = changes(
        pair.old.map { old.units[$0] } ?? [], pair.new.map { new.units[$0] } ?? [], old, new,
        &unchanged)
      return DocumentDiff.SectionChange(
        old: pair.old.map { old.version.sections[$0] },
        new: pair.new.map { new.version.sections[$0] },
        isMoved: pair.new.map { moved.contains($0) } ?? false, changes: changes)
    }
    joinMoved(&sections)
    for index in sections.indices { sections[index].changes = Self.joined(sections[index].changes) }
    return DocumentDiff(sections: sections, unchanged: unchanged)
  }

  /// A version cut into sentences, by section.
  private struct Prepared {
    struct Unit {
      var unit: ComparisonUnit
      /// Equal sentences of both versions have equal ids.
      var id: Int
    }
    var version: Version
    var units: [[Unit]]
    var texts: [ScalarText]

    init(_ version: Version, _ ids: inout [[UInt32]: Int]) {
      self.version = version
      let places = Dictionary(
        version.sections.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
      units = Array(repeating: [], count: version.sections.count)
      texts = version.passages.map { ScalarText($0.text) }
      for (index, passage) in version.passages.enumerated() {
        guard let place = places[passage.section] else { continue }
        let title = version.sections[place].title
        // The section's own heading is compared as its title.
        if passage.kind == .heading, passage.text == title { continue }
        for unit in ComparisonText.units(of: passage, at: index) {
          let id = ids[unit.key] ?? ids.count
          ids[unit.key] = id
          units[place].append(Unit(unit: unit, id: id))
        }
      }
    }

    var matching: SectionMatcher.Version {
      .init(sections: version.sections, sentences: units.map { $0.map(\.id) })
    }

    /// One side of a change; `marks` count in the key.
    func side(_ unit: ComparisonUnit, marks: [Range<Int>]) -> DocumentDiff.Side {
      let passage = version.passages[unit.passage]
      let text = passage.text.unicodeScalars
      let start = text.index(text.startIndex, offsetBy: unit.range.lowerBound)
      let end = text.index(start, offsetBy: unit.range.count)
      return DocumentDiff.Side(
        passage: passage.id, section: passage.section, location: passage.location,
        text: String(text[start..<end]),
        marks: marks.map {
          (unit.places[$0.lowerBound] - unit.range.lowerBound)..<(unit.places[$0.upperBound - 1] + 1
            - unit.range.lowerBound)
        })
    }
  }

  /// Puts the older sections that are gone after the one that they followed.
  private func insertRemoved(
    _ old: Prepared, _ matches: [Int?], into pairs: inout [(old: Int?, new: Int?)]
  ) {
    let kept = Set(matches.compactMap { $0 })
    var gone: [Int: [Int]] = [:]
    var last = -1
    for index in old.version.sections.indices {
      if kept.contains(index) { last = index } else { gone[last, default: []].append(index) }
    }
    var all: [(old: Int?, new: Int?)] = (gone[-1] ?? []).map { ($0, nil) }
    for pair in pairs {
      all.append(pair)
      if let index = pair.old { all += (gone[index] ?? []).map { ($0, nil) } }
    }
    pairs = all
  }

  /// The newer sections that stand in another place; parts of a moved section aren't told again.
  private static func moved(
    _ matches: [Int?], _ old: [Section], _ new: [Section]
  ) -> Set<Int> {
    let matched = matches.indices.filter { matches[$0] != nil }
    let inOrder = Set(
      LongestIncrease.indices(of: matched.compactMap { matches[$0] }).map { matched[$0] })
    let places = Dictionary(
      new.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var moved: Set<Int> = []
    for index in matched where !inOrder.contains(index) { moved.insert(index) }
    for index in matched {
      guard let match = matches[index], let parent = new[index].parent.flatMap({ places[$0] })
      else { continue }
      let isUnderSame = matches[parent].map { old[$0].id == old[match].parent } ?? false
      if matches[parent] != nil, !isUnderSame { moved.insert(index) }
      if isUnderSame, moved.contains(parent) { moved.remove(index) }
    }
    return moved
  }

  private func changes(
    _ old: [Prepared.Unit], _ new: [Prepared.Unit], _ before: Prepared, _ after: Prepared,
    _ unchanged: inout Int
  ) -> [DocumentDiff.Change] {
    var changes: [DocumentDiff.Change] = []
    var from = (0, 0)
    let same = SequenceAlignment().pairs(old.map(\.id), new.map(\.id))
    unchanged += same.count
    for pair in same + [(old.count, new.count)] {
      let (gone, come) = (Array(old[from.0..<pair.0]), Array(new[from.1..<pair.1]))
      for (o, n) in paired(gone.map(\.unit.key), come.map(\.unit.key)) {
        changes.append(
          change(o.map { gone[$0].unit }, n.map { come[$0].unit }, before, after))
      }
      from = (pair.0 + 1, pair.1 + 1)
    }
    return changes
  }

  private func change(
    _ old: ComparisonUnit?, _ new: ComparisonUnit?, _ before: Prepared, _ after: Prepared
  ) -> DocumentDiff.Change {
    guard let old, let new else {
      return DocumentDiff.Change(
        kind: old == nil ? .added : .removed, old: old.map { before.side($0, marks: []) },
        new: new.map { after.side($0, marks: []) })
    }
    let isRow =
      before.version.passages[old.passage].kind == .table
      && after.version.passages[new.passage].kind == .table
    let words = WordComparison(old.key, new.key, isRow: isRow)
    return DocumentDiff.Change(
      kind: .changed, old: before.side(old, marks: words.oldMarks),
      new: after.side(new, marks: words.newMarks), changesWords: words.changesWords,
      figures: words.figures)
  }

  /// Pairs sentences of two stretches without equal ones, in order, so that what they have in common
  /// is most; a sentence without a like stands alone.
  private func paired(_ old: [[UInt32]], _ new: [[UInt32]]) -> [(Int?, Int?)] {
    let most = 64
    guard old.count <= most, new.count <= most else {
      // Long stretches are halved at the same share of each, which keeps the work linear.
      let (o, n) = (old.count / 2, new.count / 2)
      return paired(Array(old[..<o]), Array(new[..<n]))
        + paired(Array(old[o...]), Array(new[n...])).map { ($0.map { $0 + o }, $1.map { $0 + n }) }
    }
    guard !old.isEmpty, !new.isEmpty else {
      return old.indices.map { ($0, nil) } + new.indices.map { (nil, $0) }
    }
    let (oldGrams, newGrams) = (old.map(Similarity.grams), new.map(Similarity.grams))
    let shares = oldGrams.map { a in
      newGrams.map { b in
        let share = Similarity.share(a, b)
        return share >= leastShare ? share : 0
      }
    }
    /// The best sum of shares from (i, j) on.
    var best = Array(repeating: [Double](repeating: 0, count: new.count + 1), count: old.count + 1)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        let pair = shares[i][j] > 0 ? shares[i][j] + best[i + 1][j + 1] : 0
        best[i][j] = max(pair, best[i + 1][j], best[i][j + 1])
      }
    }
    var result: [(Int?, Int?)] = []
    var (i, j) = (0, 0)
    while i < old.count, j < new.count {
      if shares[i][j] > 0, best[i][j] == shares[i][j] + best[i + 1][j + 1] {
        result.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if best[i][j] == best[i + 1][j] {
        result.append((i, nil))
        i += 1
      } else {
        result.append((nil, j))
        j += 1
      }
    }
    return result + (i..<old.count).map { ($0, nil) } + (j..<new.count).map { (nil, $0) }
  }

  /// Makes one change of sentences of one passage that follow each other as added or as removed.
  private static func joined(_ changes: [DocumentDiff.Change]) -> [DocumentDiff.Change] {
    var joined: [DocumentDiff.Change] = []
    for change in changes {
      guard let last = joined.last, last.kind == change.kind,
        change.kind == .added || change.kind == .removed,
        (last.new ?? last.old)?.passage == (change.new ?? change.old)?.passage
      else {
        joined.append(change)
        continue
      }
      joined[joined.count - 1].new?.text += change.new?.text ?? ""
      joined[joined.count - 1].old?.text += change.old?.text ?? ""
    }
    return joined
  }

  /// Makes one move of a sentence that is gone from one section and new in another.
  private func joinMoved(_ sections: inout [DocumentDiff.SectionChange]) {
    /// Shorter sentences (item marks, 同上) stand in many places by chance.
    let least = 12
    var gone: [[UInt32]: [(section: Int, change: Int)]] = [:]
    let key = { (side: DocumentDiff.Side) in ScalarText(side.text).scalars.filter { $0 > 0x20 } }
    for (s, section) in sections.enumerated() {
      for (c, change) in section.changes.enumerated() where change.kind == .removed {
        guard let side = change.old, side.text.unicodeScalars.count >= least else { continue }
        gone[key(side), default: []].append((s, c))
      }
    }
    var joined: Set<[Int]> = []
    for s in sections.indices {
      for c in sections[s].changes.indices where sections[s].changes[c].kind == .added {
        guard let side = sections[s].changes[c].new, let home = gone[key(side)]?.first else {
          continue
        }
        gone[key(side)]?.removeFirst()
        sections[s].changes[c].kind = .moved
        sections[s].changes[c].changesWords = false
        sections[s].changes[c].old = sections[home.section].changes[home.change].old
        joined.insert([home.section, home.change])
      }
    }
    guard !joined.isEmpty else { return }
    for s in sections.indices {
      sections[s].changes = sections[s].changes.enumerated()
        .filter { !joined.contains([s, $0.offset]) }.map(\.element)
    }
  }
}
