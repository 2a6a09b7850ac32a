import DocumentModel
import PassageIndex
import Workbench

/// Draws where the texts put their weight: a bar a row, cut in the proportion of its pillars.
///
/// The pillars are told apart by pattern, so that the picture reads in print without colour.
///
/// See SVG 1.1, 13 Gradients and patterns.
struct PillarPlot {
  /// Pixels.
  private let width = 960
  private let labelEnd = 330
  private let barStart = 340
  private let barWidth = 500
  private let barHeight = 16
  private let rowHeight = 24

  /// How many rows of documents, and of each other kind, are drawn.
  private let documentLimit = 40
  private let limit = 15

  /// Returns the picture as SVG in UTF-8, its last line without a line end.
  func draw(_ crossed: CrossedPillars) -> String {
    let title = Words.say("柱ごとの段落の割合", "Passages by pillar")
    var picture = SVGPicture(width: width)
    var y = 28
    picture.text(20, y, title, .init(size: 17, isBold: true))
    y += 24
    addLegend(y, to: &picture)
    y += 30
    let whole = CrossedRow(key: "", name: Words.say("全体", "All"), counts: crossed.all)
    add(whole, y, to: &picture)
    y += rowHeight
    for (number, group) in PillarTable.groups(crossed).enumerated() where !group.rows.isEmpty {
      y += 22
      let shown = group.rows.largest(number == 0 ? documentLimit : limit)
      let rest = group.rows.count - shown.count
      let more = rest > 0 ? Words.say("（ほか\(rest)）", " (and \(rest) more)") : ""
      picture.text(20, y, group.title + more, .init(size: 14, isBold: true))
      y += 8
      for entry in shown {
        add(entry, y, to: &picture)
        y += rowHeight
      }
    }
    y += 14
    for line in SVGPicture.lines(of: PillarTable.note, width: width - 40, size: 11) {
      y += 16
      picture.text(20, y, line, .init(size: 11))
    }
    return picture.document(
      title: title, description: PillarTable.note, language: Console.language.rawValue,
      height: y + 20, patterns: patterns)
  }

  private let patterns = [
    """
    <pattern id="know" width="6" height="6" patternUnits="userSpaceOnUse">\
    <rect width="6" height="6" fill="#fff"/><circle cx="3" cy="3" r="1.2"/></pattern>
    """,
    """
    <pattern id="nurture" width="6" height="6" patternUnits="userSpaceOnUse">\
    <rect width="6" height="6" fill="#fff"/>\
    <path d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" stroke="#000" stroke-width="1.2"/></pattern>
    """,
  ]

  /// The parts of a bar in the order they are drawn.
  private func parts(_ counts: PillarCounts) -> [(name: String, fill: String, count: Int)] {
    [
      (Words.pillar(.know), "url(#know)", counts.know),
      (Words.pillar(.nurture), "url(#nurture)", counts.nurture),
      (Words.pillar(.protect), "#000", counts.protect),
      (Words.say("なし", "none"), "#fff", counts.none),
    ]
  }

  private func addLegend(_ y: Int, to picture: inout SVGPicture) {
    var x = barStart
    for part in parts(PillarCounts()) {
      picture.box(x, y - 12, 24, 14, fill: part.fill)
      picture.text(x + 30, y, part.name)
      x += 44 + 7 * DisplayWidth.columns(part.name) + 16
    }
  }

  private func add(_ row: CrossedRow, _ y: Int, to picture: inout SVGPicture) {
    let parts = parts(row.counts)
    let sum = parts.reduce(0) { $0 + $1.count }
    let told = parts.map { "\($0.name) \($0.count)" }.joined(separator: Words.say("、", ", "))
    picture.group("\(row.name): \(told)") { picture in
      let base = y + 13
      let name = SVGPicture.lines(of: row.name, width: labelEnd - 20, limit: 1).first ?? ""
      picture.text(labelEnd, base, name, .init(anchor: .end))
      var before = 0
      for part in parts where part.count > 0 {
        // Ends are rounded, not widths, so that the parts fill the bar.
        let start = before * barWidth / sum
        before += part.count
        let size = before * barWidth / sum - start
        picture.box(barStart + start, y, size, barHeight, fill: part.fill)
        addNumber(
          part.count, barStart + start, size, y, onBlack: part.fill == "#000", to: &picture)
      }
      let total = Words.say("\(row.counts.total)段落", "\(row.counts.total)")
      picture.text(barStart + barWidth + 8, base, total)
    }
  }

  /// The count in the middle of its part, on white where the part has a pattern; nothing where the
  /// part is too narrow.
  private func addNumber(
    _ count: Int, _ x: Int, _ size: Int, _ y: Int, onBlack: Bool, to picture: inout SVGPicture
  ) {
    let room = 7 * String(count).count + 4
    guard size >= room + 4 else { return }
    let middle = x + size / 2
    if !onBlack { picture.box(middle - room / 2, y + 2, room, 12, fill: "#fff", stroke: nil) }
    picture.text(
      middle, y + 12, "\(count)",
      .init(size: 11, anchor: .middle, fill: onBlack ? "#fff" : nil))
  }
}
