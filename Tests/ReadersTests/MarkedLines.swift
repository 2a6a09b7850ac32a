import DocumentModel

/// The lines of an extracted text with their marks, as tests print them: `heading 2: 背景`.
func markedLines(_ document: SourceDocument) -> [String] {
  let lines = document.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
  return document.marks.map { mark in
    let words = String(decoding: lines[mark.line - 1], as: UTF8.self)
    switch mark.role {
    case .title: return "title: \(words)"
    case .slideTitle: return "slide title: \(words)"
    case .heading(let level): return "heading \(level.map { "\($0)" } ?? "?"): \(words)"
    case .item(let indent): return "item \(indent): \(words)"
    case .row(let table, let isHeader, let cells):
      let texts = cells.map { String(decoding: document.utf8[$0.utf8Range()], as: UTF8.self) }
      return "\(isHeader ? "head" : "row") \(table): \(texts.joined(separator: " | "))"
    case .caption: return "caption: \(words)"
    case .note: return "note: \(words)"
    case .furniture: return "furniture: \(words)"
    case .paragraph: return "paragraph: \(words)"
    case .quotation: return "quotation: \(words)"
    case .continuation: return "+ \(words)"
    case .line: return "line: \(words)"
    }
  }
}
