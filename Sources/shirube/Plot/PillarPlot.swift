import DocumentModel
import PassageIndex
import Workbench

/// Draws where the texts put their weight: a bar a row, cut in the proportion of its pillars.
///
/// The pillars are told apart by pattern, so that the picture reads in print without colour. All
/// positions are whole numbers: equal counts give equal bytes.
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
    var body: [String] = []
    var y = 28
    body.append(text(20, y, title, "font-size=\"17\" font-weight=\"bold\""))
    y += 24
    body += legend(y)
    y += 30
    let whole = CrossedRow(key: "", name: Words.say("全体", "All"), counts: crossed.all)
    body += row(whole, y)
    y += rowHeight
    for (number, group) in PillarTable.groups(crossed).enumerated() where !group.rows.isEmpty {
      y += 22
      let shown = group.rows.largest(number == 0 ? documentLimit : limit)
      let rest = group.rows.count - shown.count
      let more = rest > 0 ? Words.say("（ほか\(rest)）", " (and \(rest) more)") : ""
      body.append(text(20, y, group.title + more, "font-size=\"14\" font-weight=\"bold\""))
      y += 8
      for entry in shown {
        body += row(entry, y)
        y += rowHeight
      }
    }
    y += 14
    for line in noteLines {
      y += 16
      body.append(text(20, y, line, "font-size=\"11\""))
    }
    return (head(title, height: y + 20) + body + ["</svg>"]).joined(separator: "\n")
  }

  private func head(_ title: String, height: Int) -> [String] {
    [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" xml:lang="\(Console.language.rawValue)" \
      font-family="'Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', Meiryo, \
      sans-serif" font-size="12" fill="#000">
      """,
      "<title>\(Self.escaped(title))</title>", "<desc>\(Self.escaped(PillarTable.note))</desc>",
      "<defs>",
      """
      <pattern id="know" width="6" height="6" patternUnits="userSpaceOnUse">\
      <rect width="6" height="6" fill="#fff"/><circle cx="3" cy="3" r="1.2"/></pattern>
      """,
      """
      <pattern id="nurture" width="6" height="6" patternUnits="userSpaceOnUse">\
      <rect width="6" height="6" fill="#fff"/>\
      <path d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" stroke="#000" stroke-width="1.2"/></pattern>
      """,
      "</defs>", "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fff\"/>",
    ]
  }

  /// The parts of a bar in the order they are drawn.
  private func parts(_ counts: PillarCounts) -> [(name: String, fill: String, count: Int)] {
    [
      (Words.pillar(.know), "url(#know)", counts.know),
      (Words.pillar(.nurture), "url(#nurture)", counts.nurture),
      (Words.pillar(.protect), "#000", counts.protect),
      (Words.say("なし", "none"), "#fff", counts.none),
    ]
  }

  private func legend(_ y: Int) -> [String] {
    var lines: [String] = []
    var x = barStart
    for part in parts(PillarCounts()) {
      lines.append(box(x, y - 12, 24, 14, part.fill))
      lines.append(text(x + 30, y, part.name))
      x += 44 + 7 * DisplayWidth.columns(part.name) + 16
    }
    return lines
  }

  private func row(_ row: CrossedRow, _ y: Int) -> [String] {
    let parts = parts(row.counts)
    let sum = parts.reduce(0) { $0 + $1.count }
    let told = parts.map { "\($0.name) \($0.count)" }.joined(separator: Words.say("、", ", "))
    var lines = ["<g><title>\(Self.escaped("\(row.name): \(told)"))</title>"]
    let base = y + 13
    let short = DisplayWidth.shortened(Self.oneLine(row.name), to: 44)
    lines.append(text(labelEnd, base, short, "text-anchor=\"end\""))
    var before = 0
    for part in parts where part.count > 0 {
      // Ends are rounded, not widths, so that the parts fill the bar.
      let start = before * barWidth / sum
      before += part.count
      let size = before * barWidth / sum - start
      lines.append(box(barStart + start, y, size, barHeight, part.fill))
      lines += number(part.count, barStart + start, size, y, onBlack: part.fill == "#000")
    }
    let total = Words.say("\(row.counts.total)段落", "\(row.counts.total)")
    lines.append(text(barStart + barWidth + 8, base, total))
    lines.append("</g>")
    return lines
  }

  /// The count in the middle of its part, on white where the part has a pattern; nothing where the
  /// part is too narrow.
  private func number(_ count: Int, _ x: Int, _ size: Int, _ y: Int, onBlack: Bool) -> [String] {
    let room = 7 * String(count).count + 4
    guard size >= room + 4 else { return [] }
    let middle = x + size / 2
    let words = text(
      middle, y + 12, "\(count)",
      "text-anchor=\"middle\" font-size=\"11\"" + (onBlack ? " fill=\"#fff\"" : ""))
    if onBlack { return [words] }
    let back =
      "<rect x=\"\(middle - room / 2)\" y=\"\(y + 2)\" width=\"\(room)\" height=\"12\" fill=\"#fff\"/>"
    return [back, words]
  }

  private func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ fill: String) -> String {
    "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(fill)\" "
      + "stroke=\"#000\"/>"
  }

  private func text(_ x: Int, _ y: Int, _ words: String, _ attributes: String = "") -> String {
    let more = attributes.isEmpty ? "" : " " + attributes
    return "<text x=\"\(x)\" y=\"\(y)\"\(more)>\(Self.escaped(words))</text>"
  }

  private var noteLines: [String] {
    let scalars = Array(PillarTable.note.unicodeScalars)
    return TextWrapper(width: 140).lines(of: scalars).map {
      var line = String.UnicodeScalarView()
      line.append(contentsOf: scalars[$0])
      return String(line)
    }
  }

  private static func oneLine(_ text: String) -> String {
    Printable.safe(text).replacing("\n", with: " ")
  }

  /// Returns text that can stand in XML: marks escaped, control characters shown.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in oneLine(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      // The two code points of the basic plane that XML doesn't take.
      case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
