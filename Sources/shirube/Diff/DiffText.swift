import Citations
import DocumentModel
import Workbench

/// Writes what changed between two versions for reading on a terminal.
///
/// Words that one version has alone stand in `[-…-]` and `{+…+}`, as wdiff writes them.
struct DiffText {
  let calendar: JapaneseCalendar

  /// Adds the two versions, how much changed, and the changes by section.
  func add(_ compared: ComparedDocuments, to page: inout TextPage) {
    let citations = CitationFormatter(calendar: calendar)
    let label = Words.say("旧", "Old")
    page.field(label, citations.source(compared.old), indent: 0, labelWidth: 5)
    page.field(Words.say("新", "New"), citations.source(compared.new), indent: 0, labelWidth: 5)
    for line in DiffWords.summary(compared) { page.paragraph(line, indent: 0, style: .faint) }
    for section in compared.diff.sections where section.isChanged {
      page.blank()
      let told = DiffWords.section(section)
      page.paragraph(
        DiffWords.path(section) + (told.isEmpty ? "" : "  " + told), indent: 0, style: .title)
      for change in section.changes { add(change, to: &page) }
    }
  }

  private func add(_ change: DocumentDiff.Change, to page: inout TextPage) {
    let figures = DiffWords.figures(change)
    page.paragraph(
      DiffWords.kind(change) + (figures.isEmpty ? "" : ": " + figures), indent: 2, style: .label)
    if change.kind == .moved, let old = change.old, let new = change.new {
      page.paragraph(new.text, indent: 4)
      page.paragraph(
        Words.say("旧 \(place(old)) → 新 \(place(new))", "old \(place(old)) → new \(place(new))"),
        indent: 4, style: .faint)
      return
    }
    if let old = change.old { add(old, "- ", ("[-", "-]"), to: &page) }
    if let new = change.new { add(new, "+ ", ("{+", "+}"), to: &page) }
  }

  private func add(
    _ side: DocumentDiff.Side, _ sign: String, _ marks: (String, String), to page: inout TextPage
  ) {
    let text = DiffWords.parts(side).map { $0.isMarked ? marks.0 + $0.text + marks.1 : $0.text }
    page.paragraph(text.joined(), indent: 6, first: "    " + sign)
    page.paragraph(place(side), indent: 6, style: .faint)
  }

  private func place(_ side: DocumentDiff.Side) -> String {
    "\(Words.place(side.location))  \(side.passage)"
  }
}
