/// How binding a document is, from its kind, issuer and title: what ranks higher at equal words.
///
/// See 内閣法 第4条 on decisions of the Cabinet; 本部 and 会議 decide within what it has set.
package enum DocumentAuthority: UInt8, Sendable, CaseIterable, Comparable {
  /// An explanation, a press article, or a document of which nothing is known.
  case reference
  /// A ministry's or agency's own paper: 資料, ガイドライン, 報告書.
  case ministry
  /// A decision or paper of a council: 会議決定, 本部決定, 有識者会議の提言.
  case council
  /// 閣議決定, 閣議了解.
  case cabinet
  /// An Act, an order under it, or a public notice.
  case law

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// Reads what is known of a document; nil for what isn't.
  package init(kind: String?, issuer: String?, title: String?) {
    let kind = kind ?? ""
    let issuer = issuer ?? ""
    // 第6次計画（令和3年3月26日閣議決定）: the bracket at the end of a title tells who decided it.
    let bracket = title.flatMap(Self.lastBracket) ?? ""
    let holds = { (words: [String], texts: [String]) in
      words.contains { word in texts.contains { $0.contains(word) } }
    }
    if Self.lawKinds.contains(kind)
      || Self.lawEndings.contains(where: { (title ?? "").hasSuffix($0) })
    {
      self = .law
    } else if holds(["閣議決定", "閣議了解", "閣議報告"], [kind, issuer, bracket]) || issuer == "内閣" {
      self = .cabinet
    } else if holds(["決定", "決議", "申合せ", "申し合わせ"], [kind, issuer, bracket])
      || holds(["会議", "本部", "審議会", "協議会", "懇談会", "検討会", "調査会", "部会"], [issuer])
    {
      self = .council
    } else if Self.unitEndings.contains(where: { ending in
      issuer.split(whereSeparator: { "・、， \u{3000}".contains($0) }).contains {
        $0.hasSuffix(ending)
      }
    }) {
      self = .ministry
    } else {
      self = .reference
    }
  }

  private static let lawKinds: Set<String> = [
    "法律", "法令", "政令", "省令", "府令", "府省令", "内閣府令", "規則", "告示",
  ]
  private static let lawEndings = ["に関する法律", "の法律", "施行令", "施行規則"]
  /// What the names of ministries, agencies and their institutes end in.
  private static let unitEndings = [
    "省", "庁", "内閣府", "内閣官房", "委員会", "人事院", "会計検査院", "研究所", "機構",
  ]

  private static func lastBracket(_ title: String) -> String? {
    guard title.hasSuffix("）") || title.hasSuffix(")"),
      let open = title.lastIndex(where: { $0 == "（" || $0 == "(" })
    else { return nil }
    return String(title[open...])
  }
}
