import DocumentModel

/// Reads provisions: 第24条の2第3項第一号イ, 25条1項, 附則第3条, 別表第二, 第4章第2節, 前条第1項各号, 同項ただし書.
///
/// Any digits; white space before and after numbers is passed over. Qualifiers that name no part of
/// their own (ただし書, 前段, 各号列記以外の部分 …) belong to the surface.
struct ProvisionScanner: Sendable {
  /// How numbers may be written.
  enum Style: Sendable {
    /// Only with 第, as anywhere in running text.
    case formal
    /// Without 第 as well, right after a law's name (外為法25条1項).
    case afterName
  }

  private static let dai: UInt32 = 0x7B2C  // 第
  private static let jo: UInt32 = 0x6761  // 条
  private static let ko: UInt32 = 0x9805  // 項
  private static let go: UInt32 = 0x53F7  // 号
  private static let no: UInt32 = 0x306E  // の
  private static let divisions = ScalarSet("編章節款目")
  private static let subitems = ScalarSet("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマ")
  private static let qualifiers = WordSet(
    "各号列記以外の部分 各号 各項 柱書き 柱書 本文 ただし書き ただし書 但し書き 但書 前段 後段 中段 前文")
  private static let all = WordSet("各号 各項")
  private static let supplementary = WordSet("附則 付則")
  private static let tables = WordSet("別表 附表 様式 別記")
  private static let relatives: [(words: WordSet, base: ParsedProvision.Base)] = [
    (WordSet("同条"), .same(.article)), (WordSet("同項"), .same(.paragraph)),
    (WordSet("同号"), .same(.item)),
    (WordSet("この条 本条"), .own(.article)), (WordSet("この項 本項"), .own(.paragraph)),
    (WordSet("この号 本号"), .own(.item)),
    (WordSet("前条"), .previous(.article, count: 1)),
    (WordSet("前項"), .previous(.paragraph, count: 1)),
    (WordSet("前号"), .previous(.item, count: 1)),
    (WordSet("次条"), .next(.article)), (WordSet("次項"), .next(.paragraph)),
    (WordSet("次号"), .next(.item)),
    (WordSet("前各項"), .previous(.paragraph, count: nil)),
    (WordSet("前各号"), .previous(.item, count: nil)),
  ]

  private static let relativeStarts = ScalarSet(relatives.flatMap(\.words.starts))

  /// What provisions start with: 第, 同条, 前二項, 附則, 別表.
  static var openings: [[UInt32]] {
    [[dai]] + relatives.flatMap(\.words.openings) + supplementary.openings + tables.openings
      + scalars("0123456789〇零一二三四五六七八九十百千").map { [0x524D, $0] }
  }

  /// Returns the provision at an index, or nil.
  func provision(
    in text: ScalarText, at start: Int, style: Style = .formal
  ) -> ParsedProvision? {
    var provision = ParsedProvision(range: start..<start)
    var index = start
    if let relative = relative(in: text, at: start) {
      provision.base = relative.base
      index = relative.end
    } else if let end = text.end(ofAny: Self.supplementary, at: start) {
      provision.isSupplementary = true
      provision.isDivision = true
      index = end
    } else if let end = table(in: text, at: start, style: style) {
      provision.isDivision = true
      index = end
    } else if let end = divisionsEnd(in: text, at: start) {
      provision.isDivision = true
      index = end
    }
    index = levels(of: &provision, in: text, at: index, style: style)
    guard index > start else { return nil }
    provision.range = start..<qualified(&provision, in: text, at: index)
    return provision
  }

  /// Returns the sub-item that stands alone at an index (イ及びロ), or nil.
  func subitem(in text: ScalarText, at start: Int) -> ParsedProvision? {
    let after = text.at(start + 1)
    guard Self.subitems.contains(text.at(start)), !ScalarClass.isKatakana(after),
      !ScalarClass.isKanji(after)
    else { return nil }
    return ParsedProvision(
      range: start..<start + 1, subitem: text.string(start..<start + 1))
  }

  /// Whether a provision's number is written with 第 or stands for another (同条, 附則).
  static func isOrdinal(_ text: ScalarText, at start: Int) -> Bool {
    !ScalarClass.isDigit(text.at(start)) && KanjiNumeral.digit(text.at(start)) == nil
  }

  // MARK: Parts

  private func relative(
    in text: ScalarText, at start: Int
  ) -> (base: ParsedProvision.Base, end: Int)? {
    guard Self.relativeStarts.contains(text.at(start)) else { return nil }
    for (words, base) in Self.relatives {
      if let end = text.end(ofAny: words, at: start) { return (base, end) }
    }
    // 前二項, 前3条: as many as told before this one.
    guard text.at(start) == 0x524D, let number = NumeralScanner.number(in: text, at: start + 1),
      (2...30).contains(number.value)
    else { return nil }
    let level: ParsedProvision.Level
    switch text.at(number.end) {
    case Self.jo: level = .article
    case Self.ko: level = .paragraph
    case Self.go: level = .item
    default: return nil
    }
    return (.previous(level, count: number.value), number.end + 1)
  }

