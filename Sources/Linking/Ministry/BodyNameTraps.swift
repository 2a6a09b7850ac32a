import DocumentModel

/// Tells where a name of a ministry or body is part of something else.
enum BodyNameTraps {
  /// Returns whether the body belongs to another state or is an international one.
  ///
  /// 米国財務省, 中国の商務部, 韓国特許庁, G7デジタル大臣会合.
  static func isForeign(_ text: ScalarText, at start: Int) -> Bool {
    var end = start
    if text.at(end - 1) == 0x306E { end -= 1 }  // の
    if text.at(end - 1) == 0x20, ScalarClass.isLatin(text.at(end - 2)) { end -= 1 }  // US AISI
    if text.hasSuffix(ofAny: states, before: end) { return true }
    // 米財務省: one character for the state, never after の.
    guard end == start, text.hasSuffix(ofAny: initials, before: end) else { return false }
    return !text.hasSuffix(ofAny: japaneseCompounds, before: end)
  }

  private static let states = WordSet(
    """
    米国 米連邦 中国 韓国 英国 欧州 EU ドイツ フランス イタリア カナダ 豪州 オーストラリア インド ロシア 台湾 オランダ \
    シンガポール ベトナム タイ マレーシア インドネシア フィリピン ブラジル スウェーデン イスラエル ウクライナ トルコ 連邦 \
    各国 諸外国 外国 他国 相手国 同国 国連 国際 OECD G7 G20 APEC ASEAN 日米 日EU 日英 日中 日韓 日豪 米欧 米中 \
    日米豪印 日米韓 北朝鮮 スイス スペイン メキシコ ニュージーランド 州 US UK
    """)
  private static let initials = WordSet("米 英 独 仏 伊 韓 露 豪")
  /// Words that end in one of those characters without meaning a state (単独, 外米).
  private static let japaneseCompounds = WordSet("単独 俊英 育英 石英 外米 玄米 新米 孤独 暴露")

  /// Returns whether the words behind a name make it part of a longer one.
  static func isContinued(_ text: ScalarText, at end: Int, alias: [UInt32]) -> Bool {
    // 省令, 府令, 委員会規則, 庁告示 are laws, not the ministry.
    if text.at(end) == 0x4EE4 { return true }
    if text.end(ofAny: orders, at: end) != nil,
      DateTraps.startsLawNumber(text, at: end)
    {
      return true
    }
    // 外相会談, デジタル大臣会合: a meeting, mostly of several states.
    if let last = alias.last, ministerEnds.contains(last),
      text.end(ofAny: meetings, at: end) != nil
    {
      return true
    }
    return false
  }

  private static let orders = WordSet("告示 規則 訓令 通達")
  private static let ministerEnds = ScalarSet([0x81E3, 0x76F8, 0x5B98])  // 臣 相 官
  private static let meetings = WordSet("会合 会談 会議 級 協議 ・中央銀行総裁 理事会")

  /// Returns whether a short name stands by itself, not inside a longer word (心理研究, 社内調整).
  ///
  /// Names that end as names of offices do (省, 庁, 局) may be followed by anything.
  static func isWhole(_ text: ScalarText, _ range: Range<Int>) -> Bool {
    guard range.count <= 3, ScalarClass.isKanji(text.at(range.lowerBound)) else { return true }
    let last = text.at(range.upperBound - 1)
    let after = text.at(range.upperBound)
    let isOffice = officeEnds.contains(last)
    if ScalarClass.isKanji(after), !isOffice || after == 0x54E1, !followers.contains(after) {
      return false
    }
    let before = text.at(range.lowerBound - 1)
    return isOffice || !ScalarClass.isKanji(before) || leaders.contains(before)
  }

  private static let officeEnds = ScalarSet("省庁局部室府院委会官")
  private static let followers = ScalarSet("等及内側職審幹中")
  private static let leaders = ScalarSet("等及元前旧当")
}
