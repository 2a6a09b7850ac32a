import Citations
import DocumentModel
import Workbench

/// Writes what changed between two versions as 新旧対照表: the newer text on the left, the older on the
/// right, changed words marked, each with its place.
///
/// Marks are the elements `ins` and `del`, since `**` next to Japanese punctuation isn't read as a
/// mark (CommonMark, 6.2 Emphasis: delimiter runs).
struct DiffMarkdown {
  let calendar: JapaneseCalendar

  /// Returns the table as a document, a table to a section.
  func table(_ compared: ComparedDocuments) -> String {
    let citations = CitationFormatter(calendar: calendar)
    var lines = [
      "# " + Words.say("新旧対照表", "Comparison of versions"), "",
      "- " + Words.say("新: ", "New: ") + escaped(citations.source(compared.new))
        + "（`\(compared.new.id)`）",
      "- " + Words.say("旧: ", "Old: ") + escaped(citations.source(compared.old))
        + "（`\(compared.old.id)`）",
    ]
    lines += DiffWords.summary(compared).map { "- " + $0 }
    for section in compared.diff.sections where section.isChanged {
      let told = DiffWords.section(section)
      lines += ["", "## " + escaped(DiffWords.path(section)) + escaped(told)]
      guard !section.changes.isEmpty else { continue }
      lines += [
        "", Words.say("| 新 | 旧 | 区分 |", "| New | Old | Change |"), "|---|---|---|",
      ]
      for change in section.changes {
        let figures = DiffWords.figures(change)
        let kind = DiffWords.kind(change) + (figures.isEmpty ? "" : "<br>" + cell(figures))
        lines.append(
          "| \(side(change.new, "ins")) | \(side(change.old, "del")) | \(kind) |")
      }
    }
    return lines.joined(separator: "\n")
  }

  private func side(_ side: DocumentDiff.Side?, _ mark: String) -> String {
    guard let side else { return Words.say("（なし）", "(none)") }
    let text = DiffWords.parts(side).map {
      $0.isMarked ? "<\(mark)>\(cell($0.text))</\(mark)>" : cell($0.text)
    }
    return text.joined() + "<br>〔\(Words.place(side.location))　`\(side.passage)`〕"
  }

  /// Returns text for one cell: no line ends, no bars.
  private func cell(_ text: String) -> String {
    escaped(DiffWords.oneLine(text)).replacing("|", with: "\\|")
  }

  /// Nothing here stands at the start of a line.
  private func escaped(_ text: String) -> String {
    MarkdownWriter.escaped(Printable.safe(text), isAtStart: false)
  }
}
