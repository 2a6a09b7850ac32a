import DocumentModel

/// The words around laws: pronouns, short words such as 法 and 令, and what may stand beside names.
enum LawWords {
  /// 施行令, 施行規則: made under the law whose name stands before.
  static let subordinates = WordSet("施行令 施行規則 施行細則")

  /// What pronouns and short words for laws start with.
  static var openings: [[UInt32]] { (same + short).flatMap(\.words.openings) }

  /// What makes the names before it one amending law.
  static let amendments = WordSet("の一部を改正する法律 等の一部を改正する法律 の一部を改正する政令 等の一部を改正する政令")

  /// Whether a pronoun or short word for a law can start with a code point.
  static func canStart(with scalar: UInt32) -> Bool {
    sameStarts.contains(scalar) || shortStarts.contains(scalar)
  }

  /// Returns the pronoun or short word for a law that starts at an index, or nil.
  static func word(
    in text: ScalarText, at index: Int
  ) -> (head: LawToken.Head, range: Range<Int>)? {
    let first = text.at(index)
    if sameStarts.contains(first), let (form, end) = longest(of: same, in: text, at: index),
      endsWord(text, end),
      !jointPrefixes.contains(text.at(index - 1))
    {
      return (.same(form), index..<end)
    }
    // A heading's number may touch the word (4-2法第4章).
    guard shortStarts.contains(first),
      startsWord(text, index)
        || ScalarClass.isDigit(text.at(index - 1)) && text.at(index + 1) == 0x7B2C,
      let (form, end) = longest(of: short, in: text, at: index), endsWord(text, end)
    else { return nil }
    let word = text.string(index..<end)
    let isCitation = word == "法" && text.end(ofAny: enforcement, at: end) != nil
    return (.word(LawWord(word: word, form: form, isCitation: isCitation)), index..<end)
  }

  private static func longest(
    of table: [(words: WordSet, form: LawForm)], in text: ScalarText, at index: Int
  ) -> (form: LawForm, end: Int)? {
    var best: (form: LawForm, end: Int)?
    for (words, form) in table {
      if let end = words.end(in: text, at: index), end > best?.end ?? 0 { best = (form, end) }
    }
    return best
  }

  /// Whether a registry name stands as a whole and not inside a longer word.
  ///
  /// 特許法制 is no 特許法, GX推進法 is no 推進法; 改正外為法 and 旧特許法 name the law itself.
  static func isWholeName(_ name: LawCandidates.Name, in text: ScalarText) -> Bool {
    let end = name.range.upperBound
    let last = text.at(end - 1)
    if last == 0x6CD5 || last == 0x4EE4, !endsName(text, end) { return false }
    let start = name.range.lowerBound
    let before = text.at(start - 1)
    guard ScalarClass.isKanji(text.at(start)) || ScalarClass.isKatakana(text.at(start)),
      ScalarClass.isKanji(before) || ScalarClass.isKatakana(before) || ScalarClass.isLatin(before)
    else { return true }
    if text.hasSuffix(ofAny: namePrefixes, before: start) { return true }
    if ForeignStates.standsBefore(start, in: text) { return true }
    return name.isTitle && name.range.count > 6
  }

  /// Whether a provision without a law's name may be one: not 協定第3条, not 前項目.
  static func standsAlone(_ provision: ParsedProvision, in text: ScalarText) -> Bool {
    let before = text.at(provision.range.lowerBound - 1)
    let after = text.at(provision.range.upperBound)
    if provision.base == .absolute,
      ScalarClass.isKanji(before) || ScalarClass.isKatakana(before) || ScalarClass.isLatin(before)
    {
      return text.hasSuffix(ofAny: provisionPrefixes, before: provision.range.lowerBound)
    }
    // 別表第二法人 is a word of its own.
    if provision.isDivision, provision.top == nil, ScalarClass.isKanji(after) { return false }
    // 前項目, 同条件, 前条約 are other words; 第3号機, 第1号議案 count other things.
    return ![0x76EE, 0x4EF6, 0x7D04, 0x4F8B, 0x6A5F, 0x8B70, 0x8ECA, 0x5831].contains(after)
  }

  /// Returns the end of what joins two provisions (、 ・ 及び 並びに 又は 若しくは から まで), or nil.
  static func connectorEnd(in text: ScalarText, at start: Int) -> Int? {
    var index = text.skipSpace(start)
    let first = index
    while let end = text.end(ofAny: connectors, at: index) {
      index = text.skipSpace(end)
    }
    return index > first ? index : nil
  }

  /// Whether what stands between two provisions makes them the ends of a range (から, ～).
  static func joinsRange(in text: ScalarText, _ range: Range<Int>) -> Bool {
    ranges.isFound(in: text, range)
  }

  /// Returns the end of a note mark such as （※1） before a provision, or nil.
  static func noteEnd(in text: ScalarText, at start: Int) -> Int? {
    guard text.at(start) == 0x28, noteMarks.contains(text.at(start + 1)) else { return nil }
    var index = start + 2
    while index < start + 6, ScalarClass.isDigit(text.at(index)) { index += 1 }
    return text.at(index) == 0x29 ? text.skipSpace(index + 1) : nil
  }

  /// Whether a provision can start with this code point.
  static func startsProvision(_ scalar: UInt32) -> Bool { provisionStarts.contains(scalar) }

