import DocumentModel

/// Writes a paper as one HTML page that loads nothing from anywhere.
package struct HTMLWriter: Sendable {
  package init() {}

  /// Returns the page, without a line end at its end.
  package func write(_ paper: CitedDocument) -> String {
    var lines = [
      "<!DOCTYPE html>", #"<html lang="ja">"#, "<head>", #"<meta charset="utf-8">"#,
      "<title>\(MarkupText.escaped(paper.title ?? ""))</title>", "<style>", Self.style, "</style>",
      "</head>", "<body>",
    ]
    if let title = paper.title { lines.append("<h1>\(MarkupText.escaped(title))</h1>") }
    lines += paper.blocks.map(block)
    if !paper.notes.isEmpty {
      lines.append("<ol class=\"notes\">")
      lines += paper.notes.enumerated().map { number, note in
        "<li id=\"n\(number + 1)\">\(inline(note)) <a href=\"#r\(number + 1)\">↩</a></li>"
      }
      lines.append("</ol>")
    }
    return (lines + ["</body>", "</html>"]).joined(separator: "\n")
  }

  private static let style = """
    body { font-family: "Yu Mincho", "游明朝", "Hiragino Mincho ProN", "MS Mincho", "ＭＳ 明朝", serif;
      line-height: 1.7; max-width: 42em; margin: 2em auto; padding: 0 1em; }
    blockquote { margin: 1em 2em; }
    .source, .notes { font-size: 90%; }
    .remark { border-left: 3px solid; padding-left: 1em; }
    em { font-style: normal; text-emphasis: filled sesame; -webkit-text-emphasis: filled sesame; }
    table { border-collapse: collapse; } td, th { border: 1px solid; padding: .3em .6em; }
    td, th { vertical-align: top; text-align: left; }
    """

  private func block(_ block: CitedDocument.Block) -> String {
    switch block {
    case .heading(let level, let title):
      "<h\(level + 1)>\(MarkupText.escaped(title))</h\(level + 1)>"
    case .paragraph(let line): "<p>\(inline(line))</p>"
    case .source(let line): "<p class=\"source\">\(inline(line))</p>"
    case .quotation(let lines):
      "<blockquote>" + lines.map { "<p>\(inline($0))</p>" }.joined() + "</blockquote>"
    case .remark(let text): "<p class=\"remark\">\(MarkupText.escaped(text))</p>"
    case .list(let items):
      "<ul>" + items.map { "<li>\(inline($0))</li>" }.joined() + "</ul>"
    case .table(let header, let rows):
      "<table><tr>" + header.map { "<th>\(MarkupText.escaped($0))</th>" }.joined() + "</tr>"
        + rows.map { "<tr>" + $0.map { "<td>\(inline($0))</td>" }.joined() + "</tr>" }.joined()
        + "</table>"
    }
  }

  private func inline(_ parts: [CitedDocument.Inline]) -> String {
    parts.map { part in
      switch part {
      case .text(let text): MarkupText.escaped(text)
      case .emphasis(let text): "<em>\(MarkupText.escaped(text))</em>"
      case .note(let number):
        "<sup id=\"r\(number)\"><a href=\"#n\(number)\">\(number)</a></sup>"
      case .lineBreak: "<br>"
      }
    }.joined()
  }
}

/// Text as XML and HTML hold it.
enum MarkupText {
  /// Escapes marks, and shows what XML 1.0 doesn't allow and what text must not send: control
  /// characters, and the two non-characters U+FFFE and U+FFFF.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in Printable.safe(text).unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "\u{FFFE}", "\u{FFFF}": escaped.append("\u{FFFD}")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
