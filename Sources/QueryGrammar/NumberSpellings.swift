import DocumentModel
import TextNormalization

/// The scripts in which one number is written: 第25条 and 第二十五条, 14分野 and 十四分野, 1,000億円.
///
/// Laws and papers written downwards have kanji, papers written across Arabic digits. A numeral counts
/// only after 第, before a unit, or as a branch (第二十四条の二): 一般 and 三菱 are no numbers.
enum NumberSpellings {
  /// A number in a folded text with its forms: Arabic digits, kanji, and digits with commas.
  struct Match {
    /// Code points of the text.
    var range: Range<Int>
    var forms: [String]
  }

  /// What is counted in policy texts and laws, by how it begins.
  private static let units: [[UInt32]] =
    ("年 月 日 条 項 号 章 節 款 編 回 次 期 件 社 者 名 人 省 庁 県 法 点 種 類 割 倍 歳 円 億 兆 万 つ 隻 台 度 "
    + "か国 か所 か月 か年 カ国 カ所 カ月 カ年 ヶ国 ヶ所 ヶ月 ヶ年 箇国 箇所 箇月 箇年 国間 分野 本柱 本の柱 要素 原則 業種 "
    + "物資 事業 機関 施設 段階 区分 制度 大学 地域 団体 要件 項目 品目 工程 拠点 課題 視点 目標 領域 技術 世代 "
    + "プロジェクト テーマ メートル トン パーセント ヘクタール")
    .split(separator: " ").map { $0.unicodeScalars.map(\.value) }

  private static let persons = Set("者人国".unicodeScalars.map(\.value))

  /// Returns the numbers of a text from left to right.
  static func matches(in text: [UInt32]) -> [Match] {
    var matches: [Match] = []
    var i = 0
    // Where 条の or an earlier branch ends, so that の2 follows.
    var branch = -1
    while i < text.count {
      guard let (value, end) = number(in: text, at: i) else {
        i += 1
        continue
      }
      // 第三者, 第一人者 and 第三国 are words.
      let isOrdinal =
        i > 0 && text[i - 1] == 0x7B2C && !(end < text.count && Self.persons.contains(text[end]))
      let isBranch = i == branch + 1 && i > 0 && text[i - 1] == 0x306E
      let isCount = (i == 0 || text[i - 1] != 0x7B2C) && isUnit(text, at: end)
      if value > 0, isOrdinal || isBranch || isCount {
        var forms = [String(value), KanjiNumeral.text(of: value)]
        // 第1030条 and 2024年 have no comma.
        if value > 999, isCount, text[end] != 0x5E74 {
          forms.append("\(value / 1_000),\(padded(value % 1_000))")
        }
        matches.append(Match(range: i..<end, forms: forms))
        branch = isBranch ? end : end < text.count && text[end] == 0x6761 ? end + 1 : -1
      }
      i = end
    }
    return matches
  }

  private static func isUnit(_ text: [UInt32], at place: Int) -> Bool {
    units.contains { text[place...].starts(with: $0) }
  }

  /// Reads a whole run of digits or of kanji numerals, up to 9,999.
  private static func number(in text: [UInt32], at start: Int) -> (value: Int, end: Int)? {
    let isDigit = { (i: Int) in i < text.count && (0x30...0x39).contains(text[i]) }
    guard isDigit(start) else {
      guard let (value, end) = ProvisionReader.number(in: text, at: start), !isDigit(end),
        start == 0 || !isDigit(start - 1), value < 10_000
      else { return nil }
      return (value, end)
    }
    guard start == 0 || SearchCharacterClass.of(text[start - 1]) != .word else { return nil }
    var end = start
    var digits = 0
    var value = 0
    while digits < 9 {
      // A comma stands before three digits, and a fourth follows no comma.
      if end < text.count, text[end] == 0x2C, digits > 0, digits < 4,
        (1...3).allSatisfy({ isDigit(end + $0) }), !isDigit(end + 4)
      {
        end += 1
      }
      guard isDigit(end) else { break }
      value = value * 10 + Int(text[end] - 0x30)
      digits += 1
      end += 1
    }
    // A decimal or a date of digits alone is no count.
    let isCut = end < text.count && [0x2E, 0x2F].contains(text[end]) && isDigit(end + 1)
    let isTail = start > 1 && [0x2C, 0x2E, 0x2F].contains(text[start - 1]) && isDigit(start - 2)
    return digits > 4 || isCut || isTail ? nil : (value, end)
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }
}
