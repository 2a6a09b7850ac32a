/// A number read numeral by numeral: 二百三十四 by place, 二三四 digit by digit.
///
/// Numerals are added from the left; units up to 千 are known, since no year, article or law number
/// is greater. A run of numerals without end stops at `greatest`.
package struct KanjiNumeral: Sendable {
  private var total = 0
  private var digits: Int?
  /// What no number in a text passes.
  private static let greatest = 1_000_000_000_000

  package init() {}

  /// The number that the numerals added so far stand for.
  package var value: Int { total + (digits ?? 0) }

  /// Adds a digit: 三, or the value of ３ or ⑫.
  package mutating func add(digit: Int) {
    digits = min((digits ?? 0) * 10 + digit, Self.greatest)
  }

  /// Adds 十, 百 or 千, which the digits before it count; none before it means one.
  package mutating func add(unit: Int) {
    total = min(total + (digits ?? 1) * unit, Self.greatest)
    digits = nil
  }

  /// Adds the numeral that a code point is; returns whether it is one.
  package mutating func add(_ scalar: UInt32) -> Bool {
    if let digit = Self.digit(scalar) {
      add(digit: digit)
    } else if let unit = Self.unit(scalar) {
      add(unit: unit)
    } else {
      return false
    }
    return true
  }

  /// The kanji digits from 〇 to 九.
  package static let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// Writes a number from 1 to 9,999 as laws do: 二十五, 百二, 千三十; another one in Arabic digits.
  package static func text(of number: Int) -> String {
    guard (1...9_999).contains(number) else { return String(number) }
    var rest = number
    var written = ""
    for (unit, sign) in [(1_000, "千"), (100, "百"), (10, "十")] where rest >= unit {
      let count = rest / unit
      written += (count > 1 ? digits[count] : "") + sign
      rest %= unit
    }
    return written + (rest > 0 ? digits[rest] : "")
  }

  /// Returns the value of a kanji digit, 〇 and 零 as 0.
  package static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x3007, 0x96F6: 0
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  /// Returns the value of 十, 百 or 千.
  package static func unit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x5341: 10
    case 0x767E: 100
    case 0x5343: 1000
    default: nil
    }
  }
}
