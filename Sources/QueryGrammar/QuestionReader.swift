import DocumentModel
import TextNormalization

/// Tells a question from words to be taken to the letter, and finds the words that carry it.
enum QuestionReader {
  /// Words that ask; they say nothing of the subject.
  private static let asking = [
    "いつ頃", "いつごろ", "いつ", "何時", "何処", "どこ", "どの", "どのよう", "どう", "どれ", "どんな", "だれ", "誰", "何故", "なぜ",
    "何", "いくら", "教えて", "知りたい", "ですか", "ますか", "でしょうか", "だろうか",
  ]

  /// Words of running text that are in most passages or only frame the question.
  private static let framing: Set<String> = [
    "行", "何", "頃", "中", "国", "者", "等", "場合", "関連", "関係", "内容", "概要", "現在", "今", "受", "強", "見込",
    "見", "持", "使", "必要", "及", "又", "為", "場", "際", "上", "下", "前", "後", "間", "的", "化", "性", "年", "月",
    "日", "並", "若", "更", "既", "極", "踏", "鑑", "速", "全", "様々", "我々", "一つ",
  ]

  /// Whether a text without spaces asks: by its end, by a word that asks, or by running sentence.
  static func isQuestion(_ question: QuestionText) -> Bool {
    let text = question.text
    let scalars = Array(text.unicodeScalars)
    if question.length >= 4, AnswerReader.asksForMeaning(text) { return true }
    guard question.length >= 6 else { return false }
    if scalars.last == "？" || scalars.last == "?" { return true }
    if asking.contains(where: { text.contains($0) }) && scalars.contains(where: isHiragana) {
      return scalars.last == "か" || scalars.last == "。" || runs(of: text).count >= 2
    }
    return scalars.last == "か" && runs(of: text).count >= 2
  }

  /// Whether particles join several words (抗菌薬の安定供給): then the words count, not the letters.
  static func isSentence(_ question: QuestionText) -> Bool {
    question.length >= 7 && runs(of: question.text).count >= 2
  }

  /// Returns the words that carry the text, in their order.
  static func contentWords(of question: QuestionText) -> [QuestionText.Word] {
    let kinds = AnswerReader.answers(to: question.text)
    var words: [QuestionText.Word] = []
    var asked: [QuestionText.Word] = []
    for run in runs(of: AnswerReader.withoutCounters(question.text)) {
      var word = question.written(run)
      // 行う and 見込み are units where the registry has their spellings.
      let stem = word.canonical.unicodeScalars.reversed().drop(while: isHiragana).reversed()
      guard !framing.contains(String(scalars: stem)) else { continue }
      guard let rest = AnswerReader.stem(word.canonical, of: kinds) else {
        asked.append(word)
        continue
      }
      if rest != word.canonical { word = QuestionText.Word(typed: rest, canonical: rest) }
      if !words.contains(where: { $0.canonical == word.canonical }) { words.append(word) }
    }
    // 担当省庁はどこか has no other words.
    return words.isEmpty ? asked : words
  }

  static func isHiragana(_ scalar: Unicode.Scalar) -> Bool {
    (0x3041...0x309F).contains(scalar.value)
  }

  /// Returns the pillar that a word of the text stands for (守 in 守る施策), or nil.
  static func pillar(_ word: String, in text: String) -> Pillar? {
    switch word {
    case "知" where text.contains("知る"): .know
    case "育" where text.contains("育てる"), "生" where text.contains("生かす"): .nurture
    case "守" where text.contains("守る"): .protect
    default: nil
    }
  }

  /// Returns the text with the words that only ask taken out.
  private static func withoutAsking(_ text: String) -> String {
    var remaining = text
    for word in asking { remaining = remaining.replacing(word, with: " ") }
    return remaining
  }

  /// The runs of kanji, katakana, letters and digits between hiragana, spaces and marks.
  private static func runs(of text: String) -> [String] {
    let remaining = withoutAsking(text)
    var runs: [String] = []
    var current = String.UnicodeScalarView()
    for scalar in remaining.unicodeScalars {
      let script = SearchCharacterClass.of(scalar.value)
      let isInside =
        scalar == "・" || script == .word || script == .cjk && !isHiragana(scalar)
        || QuestionText.isUnit(scalar)
      if isInside {
        current.append(scalar)
      } else if !current.isEmpty {
        runs.append(String(current))
        current = .init()
      }
    }
    if !current.isEmpty { runs.append(String(current)) }
    return runs
  }
}