  /// 別表第二, 別表第一の三, 別表第1の16の項(1); right after a name a 別表 without a number too.
  private func table(in text: ScalarText, at start: Int, style: Style) -> Int? {
    guard let end = text.end(ofAny: Self.tables, at: start) else { return nil }
    if text.at(end) == Self.dai, let number = NumeralScanner.number(in: text, at: end + 1) {
      let table = branches(in: text, at: number.end).end
      return rowEnd(in: text, at: table) ?? table
    }
    if let row = rowEnd(in: text, at: end) { return row }
    let isWhole = !ScalarClass.isKanji(text.at(end)) && !ScalarClass.isKatakana(text.at(end))
    return style == .afterName && isWhole ? end : nil
  }

  /// の16の項, の一六の項(2): a row of an annexed table, or nil.
  private func rowEnd(in text: ScalarText, at start: Int) -> Int? {
    guard text.at(start) == Self.no, let row = NumeralScanner.number(in: text, at: start + 1)
    else { return nil }
    let last = branches(in: text, at: row.end).end
    guard text.at(last) == Self.no, text.at(last + 1) == Self.ko else { return nil }
    let end = last + 2
    guard text.at(end) == 0x28, let cell = NumeralScanner.number(in: text, at: end + 1),
      text.at(cell.end) == 0x29
    else { return end }
    return cell.end + 1
  }

  /// 第4章第2節.
  private func divisionsEnd(in text: ScalarText, at start: Int) -> Int? {
    var index = start
    while text.at(index) == Self.dai,
      let number = NumeralScanner.number(in: text, at: text.skipSpace(index + 1))
    {
      let sign = text.skipSpace(number.end)
      guard Self.divisions.contains(text.at(sign)) else { break }
      index = branches(in: text, at: sign + 1).end
    }
    return index > start ? index : nil
  }

  /// Reads 条, 項, 号 and イ in this order, each at most once, and returns the end.
  private func levels(
    of provision: inout ParsedProvision, in text: ScalarText, at start: Int, style: Style
  ) -> Int {
    var index = start
    var lowest: ParsedProvision.Level?
    if provision.base != .absolute { lowest = provision.top }
    while true {
      // 法第27条（第1項）: the next level in brackets of its own.
      var open = false
      var next = text.skipSpace(index)
      if index > start, lowest != nil, text.at(next) == 0x28, text.at(next + 1) == Self.dai {
        open = true
        next += 1
      }
      // Without 第 only where the level before has none either (25条1項).
      guard let part = numbered(in: text, at: next, style: style), isBelow(part.level, lowest)
      else {
        break
      }
      switch part.level {
      case .article: provision.article = part.number
      case .paragraph: provision.paragraph = part.number
      case .item: provision.item = part.number
      }
      lowest = part.level
      index = part.end
      if open {
        if text.at(index) == 0x29 { index += 1 }
        return index
      }
    }
    if lowest == .item, Self.subitems.contains(text.at(index)),
      !ScalarClass.isKatakana(text.at(index + 1))
    {
      provision.subitem = text.string(index..<(index + 1))
      index += 1
    }
    return index
  }

  private func numbered(
    in text: ScalarText, at start: Int, style: Style
  ) -> (level: ParsedProvision.Level, number: String, end: Int)? {
    var index = start
    if text.at(index) == Self.dai {
      index = text.skipSpace(index + 1)
    } else if style == .formal {
      return nil
    }
    guard let number = NumeralScanner.number(in: text, at: index), number.value > 0 else {
      return nil
    }
    let sign = text.skipSpace(number.end)
    let level: ParsedProvision.Level
    switch text.at(sign) {
    case Self.jo:
      // 条約, 条例, 条件 are words of their own.
      guard ![0x7D04, 0x4F8B, 0x4EF6].contains(text.at(sign + 1)) else { return nil }
      level = .article
    case Self.ko:
      guard text.at(sign + 1) != 0x76EE else { return nil }  // 項目
      level = .paragraph
    case Self.go:
      level = .item
    default:
      return nil
    }
    let branched = branches(in: text, at: sign + 1)
    var value = String(number.value)
    for branch in branched.numbers { value += "_\(branch)" }
    return (level, value, branched.end)
  }

  /// の2, の二の三: branch numbers.
  private func branches(in text: ScalarText, at start: Int) -> (numbers: [Int], end: Int) {
    var numbers: [Int] = []
    var index = start
    while text.at(index) == Self.no,
      let number = NumeralScanner.number(in: text, at: text.skipSpace(index + 1)),
      number.value > 0, number.value < 200, !isCounted(text, number.end)
    {
      numbers.append(number.value)
      index = number.end
    }
    return (numbers, index)
  }

  /// Whether a number goes on as a quantity (第3条の2つ, 第3条の一部) and is no branch.
  private func isCounted(_ text: ScalarText, _ index: Int) -> Bool {
    let next = text.at(index)
    if next == Self.no, text.at(index + 1) == Self.ko { return true }  // 別表第1の16の項
    return next == 0x3064 || next == 0x90E8 || next == 0x5B9A || next == 0x756A
      || next == 0x822C || next == 0x500B || next == 0x5E74
  }

  private func isBelow(_ level: ParsedProvision.Level, _ above: ParsedProvision.Level?) -> Bool {
    guard let above else { return true }
    return above < level
  }

  /// Takes in ただし書, 各号 and the like.
  private func qualified(
    _ provision: inout ParsedProvision, in text: ScalarText, at start: Int
  ) -> Int {
    var index = start
    while let end = text.end(ofAny: Self.qualifiers, at: index) {
      if text.end(ofAny: Self.all, at: index) == end { provision.namesAll = true }
      index = end
    }
    return index
  }
}
