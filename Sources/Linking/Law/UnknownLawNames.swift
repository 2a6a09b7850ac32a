import DocumentModel

/// Finds names that are laws' by their form though the registry doesn't hold them.
///
/// - 「…特別措置法」 in quotation marks, told to be a law by its form or by what follows;
/// - …に関する法律（令和3年法律第37号）: by its number;
/// - 欧州ネット・ゼロ産業法, 中国の輸出管理法: by a foreign state and a law's ending.
///
/// Techniques that end alike (濃縮法, 測定法) are no laws.
struct UnknownLawNames: Sendable {
  /// A name by its form.
  struct Name: Sendable {
    var range: Range<Int>
    var law: LawReference
  }

  private static let endings = WordSet("法律 弁法 条例 法 規則 指令")
  private static let europe = WordSet("欧州")
  private static let acts = WordSet("法律")
  /// What ends before a title begins: 2018年の…に関する法律, では…に関する法律.
  private static let leads = WordSet("年の 年に 年には 月の 月に 月には 日の 日に 日付けの には では である また、 として")
  private static let rules = WordSet("規則 指令")
  private static let enactments = WordSet("公布 施行 採択 発効 適用")
  /// Acts of the European Union are named by who made them.
  private static let unionEndings = WordSet("理事会規則 理事会指令")
  private static let legal = WordSet(
    """
    基本法 措置法 促進法 推進法 規制法 取締法 管理法 保護法 防止法 支援法 整備法 特別法 授権法 制裁法 競争法 安全法 設置法 振興法 強化法 事業法 保障法 産業法 制限法 審査法 貿易法 投資法 情報法 削減法 改革法 責任法 取得法 対抗法 阻止法 拡大法 現代化法 税法 弁法 靱化法 靭化法 サービス法 市場法 データ法 半導体法 原材料法 \
    レジリエンス法 セキュリティ法 AI法 人工知能法 プラットフォーム法 通商法 競争力法 主権法 連帯法 条例 に関する法律
    """)
  private static let others = WordSet(
    "方法 手法 司法 立法 違法 合法 用法 製法 論法 療法 工法 文法 技法 作法 国際法 憲法 不法 遵法 業法 独法 分析法 測定法 試験法 検査法 学習法 予測法 濃縮法 合成法 評価法 仕法 寸法 魔法 商法 民法 刑法"
  )
  private static let evidence = WordSet(
    "に基づ に基つ を公布 を施行 の施行 が施行 が公布 が成立 を成立 の成立 を可決 を制定 の制定 を改正 の改正 が改正 に違反 違反 上の 第 の規定")

  private let numbers = LawNumberScanner()

  /// What the words that names end with start with.
  static var openings: [[UInt32]] { endings.openings }

  /// Returns the names in order of their start, without overlaps.
  func names(in block: BlockText) -> [Name] {
    let text = block.text
    var names: [Name] = []
    var index = block.next(.lawEnding, from: 0)
    while index < text.count {
      guard let end = text.end(ofAny: Self.endings, at: index), isEnd(text, end)
      else {
        index = block.next(.lawEnding, from: index + 1)
        continue
      }
      let floor = names.last?.range.upperBound ?? 0
      if let name = quoted(text, endingAt: end, floor: floor)
        ?? numbered(text, endingAt: end, floor: floor)
        ?? foreign(text, endingAt: end, floor: floor)
        ?? union(text, endingAt: end, floor: floor)
      {
        names.append(name)
      }
      index = block.next(.lawEnding, from: end)
    }
    return names
  }

  /// A name ends where no ideograph goes on, but for 案 and a year.
  private func isEnd(_ text: ScalarText, _ end: Int) -> Bool {
    let after = text.at(end)
    return !ScalarClass.isKanji(after) || after == 0x6848 || after == 0x7B2C || after == 0x9055
      || after == 0x4E0A
  }

  /// The end with 案 and an edition year taken in (競争法案2021).
  private func fullEnd(_ text: ScalarText, _ end: Int) -> Int {
    var end = end
    if text.at(end) == 0x6848 { end += 1 }
    if (end..<end + 4).allSatisfy({ ScalarClass.isDigit(text.at($0)) }),
      !ScalarClass.isDigit(text.at(end + 4)), text.at(end + 4) != 0x5E74
    {
      end += 4
    }
    return end
  }

  private func quoted(_ text: ScalarText, endingAt end: Int, floor: Int) -> Name? {
    guard !text.hasSuffix(ofAny: Self.rules, before: end) else { return nil }
    let close = fullEnd(text, end)
    guard text.at(close) == 0x300D || text.at(close) == 0x300F else { return nil }
    var start = close - 1
    while start >= floor, text.at(start) != 0x300C, text.at(start) != 0x300E {
      if text.at(start) == 0x3002 || text.at(start) == 0x0A || close - start > 80 { return nil }
      start -= 1
    }
    guard start >= floor, close - start > 4, !text.hasSuffix(ofAny: Self.others, before: end) else {
      return nil
    }
    let isLegal =
      text.hasSuffix(ofAny: Self.legal, before: end) || isEvident(text, after: close + 1)
      || ForeignStates.standsBefore(start, in: text)
    guard isLegal else { return nil }
    return name(text, start + 1..<close)
  }

