import DocumentModel

/// Groups the lines of a text into drafts of blocks, joining the lines of one sentence.
struct BlockDrafter: Sendable {
  private let openings = OpeningReader()

  /// Returns the drafts in the order of the lines; every line with words is in one.
  ///
  /// `furniture` holds the 0-based lines that are set apart.
  func drafts(
    of table: LineTable, roles: [LineRole], furniture: Set<Int>
  ) -> [BlockDraft] {
    var builder = Builder(table: table, openings: openings, isMarkdown: isMarkdown(roles))
    for (line, role) in roles.enumerated() {
      if furniture.contains(line), role != .blank {
        builder.addFurniture(line, role)
      } else {
        builder.add(line, role)
      }
    }
    return builder.finish()
  }

  /// Whether the text is Markdown: then a blank line always ends a paragraph.
  private func isMarkdown(_ roles: [LineRole]) -> Bool {
    var items = 0
    for role in roles {
      switch role {
      case .heading: return true
      case .row(.pipe, _): return true
      case .item: items += 1
      default: break
      }
    }
    return items >= 3
  }

  private struct Builder {
    let table: LineTable
    let openings: OpeningReader
    let isMarkdown: Bool
    let joiner: LineJoiner
    var drafts: [BlockDraft] = []
    var blanks = 0
    /// The draft that a following line may continue, by index, with its unit's first line.
    var open: Int?
    var tables = 0
    var lastRowLine: Int?
    var sawDelimiter = false

    init(table: LineTable, openings: OpeningReader, isMarkdown: Bool) {
      self.table = table
      self.openings = openings
      self.isMarkdown = isMarkdown
      joiner = LineJoiner(table)
    }

    mutating func addFurniture(_ line: Int, _ role: LineRole) {
      let body =
        switch role {
        case .item(_, let content), .heading(_, let content): content
        default: table.lines[line].body
        }
      append(BlockDraft(kind: .furniture, pieces: [body], lines: line...line))
      open = nil
    }

    mutating func add(_ line: Int, _ role: LineRole) {
      switch role {
      case .blank:
        blanks += 1
      case .markup:
        markHeaderRow(before: line)
        open = nil
        blanks += 1
      case .heading(let level, let content):
        var draft = BlockDraft(kind: .heading, pieces: [content], lines: line...line)
        draft.heading = .markdown(level)
        draft.opening = openings.opening(of: content, in: table.text)
        append(draft)
        open = nil
      case .item(let indent, let content):
        var draft = BlockDraft(kind: .listItem, pieces: [content], lines: line...line)
        draft.indent = indent
        draft.isMarkdownItem = true
        draft.opening = openings.opening(of: content, in: table.text)
        append(draft)
        open = drafts.count - 1
      case .row(_, let cells):
        addRow(line, cells)
      case .text:
        addText(line)
      }
    }

    private mutating func addRow(_ line: Int, _ cells: [Range<Int>]) {
      guard cells.contains(where: { !$0.isEmpty }) else {
        blanks += 1
        return
      }
      let continues = lastRowLine.map { line - $0 <= 2 && blanks <= 1 } ?? false
      if !continues { tables += 1 }
      var draft = BlockDraft(kind: .table, pieces: cells, lines: line...line)
      draft.table = tables
      append(draft)
      lastRowLine = line
      open = nil
    }

    /// The row above a Markdown table's delimiter line holds the column names.
    private mutating func markHeaderRow(before line: Int) {
      guard let last = drafts.indices.last, drafts[last].kind == .table,
        drafts[last].lines.upperBound == line - 1
      else { return }
      lastRowLine = line
      let number = drafts[last].table
      let isFirst = !drafts.dropLast().contains { $0.table == number }
      if isFirst { drafts[last].isHeaderRow = true }
    }

    private mutating func addText(_ line: Int) {
      let body = table.lines[line].body
      let opening = openings.opening(of: body, in: table.text)
      if let open, !opening.startsUnit, continues(open, line) {
        drafts[open].pieces.append(body)
        drafts[open].seams.append(seam(drafts[open].lines.upperBound, line))
        drafts[open].lines = drafts[open].lines.lowerBound...line
        blanks = 0
        return
      }
      let kind: BlockKind =
        switch opening.kind {
        case .note: .note
        case .bullet, .label: .listItem
        default: .paragraph
        }
      var draft = BlockDraft(kind: kind, pieces: [body], lines: line...line)
      draft.opening = opening
      append(draft)
      open = drafts.count - 1
    }

    private func continues(_ open: Int, _ line: Int) -> Bool {
      let draft = drafts[open]
      let last = draft.lines.upperBound
      if blanks > 0, isMarkdown || blanks > 1 { return false }
      if draft.opening.kind == .address || draft.opening.kind == .bracketedTitle { return false }
      if isVertical(draft), table.lines[line].width <= 2 { return blanks == 0 }
      return joiner.joins(
        last, line, unit: draft.lines, crossesBlank: blanks > 0)
    }

    /// Whether the draft is a label set vertically: 知⏎る.
    private func isVertical(_ draft: BlockDraft) -> Bool {
      draft.lines.allSatisfy { table.lines[$0].width <= 2 }
    }

    private func seam(_ line: Int, _ next: Int) -> BlockDraft.Seam {
      guard let last = table.lines[line].body.last, let first = table.lines[next].body.first
      else { return .none }
      let isTight =
        CharacterClass.isFullSquare(table[last]) || CharacterClass.isFullSquare(table[first])
        || isSquareByte(last) || isSquareByte(first)
      return isTight ? .none : .space
    }

    /// Full-width punctuation and letters are folded in the table; their bytes tell.
    private func isSquareByte(_ i: Int) -> Bool {
      table.text.offsets[i + 1] - table.text.offsets[i] >= 3
    }

    private mutating func append(_ draft: BlockDraft) {
      var draft = draft
      draft.blanksBefore = blanks
      blanks = 0
      drafts.append(draft)
    }

    func finish() -> [BlockDraft] { drafts }
  }
}
