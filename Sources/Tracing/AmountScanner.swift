internal import DocumentModel

/// A quantity with its unit, as a text writes it.
struct Amount: Sendable, Hashable {
  /// The code points of the text.
  var range: Range<Int>
  /// The number in units of one: 1兆358億円 is 1,035,800,000,000.
  var value: Double
  /// What is counted: 円, 件, 物資, %.
  var unit: String
  /// The value of one in the last written digit: 1 億 for 1,083億円, 1,000億 for 9千億円.
  var precision: Double = 1
  /// Whether 約, 程度, 規模 or 超 blurs it.
  var isApproximate = false
}

/// Reads quantities: 1兆358億円, 約9千億円, 85件, 23技術, 4割.
enum AmountScanner {
  private static let powers: [UInt32: Double] = [
    0x5343: 1e3, 0x4E07: 1e4, 0x5104: 1e8, 0x5146: 1e12, 0x767E: 1e2,
  ]

  /// The units that are read.
  struct Units: Sendable {
    fileprivate let all: [(name: String, scalars: [UInt32])]

    fileprivate init(_ names: [String]) {
      all = names.map { (name: $0, scalars: $0.unicodeScalars.map(\.value)) }
    }

    /// What measures are counted in.
    static let counts = Units(countNames)
    /// These, and measures of time, weight, length and power.
    static let all = Units(
      (countNames + [
        "か月", "カ月", "ヶ月", "ヵ月", "箇月", "年間", "年", "日間", "日", "週間", "時間", "倍", "回", "台", "基", "隻",
        "校",
        "gwh", "mwh", "kwh", "gw", "mw", "kw", "万トン", "トン", "km", "キロ", "ポイント", "か所", "拠点", "大学",
        "組織",
      ]).sorted { $0.unicodeScalars.count > $1.unicodeScalars.count })
  }

  private static let countNames = [
    "円", "ドル", "件", "物資", "技術", "分野", "領域", "事業者", "法人", "機関", "か国", "カ国", "ヶ国", "か所", "箇所", "社",
    "者",
    "人", "名", "%", "割", "プロジェクト", "テーマ", "課題", "品目",
  ]

  /// Returns the units of two letters and more that stand in a range: 分野 of 港湾運送分野.
  static func things(in text: TraceText, _ range: Range<Int>) -> [String] {
    Units.counts.all.filter {
      $0.scalars.count >= 2 && text.contains($0.scalars, in: range)
    }.map(\.name)
  }

  /// Returns the amounts of money in a range of code points.
  static func amounts(in text: TraceText, _ range: Range<Int>) -> [Amount] {
    quantities(in: text, range).filter { $0.unit == "円" || $0.unit == "ドル" }
  }

  /// Returns every quantity with a unit in a range of code points.
  static func quantities(
    in text: TraceText, _ range: Range<Int>, units: Units = .counts
  ) -> [Amount] {
    var found: [Amount] = []
    var i = range.lowerBound
    while i < range.upperBound {
      guard isDigit(text.scalars[i]) else {
        i += 1
        continue
      }
      let start = i
      let (value, precision, end) = number(text, from: i, to: range.upperBound)
      i = end
      let rest = text.scalars[end..<range.upperBound]
      if let unit = units.all.first(where: { rest.starts(with: $0.scalars) }) {
        i = end + unit.scalars.count
        found.append(
          Amount(
            range: start..<i, value: value, unit: unit.name, precision: precision,
            isApproximate: isBlurred(start..<i, in: text, range)))
      } else if let unit = namedUnit(in: text, from: end, to: range.upperBound, units) {
        found.append(
          Amount(range: start..<end, value: value, unit: unit, precision: precision))
      }
    }
    return found
  }

  /// The thing counted, where it stands after の: 12の特定重要物資, 27の重要技術.
  private static func namedUnit(
    in text: TraceText, from start: Int, to end: Int, _ units: Units
  ) -> String? {
    guard start < end, text.scalars[start] == 0x306E else { return nil }
    var i = start + 1
    while i < end, FigureReader.isNounPart(text.scalars[i]) { i += 1 }
    let noun = text.scalars[(start + 1)..<i]
    return units.all.first { unit in
      unit.scalars.count >= 2 && noun.count >= unit.scalars.count
        && noun.suffix(unit.scalars.count).elementsEqual(unit.scalars)
    }?.name
  }

  private static let blurs = ["程度", "規模", "超", "以上", "強", "弱"].map {
    $0.unicodeScalars.map(\.value)
  }

  private static func isBlurred(
    _ amount: Range<Int>, in text: TraceText, _ range: Range<Int>
  ) -> Bool {
    if amount.lowerBound > range.lowerBound, text.scalars[amount.lowerBound - 1] == 0x7D04 {
      return true
    }
    let rest = text.scalars[amount.upperBound..<range.upperBound]
    return blurs.contains { rest.starts(with: $0) }
  }

  /// Reads digits with commas and a point, and the powers 千 万 億 兆 after them.
  private static func number(
    _ text: TraceText, from start: Int, to end: Int
  ) -> (value: Double, precision: Double, end: Int) {
    var total = 0.0
    var precision = 1.0
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
      precision = (fraction > 0 ? fraction * 10 : 1) * power
      if power == 1 { break }
    }
    return (total, precision, i)
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }
}
