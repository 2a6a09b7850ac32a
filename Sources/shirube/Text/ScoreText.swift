import PassageIndex

/// Writes what a hit's score is the sum of.
enum ScoreText {
  /// Returns `6.31 = 備蓄 5.20（57件、2回、41字）＋ 見出し 1.11`.
  static func sum(_ hit: Hit) -> String {
    let parts = hit.scoreTerms.map(part).joined(separator: Words.say(" ＋ ", " + "))
    return "\(number(hit.score)) = \(parts)"
  }

  private static func part(_ term: ScoreTerm) -> String {
    let value = number(term.value)
    switch term.kind {
    case .word:
      let facts = [
        term.passages.map { Words.say("\($0)件", "\($0) passages") },
        term.count.map { Words.say("\($0)回", "\($0) times") },
        term.length.map { Words.say("全\($0)字", "of \($0) characters") },
      ].compactMap { $0 }.joined(separator: Words.say("、", ", "))
      return "\(term.subject ?? "") \(value)" + Words.say("（\(facts)）", " (\(facts))")
    case .authority:
      return name(term.kind) + Words.say("（\(rank(term.subject))）", " (\(rank(term.subject)))")
        + " \(value)"
    default: return "\(name(term.kind)) \(value)"
    }
  }

  private static func name(_ kind: ScoreTerm.Kind) -> String {
    switch kind {
    case .word: Words.say("語", "word")
    case .context: Words.say("上の見出し", "headings above")
    case .title: Words.say("節の見出しの一致", "section title")
    case .heading: Words.say("見出し", "heading")
    case .brevity: Words.say("短い項目", "short item")
    case .near: Words.say("語の近さ", "nearness")
    case .phrase: Words.say("続けて一致", "phrase")
    case .authority: Words.say("文書の位置づけ", "authority")
    case .topic: Words.say("法令・府省庁・日付の一致", "topic")
    case .answer: Words.say("問いに応じる内容", "answer")
    case .citation: Words.say("同じ条項に関係", "same provision")
    case .part: Words.say("その名の章の一部", "part of its chapter")
    }
  }

  private static func rank(_ rank: String?) -> String {
    switch rank {
    case "law": Words.say("法令", "law")
    case "cabinet": Words.say("閣議決定", "Cabinet decision")
    case "council": Words.say("会議の文書", "council")
    case "ministry": Words.say("省庁の資料", "ministry")
    default: Words.say("参考", "reference")
    }
  }

  /// Two decimals.
  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let digits = String(abs(hundredths) % 100)
    return (hundredths < 0 ? "−" : "") + "\(abs(hundredths) / 100)."
      + (digits.count < 2 ? "0" : "") + digits
  }
}
