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
    describe(law, provision, revision: nil, on: &page)
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
    if let entry { describe(entry, shown.provision, revision: shown.revision, on: &page) }
    let held = shown.held.map { revision in
      (revision.inForceFrom?.iso8601 ?? Words.say("日付なし", "undated"))
        + (revision == shown.revision ? Words.say("（表示中）", " (shown)") : "")
    }
    page.field(
      Words.say("手元の版", "Held"), held.joined(separator: Words.say("、", ", ")), indent: 2,
      labelWidth: 10)
    return page
  }

  private func describe(
    _ law: LawEntry, _ provision: ProvisionPath, revision: LawRevisionID?, on page: inout TextPage
  ) {
    let target = LawTarget(lawID: law.lawID, title: law.title, provision: provision)
    let aliases = law.aliases.filter { $0.kind != .bracket }.map(\.name)
    let fields: [(String, String?)] = [
      (Words.say("法令番号", "Number"), KanjiNumber.arabic(law.lawNumber)),
      (Words.say("略称", "Short"), aliases.joined(separator: Words.say("、", ", "))),
      (Words.say("所管", "Ministry"), law.ministries.joined(separator: Words.say("、", ", "))),
      (Words.say("上位法", "Under"), law.parent.map { names.short(facet: $0.rawValue) }),
      (Words.say("法令ID", "LawId"), law.lawID.rawValue),
      ("URL", LawAddress.current(target)),
      (Words.say("版のURL", "Version"), revision.flatMap { LawAddress.dated($0, provision) }),
      (Words.say("引用形", "Cited as"), names.first(target)),
    ]
    for case (let label, let value?) in fields where !value.isEmpty {
      page.field(label, value, indent: 2, labelWidth: 10)
    }
  }
}

/// Lays out the differences of two revisions, an article at a time.
struct LawDiffRenderer {
  func page(_ diff: LawDiff, title: String) -> TextPage {
    var page = TextPage()
    page.paragraph(title, indent: 0, style: .title)
    page.line("\(diff.older.rawValue) → \(diff.newer.rawValue)", .label)
    if diff.changes.isEmpty {
      page.line(Words.say("違いはありません。", "No article differs."))
    }
    for change in diff.changes {
      page.blank()
      let article = change.to ?? change.from
      page.line("\(Self.word(change.kind))  \(article?.label ?? "")\(article?.caption ?? "")")
      if change.kind == .moved {
        page.paragraph(
          "\(change.from?.label ?? "") → \(change.to?.label ?? "")", indent: 4)
        continue
      }
      let before = Self.lines(change.from)
      let after = Self.lines(change.to)
      // Both lists stand in the order of the text: what went, then what came.
      let difference = after.difference(from: before)
      for case .remove(_, let line, _) in difference.removals {
        page.paragraph(line, indent: 6, first: "    - ")
      }
      for case .insert(_, let line, _) in difference.insertions {
        page.paragraph(line, indent: 6, first: "    + ")
      }
    }
    return page
  }

  private static func lines(_ article: LawArticle?) -> [String] {
    (article?.text ?? "").split(separator: "\n").map { String($0.drop { $0 == "\u{3000}" }) }
  }

  private static func word(_ kind: ArticleChange.Kind) -> String {
    switch kind {
    case .added: Words.say("新設", "added")
    case .removed: Words.say("削除", "removed")
    case .changed: Words.say("改正", "changed")
    case .moved: Words.say("移動", "moved")
    }
  }
}

/// Lays out citations of laws under their documents.
struct LawCitationsRenderer {
  private let names: LawNames

  init(registry: Registry) { names = LawNames(registry) }

  func page(_ citations: [CheckedCitation]) -> TextPage {
    var page = TextPage()
    var document: DocumentID?
    for citation in citations {
      let record = citation.record
      if record.document.id != document {
        document = record.document.id
        page.blank()
        let title = record.document.metadata.title?.value ?? record.document.source
        let date = record.document.metadata.date?.value ?? Words.say("日付なし", "undated")
        page.paragraph("\(title)（\(date)）", indent: 0, style: .title)
      }
      let place = Words.say(
        "\(citation.link.location.line)行", "line \(citation.link.location.line)")
      let tail = [
        citation.status.map(Self.word), citation.status?.revision?.inForceFrom?.iso8601,
        citation.link.basis == .explicit ? nil : citation.link.basis.rawValue,
      ].compactMap { $0 }
      page.paragraph(
        "\(place)  \(names.short(citation.law))"
          + (tail.isEmpty ? "" : "  [\(tail.joined(separator: " "))]"), indent: 2)
      page.paragraph(record.passage.text, indent: 6)
      page.paragraph(record.passage.id.rawValue, indent: 6, style: .label)
    }
    return page
  }

  private static func word(_ status: ProvisionStatus) -> String {
    switch status {
    case .inForce: Words.say("施行中", "in force")
    case .notYetInForce: Words.say("公布済み・未施行", "not yet in force")
    case .notYetEnacted: Words.say("未制定", "not yet enacted")
    case .removed: Words.say("削除済み", "removed")
    case .unknown: Words.say("当時の版なし", "no revision of that time")
    case .noSuchProvision: Words.say("該当条なし", "no such provision")
    }
  }
}
