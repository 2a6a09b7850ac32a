import DocumentModel

/// A whole number as it stands in a text, in ASCII or Chinese digits.
struct Numeral: Sendable, Hashable {
  var value: Int
  /// The code point after it.
  var end: Int
  /// How many digits are written.
  var digits: Int
  var isKanji: Bool
  /// Whether it is written with a zero in front (04).
  var hasLeadingZero: Bool

  /// Reads the number at a code point: up to four ASCII digits, or Chinese digits below 10,000.
  ///
  /// Returns nil where no number stands there or where it is longer than a date's can be.
  init?(_ text: ScalarText, at start: Int) {
    let scalars = text.scalars
    guard start < scalars.count else { return nil }
    var end = start
    var value = 0
    if Self.isDigit(scalars[start]) {
      while end < scalars.count, Self.isDigit(scalars[end]) {
        guard end - start < 4 else { return nil }
        value = value * 10 + Int(scalars[end] - 0x30)
        end += 1
      }
      self.init(
        value: value, end: end, digits: end - start, isKanji: false,
        hasLeadingZero: scalars[start] == 0x30)
      return
    }
    var numeral = KanjiNumeral()
    while end < scalars.count, end - start < 7, numeral.add(scalars[end]) { end += 1 }
    guard end > start else { return nil }
    self.init(
      value: numeral.value, end: end, digits: end - start, isKanji: true,
      hasLeadingZero: KanjiNumeral.digit(scalars[start]) == 0)
  }

  private init(value: Int, end: Int, digits: Int, isKanji: Bool, hasLeadingZero: Bool) {
    self.value = value
    self.end = end
    self.digits = digits
    self.isKanji = isKanji
    self.hasLeadingZero = hasLeadingZero
  }

  /// Whether a code point is an ASCII digit; full-width digits are folded before.
  @inline(__always) static func isDigit(_ scalar: UInt32) -> Bool {
    scalar >= 0x30 && scalar <= 0x39
  }
}
