import Citations
import DocumentModel
import Registry
import Workbench

/// Lays out a law's description and text for reading.
struct LawRenderer {
  private let names: LawNames

  init(registry: Registry) { names = LawNames(registry) }

  /// The registry's page of a law whose text isn't held.
  func page(_ law: LawEntry, _ provision: ProvisionPath) -> TextPage {
    var page = TextPage()
    page.paragraph(law.title + LawCitation().text(provision), indent: 0, style: .title)
    describe(law, provision, shown: nil, on: &page)
    return page
  }

  /// The text of a law or provision with its description below.
  func page(_ shown: ShownLaw, entry: LawEntry?) -> TextPage {
    var page = TextPage()
    let label = shown.label.isEmpty ? "" : shown.label + shown.caption
    page.paragraph(
      [shown.title, label].filter { !$0.isEmpty }.joined(separator: "\u{3000}"),
      indent: 0, style: .title)
    if !shown.path.isEmpty {
      page.paragraph(shown.path.joined(separator: " › "), indent: 0, style: .label)
    }
    page.line(Self.version(shown), .label)
    page.blank()
    for line in shown.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let depth = line.prefix { $0 == "\u{3000}" }.count
      if line.isEmpty {
        page.blank()
      } else {
        page.paragraph(String(line.dropFirst(depth)), indent: 2 + depth * 2)
      }
    }
    page.blank()
    relations(of: shown, on: &page)
    if let entry {
      describe(entry, shown.provision, shown: shown, on: &page)
    } else {
      page.field(
        Words.say("法令番号", "Number"), KanjiNumber.arabic(shown.lawNumber), indent: 2,
        labelWidth: 10)
      addresses(of: shown, on: &page)
    }
    held(shown, on: &page)
    return page
  }

  /// 2023-11-17 施行の版（2023-12-01 時点）.
  private static func version(_ shown: ShownLaw) -> String {
    let since = shown.revision?.inForceFrom?.iso8601
    let version =
      since.map { Words.say("\($0) 施行の版", "in force from \($0)") }
      ?? Words.say("施行日のわからない版", "a revision without a day")
    guard let day = shown.asOf?.iso8601 else { return version }
    return version + Words.say("（\(day) 時点）", " (as of \(day))")
  }

  /// What it leaves to orders, and what it fills in itself: by the words of the orders.
  private func relations(of shown: ShownLaw, on page: inout TextPage) {
    for (index, linked) in shown.delegated.enumerated() {
      let own = LawCitation().text(linked.own)
      page.field(
        index == 0 ? Words.say("委任先", "Left to") : "",
        "\(own) → \(names.short(linked.target))\(Self.since(linked))", indent: 2, labelWidth: 10)
      page.paragraph("「\(linked.words)」", indent: 14, style: .faint)
    }
    for (index, linked) in shown.delegating.enumerated() {
      page.field(
        index == 0 ? Words.say("委任元", "Fills in") : "",
        "\(LawCitation().text(linked.own)) ← \(names.short(linked.target))", indent: 2,
        labelWidth: 10)
      page.paragraph("「\(linked.words)」", indent: 14, style: .faint)
    }
  }

  private static func since(_ linked: LinkedProvision) -> String {
    linked.revision?.inForceFrom.map {
      Words.say("（\($0.iso8601) 施行の版）", " (in force from \($0.iso8601))")
    } ?? ""
  }

  /// The held revisions with what their texts show to be missing.
  private func held(_ shown: ShownLaw, on page: inout TextPage) {
    let held = shown.held.map { revision in
      RevisionText.day(revision)
        + (revision == shown.revision ? Words.say("（表示中）", " (shown)") : "")
    }
    page.field(
      Words.say("手元の版", "Held"), held.joined(separator: Words.say("、", ", ")), indent: 2,
      labelWidth: 10)
    for (index, gap) in shown.gaps.enumerated() {
      page.field(
        index == 0 ? Words.say("欠けた版", "Missing") : "", RevisionText.line(gap), indent: 2,
        labelWidth: 10)
    }
  }

  private func addresses(of shown: ShownLaw, on page: inout TextPage) {
    for (label, url) in [
      ("URL", shown.url), (Words.say("版のURL", "Version"), shown.urlDated),
    ] {
      if let url { page.field(label, url, indent: 2, labelWidth: 10) }
    }
  }

  private func describe(
    _ law: LawEntry, _ provision: ProvisionPath, shown: ShownLaw?, on page: inout TextPage
  ) {
    let target = LawTarget(lawID: law.lawID, title: law.title, provision: provision)
    let aliases = law.aliases.filter { $0.kind != .bracket }.map(\.name)
    let fields: [(String, String?)] = [
      (Words.say("法令番号", "Number"), KanjiNumber.arabic(law.lawNumber)),
      (Words.say("略称", "Short"), aliases.joined(separator: Words.say("、", ", "))),
      (Words.say("所管", "Ministry"), ministries(of: law, shown?.competence ?? [])),
      (Words.say("上位法", "Under"), law.parent.map { names.short(facet: $0.rawValue) }),
      (Words.say("法令ID", "LawId"), law.lawID.rawValue),
      ("URL", shown == nil ? LawAddress.current(target) : shown?.url),
      (Words.say("版のURL", "Version"), shown?.urlDated),
      (Words.say("引用形", "Cited as"), shown?.address == nil ? names.first(target) : nil),
    ]
    for case (let label, let value?) in fields where !value.isEmpty {
      page.field(label, value, indent: 2, labelWidth: 10)
    }
  }

  /// 内閣府（内閣府設置法第4条第1項第34号、第4条第3項第27号の3）: each with its evidence.
  private func ministries(of law: LawEntry, _ competence: [Competence]) -> String {
    law.ministries.map { ministry in
      let places = competence.filter { $0.ministry == ministry }.compactMap(\.evidence)
      guard let first = places.first else { return ministry }
      let all = places.map { LawCitation().text($0.provision) }
      return ministry + "（\(first.title)" + all.joined(separator: "、") + "）"
    }.joined(separator: Words.say("、", ", "))
  }
}

extension LinkedProvision {
  /// The other law's provision as a target, by which it is named.
  fileprivate var target: LawTarget {
    LawTarget(lawID: lawID, title: title, provision: provision)
  }
}
