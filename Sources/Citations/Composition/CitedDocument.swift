import DocumentModel

/// A paper of quotations with their sources, before it takes a file format.
package struct CitedDocument: Sendable, Equatable {
  /// A stretch of a line.
  package enum Inline: Sendable, Equatable {
    case text(String)
    /// Emphasis that the drafter added.
    case emphasis(String)
    /// The mark of a note, by its 1-based number.
    case note(Int)
    /// A new line, between what stands in one cell.
    case lineBreak
  }

  /// A paragraph, quotation, table or the like.
  package enum Block: Sendable, Equatable {
    /// `level` counts from 1 below the title.
    case heading(level: Int, String)
    case paragraph([Inline])
    /// The source's own words, a line each.
    case quotation([[Inline]])
    /// What is said of the quotation before it: its source, how it was verified.
    case source([Inline])
    /// The drafter's own words beside a quotation.
    case remark(String)
    case list([[Inline]])
    case table(header: [String], rows: [[[Inline]]])
  }

  package var title: String?
  package var blocks: [Block]
  /// The notes, the first with number 1.
  package var notes: [[Inline]]
  /// Whether the notes stand at the end of the paper, not at the foot of the page.
  package var hasEndnotes: Bool

  package init(
    title: String? = nil, blocks: [Block] = [], notes: [[Inline]] = [], hasEndnotes: Bool = false
  ) {
    self.title = title
    self.blocks = blocks
    self.notes = notes
    self.hasEndnotes = hasEndnotes
  }
}

extension CitedDocument {
  /// The paper as it may go out: no control character anywhere, and none of its lines two.
  package var printable: CitedDocument {
    func safe(_ line: [Inline]) -> [Inline] {
      line.map { part in
        switch part {
        case .text(let text): .text(Printable.line(text))
        case .emphasis(let text): .emphasis(Printable.line(text))
        case .note, .lineBreak: part
        }
      }
    }
    let blocks = blocks.map { block -> Block in
      switch block {
      case .heading(let level, let title): .heading(level: level, Printable.line(title))
      case .paragraph(let line): .paragraph(safe(line))
      case .quotation(let lines): .quotation(lines.map(safe))
      case .source(let line): .source(safe(line))
      case .remark(let text): .remark(Printable.line(text))
      case .list(let items): .list(items.map(safe))
      case .table(let header, let rows):
        .table(header: header.map(Printable.line), rows: rows.map { $0.map(safe) })
      }
    }
    return CitedDocument(
      title: title.map(Printable.line), blocks: blocks, notes: notes.map(safe),
      hasEndnotes: hasEndnotes)
  }
}

extension [CitedDocument.Inline] {
  /// The words without marks of notes.
  package var words: String {
    map { part in
      switch part {
      case .text(let text), .emphasis(let text): text
      case .note: ""
      case .lineBreak: "\n"
      }
    }.joined()
  }
}
