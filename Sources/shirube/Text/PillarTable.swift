import DocumentModel
import PassageIndex
import Workbench

/// Writes passages by pillar as tables that line up.
struct PillarTable {
  /// How many rows of each kind are shown; the rest are counted.
  private let limit = 15

  /// Returns a table each for documents, ministries, laws and years, under the whole.
  func page(_ crossed: CrossedPillars) -> TextPage {
    var page = TextPage()
    let whole = CrossedRow(key: "", name: Words.say("全体", "All"), counts: crossed.all)
    // One width for all tables, so that the columns stand under each other.
    let groups = Self.groups(crossed)
    let shown = [whole] + groups.flatMap { $0.rows.largest(limit) }
    let widest = shown.map { DisplayWidth.columns(Printable.safe($0.name)) }.max() ?? 0
    let names = min(widest, max(20, page.width - 44))
    page.line(line(Words.say("段落の数", "Passages"), header, names: names), .title)
    page.line(line(whole.name, cells(whole.counts), names: names))
    for group in groups where !group.rows.isEmpty {
      page.blank()
      page.line(group.title, .title)
      for row in group.rows.largest(limit) {
        page.line(line(row.name, cells(row.counts), names: names))
      }
      if group.rows.count > limit {
        let rest = group.rows.count - limit
        page.line(Words.say("  ほか\(rest)", "  and \(rest) more"), .faint)
      }
    }
    page.blank()
    page.paragraph(Self.note, indent: 0, style: .faint)
    return page
  }

  /// What the numbers count.
  static var note: String {
    Words.say(
      "柱が二つ以上ある節の段落は、それぞれの柱に数える。計は段落の数。府省庁・法令・年は、段落・見出し・節が直接示すものに限る。",
      "A passage of a section with several pillars counts under each; the total counts it once. "
        + "Ministries, laws and years are those that the passage, its heading or its section names."
    )
  }

  /// The kinds of rows with their titles.
  static func groups(_ crossed: CrossedPillars) -> [(title: String, rows: [CrossedRow])] {
    [
      (Words.say("文書", "Documents"), crossed.documents),
      (Words.say("府省庁", "Ministries"), crossed.ministries),
      (Words.say("法令", "Laws"), crossed.laws), (Words.say("年", "Years"), crossed.years),
    ]
  }

  private var header: [String] {
    [
      Words.pillar(.know), Words.pillar(.nurture), Words.pillar(.protect),
      Words.say("なし", "none"), Words.say("計", "total"),
    ]
  }

  private func cells(_ counts: PillarCounts) -> [String] {
    [counts.know, counts.nurture, counts.protect, counts.none, counts.total].map(String.init)
  }

  /// A name and numbers that end under each other.
  private func line(_ name: String, _ cells: [String], names: Int) -> String {
    let short = DisplayWidth.shortened(Printable.safe(name), to: names)
    return cells.reduce(DisplayWidth.padded(short, to: names)) { line, cell in
      line + String(repeating: " ", count: max(1, 8 - DisplayWidth.columns(cell))) + cell
    }
  }
}
