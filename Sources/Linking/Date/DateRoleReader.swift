import DocumentModel

/// Tells a date's part from the words beside it: decided, promulgated, in force, deadline.
enum DateRoleReader {
  /// Words behind a date, with the part they give it.
  private static let after: [DateWords.Word<DateRole>] =
    words(.asOf, ["末時点", "時点", "末現在", "現在"])
    + words(.promulgated, ["公布"])
    + words(.inForce, ["施行", "発効", "適用", "運用開始", "制度運用"])
    + words(
      .decided,
      [
        "閣議決定", "決定", "策定", "改定", "改訂", "改正", "申し合わせ", "申合せ", "取りまとめ", "とりまとめ", "制定",
        "成立", "可決", "採択", "答申", "指定",
      ])
    + words(.target, ["を目途", "目途", "をめど", "めど", "を目処", "を目標", "目標", "を目指", "に向け"])
    + words(.deadline, ["期限", "締切", "〆切"])
    + words(
      .event,
      [
        "公表", "発表", "開催", "署名", "合意", "設置", "設立", "開始", "公募", "逮捕", "起訴", "認定", "実施",
        "会談", "会合",
      ])

  /// Words in front of a date in brackets (施行日（令和4年4月1日）).
  private static let before: [DateWords.Word<DateRole>] =
    words(.inForce, ["施行期日", "施行日"]) + words(.promulgated, ["公布日", "公布の日"])
    + words(.decided, ["決定日"]) + words(.deadline, ["期限", "締切"])
    + words(.asOf, ["基準日", "作成日"])

  private static func words(
    _ role: DateRole, _ words: [String]
  ) -> [DateWords.Word<DateRole>] {
    words.map { DateWords.Word($0, role) }
  }

  /// Returns the role of an expression, or nil where no word tells it.
  ///
  /// `limit` is the end of the table cell that the date stands in: the next cell tells of other
  /// things.
  static func role(
    of expression: DateExpression, in text: ScalarText, until limit: Int? = nil
  ) -> DateRole? {
    if let role = roleBefore(expression.range.lowerBound, in: text) { return role }
    if expression.bound == .until { return .deadline }
    return roleAfter(expression.range.upperBound, in: text, until: limit ?? text.count)
  }

  /// Reads the words behind a date: those next to it, else the predicate of its sentence.
  ///
  /// 2024年5月17日公布 and 5月に施行される制度 tell it at once. After 令和6年1月30日、 the sentence runs on
  /// and ends with what was done, so the last word counts.
  private static func roleAfter(
    _ end: Int, in text: ScalarText, until limit: Int
  ) -> DateRole? {
    let runsOn = [0x3001, 0x20].contains(text.scalar(end))
    var last: DateRole?
    var depth = 0
    var index = end
    while index < min(limit, end + (runsOn ? 90 : 16)) {
      if depth == 0, let word = text.word(of: after, at: index) {
        if !runsOn { return word.meaning }
        last = word.meaning
      }
      switch text.scalars[index] {
      case 0x28, 0x300C: depth += 1
      case 0x29, 0x300D, 0x3011:
        if depth == 0 { return last }
        depth -= 1
      case 0x3002, 0x0A: return last
      case 0x3001 where !runsOn: return last
      case let scalar where Numeral.isDigit(scalar) && index > end + 1:
        if !runsOn || startsDate(text, at: index) { return last }
      default: break
      }
      index += 1
    }
    return last
  }

  /// Whether a number with 年, 月 or 日 stands at an index: the next date, to which the rest belongs.
  private static func startsDate(_ text: ScalarText, at index: Int) -> Bool {
    guard let number = Numeral(text, at: index) else { return false }
    return [DatePointReader.year, DatePointReader.month, DatePointReader.day]
      .contains(text.scalar(number.end))
  }

  private static func roleBefore(_ start: Int, in text: ScalarText) -> DateRole? {
    guard [0x28, 0x3A, 0x20, 0x306F].contains(text.scalar(start - 1)) else { return nil }
    for word in before
    where text.hasPrefix(word.scalars, at: start - 1 - word.scalars.count) {
      return word.meaning
    }
    return nil
  }
}
