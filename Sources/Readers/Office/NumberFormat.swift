import DocumentModel

/// Writes the number of a list item, a note or a page as its format asks (ECMA-376 17.18.59).
enum NumberFormat {
  /// Returns a number in a format of the schema; unknown formats give ASCII digits.
  static func text(_ number: Int, _ format: String) -> String {
    switch format {
    case "none": ""
    case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
    case "decimalFullWidth", "decimalFullWidth2": wide(number)
    case "upperRoman": roman(number)
    case "lowerRoman": roman(number).lowercased()
    case "upperLetter": letters(number, from: 0x41)
    case "lowerLetter": letters(number, from: 0x61)
    case "ordinal": "\(number)" + ordinalEnding(number)
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": circled(number)
    case "decimalEnclosedFullstop": enclosed(number, from: 0x2488, upTo: 20) ?? "\(number)."
    case "decimalEnclosedParen": enclosed(number, from: 0x2474, upTo: 20) ?? "(\(number))"
    case "numberInDash": "- \(number) -"
    case "hex": String(number, radix: 16, uppercase: true)
    case "aiueo": member(number, of: halfWidthAiueo)
    case "aiueoFullWidth": member(number, of: aiueo)
    case "iroha": member(number, of: halfWidthIroha)
    case "irohaFullWidth": member(number, of: iroha)
    case "japaneseCounting", "chineseCounting", "chineseCountingThousand",
      "taiwaneseCounting", "taiwaneseCountingThousand":
      number == 0 ? KanjiNumeral.digits[0] : KanjiNumeral.text(of: number)
    case "japaneseLegal":
      legal(number)
    case "japaneseDigitalTenThousand", "ideographDigital", "taiwaneseDigital":
      String(number).compactMap { $0.wholeNumberValue.map { KanjiNumeral.digits[$0] } }.joined()
    case "ideographEnclosedCircle": enclosed(number, from: 0x3280, upTo: 10) ?? "\(number)"
    case "ideographTraditional": member(number, of: stems)
    case "ideographZodiac": member(number, of: branches)
    case "chicago" where (1...16).contains(number):
      String(repeating: ["*", "†", "‡", "§"][(number - 1) % 4], count: (number - 1) / 4 + 1)
    default: "\(number)"
    }
  }

  private static func wide(_ number: Int) -> String {
    String(
      String.UnicodeScalarView(
        String(number).unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<4_000).contains(number) else { return "\(number)" }
    let values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]
    let numerals = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"]
    var rest = number
    var text = ""
    for (value, numeral) in zip(values, numerals) {
      while rest >= value {
        text += numeral
        rest -= value
      }
    }
    return text
  }

  /// A … Z, AA, BB: the letter repeats.
  private static func letters(_ number: Int, from first: UInt32) -> String {
    guard (1...26 * 30).contains(number),
      let letter = Unicode.Scalar(first + UInt32(number - 1) % 26)
    else { return "\(number)" }
    return String(repeating: String(letter), count: (number - 1) / 26 + 1)
  }

  private static func ordinalEnding(_ number: Int) -> String {
    if (11...13).contains(number % 100) { return "th" }
    return switch number % 10 {
    case 1: "st"
    case 2: "nd"
    case 3: "rd"
    default: "th"
    }
  }

  private static func circled(_ number: Int) -> String {
    switch number {
    case 0: "⓪"
    case 1...20: enclosed(number, from: 0x2460, upTo: 20) ?? "\(number)"
    case 21...35: enclosed(number - 20, from: 0x3251, upTo: 15) ?? "\(number)"
    case 36...50: enclosed(number - 35, from: 0x32B1, upTo: 15) ?? "\(number)"
    default: "\(number)"
    }
  }

  private static func enclosed(_ number: Int, from first: UInt32, upTo last: Int) -> String? {
    guard (1...last).contains(number) else { return nil }
    return Unicode.Scalar(first + UInt32(number - 1)).map { String($0) }
  }

  /// The member of a series, which begins anew after its last.
  private static func member(_ number: Int, of series: [String]) -> String {
    number > 0 ? series[(number - 1) % series.count] : "\(number)"
  }

  /// The numerals of deeds: 壱拾弐.
  private static func legal(_ number: Int) -> String {
    guard (1..<10_000).contains(number) else {
      return number == 0 ? legalDigits[0] : "\(number)"
    }
    var text = ""
    for (power, digit) in String(number).reversed().enumerated().reversed() {
      guard let value = digit.wholeNumberValue, value > 0 else { continue }
      text += legalDigits[value] + ["", "拾", "百", "阡"][power]
    }
    return text
  }

  private static func series(_ characters: String) -> [String] {
    characters.unicodeScalars.map { String($0) }
  }

  private static let legalDigits = series("零壱弐参四伍六七八九")
  private static let stems = series("甲乙丙丁戊己庚辛壬癸")
  private static let branches = series("子丑寅卯辰巳午未申酉戌亥")
  private static let aiueo = series("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン")
  private static let halfWidthAiueo = series("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ")
  private static let iroha = series("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン")
  private static let halfWidthIroha = series("ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ")
}
