import DocumentModel
import Workbench

/// Lines of a result in the making: indented, wrapped and painted.
struct TextPage {
  let painter: Painter
  /// The columns of a line.
  let width: Int
  private(set) var lines: [String] = []

  init(isColoured: Bool = Console.isColoured, width: Int = Console.width) {
    painter = Painter(isColoured: isColoured)
    self.width = min(max(width, 40), 100)
  }

  /// Adds a blank line, but never two.
  mutating func blank() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// Adds a line as it is.
  mutating func line(_ text: String, _ style: TextStyle = .plain) {
    lines.append(painter.paint(Printable.safe(text), style))
  }

  /// Adds text wrapped under an indent.
  ///
  /// `first` begins the first line in the place of the indent; `marks` are matched characters, in
  /// code points of `text`.
  mutating func paragraph(
    _ text: String, indent: Int, first: String = "", style: TextStyle = .plain,
    marks: [Range<Int>] = []
  ) {
    let safe = Array(Printable.safe(text).unicodeScalars)
    // Marks count in the text as given; where making it safe changed its length they are left out.
    let marks = safe.count == text.unicodeScalars.count ? marks : []
    let margin = String(repeating: " ", count: indent)
    let wrapped = TextWrapper(width: width - indent).lines(of: safe)
    if wrapped.isEmpty, !first.isEmpty { lines.append(first) }
    for (number, range) in wrapped.enumerated() {
      let head = number == 0 && !first.isEmpty ? first : margin
      lines.append(head + painted(safe, range, marks, style))
    }
  }

  /// Adds an address on a line of its own, never broken, so that it can be copied.
  mutating func address(_ url: String, indent: Int) {
    lines.append(
      String(repeating: " ", count: indent) + painter.paint(Printable.safe(url), .faint))
  }

  /// Adds `label  text`, the text wrapped beside the label.
  mutating func field(_ label: String, _ text: String, indent: Int, labelWidth: Int) {
    let head =
      String(repeating: " ", count: indent)
      + painter.paint(DisplayWidth.padded(label, to: labelWidth), .label)
    paragraph(text, indent: indent + labelWidth, first: head)
  }

  private func painted(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, _ marks: [Range<Int>], _ style: TextStyle
  ) -> String {
    var out = ""
    var place = range.lowerBound
    for mark in marks where mark.overlaps(range) {
      let cut = mark.clamped(to: range)
      guard cut.lowerBound >= place else { continue }
      out += painter.paint(string(scalars, place..<cut.lowerBound), style)
      out += painter.paint(string(scalars, cut), .match)
      place = cut.upperBound
    }
    return out + painter.paint(string(scalars, place..<range.upperBound), style)
  }

  private func string(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// Prints all lines.
  func print(to printer: ResultPrinter) throws {
    for line in lines {
      if painter.isColoured { try printer.painted(line) } else { try printer.line(line) }
    }
  }
}
