package import DocumentModel

/// Finds any of many names in a text, the longest at each place.
///
/// The names stand in one trie over code points, so that the cost is that of the text and nearly
/// independent of the number of names. Width is folded by `ScalarText`; `folds` makes old and
/// variant forms, dashes and middle dots equal. A run of white space beside a CJK character of a
/// name of five or more characters is passed over, since layouts break long names; a name set with
/// a space after every character (経 済 産 業 省) needs three.
///
/// Example: 外国為替及び外国貿易法 wins over 貿易法 inside it.
package struct NameMatcher: Sendable {
  /// One name found.
  package struct Match: Sendable, Equatable {
    /// The code points it covers.
    package var range: Range<Int>
    /// The positions, in the list the matcher was made of, of all entries with this name.
    package var names: [Int]
  }

  private let folds: [UInt32: UInt32]
  /// The code points that `folds` changes: asked first, since nearly none is one.
  private let folded: ScalarSet
  /// The code points that names start with, in every form that folds to one.
  private let starts: ScalarSet
  /// The first two code points of every name, or the one it has, folded.
  private let heads: Set<[UInt32]>
  /// Open-addressed edges of the trie: key is node << 21 | code point, plus one; the root is node 0.
  private var keys: [UInt64] = []
  private var children: [State] = []
  private var mask = 0
  /// For each node the index into `groups`, or -1.
  private var ends: [Int32] = [-1]
  /// What is left of names that no other shares: code points, then the group with the high bit set.
  ///
  /// Most of a table's names part after a few characters. Their rest in one array instead of edges
  /// keeps the table a fifth of the size, so that far less of it has to be fetched.
  private var tails: [UInt32] = []
  /// The entries that share one name.
  private var groups: [[Int]] = []
  /// For each group the number of code points of the name.
  private var lengths: [Int] = []

  /// A node of the trie, or the complement of a place in `tails`.
  private typealias State = Int32

  private static let groupBit: UInt32 = 1 << 31

  /// A name folded, with the entries that share it.
  private typealias Name = (scalars: [UInt32], entries: [Int])

  /// Makes a matcher; the position of a name in `names` is what its matches report.
  package init(_ names: [String], folds: [UInt32: UInt32] = [:]) {
    self.folds = folds
    folded = ScalarSet(folds.keys)
    var entries: [[UInt32]: [Int]] = [:]
    for (index, name) in names.enumerated() {
      let scalars = ScalarText(name).scalars.map { folds[$0] ?? $0 }
      guard let first = scalars.first, first < 0x10000 else { continue }
      entries[scalars, default: []].append(index)
    }
    heads = Set(entries.keys.map { Array($0.prefix(2)) })
    let firsts = Set(heads.compactMap(\.first))
    // A folded form starts the names that its plain form starts.
    starts = ScalarSet(firsts.union(folds.filter { firsts.contains($0.value) }.keys))
    var edges: [UInt64: State] = [:]
    let sorted = entries.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { Name(scalars: $0.key, entries: $0.value) }
    add(sorted[...], below: 0, depth: 0, to: &edges)
    var capacity = 16
    while capacity < edges.count * 2 { capacity *= 2 }
    mask = capacity - 1
    keys = Array(repeating: 0, count: capacity)
    children = Array(repeating: 0, count: capacity)
    for (key, child) in edges {
      var slot = Self.hash(key) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      children[slot] = child
    }
  }

  /// Adds sorted names that share their first `depth` code points below a node.
  private mutating func add(
    _ names: ArraySlice<Name>, below node: State, depth: Int, to edges: inout [UInt64: State]
  ) {
    var rest = names
    if let first = rest.first, first.scalars.count == depth {
      ends[Int(node)] = Int32(group(of: first))
      rest.removeFirst()
    }
    while let first = rest.first {
      let scalar = first.scalars[depth]
      let same = rest.prefix { $0.scalars[depth] == scalar }
      rest = rest.dropFirst(same.count)
      if same.count == 1 {
        edges[Self.key(node, scalar)] = ~State(tails.count)
        tails += first.scalars[(depth + 1)...]
        tails.append(UInt32(group(of: first)) | Self.groupBit)
      } else {
        let child = State(ends.count)
        ends.append(-1)
        edges[Self.key(node, scalar)] = child
        add(same, below: child, depth: depth + 1, to: &edges)
      }
    }
  }

  private mutating func group(of name: Name) -> Int {
    groups.append(name.entries)
    lengths.append(name.scalars.count)
    return groups.count - 1
  }

  /// Returns the first two code points of every name, or the one it has, in every form that folds to
  /// them: where none of them stands, no name starts.
  func openings() -> [[UInt32]] {
    var forms: [UInt32: [UInt32]] = [:]
    for (scalar, plain) in folds { forms[plain, default: [plain]].append(scalar) }
    return heads.flatMap { head in
      let firsts = (forms[head[0]] ?? [head[0]]).map { [$0] }
      guard head.count > 1 else { return firsts }
      return firsts.flatMap { first in (forms[head[1]] ?? [head[1]]).map { first + [$0] } }
    }
  }

  /// Returns the longest name at each place, from the left, without overlaps.
  ///
  /// - Complexity: O(*n*) in the length of the text, times the length of the longest name at worst.
  package func matches(in text: ScalarText) -> [Match] {
    matches(in: text) { start in
      var index = start
      while index < text.count, !starts.contains(text.scalars[index]) { index += 1 }
      return index
    }
  }

  /// Returns the longest name at each place of a block where the trigger is set.
  func matches(in block: BlockText, at trigger: Trigger) -> [Match] {
    matches(in: block.text) { block.next(trigger, from: $0) }
  }

  /// `next` leads from an index to the next at which a name may start, itself among them.
  @inline(__always) private func matches(
    in text: ScalarText, next: (Int) -> Int
  ) -> [Match] {
    var matches: [Match] = []
    var index = next(0)
    while index < text.count {
      if let match = longest(in: text, at: index) {
        matches.append(match)
        index = next(match.range.upperBound)
      } else {
        index = next(index + 1)
      }
    }
    return matches
  }

  /// Whether some name starts with a code point.
  @inline(__always) package func canStart(with scalar: UInt32) -> Bool { starts.contains(scalar) }

  /// Returns the longest name that starts at a code point, or nil; none does at the end of the text.
  package func longest(in text: ScalarText, at start: Int) -> Match? {
    let scalars = text.scalars
    guard start < scalars.count else { return nil }
    let first = scalars[start]
    guard starts.contains(first),
      !(Self.isWord(first) && start > 0 && Self.isWord(scalars[start - 1])),
      var state = next(0, fold(first))
    else { return nil }
    var index = start + 1
    let isSpaced = isLetterSpaced(scalars, at: start)
    var best: (end: Int, group: Int)?
    var matched = 1
    var gaps = 0
    while true {
      if let group = group(at: state), endsWell(scalars, index),
        gaps == 0 || lengths[group] >= (gaps == matched - 1 ? 3 : 5)
      {
        best = (index, group)
      }
      guard index < scalars.count else { break }
      if let next = next(state, fold(scalars[index])) {
        state = next
        index += 1
        matched += 1
        continue
      }
      // White space inside a name: not between two Latin words, and once two have matched.
      guard matched >= 2 || isSpaced, Self.isSpace(scalars[index]) else { break }
      var after = index
      while after < scalars.count, Self.isSpace(scalars[after]) { after += 1 }
      guard after < scalars.count, max(scalars[index - 1], scalars[after]) >= 0x2E80,
        let next = next(state, fold(scalars[after]))
      else { break }
      // A space between Latin and Japanese is typography, no break: AI 戦略.
      if min(scalars[index - 1], scalars[after]) >= 0x2E80 || after > index + 1 { gaps += 1 }
      state = next
      index = after + 1
      matched += 1
    }
    return best.map { Match(range: start..<$0.end, names: groups[$0.group]) }
  }

  /// Whether a CJK character, a space, another and a space stand at an index (経 済 産 業 省).
  @inline(__always) private func isLetterSpaced(_ scalars: [UInt32], at start: Int) -> Bool {
    start + 3 < scalars.count && Self.isSpace(scalars[start + 1]) && scalars[start] >= 0x2E80
      && scalars[start + 2] >= 0x2E80 && Self.isSpace(scalars[start + 3])
  }

  private func endsWell(_ scalars: [UInt32], _ index: Int) -> Bool {
    !(index < scalars.count && Self.isWord(scalars[index - 1]) && Self.isWord(scalars[index]))
  }

  @inline(__always) private func fold(_ scalar: UInt32) -> UInt32 {
    scalar >= 0x10000 || folded.contains(scalar) ? folds[scalar] ?? scalar : scalar
  }

  /// Returns the state after one more code point, or nil where no name goes on with it.
  @inline(__always) private func next(_ state: State, _ scalar: UInt32) -> State? {
    if state < 0 { return tails[Int(~state)] == scalar ? state - 1 : nil }
    let key = Self.key(state, scalar)
    var slot = Self.hash(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Returns the group of the name that ends at a state, or nil.
  @inline(__always) private func group(at state: State) -> Int? {
    if state >= 0 { return ends[Int(state)] < 0 ? nil : Int(ends[Int(state)]) }
    let tail = tails[Int(~state)]
    return tail & Self.groupBit == 0 ? nil : Int(tail & ~Self.groupBit)
  }

  @inline(__always) private static func key(_ node: Int32, _ scalar: UInt32) -> UInt64 {
    (UInt64(UInt32(bitPattern: node)) << 21 | UInt64(scalar)) + 1
  }

  @inline(__always) private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24)
  }

  /// Whether a code point is an ASCII letter or digit, which must not touch another.
  @inline(__always) private static func isWord(_ scalar: UInt32) -> Bool {
    (0x30...0x39).contains(scalar) || (0x41...0x5A).contains(scalar)
      || (0x61...0x7A).contains(scalar)
  }

  @inline(__always) private static func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x0A || scalar == 0x0D || scalar == 0x09 || scalar == 0xA0
  }
}
