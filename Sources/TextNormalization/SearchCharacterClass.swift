/// What a folded code point is to the index: which runs match as substrings and which as a whole.
package enum SearchCharacterClass: UInt8, Sendable, CaseIterable {
  /// Han, kana, ー, 々, 〆, 〇: a run of them matches by any part.
  case cjk
  /// A letter, mark or digit of another script: a run of them matches as a whole.
  case word
  /// White space that ends a run.
  case space
  /// A line end: one between two CJK characters is transparent.
  case lineEnd
  /// Punctuation and symbols: they end a run.
  case other

  /// Returns the class of a code point of the search key.
  package static func of(_ scalar: UInt32) -> SearchCharacterClass {
    if scalar < UInt32(table.count) { return table[Int(scalar)] }
    return classify(scalar)
  }

  /// The classes of the first plane, for loops that look up many.
  package static let table: [SearchCharacterClass] = (0..<0x10000).map { classify($0) }

  private static func classify(_ scalar: UInt32) -> SearchCharacterClass {
    if isCJK(scalar) { return .cjk }
    switch scalar {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: return .lineEnd
    case 0x09, 0x0B, 0x0C, 0x20, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000:
      return .space
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7F: return .other
    case 0x30...0x7A: return .word
    // Whole blocks whose categories needn't be asked one by one: Yi, Hangul; surrogates, private use.
    case 0xA000...0xA48C, 0xAC00...0xD7A3: return .word
    case 0xD800...0xF8FF: return .other
    default: break
    }
    guard let properties = Unicode.Scalar(scalar)?.properties else { return .other }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return .word
    default:
      return .other
    }
  }

  private static func isCJK(_ scalar: UInt32) -> Bool {
    switch scalar {
    // Radicals, then 々 〆 〇 and the Hangzhou numerals, then the marks 〱 to 〵 and 〸 to 〼.
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x3038...0x303C:
      true
    // Hiragana and katakana with ー ヽ ヾ and the voicing marks, without ゠ and ・.
    case 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F:
      true
    // Unified and compatibility ideographs of all planes, and the strokes.
    case 0x31C0...0x31EF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x1AFF0...0x1B16F,
      0x20000...0x3FFFD:
      true
    default:
      false
    }
  }
}
