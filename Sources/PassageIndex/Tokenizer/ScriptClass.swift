/// How a folded code point takes part in matching.
enum ScriptClass {
  /// Han, kana and Hangul: matched as substrings.
  case cjk
  /// Letters and digits of other scripts: matched as whole runs.
  case word
  /// A line end, which is nothing between two CJK characters.
  case lineEnd
  case space
  /// Punctuation and symbols.
  case mark

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .word
    case 0x0A, 0x0D: self = .lineEnd
    case 0x09, 0x0B, 0x0C, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x3000: self = .space
    case 0x00...0x7F: self = .mark
    // 々〆〇 and the vertical iteration mark count as kanji; ・ (U+30FB) is punctuation.
    case 0x3005...0x3007, 0x303B, 0x3041...0x3096, 0x3099...0x309A, 0x309D...0x309F,
      0x30A1...0x30FA, 0x30FC...0x30FF, 0x3105...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF,
      0x2E80...0x2FDF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x1100...0x11FF,
      0x3130...0x318F, 0xAC00...0xD7AF, 0x1B000...0x1B16F, 0x20000...0x3FFFF:
      self = .cjk
    default:
      guard let properties = Unicode.Scalar(scalar)?.properties else {
        self = .mark
        return
      }
      let isWord =
        properties.isAlphabetic || properties.numericType != nil
        || properties.canonicalCombiningClass != .notReordered
      self = isWord ? .word : .mark
    }
  }
}
