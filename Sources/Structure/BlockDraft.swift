import DocumentModel

/// A block before its text is assembled: which pieces of which lines it holds.
struct BlockDraft: Sendable {
  /// What stands between two pieces of a block.
  enum Seam: Sendable, Equatable {
    /// A line end in mid-word, dropped.
    case none
    /// A line end between Latin words, or between parts of a label: one space.
    case space
  }

  /// Where a heading's rank comes from.
  enum HeadingMark: Sendable, Equatable {
    /// The document's title.
    case title
    /// The title of a chapter or slide.
    case slide
    /// `#` marks, their count, or the rank of a heading style; 1 is the highest.
    case rank(Int)
    /// Its number.
    case number(NumberLabel)
    /// How it is set.
    case form(TitleForm)
  }

  /// How an unnumbered heading is set, in the order in which the forms usually nest.
  enum TitleForm: Int, Sendable {
    case words
    /// 【背景】
    case bracket
    /// ●
    case disc
    /// ◆
    case diamond
    /// ■
    case square
    /// ➢
    case arrow
    /// ＜例＞
    case angle

    /// The form of a title behind a bullet.
    init(bullet: UInt32) {
      self =
        switch bullet {
        case 0x25CF, 0x25CB, 0x25EF, 0x26AB, 0x25CE: .disc
        case 0x25C6, 0x25C7, 0x2756: .diamond
        case 0x25A0, 0x25A1, 0x25FC, 0x25FB: .square
        default: .arrow
        }
    }
  }

  var kind: BlockKind
  /// Ranges of code points in reading order; for a table row its cells.
  var pieces: [Range<Int>]
  /// One fewer than the pieces; empty for a table row.
  var seams: [Seam] = []
  /// 0-based lines of the text, both inclusive.
  var lines: ClosedRange<Int>
  /// Columns before a Markdown item's dash, or the level of an item in the reader's list.
  var indent = 0
  var opening = LineOpening(kind: .words, length: 0)
  /// Whether a dash or the reader makes it an item, so that it is no heading.
  var isMarkdownItem = false
  /// Whether the reader knows where it begins and ends.
  var isWholeParagraph = false
  var heading: HeadingMark?
  /// From 1, the document's title, as deep as the outline goes; nil for what is no heading.
  var level: Int?
  /// For a table row, the number of its table in the document and whether it holds column names.
  var table: Int?
  var isHeaderRow = false
  /// Whether it belongs to the document's title block: date, issuer.
  var isTitleBlock = false
  /// Whether a page or slide begins with it.
  var startsPage = false
  /// Blank lines before it.
  var blanksBefore = 0

  /// The code points from its first to its last.
  var hull: Range<Int> {
    (pieces.first?.lowerBound ?? 0)..<(pieces.last?.upperBound ?? 0)
  }
}
