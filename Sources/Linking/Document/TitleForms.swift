import DocumentModel

/// Finds titles of policy documents by their form, where the registry doesn't hold them.
///
/// - 「機微技術国家戦略」: in quotation marks, ending as titles end;
/// - 成長実行計画（2021年6月18日閣議決定）: followed by the day of a decision;
/// - 海洋基本計画, 安定供給確保取組方針: by an ending that only documents have;
/// - ※ …の運用について: a note that is nothing but a title.
struct TitleForms: Sendable {
  /// A title by its form.
  struct Name: Sendable {
    var range: Range<Int>
    var title: String
    var rule: String
  }

  /// Endings of titles in quotation marks or with a decision.
  private static let endings = WordSet(
    "戦略 基本方針 取組方針 運用方針 対応方針 推進方針 実施方針 方針 指針 ガイドライン アクションプラン プラン ビジョン 提言 報告書 中間報告 最終報告 行動計画 実行計画 実施計画 基本計画 整備計画 推進計画 中期計画 工程表 ロードマップ パッケージ とりまとめ 取りまとめ 取り纏め 大綱 白書 手引き 手引 マニュアル ハンドブック ベストプラクティス集 事例集 チェックリスト Q&A FAQ"
  )
  /// Endings that many other things have too: only where the words tell of a document.
  private static let weak = WordSet("原則 宣言 声明 文書 計画 プラン 決議 覚書 共同声明")
  /// What is done with documents, before the quotation mark and after it.
  private static let madeBefore = WordSet(
    "策定した 公表した 発表した 採択した 採択された 策定された 公表された 決定された 取りまとめた とりまとめた 発出した まとめた"
  )
  private static let madeAfter = WordSet(
    "を策定 を公表 を発表 を採択 を決定 を改定 を改訂 を発出 を取りまとめ をとりまとめ の策定 の改定 の改訂 の公表 に基づ に沿っ を踏まえ にのっとり に則"
  )
  /// Endings with について, as decisions and notices are named.
  private static let regards = WordSet(
    "方針について 対応について 対策について 指針について 措置について 在り方について あり方について 考え方について 運用について 取扱いについて 進め方について 提言について"
  )
  /// Endings that name a document by themselves, with the characters needed before them.
  private static let strong: [(ending: [UInt32], before: Int)] = [
    (scalars("基本計画"), 2), (scalars("基本指針"), 4), (scalars("基本方針"), 4),
    (scalars("取組方針"), 4), (scalars("推進戦略"), 4), (scalars("行動計画"), 4),
    (scalars("アクションプラン"), 4), (scalars("ガイドライン"), 4), (scalars("国家戦略"), 4),
    (scalars("ロードマップ"), 4),
  ]
  private static let followers = WordSet("等 案 及び 並びに 又は 本体 上 第")
  /// Guides to a law or a subject: …についてのガイドライン（通則編）.
  private static let guides = WordSet(
    "についてのガイドライン に関するガイドライン に係るガイドライン についての指針 に関する指針 についてのQ&A に関するQ&A")
  private static let noteEndings = WordSet("の解説 について ガイドライン 指針 手引き マニュアル Q&A FAQ")
  private static let regarding = WordSet("に関する に係る についての のための に向けた")
  private static let parts = WordSet("部 章 節 編")
  private static let pronouns = WordSet("本 同 新たな 新 旧 当該 現行 次期 政府 各")
  private static let eras = WordSet("令和 平成 昭和")
  private static let changes = WordSet("の改定 の改訂 の策定 の公表 の決定")
  private static let decisions = WordSet("決定 策定 公表 改定 改訂 了解 申合せ 申し合わせ 取りまとめ とりまとめ 公布 発表 作成 報告 付")

  /// Opening quotation marks, ※ before a note, and what the endings of titles start with.
  static var openings: [[UInt32]] { scalars("「『※").map { [$0] } + endings.openings }

  /// Returns the names in order of their start, without overlaps.
  func names(in block: BlockText) -> [Name] {
    let text = block.text
    var names: [Name] = []
    if let note = note(in: text) { return [note] }
    var index = block.next(.title, from: 0)
    while index < text.count {
      if Self.isQuote(text.at(index)), let name = quoted(text, from: index) {
        names.append(name)
        index = block.next(.title, from: name.range.upperBound)
        continue
      }
      let floor = names.last?.range.upperBound ?? 0
      if let end = text.end(ofAny: Self.endings, at: index),
        let name = guide(text, endingAt: end, floor: floor) ?? decided(
          text, endingAt: end, floor: floor)
          ?? strong(text, endingAt: end, floor: floor)
      {
        names.append(name)
        index = block.next(.title, from: end)
        continue
      }
      index = block.next(.title, from: index + 1)
    }
    return names
  }

