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
  /// The child of the root for each code point of the basic plane; 0 for none.
  private var roots: [Int32]
  /// Open-addressed edges of deeper nodes: key is node << 21 | code point, plus one.
  private var keys: [UInt64]
  private var children: [Int32]
  private var mask: Int
  /// One bit for each first and second character of a name together, by hash: a table small enough
  /// to stay near, which tells at most places that no name stands there.
  private var openings: [UInt64]
  /// For each node the index into `groups`, or -1.
  private var ends: [Int32]
  /// The entries that share one name.
  private var groups: [[Int]]
  /// For each group the number of code points of the name.
  private var lengths: [Int]

  /// Makes a matcher; the position of a name in `names` is what its matches report.
  package init(_ names: [String], folds: [UInt32: UInt32] = [:]) {
    self.folds = folds
    folded = ScalarSet(folds.keys)
    roots = Array(repeating: 0, count: 0x10000)
    ends = [-1]
    groups = []
    lengths = []
    var edges: [UInt64: Int32] = [:]
    for (index, name) in names.enumerated() {
      let scalars = ScalarText(name).scalars.map { folds[$0] ?? $0 }
      guard let first = scalars.first, first < 0x10000 else { continue }
      var node = roots[Int(first)]
      if node == 0 {
        node = Int32(ends.count)
        ends.append(-1)
        roots[Int(first)] = node
      }
      for scalar in scalars.dropFirst() {
        let key = Self.key(node, scalar)
        if let next = edges[key] {
          node = next
        } else {
          let next = Int32(ends.count)
          ends.append(-1)
          edges[key] = next
          node = next
        }
      }
      if ends[Int(node)] >= 0 {
        groups[Int(ends[Int(node)])].append(index)
      } else {
        ends[Int(node)] = Int32(groups.count)
        groups.append([index])
        lengths.append(scalars.count)
      }
    }
    // A folded form starts the names that its plain form starts.
    for (scalar, plain) in folds where scalar < 0x10000 && plain < 0x10000 {
      roots[Int(scalar)] = roots[Int(plain)]
    }
    var capacity = 16
    while capacity < edges.count * 2 { capacity *= 2 }
    mask = capacity - 1
    keys = Array(repeating: 0, count: capacity)
    children = Array(repeating: 0, count: capacity)
    openings = Array(repeating: 0, count: 1024)
    let starts = Set(roots)
    for (key, child) in edges {
      var slot = Self.hash(key) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      children[slot] = child
      guard starts.contains(Int32(truncatingIfNeeded: (key - 1) >> 21)) else { continue }
      let bit = Self.hash(key) & 0xFFFF
      openings[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  /// Returns the longest name at each place, from the left, without overlaps.
  ///
  /// - Complexity: O(*n*) in the length of the text, times the length of the longest name at worst.
  package func matches(in text: ScalarText) -> [Match] {
    var matches: [Match] = []
    var index = 0
    while index < text.count {
      if let match = longest(in: text, at: index) {
        matches.append(match)
        index = match.range.upperBound
      } else {
        index += 1
      }
    }
    return matches
  }

  /// Whether some name starts with a code point.
  @inline(__always) package func canStart(with scalar: UInt32) -> Bool {
    scalar < 0x10000 && roots[Int(scalar)] != 0
  }

  /// Returns the longest name that starts at a code point, or nil.
  package func longest(in text: ScalarText, at start: Int) -> Match? {
    let scalars = text.scalars
    let first = scalars[start]
    guard first < 0x10000 else { return nil }
    var node = roots[Int(first)]
    guard node != 0, !(Self.isWord(first) && start > 0 && Self.isWord(scalars[start - 1])) else {
      return nil
    }
    var index = start + 1
    let isSpaced = isLetterSpaced(scalars, at: start)
    if ends[Int(node)] < 0 {
      let second = isSpaced ? index + 1 : index
      guard second < scalars.count, mayOpen(node, fold(scalars[second])) else { return nil }
    }
    var best: Match?
    var matched = 1
    var gaps = 0
    while true {
      let end = ends[Int(node)]
      if end >= 0, gaps == 0 || lengths[Int(end)] >= (gaps == matched - 1 ? 3 : 5),
        endsWell(scalars, index)
      {
        best = Match(range: start..<index, names: groups[Int(end)])
      }
      guard index < scalars.count else { break }
      if let next = child(of: node, fold(scalars[index])) {
        node = next
        index += 1
        matched += 1
        continue
      }
      // White space inside a name: not between two Latin words, and once two have matched.
      guard matched >= 2 || isSpaced, Self.isSpace(scalars[index]) else { break }
      var after = index
      while after < scalars.count, Self.isSpace(scalars[after]) { after += 1 }
      guard after < scalars.count, max(scalars[index - 1], scalars[after]) >= 0x2E80,
        let next = child(of: node, fold(scalars[after]))
      else { break }
      // A space between Latin and Japanese is typography, no break: AI 戦略.
      if min(scalars[index - 1], scalars[after]) >= 0x2E80 || after > index + 1 { gaps += 1 }
      node = next
      index = after + 1
      matched += 1
    }
    return best
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

  /// Whether a name may go on from a first character's node with a second one.
  @inline(__always) private func mayOpen(_ node: Int32, _ scalar: UInt32) -> Bool {
    let bit = Self.hash(Self.key(node, scalar)) & 0xFFFF
    return openings[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  @inline(__always) private func child(of node: Int32, _ scalar: UInt32) -> Int32? {
    let key = Self.key(node, scalar)
    var slot = Self.hash(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & mask
    }
    return nil
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
