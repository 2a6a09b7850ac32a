import DocumentModel

/// Finds the words of a list in a text: at each place the longest, none overlapping.
///
/// Width and ASCII case don't matter. Latin words match as whole words only.
///
/// - Complexity: O(*n*) in the length of the text for lists whose words differ in their first two
///   characters.
struct TermScanner: Sendable {
  struct Hit: Sendable, Hashable {
    /// The index of the list that holds the word.
    var list: Int
    /// In code points of the scanned text.
    var range: Range<Int>
  }

  private struct Word: Sendable {
    var scalars: [UInt32]
    var list: Int
    var isLatin: Bool
  }

  private var words: [UInt64: [Word]] = [:]

  /// Compiles lists of words; a word of one character is left out.
  init(_ lists: [[String]]) {
    for (index, list) in lists.enumerated() {
      for word in list {
        let scalars = ScalarText(word).scalars.map(Self.fold)
        guard scalars.count > 1 else { continue }
        let isLatin = Self.isLatin(scalars[0]) || Self.isLatin(scalars[scalars.count - 1])
        words[Self.key(scalars[0], scalars[1]), default: []].append(
          Word(scalars: scalars, list: index, isLatin: isLatin))
      }
    }
    for key in words.keys { words[key]?.sort { $0.scalars.count > $1.scalars.count } }
  }

  /// Returns the words found, ascending.
  func scan(_ text: ScalarText) -> [Hit] {
    var hits: [Hit] = []
    let scalars = text.scalars.map(Self.fold)
    var index = 0
    while index + 1 < scalars.count {
      let candidates = words[Self.key(scalars[index], scalars[index + 1])] ?? []
      if let word = candidates.first(where: { Self.stands($0, in: scalars, at: index) }) {
        let end = index + word.scalars.count
        hits.append(Hit(list: word.list, range: index..<end))
        index = end
      } else {
        index += 1
      }
    }
    return hits
  }

  private static func stands(_ word: Word, in scalars: [UInt32], at index: Int) -> Bool {
    let end = index + word.scalars.count
    guard end <= scalars.count, scalars[index..<end].elementsEqual(word.scalars) else {
      return false
    }
    guard word.isLatin else { return true }
    let runsOn =
      (index > 0 && isLatin(scalars[index - 1]) && isLatin(scalars[index]))
      || (end < scalars.count && isLatin(scalars[end]) && isLatin(scalars[end - 1]))
    return !runsOn
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  private static func isLatin(_ scalar: UInt32) -> Bool {
    scalar >= 0x61 && scalar <= 0x7A
  }

  /// Returns the lower-case form of an ASCII letter, and any other code point unchanged.
  static func fold(_ scalar: UInt32) -> UInt32 {
    scalar >= 0x41 && scalar <= 0x5A ? scalar + 0x20 : scalar
  }
}