  // MARK: Forms

  /// 「…戦略」, 『…に関する指針（2019年11月公表）』.
  private func quoted(_ text: ScalarText, from open: Int) -> Name? {
    var close = open + 1
    while close < min(open + 90, text.count), text.at(close) != 0x300D, text.at(close) != 0x300F {
      if text.at(close) == 0x3002 || Self.isQuote(text.at(close)) { return nil }
      close += 1
    }
    guard close < text.count, text.at(close) == 0x300D || text.at(close) == 0x300F else {
      return nil
    }
    var end = close
    if text.at(end - 1) == 0x29,
      let bracket = (open..<end).last(where: { text.at($0) == 0x28 }),
      isDated(text, at: bracket)
    {
      end = bracket
    }
    end = withoutVersion(text, end)
    guard end - open > 5 else { return nil }
    let range = open + 1..<end
    let titleEnd = withoutYear(text, withoutPart(text, end))
    let isMade =
      text.hasSuffix(ofAny: Self.madeBefore, before: open)
      || text.end(ofAny: Self.madeAfter, at: close + 1) != nil || end < close
      || isDated(text, at: close + 1)
    guard !isPart(text, open + 1..<titleEnd) else { return nil }
    guard
      endsAsTitle(text, before: titleEnd) && !isPlainKind(text, open + 1..<titleEnd)
        || isMade && text.hasSuffix(ofAny: Self.weak, before: titleEnd)
    else { return nil }
    return Name(range: range, title: Self.plain(text, range), rule: "document.quoted-title")
  }

  /// …計画（2021年6月18日閣議決定）, …指針の改定（2021年12月…）.
  private func decided(_ text: ScalarText, endingAt ending: Int, floor: Int) -> Name? {
    let end = withYear(text, ending)
    var after = text.end(ofAny: Self.changes, at: end) ?? end
    after = text.skipSpace(after)
    guard isDated(text, at: after) else { return nil }
    var start = ending
    var hasHiragana = false
    while start > floor, !isBoundary(text.at(start - 1)) {
      start -= 1
      if ScalarClass.isHiragana(text.at(start)) { hasHiragana = true }
    }
    // A title with particles is told apart from a sentence only where it starts the line and says
    // what it regards.
    if hasHiragana,
      !isLineStart(text, start)
        || !Self.regarding.isFound(in: text, start..<ending)
    {
      start = runStart(text, endingAt: ending, floor: floor)
    }
    guard ending - start >= 5 else { return nil }
    return Name(
      range: start..<end, title: Self.plain(text, start..<end), rule: "document.decided-title")
  }

  /// …についてのガイドライン（通則編）: a guide to what is named before it, alone in its line or brackets.
  private func guide(_ text: ScalarText, endingAt ending: Int, floor: Int) -> Name? {
    guard text.hasSuffix(ofAny: Self.guides, before: ending) else { return nil }
    var start = ending
    while start > floor, !isBoundary(text.at(start - 1)) { start -= 1 }
    guard ending - start >= 12,
      isLineStart(text, start) || ScalarClass.isOpening(text.at(start - 1))
        || ScalarClass.isSpace(text.at(start - 1))
    else { return nil }
    var end = ending
    if text.at(end) == 0x28,
      let close = (end..<min(end + 40, text.count)).first(where: { text.at($0) == 0x29 }),
      text.at(close - 1) == 0x7DE8  // 編
    {
      end = close + 1
    }
    guard endsWord(text, end) else { return nil }
    return Name(
      range: start..<end, title: Self.plain(text, start..<end), rule: "document.guide")
  }

  /// 海洋基本計画: an unbroken run with an ending of its own.
  private func strong(_ text: ScalarText, endingAt ending: Int, floor: Int) -> Name? {
    guard
      let form = Self.strong.first(where: {
        text.hasPrefix($0.ending, at: ending - $0.ending.count)
      }),
      endsWord(text, ending)
    else { return nil }
    var start = runStart(text, endingAt: ending, floor: floor)
    if let pronoun = text.end(ofAny: Self.pronouns, at: start) { start = pronoun }
    // What stands before is a subject (適正管理措置), not a list of kinds (フレームワーク・).
    guard text.at(ending - form.ending.count - 1) != 0x30FB,
      (start..<ending - form.ending.count).contains(where: { ScalarClass.isKanji(text.at($0)) })
    else { return nil }
    guard ending - start >= form.before + form.ending.count else { return nil }
    let end = withYear(text, ending)
    return Name(range: start..<end, title: Self.plain(text, start..<end), rule: "document.form")
  }

