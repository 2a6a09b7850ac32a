import DocumentModel

/// Reads the proper names of councils that no table holds: …に関する有識者会議, …推進会議, …小委員会.
///
/// A name of words alone (推進会議, 関係府省連絡会議) is generic and gives nothing.
struct CouncilNames: Sendable {
  /// What the generic words that names end with start with.
  static var openings: [[UInt32]] { ends.openings }

  /// Returns the code points of the council names in a block, in order.
  func ranges(in block: BlockText) -> [Range<Int>] {
    let text = block.text
    var ranges: [Range<Int>] = []
    var index = block.next(.council, from: 0)
    while index < text.count {
      guard let end = text.end(ofAny: Self.ends, at: index) else {
        index = block.next(.council, from: index + 1)
        continue
      }
      let floor = ranges.last?.upperBound ?? 0
      if let start = quotedStart(of: index, end: end, in: text, floor: floor)
        ?? start(of: index, in: text, floor: floor),
        !Self.isPart(text, at: end)
      {
        ranges.append(start..<end)
      }
      index = block.next(.council, from: end)
    }
    return ranges
  }

  /// Returns where a name in quotation marks begins that ends with the generic word (「AI時代の…検討会」).
  private func quotedStart(of word: Int, end: Int, in text: ScalarText, floor: Int) -> Int? {
    guard text.at(end) == 0x300D,
      let open = (max(floor, word - 40)..<word).last(where: { text.at($0) == 0x300C }),
      word - open > 4, text.end(ofAny: Self.notStart, at: open + 1) == nil,
      !(open + 1..<word).contains(where: { Self.notInName.contains(text.at($0)) })
    else { return nil }
    return open + 1
  }

  /// Returns where the name that ends with the generic word at `word` begins, or nil.
  private func start(of word: Int, in text: ScalarText, floor: Int) -> Int? {
    var start = word
    while start > floor, let step = Self.step(back: text, from: start) { start = step }
    // 4月27日…会議, 第5回…研究会: the unit belongs to the number before it.
    if ScalarClass.isDigit(text.at(start - 1)), start < word { start += 1 }
    while start < word, Self.notFirst.contains(text.scalars[start]) { start += 1 }
    // 「…」に関する検討会: the name begins inside the quotation marks, which no form can tell.
    guard text.end(ofAny: Self.connectives, at: start) == nil else { return nil }
    let stem = start..<word
    guard stem.count >= 4, !BodyNameTraps.isForeign(text, at: start),
      text.end(ofAny: Self.notStart, at: start) == nil
    else { return nil }
    let joined = stem.contains { text.end(ofAny: Self.connectives, at: $0) != nil }
    guard joined || stem.allSatisfy({ !ScalarClass.isHiragana(text.scalars[$0]) }) else {
      return nil
    }
    // Without a connective the stem must be a name of its own: six characters at least.
    return joined || stem.count >= 6 ? start : nil
  }

  /// Returns the index one step to the left where the name may go on: ideographs, katakana, Latin,
  /// middle dots and the connectives of titles.
  private static func step(back text: ScalarText, from index: Int) -> Int? {
    // の在り方に関する: a connective with an ideograph at its end is read as a whole.
    if let start = links.start(in: text, before: index) { return start }
    let scalar = text.at(index - 1)
    // AI ネットワーク: the space that typography puts between Latin and Japanese.
    if scalar == 0x20, ScalarClass.isLatin(text.at(index - 2)), text.at(index) >= 0x2E80 {
      return index - 1
    }
    if ScalarClass.isKanji(scalar) || ScalarClass.isKatakana(scalar)
      || ScalarClass.isLatin(scalar) || scalar == 0x30FB
    {
      return index - 1
    }
    return nil
  }

  /// Whether the generic word goes on as another word (会議室, 本部長, 会議所).
  private static func isPart(_ text: ScalarText, at end: Int) -> Bool {
    partEnds.contains(text.at(end))
  }

  private static let ends = WordSet(
    """
    有識者会議 有識者検討会 推進会議 戦略会議 実現会議 改革会議 構築会議 連絡会議 連絡会 検討会合 検討会議 関係府省庁会議 \
    審議会 小委員会 戦略本部 推進本部 対策本部 関係閣僚会議 研究会 検討会 懇談会 官民協議会 諮問会議
    """)
  private static let connectives = WordSet(
    "に関する に係る のための に向けた を考える における についての のあり方 の在り方 等に関する")
  /// What a name may go on with to the left, besides ideographs and katakana.
  private static let links = WordSet(
    "に関する に係る のための に向けた を考える における についての のあり方 の在り方 等に関する の 及び")
  private static let notInName = ScalarSet("。、」をはが")
  private static let notFirst = ScalarSet("の・等")
  private static let notStart = WordSet(
    "関係府省 関係省庁 関係閣僚 政府 各 本 同 当該 国際 首脳 省内 庁内 社内 専門家 有識者 官民 民間 今後 上記 下記 例 新 作業")
  private static let partEnds = ScalarSet("室長員所場録体資委")
}
