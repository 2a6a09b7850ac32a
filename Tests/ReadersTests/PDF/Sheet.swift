import DocumentModel

@testable import Readers

/// A page set line by line, for tests of reading order.
struct Sheet {
  var page: BoxedPage

  init(number: Int = 1, width: Double = 595, height: Double = 842) {
    page = BoxedPage(number: number, width: width, height: height, words: [])
  }

  /// Sets words on one line: `left` and `top` in points, `size` the side of a full square.
  ///
  /// A space parts two words by a quarter of a square; Latin characters are half a square wide.
  mutating func set(_ text: String, at left: Double, _ top: Double, size: Double = 10) {
    var left = left
    for word in text.split(separator: " ") {
      let width = word.unicodeScalars.reduce(0) { $0 + (TextBox.isSquare($1) ? size : size / 2) }
      page.words.append(
        TextBox(
          String(word), PageBox(left: left, top: top, right: left + width, bottom: top + size)))
      left += width + size / 4
    }
  }

  /// Sets lines below each other, `step` points apart.
  mutating func set(
    _ lines: [String], at left: Double, _ top: Double, size: Double = 10, step: Double = 16
  ) {
    for (index, line) in lines.enumerated() {
      set(line, at: left, top + Double(index) * step, size: size)
    }
  }

  /// Sets characters below each other, as vertical writing is boxed.
  mutating func setVertical(_ text: String, at left: Double, _ top: Double, size: Double = 10) {
    page.words.append(
      TextBox(
        text,
        PageBox(
          left: left, top: top, right: left + size,
          bottom: top + size * Double(text.unicodeScalars.count))))
  }
}

/// The lines that a reading gave, each with its mark: `P` a paragraph, `+` its further lines.
func marked(_ text: PDFTextReader.Text) -> [String] {
  let roles = Dictionary(text.marks.map { ($0.line, $0.role) }) { first, _ in first }
  return String(decoding: text.utf8, as: UTF8.self).split(
    separator: "\n", omittingEmptySubsequences: false
  ).enumerated().compactMap { index, line in
    line.allSatisfy(\.isWhitespace)
      ? nil : sign(roles[index + 1]) + " " + line.replacing("\t", with: "|")
  }
}

private func sign(_ role: LineMark.Role?) -> String {
  switch role {
  case nil, .line: "?"
  case .title: "T"
  case .slideTitle: "S"
  case .heading: "H"
  case .item(let indent): "I\(indent)"
  case .row(let table, let isHeader, _): "R\(table)" + (isHeader ? "*" : "")
  case .caption: "C"
  case .note: "N"
  case .furniture: "F"
  case .paragraph: "P"
  case .quotation: "Q"
  case .continuation: "+"
  }
}
