import DocumentModel
import Workbench

/// The words of printed results in the language in use.
enum Words {
  static func say(_ ja: String, _ en: String) -> String { Console.say(ja, en) }

  /// 知る, 育てる, 守る.
  static func pillar(_ pillar: Pillar) -> String {
    switch pillar {
    case .know: say("知る", "know")
    case .nurture: say("育てる", "nurture")
    case .protect: say("守る", "protect")
    }
  }

  /// Pillars in order of weight: 守る・知る; 柱なし where there is none.
  static func pillars(_ pillars: [Pillar]) -> String {
    pillars.isEmpty
      ? say("柱なし", "no pillar") : pillars.map(pillar).joined(separator: say("・", ", "))
  }

  /// The mark before a section's path, 〔守る〕, or 〔守る：人の判断〕; empty for a section that belongs to
  /// none by itself.
  static func key(_ assignment: PillarAssignment) -> String {
    if assignment.basis == .decided {
      let pillars = pillars(assignment.pillars)
      return say("〔\(pillars)：人の判断〕", "[\(pillars): decided] ")
    }
    guard !assignment.pillars.isEmpty else { return "" }
    return say("〔\(pillars(assignment.pillars))〕", "[\(pillars(assignment.pillars))] ")
  }

  /// Who decided, when and why.
  static func ruling(_ ruling: PillarRuling) -> String {
    say(
      "\(ruling.by)の判断（\(ruling.day.iso8601)）: \(ruling.why)",
      "Decided by \(ruling.by) on \(ruling.day.iso8601): \(ruling.why)")
  }

  /// What the text alone had given.
  static func found(_ ruling: PillarRuling) -> String {
    let found = "\(pillars(ruling.foundPillars))"
    return say(
      "本文からの判定: \(found)（\(basis(ruling.foundBasis))）",
      "From the text: \(found) (\(basis(ruling.foundBasis)))")
  }

  static func style(of pillar: Pillar) -> TextStyle {
    switch pillar {
    case .know: .know
    case .nurture: .nurture
    case .protect: .protect
    }
  }

  static func basis(_ basis: PillarBasis) -> String {
    switch basis {
    case .explicit: say("明示", "explicit")
    case .implied: say("内容から", "implied")
    case .none: say("該当なし", "none")
    case .decided: say("人の判断", "decided")
    }
  }

  /// Where an inherited relation comes from; empty for the passage's own.
  static func origin(_ origin: RelationOrigin) -> String {
    switch origin {
    case .passage: ""
    case .heading: say("（見出しより）", " (from the heading)")
    case .section: say("（節より）", " (from the section)")
    case .concept: say("（法律上の用語より）", " (from a term of law)")
    case .document: say("（文書より）", " (from the document)")
    }
  }

  static func linkBasis(_ basis: LinkBasis) -> String {
    switch basis {
    case .explicit: say("明示", "explicit")
    case .declared: say("定義（以下「…」という）", "declared short name")
    case .antecedent: say("前の語を受ける", "antecedent")
    case .document: say("文書から", "document")
    case .concept: say("法律上の用語", "term of law")
    }
  }

  static func dateRole(_ role: DateRole) -> String {
    switch role {
    case .decided: say("決定の日", "decided")
    case .promulgated: say("公布の日", "promulgated")
    case .inForce: say("施行の日", "in force")
    case .deadline: say("期限", "deadline")
    case .target: say("目標", "target")
    case .asOf: say("時点", "as of")
    case .event: say("出来事の日", "event")
    }
  }

  static func kind(_ kind: LinkKind) -> String {
    switch kind {
    case .law: say("法令", "law")
    case .document: say("文書", "document")
    case .ministry: say("府省庁", "ministry")
    case .org: say("機関", "body")
    case .date: say("日付", "date")
    }
  }

  static func stage(_ stage: TraceStage) -> String {
    switch stage {
    case .strategy: say("戦略", "strategy")
    case .law: say("法律", "law")
    case .basicPolicy: say("基本方針", "basic policy")
    case .cabinetOrder: say("政令", "cabinet order")
    case .ministerialOrder: say("省令・告示", "ministerial order")
    case .plan: say("計画", "plan")
    case .budget: say("予算", "budget")
    case .implementation: say("実施", "implementation")
    case .followUp: say("フォローアップ", "follow-up")
    }
  }

  /// The title over the gaps of a trace.
  static var gapTitle: String {
    say(
      "収録文書に見当たらないもの（行われていないという意味ではない）",
      "Not found in the corpus (which is not to say that it was not done)")
  }

  /// 所管, 主体: what a ministry has to do with a step.
  static func role(_ role: MinistryRole?) -> String {
    switch role {
    case .actor: say("主体", "acting")
    case .charge: say("所管", "in charge")
    case .addressee: say("相手方", "addressed")
    case .named, nil: say("府省庁", "ministry")
    }
  }

  /// 段階: 政令・省令・指定の語「政令 閣議決定」: the rule behind a part of a step.
  static func reason(_ reason: TraceReason) -> String {
    let subject =
      switch reason.subject {
      case .measure: say("施策", "measure")
      case .date: say("日付", "date")
      case .stage: say("段階", "stage")
      case .law: say("根拠法令", "law")
      case .ministry: say("府省庁", "ministry")
      case .amount: say("金額", "amount")
      }
    let names = TraceRuleNames.names(reason.rule)
    let words = reason.words.isEmpty ? "" : say("「\(reason.words)」", " “\(reason.words)”")
    return say("\(subject): \(names.ja)\(words)", "\(subject): \(names.en)\(words)")
      + " [\(reason.rule)]"
  }

  /// 実績, 予定, 時点.
  static func status(_ status: StepStatus) -> String {
    switch status {
    case .done: say("実績", "done")
    case .planned: say("予定", "planned")
    case .asOf: say("時点", "as of")
    }
  }

  /// The season that an EDTF date numbers 21 to 24, or nil.
  static func season(_ number: Int) -> String? {
    let names = [
      21: say("春", "spring"), 22: say("夏", "summer"), 23: say("秋", "autumn"),
      24: say("冬", "winter"),
    ]
    return names[number]
  }

  static func origin(_ origin: DocumentMetadata.Origin) -> String {
    switch origin {
    case .given: say("記載", "given")
    case .inferred: say("本文から推定", "inferred")
    case .decided: say("人の判断", "decided")
    }
  }

  static func repair(_ rule: RepairRule) -> String {
    let names = RepairNames.names(rule)
    return say(names.ja, names.en)
  }

  /// Page and lines of a document, with a word where OCR read them: 4頁 20–23行（OCR）.
  static func place(_ location: Location, of document: DocumentRecord) -> String {
    place(location) + (document.isRecognized(location) ? say("（OCR）", " (OCR)") : "")
  }

  /// Page and lines: 4頁 20–23行.
  static func place(_ location: Location) -> String {
    let lines =
      location.line == location.lineEnd
      ? "\(location.line)" : "\(location.line)–\(location.lineEnd)"
    if Console.language == .ja {
      return (location.page.map { "\($0)頁 " } ?? "") + lines + "行"
    }
    return (location.page.map { "p. \($0), " } ?? "")
      + (location.line == location.lineEnd ? "line " : "lines ") + lines
  }
}
