import DocumentModel

/// Judges from the words alone whether a line may be a heading, and whether it names a slide.
struct TitleWording: Sendable {
  let table: LineTable

  init(_ table: LineTable) { self.table = table }

  /// Whether the words end as a title does: with a noun or a nominal form, not as a sentence.
  func endsAsTitle(_ range: Range<Int>) -> Bool {
    let range = unmarked(range)
    guard let last = range.last else { return false }
    let c = table[last]
    if CharacterClass.isHan(c) || CharacterClass.isKatakana(c) || CharacterClass.isDigit(c)
      || CharacterClass.isLatin(c) || CharacterClass.isClosing(c)
    {
      return !hasSuffix(range, Self.trailingOff)
    }
    if (0x2460...0x24FF).contains(c) || Self.titleMarks.contains(c) { return true }
    guard CharacterClass.isHiragana(c) else { return false }
    // 動き, 見直し, 取組み: a verb's nominal form ends in the i or e row after an ideograph.
    return hasSuffix(range, Self.kanaEndings)
      || (Self.nominalKana.contains(c) && !hasSuffix(range, Self.verbEndings))
  }

  /// Whether brackets hold all of it: （いずれも非公知のものに限る）, 【2022年】.
  func isEnclosed(_ range: Range<Int>, by open: UInt32, _ close: UInt32) -> Bool {
    guard let first = range.first, table[first] == open else { return false }
    var depth = 0
    for i in range {
      if table[i] == open { depth += 1 }
      if table[i] == close { depth -= 1 }
      if depth == 0 { return i >= range.upperBound - 2 }
    }
    return false
  }

  /// Whether the words begin with (参考) or 【参考】, which opens a slide of its own.
  func isReference(_ range: Range<Int>) -> Bool {
    hasPrefix(range, Self.references)
  }

  /// Whether the words are what a part at the end is called: 参考, 参照, 付録.
  func namesAppendix(_ range: Range<Int>) -> Bool {
    let words = range.map { table[$0] }.filter { !CharacterClass.isSpace($0) }
    return Self.appendices.contains(words)
  }

  /// Whether the words begin with a year, a month or a day: an entry of a chronology.
  func startsWithDate(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound, table[i] == 0x7E || CharacterClass.isDigit(table[i]) { i += 1 }
    guard i > range.lowerBound, i < range.upperBound else { return false }
    return [0x5E74, 0x6708, 0x65E5, 0x2F].contains(table[i])
  }

  /// Whether the words begin with a year of any calendar: 平成７年７月７日（告示）.
  func opensWithYear(_ range: Range<Int>) -> Bool {
    let era = Self.eras.first { table.text.hasPrefix($0, at: range.lowerBound) }?.count ?? 0
    var i = range.lowerBound + era
    let start = i
    while i < range.upperBound,
      CharacterClass.isDigit(table[i]) || table[i] == 0x5143 || CharacterClass.isSpace(table[i])
    {
      i += 1
    }
    return i > start && i < range.upperBound && table[i] == 0x5E74
  }

  /// Whether a sentence stop stands among the words.
  func holdsSentence(_ range: Range<Int>) -> Bool {
    range.contains { table[$0] == 0x3002 }
  }

  /// How many parts 、 and ・ make of the words: a row of goods is no title.
  func enumerationCount(_ range: Range<Int>) -> Int {
    1 + range.count { Self.enumerationMarks.contains(table[$0]) }
  }

  /// Whether the words end as slides are called: …の概要, …について, …の今後の方向性①.
  func namesSlide(_ range: Range<Int>) -> Bool {
    let range = unmarked(range)
    let core = withoutTail(range)
    return hasSuffix(core, Self.slideWords) || hasSuffix(bracketed(range), Self.bracketWords)
  }

  /// Whether the words are nothing but the usual name of a part before or after the text: 要 旨.
  func namesPart(_ range: Range<Int>) -> Bool {
    let words = range.filter { !CharacterClass.isSpace(table[$0]) }.map { table[$0] }
    return Self.partNames.contains(words)
  }

  /// Whether the words are the number under which a paper was handed out: 資料１－２, 参考資料3.
  func isPaperNumber(_ range: Range<Int>) -> Bool {
    let kind = Self.paperKinds.first { table.text.hasPrefix($0, at: range.lowerBound) }
    guard let kind else { return false }
    let rest = range.dropFirst(kind.count)
    return rest.contains { CharacterClass.isDigit(table[$0]) }
      && rest.allSatisfy { i in
        CharacterClass.isDigit(table[i]) || CharacterClass.isSpace(table[i])
          || Self.paperMarks.contains(table[i])
      }
  }

  /// Whether the words end in の例: a slide of examples.
  func givesExamples(_ range: Range<Int>) -> Bool { hasSuffix(range, Self.exampleWords) }

  /// Whether any character is kana or an ideograph.
  func isJapanese(_ range: Range<Int>) -> Bool {
    range.contains { CharacterClass.isJapanese(table[$0]) }
  }

