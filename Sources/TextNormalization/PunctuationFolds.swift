/// Punctuation that looks and means the same under several code points, and the one it is matched as.
///
/// NFKC leaves these apart. The long vowel ー, the numeral 一 and the katakana middle dot of another
/// width are not here: the first two are letters, the last one NFKC joins.
enum PunctuationFolds {
  /// The form of every hyphen, dash and minus sign.
  static let hyphen: UInt32 = 0x2D
  /// The form of every wave dash and tilde.
  static let wave: UInt32 = 0x7E
  /// The katakana middle dot ・.
  static let middleDot: UInt32 = 0x30FB

  /// From a code point, after NFKC_Casefold, to the form it is matched as.
  static let table: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    // Hyphens and dashes ‐ ‑ ‒ – — ―, the minus sign −, and the box line ─ ━ that stands for a dash.
    for scalar: UInt32 in [
      0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2043, 0x2212, 0x2500, 0x2501, 0x2E3A,
      0x2E3B,
    ] {
      table[scalar] = hyphen
    }
    // The wave dash 〜, the wavy dash 〰 and the tilde operator ∼; NFKC made ～ of U+FF5E to ~.
    for scalar: UInt32 in [0x301C, 0x3030, 0x223C] { table[scalar] = wave }
    // The Latin middle dot and the dot operators, which text from PDF files has for ・.
    for scalar: UInt32 in [0xB7, 0x2219, 0x22C5] { table[scalar] = middleDot }
    // Curved, low and Japanese quotation marks.
    for scalar: UInt32 in [0x2018, 0x2019, 0x201A, 0x201B] { table[scalar] = 0x27 }
    for scalar: UInt32 in [0x201C, 0x201D, 0x201E, 0x301D, 0x301E, 0x301F] { table[scalar] = 0x22 }
    return table
  }()
}
