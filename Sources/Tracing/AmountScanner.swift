internal import DocumentModel

/// A quantity with its unit, as a text writes it.
struct Amount: Sendable, Hashable {
  /// The code points of the text.
  var range: Range<Int>
  /// The number in units of one: 1兆358億円 is 1,035,800,000,000.
  var value: Double
  /// What is counted: 円, 件, 物資, %.
  var unit: String
}

/// Reads quantities: 1兆358億円, 約9千億円, 85件, 23技術, 4割.
enum AmountScanner {
  private static let powers: [UInt32: Double] = [
    0x5343: 1e3, 0x4E07: 1e4, 0x5104: 1e8, 0x5146: 1e12, 0x767E: 1e2,
  ]

  private static let units = [
    "円", "ドル", "件", "物資", "技術", "分野", "事業者", "社", "者", "人", "か所", "箇所", "%", "割", "プロジェクト", "課題",
    "品目",
  ].map { (name: $0, scalars: $0.unicodeScalars.map(\.value)) }

  /// Returns the amounts of money in a range of code points.
  static func amounts(in text: TraceText, _ range: Range<Int>) -> [Amount] {
    quantities(in: text, range).filter { $0.unit == "円" || $0.unit == "ドル" }
  }

  /// Returns every quantity with a unit in a range of code points.
  static func quantities(in text: TraceText, _ range: Range<Int>) -> [Amount] {
    var found: [Amount] = []
    var i = range.lowerBound
    while i < range.upperBound {
      guard isDigit(text.scalars[i]) else {
        i += 1
        continue
      }
      let start = i
      let (value, end) = number(text, from: i, to: range.upperBound)
      i = end
      let rest = text.scalars[end..<range.upperBound]
      if let unit = units.first(where: { rest.starts(with: $0.scalars) }) {
        i = end + unit.scalars.count
        found.append(Amount(range: start..<i, value: value, unit: unit.name))
      }
    }
    return found
  }

  /// Reads digits with commas and a point, and the powers 千 万 億 兆 after them.
  private static func number(
    _ text: TraceText, from start: Int, to end: Int
  ) -> (value: Double, end: Int) {
    var total = 0.0
    var i = start
    while i < end, isDigit(text.scalars[i]) {
      var digits = 0.0
      var fraction = 0.0
      while i < end {
        let scalar = text.scalars[i]
        let nextIsDigit = i + 1 < end && isDigit(text.scalars[i + 1])
        if isDigit(scalar) {
          if fraction > 0 {
            digits += Double(scalar - 0x30) * fraction
            fraction /= 10
          } else {
            digits = digits * 10 + Double(scalar - 0x30)
          }
        } else if scalar == 0x2C, nextIsDigit {
          // A comma between thousands.
        } else if scalar == 0x2E, nextIsDigit, fraction == 0 {
          fraction = 0.1
        } else {
          break
        }
        i += 1
      }
      var power = 1.0
      while i < end, let factor = powers[text.scalars[i]] {
        power *= factor
        i += 1
      }
      total += digits * power
      if power == 1 { break }
    }
    return (total, i)
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }
}
