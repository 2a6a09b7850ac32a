import DocumentModel
import Registry
import Workbench

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
        citation.status.map(Self.word) ?? Self.withoutStatus(citation),
        citation.status?.revision?.inForceFrom?.iso8601,
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

  /// Why an article can't be held against a day; nil where no text of the law is held.
  private static func withoutStatus(_ citation: CheckedCitation) -> String? {
    guard citation.day == nil, citation.law.provision.article != nil else { return nil }
    return Words.say("文書の日付なし", "the document has no date")
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