  /// …に関する法律（令和3年法律第37号）: from the phrase's start; a shorter name is an unbroken run.
  private func numbered(_ text: ScalarText, endingAt end: Int, floor: Int) -> Name? {
    guard text.at(end) == 0x28,
      numbers.match(in: text, at: text.skipSpace(end + 1)) != nil
    else { return nil }
    var start = start(ofPhrase: text, endingAt: end, floor: floor)
    if text.hasSuffix(ofAny: Self.acts, before: end) {
      for index in start..<end {
        if let after = text.end(ofAny: Self.leads, at: index) { start = max(start, after) }
      }
    } else {
      let phrase = start
      start = end
      while start > phrase, isNamePart(text.at(start - 1)) { start -= 1 }
      // 2018年の…, 平成5年…: digits before a name are a date's.
      while start < end, ScalarClass.isDigit(text.at(start)) { start += 1 }
    }
    guard end - start > 2 else { return nil }
    return Name(
      range: start..<end, law: LawReference(lawID: nil, title: text.string(start..<end)))
  }

  /// The start of an unbroken phrase: after white space, a bracket or a stop.
  private func start(ofPhrase text: ScalarText, endingAt end: Int, floor: Int) -> Int {
    var start = end
    while start > floor {
      let before = text.at(start - 1)
      if ScalarClass.isSpace(before) || ScalarClass.isOpening(before)
        || ScalarClass.isClosing(before) || [0x3002, 0x3001, 0x3A, 0x2C].contains(before)
        || end - start > 120
      {
        break
      }
      start -= 1
    }
    return start
  }

  private func foreign(_ text: ScalarText, endingAt end: Int, floor: Int) -> Name? {
    let isRule = text.hasSuffix(ofAny: Self.rules, before: end)
    let isLegal = !isRule && text.hasSuffix(ofAny: Self.legal, before: end)
    guard isLegal || isRule || !text.hasSuffix(ofAny: Self.others, before: end) else { return nil }
    var start = end
    while start > floor, isNamePart(text.at(start - 1)) { start -= 1 }
    while start < end, text.at(start) == 0x30FB || text.at(start) == 0x30FC { start += 1 }
    guard end - start >= 4 else { return nil }
    let close = fullEnd(text, end)
    guard isLegal || isEvident(text, after: close) || isRule && isEnacted(text, after: close) else {
      return nil
    }
    // 規則 and 指令 are many things: only with the state's name as their first word.
    if isRule, ForeignStates.end(in: text, at: start) == nil { return nil }
    guard
      ForeignStates.end(in: text, at: start) != nil || ForeignStates.standsBefore(start, in: text)
    else { return nil }
    return Name(
      range: start..<close,
      law: LawReference(lawID: nil, title: text.string(start..<close), isForeign: true))
  }

  /// …に関する欧州議会及び欧州理事会規則.
  private func union(_ text: ScalarText, endingAt end: Int, floor: Int) -> Name? {
    guard text.hasSuffix(ofAny: Self.unionEndings, before: end) else { return nil }
    let start = start(ofPhrase: text, endingAt: end, floor: floor)
    guard Self.europe.isFound(in: text, start..<end) else { return nil }
    return Name(
      range: start..<end,
      law: LawReference(lawID: nil, title: text.string(start..<end), isForeign: true))
  }

  private func name(_ text: ScalarText, _ range: Range<Int>) -> Name {
    let isForeign = ForeignStates.isNamed(in: text, 0..<range.upperBound)
    return Name(
      range: range,
      law: LawReference(lawID: nil, title: text.string(range), isForeign: isForeign))
  }

  /// Whether what follows tells of a law: に基づき, を公布, （2023年…, （令和….
  private func isEvident(_ text: ScalarText, after end: Int) -> Bool {
    if text.end(ofAny: Self.evidence, at: end) != nil { return true }
    guard text.at(end) == 0x28 else { return false }
    return (end + 1..<end + 5).allSatisfy { ScalarClass.isDigit(text.at($0)) }
      || numbers.match(in: text, at: end + 1) != nil
  }

  /// EU改正規則が5月に公布: enacted within the next few words.
  private func isEnacted(_ text: ScalarText, after end: Int) -> Bool {
    Self.enactments.isFound(in: text, end..<min(end + 12, text.count))
  }

  private func isNamePart(_ scalar: UInt32) -> Bool {
    ScalarClass.isKanji(scalar) || ScalarClass.isKatakana(scalar) || ScalarClass.isLatin(scalar)
      || ScalarClass.isDigit(scalar) || scalar == 0x30FB
  }
}
