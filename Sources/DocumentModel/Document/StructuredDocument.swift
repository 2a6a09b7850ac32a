/// What a block is.
package enum BlockKind: String, Sendable, Codable, CaseIterable {
  case heading, paragraph
  case listItem = "list_item"
  /// One row of a table.
  case table
  case caption, note
  /// A running head, a page number, an agenda repeated as a divider: set apart, not searched.
  case furniture
}

/// A paragraph, list item, table row or heading: the unit the structure is made of.
package struct Block: Sendable, Equatable {
  package var id: BlockID
  package var section: SectionID
  package var kind: BlockKind
  /// The block's text in the citable layer, without the line end that separates blocks.
  package var span: TextSpan<Citable>
  package var location: Location
  /// For a table row, its cells in order; else empty.
  package var cells: [TextSpan<Citable>]

  package init(
    id: BlockID, section: SectionID, kind: BlockKind, span: TextSpan<Citable>,
    location: Location, cells: [TextSpan<Citable>] = []
  ) {
    self.id = id
    self.section = section
    self.kind = kind
    self.span = span
    self.location = location
    self.cells = cells
  }
}

/// A node of the recovered tree: a heading and what stands under it.
package struct Section: Sendable, Equatable {
  package var id: SectionID
  package var parent: SectionID?
  /// 1 for the document's title, 2 for a chapter or slide, 3 and 4 below.
  package var level: Int
  /// The title as quoted, without Markdown marks.
  package var title: String
  /// The title's characters as they stand in the source, a line break as `\n`.
  package var rawTitle: String
  /// The heading's text in the citable layer; nil for a synthetic section.
  package var titleSpan: TextSpan<Citable>?
  /// Heading and content, sub-sections included.
  package var span: TextSpan<Citable>
  package var location: Location
  /// Whether the source has no heading here.
  package var isSynthetic: Bool
  /// The titles from the document's title down to this section's own.
  package var path: [String]

  package init(
    id: SectionID, parent: SectionID?, level: Int, title: String, rawTitle: String,
    titleSpan: TextSpan<Citable>?, span: TextSpan<Citable>, location: Location,
    isSynthetic: Bool, path: [String]
  ) {
    self.id = id
    self.parent = parent
    self.level = level
    self.title = title
    self.rawTitle = rawTitle
    self.titleSpan = titleSpan
    self.span = span
    self.location = location
    self.isSynthetic = isSynthetic
    self.path = path
  }
}

/// What stands beside a passage so that it can be read alone.
package struct PassageContext: Sendable, Equatable {
  package enum Kind: String, Sendable, Codable {
    /// The sentence that a list's items complete.
    case leadIn = "lead_in"
    /// The header cells of a table row's columns.
    case header
    /// A note whose mark the passage bears: ※1, 注2.
    case note
  }
  package var kind: Kind
  /// The 1-based source line.
  package var line: Int
  package var text: String

  package init(kind: Kind, line: Int, text: String) {
    self.kind = kind
    self.line = line
    self.text = text
  }
}

/// The smallest citable unit: a sentence group, a list item, a table row or a heading.
package struct Passage: Sendable, Equatable {
  package var id: PassageID
  package var document: DocumentID
  package var section: SectionID
  package var block: BlockID
  /// The kind of its block.
  package var kind: BlockKind
  package var span: TextSpan<Citable>
  package var location: Location
  /// The citable text of `span`.
  package var text: String
  package var context: [PassageContext]

  package init(
    id: PassageID, document: DocumentID, section: SectionID, block: BlockID, kind: BlockKind,
    span: TextSpan<Citable>, location: Location, text: String, context: [PassageContext] = []
  ) {
    self.id = id
    self.document = document
    self.section = section
    self.block = block
    self.kind = kind
    self.span = span
    self.location = location
    self.text = text
    self.context = context
  }
}

/// A document with its structure: citable text in reading order, sections, blocks and passages.
///
/// The citable text is the blocks' texts in reading order, each followed by one line end; lines of
/// one block are joined. Every span of sections, blocks and passages counts in it.
package struct StructuredDocument: Sendable {
  package var id: DocumentID
  package var citable: CitableText
  /// Parents before children, in reading order.
  package var sections: [Section]
  /// In reading order.
  package var blocks: [Block]
  /// In reading order; furniture has none.
  package var passages: [Passage]
  package var lines: LineIndex
  package var pages: [Page]
  package var metadata: DocumentMetadata

  package init(
    id: DocumentID, citable: CitableText, sections: [Section], blocks: [Block],
    passages: [Passage], lines: LineIndex, pages: [Page], metadata: DocumentMetadata
  ) {
    self.id = id
    self.citable = citable
    self.sections = sections
    self.blocks = blocks
    self.passages = passages
    self.lines = lines
    self.pages = pages
    self.metadata = metadata
  }

  /// Returns where a span of the citable text stands in the source.
  package func location(of span: TextSpan<Citable>) -> Location {
    lines.location(citable.sourceSpans(span), pages: pages)
  }

  /// Returns the source's own characters of a place, a line break between pieces as `\n`.
  ///
  /// `source` holds the bytes of the source layer that the place counts in.
  package func surface(of location: Location, in source: [UInt8]) -> String {
    var surface = ""
    var end: Int?
    for span in location.spans {
      let range = span.utf8Range().clamped(to: 0..<source.count)
      if let end, end <= range.lowerBound, source[end..<range.lowerBound].contains(0x0A) {
        surface += "\n"
      }
      surface += String(decoding: source[range], as: UTF8.self)
      end = range.upperBound
    }
    return surface
  }
}
