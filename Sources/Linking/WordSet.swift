import DocumentModel

/// A list of words that scanners look for at a place, fast where none of them stands.
///
/// The first and last code points are kept in bit tables, since at most places no word can start.
struct WordSet: Sendable, Sequence {
  /// The words, the longest first.
  private let words: [[UInt32]]
  private let firsts: ScalarSet
  private let lasts: ScalarSet

  init(_ words: [[UInt32]]) {
    self.words = words.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    firsts = ScalarSet(words.compactMap(\.first))
    lasts = ScalarSet(words.compactMap(\.last))
  }

  /// Makes a set of words separated by spaces, width folded.
  init(_ list: String) {
    self.init(list.split(separator: " ").map { scalars(String($0)) })
  }

  func makeIterator() -> IndexingIterator<[[UInt32]]> { words.makeIterator() }

  /// Returns the end of the longest word that starts at an index, or nil.
  func end(in text: ScalarText, at index: Int) -> Int? {
    guard firsts.contains(text.at(index)) else { return nil }
    return words.first { text.hasPrefix($0, at: index) }.map { index + $0.count }
  }

  /// Returns the start of the longest word that ends just before an index, or nil.
  func start(in text: ScalarText, before index: Int) -> Int? {
    guard lasts.contains(text.at(index - 1)) else { return nil }
    return words.first { text.hasPrefix($0, at: index - $0.count) }.map { index - $0.count }
  }

  /// Whether one of the words stands somewhere in a range.
  func isFound(in text: ScalarText, _ range: Range<Int>) -> Bool {
    range.contains { index in
      firsts.contains(text.at(index))
        && words.contains {
          index + $0.count <= range.upperBound && text.hasPrefix($0, at: index)
        }
    }
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
