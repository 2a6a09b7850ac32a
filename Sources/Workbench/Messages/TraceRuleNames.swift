package import DocumentModel

/// What the rules of a trace are called for a reader.
package enum TraceRuleNames {
  /// Returns what a rule does in both languages; an unknown rule gives its own name.
  package static func names(_ rule: String) -> (ja: String, en: String) {
    if let names = table[rule] { return names }
    return rule.hasPrefix("stage.") ? stage(rule) : (rule, rule)
  }

  /// What is said of a gap in both languages; never that something was not done.
  package static func names(_ gap: Gap.Kind) -> (ja: String, en: String) {
    switch gap {
    case .stage: ("収録文書に見当たらない", "not found in the corpus")
    case .target:
      ("期日を過ぎたが、その後の記述が収録文書に見当たらない", "its date has passed; no later step found in the corpus")
    case .decision: ("実施の前提となる決定が収録文書に見当たらない", "no decision above it found in the corpus")
    }
  }

  /// What the relation of a figure's values is called in both languages.
  package static func names(_ relation: Figure.Relation) -> (ja: String, en: String) {
    switch relation {
    case .same: ("一致", "same")
    case .growth: ("増加", "growth")
    case .decline: ("減少", "decline")
    case .rounding: ("端数処理", "rounding")
    case .scope: ("範囲の違い", "different scope")
    case .conflict: ("食い違い", "conflict")
    }
  }

  /// What the relation of two documents is called in both languages.
  package static func names(_ relation: DocumentLineage.Relation) -> (ja: String, en: String) {
    switch relation {
    case .cites: ("言及", "cites")
    case .basis: ("根拠とする", "rests on")
    case .supersedes: ("改める", "supersedes")
    }
  }

  private static let table: [String: (ja: String, en: String)] = [
    "amount.column": ("その年度の列の額", "the amount in the year's column"),
    "amount.nearest": ("日付に最も近い額", "the amount nearest to the date"),
    "amount.row": ("行の額", "the amount of the row"),
    "date.above": ("上の行の日付", "the date in the line above"),
    "date.as-of": ("時点の日付", "the date as of which it holds"),
    "date.column": ("列の見出しの年度", "the year that heads the column"),
    "date.context": ("前後から補った日付", "a date completed from its context"),
    "date.document": ("文書の日付", "the document's own date"),
    "date.host": ("注の付く行の日付", "the date of the line that the note is on"),
    "date.label": ("行の年度の見出し", "the year that labels the row"),
    "date.own": ("本文の日付", "the date in the words"),
    "date.page": ("同じ頁の時点の日付", "the as-of date on the same page"),
    "law.cited": ("本文が引く法令", "the law that the words cite"),
    "law.measure": ("施策の根拠法", "the Act on which the measure rests"),
    "law.term": ("法律上の用語が指す条", "the provision of a term of law"),
    "measure.before": ("直前の段落が施策を指す", "the passage right before names the measure"),
    "measure.column": ("施策の列", "the measure's column"),
    "measure.document": ("施策の文書への言及", "a document of the measure is named"),
    "measure.heading": ("見出しが施策を指す", "a heading names the measure"),
    "measure.lead-in": ("前書きが施策を指す", "the lead-in names the measure"),
    "measure.passage": ("同じ段落が施策を指す", "the same passage names the measure"),
    "measure.provision": ("施策の条を引く", "a provision of the measure is cited"),
    "measure.remark": ("注が施策を指す", "a remark names the measure"),
    "measure.sentence": ("文が施策を指す", "the sentence names the measure"),
    "measure.title": ("文書の表題が施策を指す", "the document's title names the measure"),
    "ministry.actor": ("主体", "acts"),
    "ministry.addressee": ("相手方", "is addressed"),
    "ministry.charge": ("所管", "is in charge"),
    "ministry.label": ("行の所管の見出し", "the ministry that labels the rows"),
    "ministry.named": ("言及", "is named"),
  ]

  /// The rules of the stage's lexicon, by the part of the name before the first point.
  private static func stage(_ rule: String) -> (ja: String, en: String) {
    let family = rule.split(separator: ".").dropFirst().first.map(String.init) ?? ""
    return switch family {
    case "law": ("法律の成立・公布・施行の語", "words of an Act passed or in force")
    case "order": ("政令・省令・指定の語", "words of an order or designation")
    case "strategy": ("戦略・閣議決定文書の語", "words of a strategy or cabinet decision")
    case "policy": ("基本方針・基本指針の語", "words of a basic policy")
    case "plan": ("計画・方針・指針の語", "words of a plan or guideline")
    case "budget": ("予算・基金の語", "words of budget or funds")
    case "done": ("実施の動詞", "verbs of carrying out")
    case "review": ("点検・報告・検討の語", "words of review or report")
    case "snapshot": ("時点の記述", "a statement as of a date")
    default: (rule, rule)
    }
  }
}
