import DocumentModel
import Workbench

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
