/// Writes a paper as plain text for a mail or a form: quotations set in, notes at the end.
package struct PlainTextWriter: Sendable {
  package init() {}

  /// Returns the text, without a line end at its end.
  package func write(_ paper: CitedDocument) -> String {
    var parts: [String] = []
    if let title = paper.title { parts.append(title) }
    parts += paper.blocks.map(block)
    if !paper.notes.isEmpty {
      parts.append(
        paper.notes.enumerated().map { "注\($0 + 1)　" + inline($1) }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  private func block(_ block: CitedDocument.Block) -> String {
    switch block {
    case .heading(let level, let title): (level == 1 ? "■ " : "● ") + title
    case .paragraph(let line), .source(let line): inline(line)
    case .quotation(let lines):
      lines.map { "\u{3000}\u{3000}" + inline($0) }.joined(separator: "\n")
    case .remark(let text): text
    case .list(let items): items.map { "・" + inline($0) }.joined(separator: "\n")
    case .table(let header, let rows):
      ([header.joined(separator: "\t")] + rows.map { $0.map(inline).joined(separator: "\t") })
        .joined(separator: "\n")
    }
  }

  private func inline(_ parts: [CitedDocument.Inline]) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .emphasis(let text): "《\(text)》"
      case .note(let number): "（注\(number)）"
      case .lineBreak: " ／ "
      }
    }.joined()
  }
}
