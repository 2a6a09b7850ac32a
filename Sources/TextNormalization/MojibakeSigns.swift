/// The signs of text that was decoded as another encoding than its own before it came here.
///
/// Kana fill half of any Japanese text, and their bytes begin with few values. Read wrongly, these
/// become characters that hardly any text has, close together:
///
/// | written as | read as | gives |
/// |---|---|---|
/// | UTF-8 | Shift_JIS | 縺, 縲, 繧, 繝 for kana and marks; single half-width katakana beside kanji |
/// | UTF-8, Shift_JIS, EUC-JP | Latin-1, Windows-1252 | accented letters and signs without end |
/// | EUC-JP | Shift_JIS | half-width katakana, every second a ､ or ･ |
struct MojibakeSigns: Sendable {
  /// Whether the signs stand too close in a line to be meant.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  func mark(_ line: String) -> Bool {
    var count = Count()
    var last: UInt32 = 0
    var one: UInt32 = 0
    for scalar in line.unicodeScalars where !scalar.properties.isWhitespace {
      count.add(one, after: last, before: scalar.value)
      (last, one) = (one, scalar.value)
    }
    count.add(one, after: last, before: 0)
    return count.isGarbage
  }

  /// How often each sign stands in a line.
  private struct Count {
    var all = 0
    var accented = 0
    var leads = 0
    var halfWidth = 0
    var halfWidthMarks = 0
    var commas = 0
    /// Half-width katakana alone beside a kanji.
    var lone = 0

    mutating func add(_ c: UInt32, after last: UInt32, before next: UInt32) {
      guard c > 0 else { return }
      all += 1
      switch c {
      case 0xB7: break
      case 0x80...0xFF: accented += 1
      case 0x7E3A, 0x7E32, 0x7E67, 0x7E5D: leads += 1
      case 0xFF61...0xFF9F:
        halfWidth += 1
        if c <= 0xFF65 { halfWidthMarks += 1 }
        if c == 0xFF64 { commas += 1 }
        let isAlone = !Self.isHalfWidth(last) && !Self.isHalfWidth(next)
        if isAlone, Self.isKanji(last) || Self.isKanji(next) { lone += 1 }
      default: if MojibakeSigns.windowsLetters.contains(c) { accented += 1 }
      }
    }

    var isGarbage: Bool {
      (accented >= 4 && accented * 5 >= all * 2)
        || (leads >= 2 && leads * 5 >= all * 2)
        || (leads >= 2 && halfWidth > 0 && (leads + halfWidth) * 5 >= all)
        || (lone >= 3 && lone * 6 >= all)
        || (commas >= 2 && halfWidth * 5 >= all * 2 && halfWidthMarks * 5 >= halfWidth)
    }

    private static func isHalfWidth(_ c: UInt32) -> Bool { (0xFF61...0xFF9F).contains(c) }

    private static func isKanji(_ c: UInt32) -> Bool { (0x4E00...0x9FFF).contains(c) }
  }

  /// What Windows-1252 has in the places of Latin-1's control characters, but for the marks that
  /// Japanese text uses as well.
  private static let windowsLetters = Set("‚ƒ„ˆŠ‹ŒŽ˜š›œžŸ".unicodeScalars.map(\.value))
}