  /// ※ …の運用について: the whole block is a title.
  private func note(in text: ScalarText) -> Name? {
    var start = text.skipSpace(0)
    guard text.at(start) == 0x203B else { return nil }
    start = text.skipSpace(start + 1)
    var end = text.count
    while end > start, ScalarClass.isSpace(text.at(end - 1)) { end -= 1 }
    guard (15...90).contains(end - start), text.hasSuffix(ofAny: Self.noteEndings, before: end),
      !(start..<end).contains(where: { text.at($0) == 0x3002 || text.at($0) == 0x3001 })
    else { return nil }
    return Name(
      range: start..<end, title: Self.plain(text, start..<end), rule: "document.note-title")
  }

  // MARK: Parts

  /// Whether quoted words name a part of the document at hand (「第2部 共通の指針」).
  private func isPart(_ text: ScalarText, _ range: Range<Int>) -> Bool {
    let first = text.skipSpace(range.lowerBound)
    if text.at(first + 1) == 0x2E { return true }
    return text.at(first) == 0x7B2C
      && text.end(ofAny: Self.parts, at: NumeralScanner.number(in: text, at: first + 1)?.end ?? 0)
        != nil
  }

  /// Whether the words are a kind of document and no more (「チェックリスト」, 「共通の指針」).
  private func isPlainKind(_ text: ScalarText, _ range: Range<Int>) -> Bool {
    guard let start = Self.endings.start(in: text, before: range.upperBound) else { return false }
    if start <= range.lowerBound { return true }
    return text.at(start - 1) == 0x306E && text.at(start - 2) != 0x3081  // の, but not のための
  }

  private func endsAsTitle(_ text: ScalarText, before end: Int) -> Bool {
    text.hasSuffix(ofAny: Self.endings, before: end)
      || text.hasSuffix(ofAny: Self.regards, before: end)
  }

  /// Whether nothing goes on but 等, 案 and the like.
  private func endsWord(_ text: ScalarText, _ end: Int) -> Bool {
    let after = text.at(end)
    guard ScalarClass.isKanji(after) || ScalarClass.isKatakana(after) else { return true }
    return text.end(ofAny: Self.followers, at: end) != nil
  }

  /// The end with an edition year or version taken in (戦略2022, ビジョン（第二次）).
  private func withYear(_ text: ScalarText, _ end: Int) -> Int {
    if let version = EditionScanner.version(in: text, at: end) { return version.end }
    guard (end..<end + 4).allSatisfy({ ScalarClass.isDigit(text.at($0)) }),
      !ScalarClass.isDigit(text.at(end + 4)), text.at(text.skipSpace(end + 4)) != 0x5E74
    else { return end }
    return end + 4
  }

  /// The end without （通則編）.
  private func withoutPart(_ text: ScalarText, _ end: Int) -> Int {
    guard text.at(end - 1) == 0x29, text.at(end - 2) == 0x7DE8 else { return end }
    return (max(0, end - 40)..<end).last { text.at($0) == 0x28 } ?? end
  }

  /// Returns the end without a version (第2版) or the number of a note (ガイドライン 5).
  private func withoutVersion(_ text: ScalarText, _ end: Int) -> Int {
    var start = end
    if text.at(start - 1) == 0x7248 { start -= 1 }  // 版
    while ScalarClass.isDigit(text.at(start - 1))
      || text.at(start - 1) == 0x2E && ScalarClass.isDigit(text.at(start))
    {
      start -= 1
    }
    guard start < end else { return end }
    let isNumbered = text.at(end - 1) == 0x7248 && text.at(start - 1) == 0x7B2C
    let isNote = end - start == 1 && text.at(end - 1) != 0x7248 && text.at(start - 1) == 0x20
    if isNumbered { start -= 1 }
    while ScalarClass.isSpace(text.at(start - 1)) { start -= 1 }
    guard let version = Self.versions.start(in: text, before: start) else {
      return isNumbered || isNote ? start : end
    }
    var title = version
    while ScalarClass.isSpace(text.at(title - 1)) { title -= 1 }
    return title
  }

  private static let versions = WordSet("Ver. Ver ver. ver V. バージョン")

  private func withoutYear(_ text: ScalarText, _ end: Int) -> Int {
    var end = end
    while ScalarClass.isDigit(text.at(end - 1)) || ScalarClass.isSpace(text.at(end - 1)) {
      end -= 1
    }
    return end
  }

