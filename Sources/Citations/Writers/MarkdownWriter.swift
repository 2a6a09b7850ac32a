/// Writes a paper as Markdown: block quotes, footnotes, tables.
package struct MarkdownWriter: Sendable {
  package init() {}

  /// Returns the text, without a line end at its end.
  package func write(_ paper: CitedDocument) -> String {
    var parts: [String] = []
    if let title = paper.title { parts.append("# " + Self.escaped(title)) }
    parts += paper.blocks.map(block)
    parts += paper.notes.enumerated().map { "[^\($0 + 1)]: " + inline($1) }
    return parts.joined(separator: "\n\n")
  }

  private func block(_ block: CitedDocument.Block) -> String {
    switch block {
    case .heading(let level, let title):
      String(repeating: "#", count: level + 1) + " " + Self.escaped(title)
    case .paragraph(let line), .source(let line): inline(line)
    case .quotation(let lines): lines.map { "> " + inline($0) }.joined(separator: "\n")
    case .remark(let text): "*" + Self.escaped(text) + "*"
    case .list(let items): items.map { "- " + inline($0) }.joined(separator: "\n")
    case .table(let header, let rows):
      ([row(header.map { [.text($0)] }), "|" + String(repeating: "---|", count: header.count)]
        + rows.map(row)).joined(separator: "\n")
    }
  }

  private func row(_ cells: [[CitedDocument.Inline]]) -> String {
    "| " + cells.map { inline($0).replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }

  private func inline(_ parts: [CitedDocument.Inline]) -> String {
    // Marks count only at the start of a line, so the line is escaped as a whole.
    var line = ""
    for part in parts {
      switch part {
      case .text(let text): line += Self.escaped(text, isAtStart: line.isEmpty)
      case .emphasis(let text): line += "**" + Self.escaped(text, isAtStart: false) + "**"
      case .note(let number): line += "[^\(number)]"
      case .lineBreak: line += "<br>"
      }
    }
    return line
  }

  /// Escapes the characters that Markdown would take for marks, so that the words read back are
  /// those of the source.
  package static func escaped(_ line: String, isAtStart: Bool = true) -> String {
    var escaped = ""
    var isStart = isAtStart
    var isNumber = isAtStart
    for character in line {
      let isOpening = isStart && "#>-+|".contains(character)
      let isOrdinal = !isStart && isNumber && (character == "." || character == ")")
      if "\\`*_[]<".contains(character) || isOpening || isOrdinal { escaped.append("\\") }
      escaped.append(character)
      isNumber = isNumber && character.isASCII && character.isNumber
      if character != " " { isStart = false }
    }
    return escaped
  }
}
