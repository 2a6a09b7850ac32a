/// Cuts words into what is compared as one: a quantity, a Latin word, any other character.
enum WordTokens {
  struct Token: Equatable {
    var range: Range<Int>
    var isFigure: Bool
  }

  /// Returns the tokens of a text of folded code points, which they tile.
  static func tokens(of key: [UInt32]) -> [Token] {
    var tokens: [Token] = []
    var i = 0
    while i < key.count {
      let start = i
      let isFigure = isDigit(key[i])
      if isFigure {
        i = numberEnd(key, from: i)
      } else if isLatin(key[i]) {
        while i < key.count, isLatin(key[i]) || isDigit(key[i]) { i += 1 }
      } else {
        i += 1
      }
      tokens.append(Token(range: start..<i, isFigure: isFigure))
    }
    return tokens
  }

  /// Returns a quantity with the unit after it, as far as the unit is known.
  static func withUnit(_ range: Range<Int>, in key: [UInt32]) -> Range<Int> {
    let rest = key[range.upperBound...]
    let unit = units.first { rest.starts(with: $0) }
    return range.lowerBound..<(range.upperBound + (unit?.count ?? 0))
  }

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
