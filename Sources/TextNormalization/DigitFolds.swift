/// The decimal digits of every script, and the ASCII digit each is matched as (٣ as 3).
///
/// NFKC makes the digits of other widths and in circles ASCII, but leaves those of other scripts. Kanji
/// numerals aren't here: 一 is a word as well, and stands for a digit in a date or a provision only.
enum DigitFolds {
  /// The zero of each row of ten digits in the first plane.
  ///
  /// See Unicode's extracted/DerivedNumericType.txt, Decimal.
  static let zeros: [UInt32] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
    0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
    0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0,
  ]

  /// From a digit of another script to the ASCII digit.
  static let table: [UInt32: UInt32] = zeros.reduce(into: [:]) { table, zero in
    for digit: UInt32 in 0...9 { table[zero + digit] = 0x30 + digit }
  }
}
