import Citations
import DocumentModel
import PassageIndex
import Workbench

/// Writes what a passage relates to as short labelled lines.
struct RelationText {
  let laws: LawNames
  let calendar: JapaneseCalendar
  /// How many of each kind are shown; the rest are counted.
  var limit = 4
  /// How the laws stood on their documents' days, where their texts are held.
  var versions = CitedVersions.none

  /// Adds 根拠法令, 所管 and 日付 of a passage; a kind without any has no line.
  func add(_ record: PassageRecord, to page: inout TextPage, indent: Int, labelWidth: Int) {
    let relations = record.relations
    let kinds = [
      (Words.say("根拠法令", "Law"), relations.laws),
      (Words.say("所管", "Ministry"), relations.ministries),
      (Words.say("日付", "Date"), relations.dates),
    ]
    for (label, relations) in kinds where !relations.isEmpty {
      page.field(
        label, line(relations, in: record.document), indent: indent, labelWidth: labelWidth)
    }
  }

  /// Joins relations, the passage's own first; each origin is told once, after its last member.
  private func line(_ relations: [Relation], in document: DocumentRecord) -> String {
    var seen: Set<String> = []
    let distinct = relations.filter { seen.insert(text($0.target)).inserted }
    var line = ""
    for (i, relation) in distinct.prefix(limit).enumerated() {
      if i > 0 { line += Words.say("、", ", ") }
      line += text(relation.target)
      if case .law(let law) = relation.target, let version = versions[law, document] {
        line += VersionText.mark(version) ?? ""
      }
      let isLastOfOrigin =
        i + 1 == min(limit, distinct.count) || distinct[i + 1].origin != relation.origin
      if isLastOfOrigin { line += Words.origin(relation.origin) }
    }
    let rest = distinct.count - limit
    if rest > 0 { line += Words.say(" ほか\(rest)件", " and \(rest) more") }
    return line
  }

  /// Returns a target as a reader knows it.
  func text(_ target: LinkTarget) -> String {
    switch target {
    case .law(let law): laws.short(law)
    case .document(let title): title
    case .ministry(let body), .org(let body): body.value
    case .date(let date):
      self.date(date.value) + (date.isApproximate ? Words.say("頃", " (about)") : "")
    }
  }

  /// Returns what a target says beside its name: a date's anchor and role, a unit's place and
  /// successor, a law of another state; empty where there is nothing.
  func details(_ target: LinkTarget) -> String {
    var details: [String] = []
    switch target {
    case .law(let law):
      if law.isForeign {
        details.append(Words.say("外国の法令", "a foreign law"))
      } else if law.lawID == nil {
        details.append(Words.say("法令IDは不明", "LawId not known"))
      }
    case .document:
      break
    case .ministry(let unit), .org(let unit):
      if let parent = unit.parent { details.append(Words.say("上位: ", "part of: ") + parent) }
      if let successor = unit.successor {
        details.append(Words.say("現在: ", "today: ") + successor)
      }
    case .date(let date):
      if let anchor = date.anchor {
        details.append(Words.say("起点: ", "counted from: ") + self.date(anchor))
      }
      if let role = date.role { details.append(Words.dateRole(role)) }
    }
    return details.joined(separator: Words.say("、", ", "))
  }

  /// Returns a date in the calendar of the language.
  func date(_ date: EDTF) -> String {
    Console.language == .ja ? calendar.text(date) : date.rawValue
  }
}