  /// Whether a word may start here: not inside a run of ideographs (方法, 司法).
  static func startsWord(_ text: ScalarText, _ index: Int) -> Bool {
    let before = text.at(index - 1)
    if ScalarClass.isKatakana(before) || ScalarClass.isLatin(before) || ScalarClass.isDigit(before)
    {
      return false
    }
    return !ScalarClass.isKanji(before) || text.hasSuffix(ofAny: wordPrefixes, before: index)
  }

  /// Whether a law's name may end here: not 特許法制, not 外為法令.
  static func endsName(_ text: ScalarText, _ index: Int) -> Bool {
    !afterNames.contains(text.at(index)) || text.end(ofAny: subordinates, at: index) != nil
  }

  /// Whether a word may end here: not 法律, 令和, 規則的.
  static func endsWord(_ text: ScalarText, _ index: Int) -> Bool {
    let after = text.at(index)
    guard ScalarClass.isKanji(after) || ScalarClass.isKatakana(after) else { return true }
    return text.end(ofAny: wordFollowers, at: index) != nil
  }

  // MARK: Tables

  private static let same: [(words: WordSet, form: LawForm)] = [
    (WordSet("同法律 同法"), .act), (WordSet("同令 同政令 同施行令 同法施行令"), .order),
    (WordSet("同規則 同省令 同府令 同施行規則 同法施行規則"), .regulation),
  ]
  private static let short: [(words: WordSet, form: LawForm)] = [
    (WordSet("この法律 本法律 当該法律 現行法 改正法 新法 旧法 本法 法"), .act),
    (WordSet("この政令 本政令 法施行令 施行令 政令 令"), .order),
    (WordSet("この省令 この府令 この規則 本省令 本規則 法施行規則 施行規則 府省令 省令 府令 規則"), .regulation),
  ]
  private static let sameStarts = ScalarSet(same.flatMap(\.words.starts))
  private static let shortStarts = ScalarSet(short.flatMap(\.words.starts))
  private static let enforcement = WordSet("を施行 の施行 施行")
  private static let wordFollowers = WordSet("第 附則 付則 別表 違反 施行 上 所定 前文 等 及び 並びに 又は 若しくは")
  private static let wordPrefixes = WordSet("改正 改正後 改正前 現行 又 及 上記 前記")
  private static let namePrefixes = WordSet("改正 新 旧 現行 同 各 及 又 等 一方 日本 我国 当該 上記")
  private static let provisionPrefixes = WordSet("新 旧 改正後 改正前 改正 現行")
  private static let afterNames = ScalarSet("制律人務令的学廷定規理曹源典和")
  private static let jointPrefixes = ScalarSet("共協合混異大")
  private static let connectors = WordSet(
    "、 , ， ・ 及び および 並びに ならびに 又は または 若しくは もしくは から ないし 乃至 ~ 〜 まで と")
  private static let ranges = WordSet("から ~ 〜 ないし 乃至")
  private static let noteMarks = ScalarSet("※注*")
  private static let provisionStarts = ScalarSet("第同前次本こ附付別様")
}

/// Names of foreign states and unions, as they stand before the names of their laws.
enum ForeignStates {
  private static let names = WordSet(
    "中国 米国 米 アメリカ 韓国 英国 英 イギリス 欧州 EU 欧州連合 ドイツ 独 フランス 仏 イタリア オランダ 豪州 豪 オーストラリア カナダ 台湾 ロシア 露 インド シンガポール ベトナム 北朝鮮 イスラエル スイス スウェーデン フィンランド ポーランド ブラジル メキシコ タイ マレーシア インドネシア ウクライナ 香港 外国 諸外国 各国"
  )
  private static let legislators = WordSet(
    "欧州議会 欧州委員会 欧州理事会 EU理事会 米国議会 米議会 連邦議会 全国人民代表大会 全人代 英国議会")
  private static let links = WordSet("の では における において 政府の 連邦 政府 「 『 の「")

  /// Whether a foreign state is named right before an index (米国の, EU, 中国では「).
  static func standsBefore(_ index: Int, in text: ScalarText) -> Bool {
    if text.hasSuffix(ofAny: names, before: index) { return true }
    return links.contains { link in
      text.hasPrefix(link, at: index - link.count)
        && text.hasSuffix(ofAny: names, before: index - link.count)
    }
  }

  /// Whether a foreign parliament or commission acts in the sentence around a name, as far as it goes
  /// on within 500 code points.
  static func legislates(around range: Range<Int>, in text: ScalarText) -> Bool {
    let near = max(0, range.lowerBound - 500)..<min(text.count, range.upperBound + 500)
    var start = range.lowerBound
    while start > near.lowerBound, text.at(start - 1) != 0x3002, text.at(start - 1) != 0x0A {
      start -= 1
    }
    var end = range.upperBound
    while end < near.upperBound, text.at(end) != 0x3002, text.at(end) != 0x0A { end += 1 }
    return legislators.isFound(in: text, start..<end)
  }

  /// Whether a foreign state is named anywhere in a range.
  static func isNamed(in text: ScalarText, _ range: Range<Int>) -> Bool {
    names.contains { $0.count > 1 && text.first($0, in: range) != nil }
  }

  /// Returns the end of a state's name at an index, or nil.
  static func end(in text: ScalarText, at index: Int) -> Int? {
    text.end(ofAny: names, at: index)
  }
}