  /// Whether a date stands here, in brackets or not, and a word of deciding after it.
  private func isDated(_ text: ScalarText, at start: Int) -> Bool {
    var index = start
    let isBracketed = text.at(index) == 0x28
    if isBracketed { index = text.skipSpace(index + 1) }
    let isDate =
      text.end(ofAny: Self.eras, at: index) != nil
      || (index..<index + 4).allSatisfy { ScalarClass.isDigit(text.at($0)) }
        && (text.at(index + 4) == 0x5E74 || text.at(index + 4) == 0x2E
          || text.at(index + 4) == 0x2F)
    guard isDate else { return false }
    let limit = min(index + 60, text.count)
    let end =
      (index..<limit).first { isBracketed ? text.at($0) == 0x29 : text.at($0) == 0x3002 } ?? limit
    if isBracketed, end - index <= 12 { return true }  // （令和3年6月18日）
    return Self.decisions.isFound(in: text, index..<end)
  }

  /// The start of the run of ideographs, katakana, letters and middle dots before an index.
  private func runStart(_ text: ScalarText, endingAt end: Int, floor: Int) -> Int {
    var start = end
    while start > floor, isNamePart(text.at(start - 1)) { start -= 1 }
    while start < end, text.at(start) == 0x30FB || text.at(start) == 0x30FC { start += 1 }
    return start
  }

  private func isNamePart(_ scalar: UInt32) -> Bool {
    ScalarClass.isKanji(scalar) || ScalarClass.isKatakana(scalar) || ScalarClass.isLatin(scalar)
      || ScalarClass.isDigit(scalar) || scalar == 0x30FB || scalar == 0xB7
  }

  private func isBoundary(_ scalar: UInt32) -> Bool {
    ScalarClass.isSpace(scalar) || ScalarClass.isOpening(scalar) || ScalarClass.isClosing(scalar)
      || Self.marks.contains(scalar)
  }

  private func isLineStart(_ text: ScalarText, _ index: Int) -> Bool {
    var index = index
    while index > 0,
      ScalarClass.isSpace(text.at(index - 1)) || Self.bullets.contains(text.at(index - 1))
    {
      index -= 1
    }
    return index == 0
  }

  private static func isQuote(_ scalar: UInt32) -> Bool { scalar == 0x300C || scalar == 0x300E }

  /// The words without white space, brackets full-width as in Japanese titles.
  static func plain(_ text: ScalarText, _ range: Range<Int>) -> String {
    var title = String.UnicodeScalarView()
    for scalar in text.scalars[range] where !ScalarClass.isSpace(scalar) {
      let wide = scalar == 0x28 || scalar == 0x29 ? scalar + 0xFEE0 : scalar
      title.append(Unicode.Scalar(wide) ?? " ")
    }
    return String(title)
  }

  private static let bullets = ScalarSet("○●◯◎・-–—※■□◆◇▶▷➢➡⇒→*•")
  private static let marks = ScalarSet("、。，．：:;；○●◯◎※■□◆◇▶▷➢➡⇒→*•|")
}

/// Reads what tells the editions of one document apart.
enum EditionScanner {
  /// Returns a version in brackets (（第二次）, （改訂版）) with its canonical form, or nil.
  static func version(in text: ScalarText, at start: Int) -> (form: String, end: Int)? {
    guard text.at(start) == 0x28, text.at(start + 1) == 0x7B2C,
      let number = NumeralScanner.number(in: text, at: start + 2),
      text.at(number.end) == 0x6B21, text.at(number.end + 1) == 0x29
    else { return nil }
    return (form(number.value), number.end + 2)
  }

  /// Returns the canonical form of 第2次 that starts at an index, or nil.
  static func version(in text: ScalarText, from start: Int) -> String? {
    guard let number = NumeralScanner.number(in: text, at: start + 1),
      text.at(number.end) == 0x6B21
    else { return nil }
    return form(number.value)
  }

  private static func form(_ number: Int) -> String {
    let digits = Array("〇一二三四五六七八九")
    return "（第\(number < 10 ? String(digits[number]) : String(number))次）"
  }

  /// Returns where a period before a name starts (第6期科学技術基本計画, 第五次環境基本計画), or nil.
  static func periodStart(in text: ScalarText, before end: Int) -> Int? {
    guard text.at(end - 1) == 0x671F || text.at(end - 1) == 0x6B21 else { return nil }
    var start = end - 2
    while start >= 0, end - start < 6 {
      if text.at(start) == 0x7B2C {
        return NumeralScanner.number(in: text, at: start + 1)?.end == end - 1 ? start : nil
      }
      start -= 1
    }
    return nil
  }
}
