/// What a reader knows of a line beyond its words: a style, a place in a list, a row's cells.
///
/// Marks stand beside the extracted text and never in it. A line without a mark is a printed line
/// that Structure classifies and may join to its neighbours.
package struct LineMark: Sendable, Equatable {
  /// What the line is.
  package enum Role: Sendable, Equatable {
    /// The document's title; several lines in a row are one title.
    case title
    /// The title of a slide: a page that is wider than high.
    case slideTitle
    /// A heading with the rank its style gives, 1 the highest; nil where only its form is known.
    case heading(level: Int?)
    /// An item of a list with its printed bullet or number; `indent` counts levels from 0.
    case item(indent: Int)
    /// A row of a table, numbered in the document; each cell's words lie within the line.
    case row(table: Int, isHeader: Bool, cells: [TextSpan<Source>])
    /// The words that name a table or a figure.
    case caption
    /// A footnote or remark, with its mark as printed.
    case note
    /// A running head, a page number, a table of contents: set apart, not searched.
    case furniture
    /// A whole paragraph: never joined to a neighbour.
    case paragraph
    /// A paragraph that its author set as a quotation; else like any other.
    case quotation
    /// A further printed line of the block that the marked line before it began.
    case continuation
    /// A printed line like one without a mark.
    case line
  }

  /// The 1-based line of the extracted text.
  package var line: Int
  package var role: Role

  package init(line: Int, role: Role) {
    self.line = line
    self.role = role
  }
}
