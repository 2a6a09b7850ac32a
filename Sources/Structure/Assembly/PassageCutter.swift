import DocumentModel

/// Cuts a block's text into the smallest units one would quote, never inside a sentence.
struct PassageCutter: Sendable {
  /// Code points after which a group takes in no further sentence.
  var groupLength = 240

  /// Returns byte ranges that tile `range` of the text, each of one or more whole sentences.
  ///
  /// - Complexity: O(*n*) in the length of the range.
  func cut(_ range: Range<Int>, of utf8: [UInt8]) -> [Range<Int>] {
    let text = ScalarText(utf8, in: range)
    guard text.count > groupLength else { return [range] }
    var groups: [Range<Int>] = []
    var start = 0
    var end = 0
    for sentenceEnd in sentenceEnds(in: text) {
      if sentenceEnd - start > groupLength, end > start {
        groups.append(text.offsets[start]..<text.offsets[end])
        start = end
      }
      end = sentenceEnd
    }
    groups.append(text.offsets[start]..<text.offsets[text.count])
    return groups
  }

  /// Returns the positions behind each sentence and the white space after it, the last included.
  private func sentenceEnds(in text: ScalarText) -> [Int] {
    let inside = bracketed(in: text)
    var ends: [Int] = []
    var i = 0
    while i < text.count {
      if CharacterClass.isSentenceEnd(text.scalars[i]), !inside[i], isStop(i, in: text) {
        var end = i + 1
        while end < text.count, CharacterClass.isSpace(text.scalars[end]) { end += 1 }
        ends.append(end)
        i = end
      } else {
        i += 1
      }
    }
    if ends.last != text.count { ends.append(text.count) }
    return ends
  }

  /// An ASCII ! or ? in a Latin run (a web address) ends no sentence.
  private func isStop(_ i: Int, in text: ScalarText) -> Bool {
    if text.scalars[i] == 0x3002 || text.offsets[i + 1] - text.offsets[i] > 1 { return true }
    return i + 1 == text.count || CharacterClass.isSpace(text.scalars[i + 1])
      || CharacterClass.isJapanese(text.scalars[i + 1])
  }

  /// Returns for each code point whether a pair of brackets encloses it.
  private func bracketed(in text: ScalarText) -> [Bool] {
    var stack: [(UInt32, Int)] = []
    var pairs: [Range<Int>] = []
    for (i, c) in text.scalars.enumerated() {
      if let close = Self.pairs[c] {
        stack.append((close, i))
      } else if let match = stack.lastIndex(where: { $0.0 == c }) {
        if match == 0 { pairs.append(stack[0].1..<i) }
        stack.removeSubrange(match...)
      }
      if stack.count > 8 { stack.removeFirst() }
    }
    var inside = [Bool](repeating: false, count: text.count)
    for pair in pairs { for i in pair { inside[i] = true } }
    return inside
  }

  private static let pairs: [UInt32: UInt32] = [
    0x28: 0x29, 0x300C: 0x300D, 0x300E: 0x300F, 0x3014: 0x3015, 0x201C: 0x201D,
  ]
}
