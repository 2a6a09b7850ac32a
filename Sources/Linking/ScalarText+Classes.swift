import DocumentModel

/// Code point classes and words for the hand-written scanners.
extension ScalarText {
  /// Returns the code point at an index, or 0 outside the text.
  func at(_ index: Int) -> UInt32 {
    index >= 0 && index < scalars.count ? scalars[index] : 0
  }

  /// Returns the end of the longest of the words that stands at an index, or nil.
  func end(ofAny words: WordSet, at index: Int) -> Int? { words.end(in: self, at: index) }

  /// Returns whether one of the words ends just before an index.
  func hasSuffix(ofAny words: WordSet, before index: Int) -> Bool {
    words.start(in: self, before: index) != nil
  }

  /// Returns the index of the first code point at or after `index` that is no white space.
  func skipSpace(_ index: Int) -> Int {
    var index = index
    while index < scalars.count, ScalarClass.isSpace(scalars[index]) { index += 1 }
    return index
  }

  /// Returns the place of `word` in a range, or nil.
  func first(_ word: [UInt32], in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index + word.count <= range.upperBound {
      if hasPrefix(word, at: index) { return index }
      index += 1
    }
    return nil
  }
}

/// The classes of code points that Japanese names and numbers are cut by.
enum ScalarClass {
  static func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || (0x09...0x0D).contains(scalar) || scalar == 0xA0
  }

  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  static func isLatin(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
  }

  static func isUppercase(_ scalar: UInt32) -> Bool { (0x41...0x5A).contains(scalar) }

  /// Ideographs, with the iteration mark 々 and 〇.
  static func isKanji(_ scalar: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar)
      || (0xF900...0xFAFF).contains(scalar) || scalar == 0x3005 || scalar == 0x3007
  }

  static func isKatakana(_ scalar: UInt32) -> Bool {
    (0x30A1...0x30FA).contains(scalar) || scalar == 0x30FC
  }

  static func isHiragana(_ scalar: UInt32) -> Bool { (0x3041...0x3096).contains(scalar) }

  /// Opening brackets of width-folded text.
  static func isOpening(_ scalar: UInt32) -> Bool { openings.contains(scalar) }

  /// Closing brackets of width-folded text.
  static func isClosing(_ scalar: UInt32) -> Bool { closings.contains(scalar) }

  private static let openings = ScalarSet("(「『【〔［[〈《＜<“")
  private static let closings = ScalarSet(")」』】〕］]〉》＞>”")
}

extension String {
  /// The string without white space; itself where it has none.
  var withoutWhiteSpace: String {
    let isBlank = { (scalar: Unicode.Scalar) in
      scalar.value <= 0x20
        || scalar.value >= 0x85 && scalar.value <= 0x3000
          && scalar.properties.isWhitespace
    }
    guard unicodeScalars.contains(where: isBlank) else { return self }
    return String(scalars: unicodeScalars.filter { !isBlank($0) })
  }
}

/// Returns the width-folded code points of a word, for comparing with `ScalarText`.
func scalars(_ word: String) -> [UInt32] {
  word.unicodeScalars.map { ScalarText.foldWidth($0.value) }
}
