/// A number as decimal digits, rounded as a spreadsheet rounds: half away from zero.
struct XLSXDecimal: Sendable, Equatable {
  var isNegative: Bool
  /// Significant digits without zeros at either end; empty for zero.
  private(set) var digits: [UInt8]
  /// The power of ten of the point before the first digit: 0.5 has 0, 12 has 2.
  private(set) var point: Int

  /// The digits that a spreadsheet keeps of a number.
  private static let precision = 15

  /// Takes the digits of a finite number.
  init(_ value: Double) {
    isNegative = value < 0
    digits = []
    point = 0
    var seenPoint = false
    var exponent = 0
    let written = Array(value.magnitude.description.utf8)
    for (index, byte) in written.enumerated() {
      switch byte {
      case 0x30...0x39:
        digits.append(byte - 0x30)
        if !seenPoint { point += 1 }
      case 0x2E: seenPoint = true
      default:
        // 1e-07, 5e+20.
        exponent = Int(String(decoding: written[(index + 1)...], as: UTF8.self)) ?? 0
        point += exponent
        trim()
        round(to: Self.precision)
        return
      }
    }
    trim()
    round(to: Self.precision)
  }

  var isZero: Bool { digits.isEmpty }

  /// Moves the point by powers of ten.
  mutating func scale(by power: Int) { if !isZero { point += power } }

  /// Keeps so many digits behind the point.
  mutating func roundFraction(to count: Int) { round(to: point + count) }

  /// Keeps so many digits from the first on.
  private mutating func round(to count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      point = 0
      return
    }
    let carries = digits[count] >= 5
    digits.removeSubrange(count...)
    if carries {
      var index = count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        point += 1
      }
    }
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    while digits.first == 0 {
      digits.removeFirst()
      point -= 1
    }
    if digits.isEmpty { point = 0 }
  }

  /// The digits before the point, empty below 1.
  var whole: [UInt8] {
    guard point > 0 else { return [] }
    let own = digits.prefix(point)
    return Array(own) + [UInt8](repeating: 0, count: point - own.count)
  }

  /// The digits behind the point, without zeros at their end.
  var fraction: [UInt8] {
    guard !isZero else { return [] }
    if point < 0 { return [UInt8](repeating: 0, count: -point) + digits }
    return Array(digits.dropFirst(point))
  }

  /// The plain form, `-1234.5`; from 10²⁰ on and below 10⁻⁹ with an exponent, `1.5E+20`.
  var description: String {
    let sign = isNegative && !isZero ? "-" : ""
    if isZero { return "0" }
    if point > 20 || point < -9 {
      let rest = digits.dropFirst()
      let power = point - 1
      return sign + Self.text(digits.prefix(1)) + (rest.isEmpty ? "" : "." + Self.text(rest))
        + "E" + (power < 0 ? "-" : "+") + (abs(power) < 10 ? "0" : "") + "\(abs(power))"
    }
    let fraction = fraction
    return sign + (whole.isEmpty ? "0" : Self.text(whole))
      + (fraction.isEmpty ? "" : "." + Self.text(fraction))
  }

  static func text(_ digits: some Sequence<UInt8>) -> String {
    String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
  }
}
