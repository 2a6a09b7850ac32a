import DocumentModel

/// Tells what kind of thing a question wants to be told: a time, a figure, an office, a meaning.
///
/// Question answering calls it the expected answer type. The words that only name the kind (何品目,
/// 施行日, 所管) stand seldom beside the answer, so they don't count among a question's words.
enum AnswerReader {
  /// Words that stand behind 何 or a number, those of one row for one another.
  private static let counters = [
    ["か月", "カ月", "ヶ月", "ヵ月", "ケ月", "箇月"], ["か国", "カ国", "ヶ国", "ヵ国", "箇国"],
    ["か所", "カ所", "ヶ所", "ヵ所", "箇所"], ["か条", "カ条", "箇条"], ["年間", "年", "か年", "カ年", "箇年"],
    ["日間", "日"], ["週間"], ["時間"], ["パーセント", "%"], ["ポイント"], ["トン"], ["億円", "円"], ["兆円", "円"],
    ["万円", "円"], ["円"], ["品目"], ["物資"], ["分野"], ["業種"], ["種類", "種"], ["項目"], ["事業者", "者", "社"],
    ["事業"], ["技術"], ["課題"], ["施策"], ["措置"], ["機関"], ["団体"], ["大学"], ["府省庁", "省庁"], ["人", "名"],
    ["社"], ["件"], ["名"], ["回"], ["度"], ["割"], ["倍"], ["本"], ["台"], ["隻"], ["基"], ["点"], ["章"],
    ["条"],
    ["項"], ["号"], ["歳"], ["校"],
  ]
  private static let amount = ["円"]
  private static let duration = [
    "年", "年間", "か年", "カ年", "か月", "カ月", "ヶ月", "箇月", "日", "日間", "週間", "時間",
  ]

  /// Words by which a question asks, with what they ask for.
  private static let cues: [(words: [String], kind: AnswerKind)] = [
    (["いつ", "何時", "何年", "何月", "何日", "時期", "期限", "予定日", "施行日", "公布日", "期日"], .date),
    (["いくら", "何円", "何億", "何兆", "何万"], .figure(counters: amount)),
    (["期間はど", "期間はいく"], .figure(counters: duration)),
    (["いくつ", "何個"], .figure(counters: [])),
    (["どの省", "どこの省", "何省", "所管はど", "所管する省", "担当はど", "担当する省", "どの府省", "どの役所"], .ministry),
  ]

  /// Ends of words that only say that a time is meant: 施行日 is when something is in force (施行).
  private static let timeEnds = ["予定日", "年月日", "時期", "期日", "期限", "日付", "年度", "年月", "日"]
  /// Words that only say that an office is meant.
  private static let officeWords: Set<String> = [
    "省", "省庁", "府省", "府省庁", "役所", "所管", "所管省庁", "担当", "担当省庁", "主管",
  ]
  /// Words that only say that a figure is meant.
  private static let figureWords: Set<String> = ["期間", "年限", "数", "程度", "件数", "人数", "金額"]

  /// Returns what a question asks for; empty where nothing of the kind is recognised.
  static func answers(to text: String) -> [AnswerKind] {
    var kinds = cues.filter { $0.words.contains { text.contains($0) } }.map(\.kind)
    if let counter = counter(in: text) {
      // 何日間 asks for a length of time, 何日 for a day.
      if !(kinds.contains(.date) && ["年", "日"].contains(counter.typed)) {
        kinds.removeAll { $0 == .date }
        kinds.append(.figure(counters: counter.row))
      }
    }
    if asksForMeaning(text) { kinds.append(.definition) }
    return kinds
  }

  /// Whether a text asks what a thing is (経済安全保障とは何か).
  static func asksForMeaning(_ text: String) -> Bool {
    var trimmed = text[...]
    while let last = trimmed.last, "？?。".contains(last) { trimmed.removeLast() }
    return ["とは", "とは何か", "とは何ですか", "とは何でしょうか", "の定義は", "の定義は何か", "の意味は", "の意味は何か"]
      .contains { trimmed.hasSuffix($0) }
  }

  /// Returns the text without the counters that are asked with (特定重要物資は何品目か).
  static func withoutCounters(_ text: String) -> String {
    guard let counter = counter(in: text) else { return text }
    return text.replacing("何" + counter.typed, with: " ")
  }

  /// Returns a word of a question without what only names the kind of answer, or nil where nothing
  /// else is left of it.
  static func stem(_ word: String, of kinds: [AnswerKind]) -> String? {
    if kinds.contains(.date) {
      guard let end = timeEnds.first(where: word.hasSuffix) else { return word }
      let stem = String(word.dropLast(end.count))
      return stem.isEmpty ? nil : stem.count >= 2 ? stem : word
    }
    if kinds.contains(.ministry), officeWords.contains(word) { return nil }
    let asksForFigure = kinds.contains { if case .figure = $0 { true } else { false } }
    return asksForFigure && figureWords.contains(word) ? nil : word
  }

  /// The counter behind 何, as typed and with those that stand for it; the longest that fits.
  private static func counter(in text: String) -> (typed: String, row: [String])? {
    let fitting = counters.flatMap { row in row.map { ($0, row) } }
      .filter { text.contains("何" + $0.0) }
    return fitting.max { $0.0.unicodeScalars.count < $1.0.unicodeScalars.count }
  }
}
