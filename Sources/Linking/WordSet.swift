import DocumentModel

/// A list of words that scanners look for at a place, fast where none of them stands.
///
/// The first and last code points are kept in bit tables, since at most places no word can start. It
/// is a class, and the words are joined to one array, so that a lookup counts no references.
final class WordSet: Sendable, Sequence {
  /// The words, the longest first.
  private let words: [[UInt32]]
  /// The words' code points one after another, in the same order.
  private let joined: [UInt32]
  /// Where each word ends in `joined`.
  private let ends: [Int]
  private let firsts: ScalarSet
  private let lasts: ScalarSet

  init(_ words: [[UInt32]]) {
    let sorted = words.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    self.words = sorted
    joined = sorted.flatMap { $0 }
    var ends: [Int] = []
    for word in sorted { ends.append((ends.last ?? 0) + word.count) }
    self.ends = ends
    firsts = ScalarSet(words.compactMap(\.first))
    lasts = ScalarSet(words.compactMap(\.last))
  }

  /// Makes a set of words separated by spaces, width folded.
  convenience init(_ list: String) {
    self.init(list.split(separator: " ").map { scalars(String($0)) })
  }

  func makeIterator() -> IndexingIterator<[[UInt32]]> { words.makeIterator() }

  /// Returns the end of the longest word that starts at an index, or nil.
  func end(in text: ScalarText, at index: Int) -> Int? {
    guard firsts.contains(text.at(index)) else { return nil }
    var start = 0
    for end in ends {
      if stands(start..<end, in: text, at: index) { return index + end - start }
      start = end
    }
    return nil
  }

  /// Returns the start of the longest word that ends just before an index, or nil.
  func start(in text: ScalarText, before index: Int) -> Int? {
    guard lasts.contains(text.at(index - 1)) else { return nil }
    var start = 0
    for end in ends {
      if stands(start..<end, in: text, at: index - (end - start)) { return index - (end - start) }
      start = end
    }
    return nil
  }

  /// Whether one of the words stands somewhere in a range.
  func isFound(in text: ScalarText, _ range: Range<Int>) -> Bool {
    for index in range where firsts.contains(text.at(index)) {
      var start = 0
      for end in ends {
        if index + end - start <= range.upperBound, stands(start..<end, in: text, at: index) {
          return true
        }
        start = end
      }
    }
    return false
  }

  /// The code points that words start with.
  var starts: [UInt32] { words.compactMap(\.first) }

  /// The first two code points of every word, or the one it has.
  var openings: [[UInt32]] { words.map { Array($0.prefix(2)) } }

  /// Whether the word at a range of `joined` stands at an index of a text.
  @inline(__always) private func stands(
    _ word: Range<Int>, in text: ScalarText, at index: Int
  ) -> Bool {
    guard index >= 0, index + word.count <= text.scalars.count else { return false }
    for place in word where text.scalars[index + place - word.lowerBound] != joined[place] {
      return false
    }
    return true
  }
}

/// A set of code points of the basic plane as a bit table.
struct ScalarSet: Sendable {
  private var bits: [UInt64]

  init(_ scalars: some Sequence<UInt32>) {
    bits = Array(repeating: 0, count: 1024)
    for scalar in scalars where scalar < 0x10000 {
      bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63)
    }
  }

  /// Makes a set of the characters of a string, width folded.
  init(_ characters: String) {
    self.init(characters.unicodeScalars.map { ScalarText.foldWidth($0.value) })
  }

  @inline(__always) func contains(_ scalar: UInt32) -> Bool {
    scalar < 0x10000 && bits[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 1
  }
}
