import DocumentModel

/// Tells what looks like a date but belongs to a name: a law number, an amending law, a title.
enum DateTraps {
  /// Returns whether a year is the beginning of a law number, a law's name or an edition's.
  ///
  /// 昭和24年法律第228号, 平成28年委員会規則第3号, 令和2年改正法, 2022年版白書.
  static func isName(_ text: ScalarText, range: Range<Int>, point: DatePoint) -> Bool {
    guard point.year != nil, point.day == nil, point.part == nil else { return false }
    let end = range.upperBound
    if isDisaster(text, at: end) { return true }
    guard point.month == nil else { return false }
    if text.scalar(end) == 0x7248 || isTitle(text, range) { return true }  // 版
    guard !point.isFiscal else { return false }
    return startsLawNumber(text, at: end) || startsAmendingLaw(text, at: end)
  }

  /// Returns whether a year begins the title of a document: 「令和4年度…の新機軸」, 2023年度…の重点（案）.
  ///
  /// Without quotation marks only a long name that ends as titles do is one.
  private static func isTitle(_ text: ScalarText, _ range: Range<Int>) -> Bool {
    let isQuoted = quotes.contains(text.at(range.lowerBound - 1))
    guard text.end(ofAny: budgets, at: range.upperBound) == nil else { return false }
    var index = range.upperBound
    while index < text.count, index - range.upperBound < 32 {
      let length = index - range.upperBound
      if length >= 4, let end = text.end(ofAny: titleEnds, at: index) {
        let after = text.at(end)
        let isEnd =
          isQuoted
          ? closings.contains(after)
          : length >= 6 && (after == 0 || after == 0x28 || ScalarClass.isSpace(after))
        if isEnd { return true }
      }
      let scalar = text.scalars[index]
      guard isNameCharacter(scalar) || scalar == 0x306E || scalar == 0x53CA || scalar == 0x3073
      else { return false }
      index += 1
    }
    return false
  }

  private static let quotes = ScalarSet("「『“")
  private static let closings = ScalarSet("」』”(")
  private static let budgets = WordSet("補正 当初 予算 概算 第")
  private static let titleEnds = WordSet(
    "戦略 計画 方針 新機軸 重点 報告書 報告 白書 大綱 ビジョン プラン ロードマップ 取りまとめ 指針 要綱 工程表 パッケージ")

  /// Returns whether the name of a disaster goes on behind a year (令和6年能登半島地震).
  private static func isDisaster(_ text: ScalarText, at start: Int) -> Bool {
    var index = start
    while index < text.count, index - start < 10 {
      if text.end(ofAny: disasters, at: index) != nil { return true }
      guard isNameCharacter(text.scalars[index]) else { return false }
      index += 1
    }
    return false
  }

  private static let disasters = WordSet("地震 豪雨 震災 台風 噴火 暴風 大雪")

  /// Returns whether a kind of law and 第N号 stand at an index.
  static func startsLawNumber(_ text: ScalarText, at start: Int) -> Bool {
    var index = text.skippingSpaces(start)
    let first = index
    while index < text.count, index - first < 28 {
      let scalar = text.scalars[index]
      if scalar == 0x7B2C {  // 第
        guard index > first,
          let number = Numeral(text, at: text.skippingSpaces(index + 1))
        else { return false }
        return text.scalar(text.skippingSpaces(number.end)) == 0x53F7  // 号
      }
      guard isNameCharacter(scalar) || scalar == 0x20 else { return false }
      index += 1
    }
    return false
  }

  /// Returns whether 改正…法 stands at an index.
  private static func startsAmendingLaw(_ text: ScalarText, at index: Int) -> Bool {
    let start = text.skippingSpaces(index)
    guard text.hasPrefix([0x6539, 0x6B63], at: start) else { return false }
    for index in start + 2..<min(start + 12, text.count) {
      let scalar = text.scalars[index]
      if scalar == 0x6CD5 { return true }  // 法
      guard isNameCharacter(scalar) else { return false }
    }
    return false
  }

  /// Ideographs and katakana, which names of laws are written in.
  private static func isNameCharacter(_ scalar: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(scalar) || (0x30A0...0x30FF).contains(scalar) || scalar == 0x3005
  }
}
