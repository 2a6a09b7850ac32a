/// Cuts words into what is compared as one: a date, a quantity, a Latin word, any other character.
enum WordTokens {
  struct Token: Equatable {
    var range: Range<Int>
    /// Whether it is a quantity or a date.
    var isFigure: Bool
    var isDate = false
  }

  /// Returns the tokens of a text of folded code points, which they tile.
  static func tokens(of key: [UInt32]) -> [Token] {
    var tokens: [Token] = []
    var i = 0
    while i < key.count {
      let start = i
      let date = dateEnd(key, from: i)
      let isFigure = date != nil || isDigit(key[i])
      if let date {
        i = date
      } else if isFigure {
        i = numberEnd(key, from: i)
      } else if isLatin(key[i]) {
        while i < key.count, isLatin(key[i]) || isDigit(key[i]) { i += 1 }
      } else {
        i += 1
      }
      tokens.append(Token(range: start..<i, isFigure: isFigure, isDate: date != nil))
    }
    return tokens
  }

  /// Returns a quantity with the unit after it, as far as the unit is known: 85件, 12の物資.
  static func withUnit(_ range: Range<Int>, in key: [UInt32]) -> Range<Int> {
    let rest = key[range.upperBound...]
    if let unit = units.first(where: { rest.starts(with: $0) }) {
      return range.lowerBound..<(range.upperBound + unit.count)
    }
    guard rest.first == particle else { return range }
    let unit = units.first { $0.count > 1 && rest.dropFirst().starts(with: $0) }
    return unit.map { range.lowerBound..<(range.upperBound + 1 + $0.count) } ?? range
  }

  /// Returns where a date ends that begins here, or nil: 令和6年6月4日, 2024年6月, 6月4日, 令和5年度.
  private static func dateEnd(_ key: [UInt32], from start: Int) -> Int? {
    var i = start
    let hasEra = eras.contains { key[start...].starts(with: $0) }
    if hasEra { i += 2 }
    var parts = 0
    var end: Int?
    for unit in calendar {
      var next = i
      while next < key.count, isDigit(key[next]) || (hasEra && key[next] == first) { next += 1 }
      guard next > i, next < key.count, key[next] == unit else { continue }
      parts += 1
      i = next + 1
      end = i
      if i < key.count, unit == calendar[0], key[i] == fiscal { return i + 1 }
    }
    return hasEra || parts > 1 ? end : nil
  }

  private static let eras = ["令和", "平成", "昭和"].map { $0.unicodeScalars.map(\.value) }
  private static let calendar = "年月日".unicodeScalars.map(\.value)
  private static let (first, fiscal, particle): (UInt32, UInt32, UInt32) = (
    0x5143, 0x5EA6, 0x306E
  )  // 元度の

  /// Reads digits with commas and points, and the powers 十 to 兆 after them: 1兆358億.
  private static func numberEnd(_ key: [UInt32], from start: Int) -> Int {
    var i = start
    while i < key.count {
      if isDigit(key[i]) || powers.contains(key[i]) {
        i += 1
      } else if isPoint(at: i, in: key) || isThousands(at: i, in: key) {
        i += 2
      } else {
        break
      }
    }
    return i
  }

  private static func isPoint(at i: Int, in key: [UInt32]) -> Bool {
    key[i] == 0x2E && i + 1 < key.count && isDigit(key[i + 1])
  }

  /// A comma, folded to 、, stands between thousands where just three digits follow: 25、2010年 is two
  /// numbers.
  private static func isThousands(at i: Int, in key: [UInt32]) -> Bool {
    key[i] == 0x3001 && i + 3 < key.count && key[(i + 1)...(i + 3)].allSatisfy(isDigit)
      && (i + 4 == key.count || !isDigit(key[i + 4]))
  }

  private static let powers = Set("十百千万億兆".unicodeScalars.map(\.value))

  /// Longer ones first, so that 年度 isn't read as 年.
  private static let units = [
    "パーセント", "プロジェクト", "ポイント", "事業者", "か年計画", "物資", "技術", "分野", "品目", "課題", "機関", "年度", "年間", "か年",
    "か月", "ヶ月", "か所", "カ所", "箇所", "か国", "カ国", "ドル", "時間", "項目", "種類", "割合", "円", "件", "社", "者", "人",
    "名", "年",
    "月", "日", "倍", "割", "回", "基", "隻", "機", "個", "%", "GW", "kW", "MW", "トン", "km", "t",
  ].map { $0.unicodeScalars.map(\.value) }

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  private static func isLatin(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
      || (0xC0...0x24F).contains(scalar)
  }
}
