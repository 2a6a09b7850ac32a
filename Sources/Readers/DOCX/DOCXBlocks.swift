/// A part of a Word text in reading order.
indirect enum DOCXBlock: Sendable {
  case paragraph(DOCXParagraph)
  case table(DOCXTable)
}

/// A paragraph of the final text.
struct DOCXParagraph: Sendable {
  /// What is set at the paragraph itself.
  var properties = DOCXProperties()
  /// Its words with `\n` for breaks; a note's number stands where its mark is printed.
  var text = ""
  /// The notes whose marks stand in it, in order.
  var notes: [DOCXNoteMark] = []
  /// The text boxes anchored in it.
  var boxes: [DOCXBlock] = []
  /// Whether it is part of a table of contents.
  var isContents = false
  /// The largest type of its words in half points, where a run sets it.
  var size: Int?
  /// Whether every run with words is set in bold by itself.
  var isBold = false

  /// Whether nothing of it would be printed.
  var isBlank: Bool { text.utf8.allSatisfy { $0 <= 0x20 } }
}

/// The mark of a footnote or endnote in the text.
struct DOCXNoteMark: Sendable, Equatable {
  var id: String
  var isEndnote: Bool
  /// The number as printed; nil where the author set a mark of his own, which the note repeats.
  var mark: String?
}

/// A table of the final text.
struct DOCXTable: Sendable {
  struct Cell: Sendable {
    var blocks: [DOCXBlock] = []
    /// The columns it fills.
    var columns = 1
    /// Whether it goes on with the cell above it.
    var continuesAbove = false
    /// Whether a background sets it off.
    var isShaded = false
  }

  struct Row: Sendable {
    var cells: [Cell] = []
    /// Whether it is repeated on every page as the table's head.
    var isHeader = false
    /// Columns left free before the first cell.
    var skipped = 0
  }

  var rows: [Row] = []

  /// Whether it is a frame around text: no row has more than one cell.
  var isBox: Bool { rows.allSatisfy { $0.cells.count <= 1 } }
}
