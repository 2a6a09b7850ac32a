import DocumentModel
import TextNormalization

/// What tells whether two passages say the same in nearly the same words.
///
/// Nearly means other kana, marks, or one kanji more or less (等): most bigrams are shared. A passage
/// with another figure, year, name or negation says something else however much else it shares.
struct PassageLikeness {
  /// The share of bigrams that two passages must have in common.
  static let leastShare = 0.9

  /// Pairs of neighbouring letters and digits, ascending.
  private var grams: Set<UInt64> = []
  /// The numerals in their order, kanji ones too.
  private var numerals: [UInt32] = []
  /// Katakana and letters in their order, without ・ and final ー.
  private var words: [UInt32] = []
  /// Ideographs that are no numerals, ascending.
  private var ideographs: [UInt32] = []
  private var negations = 0

  init(_ text: String, folding: SearchFolding) {
    let key = SearchKey(folding.fold(text).nameKey)
    var last: UInt32?
    for (i, scalar) in key.scalars.enumerated() {
      let script = SearchCharacterClass.of(scalar)
      guard script == .cjk || script == .word else { continue }
      if let last { grams.insert(UInt64(last) << 32 | UInt64(scalar)) }
      last = scalar
      if (0x30...0x39).contains(scalar) || KanjiNumeral.digit(scalar) != nil
        || KanjiNumeral.unit(scalar) != nil
      {
        numerals.append(scalar)
      } else if script == .word || SearchText.isKatakana(scalar) {
        words.append(scalar)
      } else if scalar >= 0x3400 {
        ideographs.append(scalar)
      } else if i + 1 < key.count, Self.isNegation(scalar, key.scalars[i + 1]) {
        negations += 1
      }
    }
    ideographs.sort()
  }

  /// Whether two passages are nearly the same.
  func isNear(_ other: PassageLikeness) -> Bool {
    guard numerals == other.numerals, words == other.words, negations == other.negations,
      differ(other)
    else { return false }
    let common = grams.intersection(other.grams).count
    return Double(common) >= Self.leastShare * Double(grams.count + other.grams.count - common)
  }

  /// Whether the ideographs differ by one at most, and that one says no contrary.
  private func differ(_ other: PassageLikeness) -> Bool {
    guard abs(ideographs.count - other.ideographs.count) <= 1 else { return false }
    let (few, many) =
      ideographs.count <= other.ideographs.count
      ? (ideographs, other.ideographs) : (other.ideographs, ideographs)
    var extra: UInt32?
    var i = 0
    for scalar in many {
      if i < few.count, few[i] == scalar {
        i += 1
      } else if extra == nil {
        extra = scalar
      } else {
        return false
      }
    }
    return i == few.count && !(extra.map(Self.contrary.contains) ?? false)
  }

  private static let contrary = Set("不非未無否禁反".unicodeScalars.map(\.value))

  /// ない, なく, なけ, なか, ざる, ませ, ずに: the kana by which a sentence denies.
  private static func isNegation(_ first: UInt32, _ second: UInt32) -> Bool {
    switch first {
    case 0x306A: [0x3044, 0x304F, 0x3051, 0x304B].contains(second)
    case 0x3056: second == 0x308B
    case 0x307E: second == 0x305B
    case 0x305A: second == 0x306B
    default: false
    }
  }
}