  /// Whether the words tell of a subject at length: …に関する…, …における….
  func tellsSubject(_ range: Range<Int>) -> Bool {
    table.columns(of: range) >= 28
      && range.contains { index in
        Self.subjectWords.contains { table.text.hasPrefix($0, at: index) }
      }
  }

  /// Whether `**` stands at both ends.
  func isBold(_ range: Range<Int>) -> Bool {
    range.count > 4 && table.text.hasPrefix([0x2A, 0x2A], at: range.lowerBound)
      && table.text.hasPrefix([0x2A, 0x2A], at: range.upperBound - 2)
  }

  /// The range without `**` at its ends.
  func unmarked(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, table[low] == 0x2A { low += 1 }
    while high > low, table[high - 1] == 0x2A || CharacterClass.isSpace(table[high - 1]) {
      high -= 1
    }
    return low..<high
  }

  /// The range without a closing bracket of its own, ①, 等 and notes: …の要件（概要） → …の要件.
  private func withoutTail(_ range: Range<Int>) -> Range<Int> {
    var high = range.upperBound
    var changed = true
    while changed, high > range.lowerBound {
      changed = false
      let last = table[high - 1]
      if last == 0x29, let open = (range.lowerBound..<high).last(where: { table[$0] == 0x28 }),
        open > range.lowerBound
      {
        high = open
        changed = true
      } else if (0x2460...0x2473).contains(last) || last == 0x7B49 || last == 0x203B
        || CharacterClass.isSpace(last)
      {
        high -= 1
        changed = true
      }
    }
    return range.lowerBound..<high
  }

  /// What stands in a closing bracket: …の要件（概要） → 概要.
  private func bracketed(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last, table[last] == 0x29,
      let open = range.last(where: { table[$0] == 0x28 })
    else { return range.upperBound..<range.upperBound }
    return (open + 1)..<last
  }

  private func hasSuffix(_ range: Range<Int>, _ words: [[UInt32]]) -> Bool {
    words.contains { word in
      range.count >= word.count
        && table.text.hasPrefix(word, at: range.upperBound - word.count)
    }
  }

  private func hasPrefix(_ range: Range<Int>, _ words: [[UInt32]]) -> Bool {
    words.contains { word in
      range.count >= word.count && table.text.hasPrefix(word, at: range.lowerBound)
    }
  }

  private static func patterns(_ words: String) -> [[UInt32]] {
    words.split(separator: "|").map { $0.unicodeScalars.map(\.value) }
  }

  private static let enumerationMarks = Set("、・/".unicodeScalars.map(\.value))
  private static let references = patterns("(参考|【参考|〔参考|<参考|(參考|(別紙|【別紙|(別添")
  /// …の開発・実証 等: the words trail off, as an item does.
  private static let trailingOff = patterns(" 等| など|、等")
  private static let kanaEndings = patterns(
    "について|とは|はじめに|おわりに|に向けて|に当たって|にあたって|に際して|まとめ|ねらい|ため|こと|もの|おそれ|かた")
  private static let verbEndings = patterns("ない|たい|べき|られ|まし|でき|おり|あり|なり|より|でし")
  private static let nominalKana = Set("いきしちにみりぎじびえけせてねめれげべ".unicodeScalars.map(\.value))
  private static let titleMarks = Set("※★☆”’…?".unicodeScalars.map(\.value))
  private static let slideWords = patterns(
    "概要|全体像|について|状況|背景|位置づけ|位置付け|考え方|方針|方向性|の例|必要性|動き|動向|イメージ|現状|課題"
      + "|論点|在り方|あり方|経緯|進捗報告|法制化|制度化|アジェンダ|ポイント|要件|取組|取り組み|対応|反応|政策|戦略|施策|マッピング|プロセス"
      + "|PDCA|仕組み|枠組み|スキーム|分析|国際情勢|意義|目的|趣旨|まとめ|構成|目次|経過|沿革|とは|に向けて|決議|展望|見通し")
  private static let partNames = Set(
    patterns(
      "要旨|要約|はじめに|序|序文|序論|まえがき|前書き|おわりに|終わりに|結び|結語|あとがき|謝辞|参考文献|参考資料|引用文献"
        + "|改定履歴|改訂履歴|変更履歴|更新履歴|付録|附録|凡例|用語集"))
  private static let paperKinds = patterns("参考資料|配布資料|机上配布資料|机上資料|資料")
  private static let paperMarks = Set("-‐–—−ーのNo.()[]【】".unicodeScalars.map(\.value))
  private static let appendices = patterns(
    "参考|参照|参考資料|参考文献|引用文献|付録|附録|別紙|別添|資料編|用語集")
  private static let eras = patterns("明治|大正|昭和|平成|令和")
  private static let exampleWords = patterns("の例")
  private static let bracketWords = patterns("概要|考え方|報告|アジェンダ|全体像|ポイント")
  private static let subjectWords = patterns(
    "に関する|における|に係る|をめぐる|を巡る|に向けた|に応じた|を踏まえた|に対する|に伴う|についての")
}
