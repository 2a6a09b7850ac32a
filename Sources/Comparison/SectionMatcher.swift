internal import DocumentModel

/// Finds for each section of a newer version the one of the older that it was.
///
/// A section is the same where its title is, numbers apart, under the same titles above; else where
/// a title stands once in each version; else where the two have sentences in common; else where the
/// titles are much alike under the same section.
struct SectionMatcher {
  /// A version with the sentences of each section, sub-sections apart.
  struct Version {
    var sections: [Section]
    /// The ids of sentences by section; equal sentences have equal ids.
    var sentences: [[Int]]
  }

  /// Returns the older section's index for each section of the newer version, or nil.
  ///
  /// - Complexity: O(*n* log *n*) in the number of sections and sentences, where few titles are alike.
  func matches(_ old: Version, _ new: Version) -> [Int?] {
    var matches = [Int?](repeating: nil, count: new.sections.count)
    var taken = [Bool](repeating: false, count: old.sections.count)
    let titles = (
      old.sections.map { ComparisonText.titleKey($0.title) },
      new.sections.map { ComparisonText.titleKey($0.title) }
    )
    let match = { (o: Int, n: Int) in
      guard matches[n] == nil, !taken[o] else { return }
      matches[n] = o
      taken[o] = true
    }
    matchKeys(Self.paths(old.sections), Self.paths(new.sections), inOrder: true, match)
    matchKeys(
      titles.0.enumerated().map { taken[$0] ? nil : $1 },
      titles.1.enumerated().map { matches[$0] != nil ? nil : $1 }, inOrder: false, match)
    matchSentences(old, new, isFree: { !taken[$0] && matches[$1] == nil }, match)
    matchAlike(old, new, titles, taken: { taken[$0] }, found: { matches[$0] }, match)
    return matches
  }

  /// Matches keys that stand once in each version; with `inOrder` also those that stand as often.
  private func matchKeys<Key: Hashable>(
    _ old: [Key?], _ new: [Key?], inOrder: Bool, _ match: (Int, Int) -> Void
  ) {
    var places: [Key: (old: [Int], new: [Int])] = [:]
    for (index, key) in old.enumerated() {
      if let key { places[key, default: ([], [])].old.append(index) }
    }
    for (index, key) in new.enumerated() { if let key { places[key]?.new.append(index) } }
    for key in new.compactMap({ $0 }) {
      guard let place = places.removeValue(forKey: key), place.old.count == place.new.count,
        inOrder || place.new.count == 1
      else { continue }
      for (o, n) in zip(place.old, place.new) { match(o, n) }
    }
  }

  /// The titles above a section and its own, without numbers; the document's title counts as one.
  private static func paths(_ sections: [Section]) -> [[[UInt32]]?] {
    sections.map { section in
      section.path.dropFirst().map(ComparisonText.titleKey)
        + (section.isSynthetic ? [[UInt32(section.level)]] : [])
    }
  }

  /// Matches sections that have sentences in common, those with most first.
  private func matchSentences(
    _ old: Version, _ new: Version, isFree: (Int, Int) -> Bool, _ match: (Int, Int) -> Void
  ) {
    var homes: [Int: Int] = [:]
    for (index, sentences) in old.sentences.enumerated() {
      // A sentence of several sections tells nothing.
      for sentence in sentences {
        homes[sentence] = homes[sentence].map { $0 == index ? index : -1 } ?? index
      }
    }
    var votes: [SIMD2<Int>: Int] = [:]
    for (index, sentences) in new.sentences.enumerated() {
      for sentence in sentences {
        if let home = homes[sentence], home >= 0, isFree(home, index) {
          votes[[home, index], default: 0] += 1
        }
      }
    }
    let ranked = votes.sorted { a, b in
      a.value != b.value ? a.value > b.value : (a.key.y, a.key.x) < (b.key.y, b.key.x)
    }
    for (pair, count) in ranked where isFree(pair.x, pair.y) {
      let least = min(old.sentences[pair.x].count, new.sentences[pair.y].count)
      if count * 3 >= least { match(pair.x, pair.y) }
    }
  }

  /// Matches sections under matched ones whose titles have most of their characters in common.
  private func matchAlike(
    _ old: Version, _ new: Version, _ titles: ([[UInt32]], [[UInt32]]), taken: (Int) -> Bool,
    found: (Int) -> Int?, _ match: (Int, Int) -> Void
  ) {
    let oldPlaces = Dictionary(
      old.sections.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let newPlaces = Dictionary(
      new.sections.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var children: [Int: [Int]] = [:]
    for (index, section) in old.sections.enumerated() where !section.isSynthetic {
      if let parent = section.parent.flatMap({ oldPlaces[$0] }) {
        children[parent, default: []].append(index)
      }
    }
    for (index, section) in new.sections.enumerated()
    where found(index) == nil && !section.isSynthetic {
      guard let parent = section.parent.flatMap({ newPlaces[$0] }), let above = found(parent) else {
        continue
      }
      let alike = (children[above] ?? []).filter { !taken($0) }.map { candidate in
        (candidate, Similarity.ofTitles(titles.0[candidate], titles.1[index]))
      }
      if let best = alike.max(by: { $0.1 < $1.1 }), best.1 >= 0.6 { match(best.0, index) }
    }
  }
}

/// How much two texts have in common, by pairs of neighbouring characters.
enum Similarity {
  /// Returns the pairs of neighbouring characters, ascending.
  static func grams(_ key: [UInt32]) -> [UInt64] {
    guard key.count > 1 else { return key.map(UInt64.init) }
    return zip(key, key.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }.sorted()
  }

  /// Returns how much two titles are alike, 0 to 1; one that only adds to the other is much alike.
  static func ofTitles(_ a: [UInt32], _ b: [UInt32]) -> Double {
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    let share = share(grams(a), grams(b))
    return short.count >= 4 && long.starts(with: short) ? max(share, 0.7) : share
  }

  /// Returns the share of pairs in common, 0 to 1 (Dice).
  static func share(_ a: [UInt64], _ b: [UInt64]) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    var (i, j, common) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        common += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(2 * common) / Double(a.count + b.count)
  }
}
