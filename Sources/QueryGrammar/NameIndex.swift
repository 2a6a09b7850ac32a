import TextNormalization

/// Names by their folded characters, found as the longest at each place of a text.
struct NameIndex<Value: Sendable>: Sendable {
  /// A name found in a text.
  struct Match {
    /// Code points of the folded text.
    var range: Range<Int>
    var value: Value
  }

  private var values: [[UInt32]: Value] = [:]
  private var lengths: [UInt32: [Int]] = [:]

  /// Folds the names; of equal names the first counts.
  init(_ names: [(String, Value)], folding: SearchFolding) {
    for (name, value) in names {
      let key = folding.fold(name).scalars
      guard let head = key.first, values[key] == nil else { continue }
      values[key] = value
      if lengths[head]?.contains(key.count) != true { lengths[head, default: []].append(key.count) }
    }
    for head in lengths.keys { lengths[head]?.sort(by: >) }
  }

  subscript(name: [UInt32]) -> Value? { values[name] }

  /// Returns the longest names from left to right, without overlap.
  ///
  /// A name that begins or ends in a letter or digit must begin or end a run of them.
  func matches(in text: [UInt32]) -> [Match] {
    let isWord = { (i: Int) in
      text.indices.contains(i) && SearchCharacterClass.of(text[i]) == .word
    }
    var matches: [Match] = []
    var i = 0
    scan: while i < text.count {
      for length in lengths[text[i]] ?? [] where i + length <= text.count {
        let end = i + length
        if isWord(i - 1) && isWord(i) || isWord(end - 1) && isWord(end) { continue }
        if let value = values[Array(text[i..<end])] {
          matches.append(Match(range: i..<end, value: value))
          i = end
          continue scan
        }
      }
      i += 1
    }
    return matches
  }
}
