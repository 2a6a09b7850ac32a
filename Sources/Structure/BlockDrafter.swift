import DocumentModel

/// Groups the lines of a text into drafts of blocks, joining the lines of one sentence.
struct BlockDrafter: Sendable {
  private let openings = OpeningReader()

  /// Returns the drafts in the order of the lines; every line with words is in one.
  ///
  /// `furniture` holds the 0-based lines that are set apart, `pageStarts` those that begin a page.
  func drafts(
    of table: LineTable, roles: [LineRole], layout: TextLayout, furniture: Set<Int>,
    pageStarts: [Int]
  ) -> [BlockDraft] {
    var builder = Builder(table: table, openings: openings, isMarkdown: layout != .extracted)
    var starts = pageStarts[...]
    for (line, role) in roles.enumerated() {
      if starts.first == line {
        starts.removeFirst()
        builder.startPage()
      }
      if furniture.contains(line), role != .blank {
        builder.addFurniture(line, role)
      } else {
        builder.add(line, role)
      }
    }
    return builder.finish()
  }

  private struct Builder {
    let table: LineTable
    let openings: OpeningReader
    let isMarkdown: Bool
    let joiner: LineJoiner
    var drafts: [BlockDraft] = []
    var blanks = 0
    /// Short lines that stand several times in a text of pages: labels, which continue nothing.
    let recurring: Set<Int>
    /// The draft that a following line may continue, by index, with its unit's first line.
    var open: Int?
    var tables = 0
    var lastRowLine: Int?
    var isAtPageStart = false
    /// The last block that isn't the page's own, or the one continued after it.
    var lastBlock: Int?
    /// The row of a raw HTML table that the next line's cells belong to.
    var openRow: Int?
    /// The reader's table numbers and those among all tables.
    var markedTables: [Int: Int] = [:]

    init(table: LineTable, openings: OpeningReader, isMarkdown: Bool) {
      self.table = table
      self.openings = openings
      self.isMarkdown = isMarkdown
      joiner = LineJoiner(table, keepsLines: isMarkdown)
      recurring = isMarkdown ? [] : Self.recurring(in: table)
    }

    private static func recurring(in table: LineTable) -> Set<Int> {
      var lines: [[UInt32]: [Int]] = [:]
      for (line, words) in table.lines.enumerated() where (6...24).contains(words.width) {
        lines[words.body.map { table[$0] }, default: []].append(line)
      }
      return Set(lines.values.filter { $0.count >= 3 }.joined())
    }

    /// The next line begins a page: nothing continues over it but a sentence cut in two.
    mutating func startPage() {
      isAtPageStart = true
      if let last = open.map({ drafts[$0].lines.upperBound }),
        !table.lines[last].isBlank, isMarkdown || joiner.endsClosed(last)
      {
        open = nil
      }
    }

    mutating func addFurniture(_ line: Int, _ role: LineRole) {
      let body =
        switch role {
        // The dashes of - 12 - are no list's.
        case .item(_, let content) where table[content.upperBound - 1] != 0x2D: content
        case .heading(_, let content): content
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
        spread(content, &draft)
        draft.heading = .rank(level)
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
      case .row(let kind, let cells):
        addRow(line, cells, isHeader: kind == .tab && isHeader(cells))
      case .htmlRows(let rows):
        addRows(line, rows)
      case .text:
        addText(line)
      case .marked(let mark):
        addMarked(line, mark)
      }
    }

    /// A line that the reader has judged; only items, notes and plain lines may be continued.
    private mutating func addMarked(_ line: Int, _ mark: LineRole.Mark) {
      let body = table.lines[line].body
      let opening = openings.opening(of: body, in: table.text)
      if mark == .title, let last = drafts.indices.last, drafts[last].heading == .title {
        return add(line, opening, to: last)
      }
      if mark == .continuation, let block = continuedBlock { return add(line, opening, to: block) }
      var draft = BlockDraft(kind: mark.kind, pieces: [body], lines: line...line)
      draft.opening = opening
      switch mark {
      case .title: draft.heading = .title
      case .slideTitle:
        draft.heading = opening.kind == .words ? .slide : headingMark(opening, of: body)
      case .heading(let rank):
        draft.heading = rank.map { .rank($0) } ?? headingMark(opening, of: body)
      case .item(let indent):
        draft.indent = indent
        // 1. はじめに: a number may be a heading's that its author set as a list.
        draft.isMarkdownItem = !draft.opening.isLabel
      case .row(let number, let isHeader, let cells):
        guard cells.contains(where: { !$0.isEmpty }) else { return }
        draft.pieces = cells
        draft.table = markedTable(number)
        draft.isHeaderRow = isHeader
      case .paragraph:
        draft.kind = draft.opening.blockKind
        draft.isWholeParagraph = true
      case .continuation: draft.kind = draft.opening.blockKind
      case .caption, .note, .furniture: break
      }
      // The end of a paragraph is what a blank line is in Markdown.
      blanks = max(blanks, 1)
      append(draft)
      open = mark.staysOpen ? drafts.count - 1 : nil
    }

    private func headingMark(
      _ opening: LineOpening, of body: Range<Int>
    ) -> BlockDraft.HeadingMark {
      opening.headingMark(first: body.first.map { table[$0] })
    }

    /// The block that a continuing line belongs to; nil where that is a table's row.
    ///
    /// What belongs to the page doesn't come between, nor do the notes at its foot: a sentence goes
    /// on with the next page.
    private var continuedBlock: Int? {
      let apart: Set<BlockKind> = [.furniture, .note, .caption]
      let block =
        isAtPageStart ? drafts.indices.last { !apart.contains(drafts[$0].kind) } : lastBlock
      return block.flatMap { drafts[$0].kind == .table ? nil : $0 }
    }

    /// Adds a line to a block before it; a web address is always set apart.
    private mutating func add(_ line: Int, _ opening: LineOpening, to last: Int) {
      lastBlock = last
      let seam = opening.kind == .address ? .space : seam(of: drafts[last], line)
      drafts[last].pieces.append(table.lines[line].body)
      drafts[last].seams.append(seam)
      drafts[last].lines = drafts[last].lines.lowerBound...line
      blanks = 0
      isAtPageStart = false
    }

    /// The number that a reader's table has among all tables of the text.
    private mutating func markedTable(_ number: Int) -> Int {
      if let known = markedTables[number] { return known }
      tables += 1
      markedTables[number] = tables
      return tables
    }

    /// Rows of a raw HTML table; cells on lines of their own are gathered into their row.
    private mutating func addRows(_ line: Int, _ html: HTMLRows) {
      for (index, cells) in html.rows.enumerated() {
        if index == 0, html.continuesRow, let row = openRow {
          var cells = cells[...]
          if html.continuesCell, let cell = cells.popFirst(),
            let last = drafts[row].pieces.popLast()
          {
            drafts[row].pieces.append(last.lowerBound..<cell.upperBound)
          }
          drafts[row].pieces += cells
          drafts[row].lines = drafts[row].lines.lowerBound...line
        } else {
          let count = drafts.count
          addRow(line, cells, isHeader: html.isHeader)
          openRow = drafts.count > count ? count : nil
        }
      }
      if !html.leavesRowOpen || (html.rows.isEmpty && !html.continuesRow) { openRow = nil }
      // A tag alone keeps its table going, but begins none.
      if !html.rows.isEmpty || drafts.last?.kind == .table {
        lastRowLine = line
        blanks = 0
      }
      open = nil
    }

    private mutating func addRow(_ line: Int, _ cells: [Range<Int>], isHeader: Bool) {
      guard cells.contains(where: { !$0.isEmpty }) else {
        blanks += 1
        return
      }
      let continues = lastRowLine.map { line - $0 <= 2 && blanks <= 1 } ?? false
      if !continues { tables += 1 }
      var draft = BlockDraft(kind: .table, pieces: cells, lines: line...line)
      draft.table = tables
      draft.isHeaderRow = !continues && isHeader
      append(draft)
      lastRowLine = line
      open = nil
    }

    /// Whether the first row of a tab-separated table holds names of columns: short words only.
    private func isHeader(_ cells: [Range<Int>]) -> Bool {
      let filled = cells.filter { !$0.isEmpty }
      let wording = TitleWording(table)
      return filled.count >= 2
        && filled.allSatisfy { table.columns(of: $0) <= 60 && !wording.holdsSentence($0) }
    }

    /// The row above a Markdown table's delimiter line holds the column names.
    private mutating func markHeaderRow(before line: Int) {
      guard let last = drafts.indices.last, drafts[last].kind == .table,
        drafts[last].lines.upperBound == line - 1
      else { return }
      lastRowLine = line
      let isFirst = last == 0 || drafts[last - 1].table != drafts[last].table
      if isFirst { drafts[last].isHeaderRow = true }
    }

    private mutating func addText(_ line: Int) {
      let body = table.lines[line].body
      let opening = openings.opening(of: body, in: table.text)
      if let open, !opening.startsUnit, continues(open, line) {
        drafts[open].pieces.append(body)
        drafts[open].seams.append(seam(of: drafts[open], line))
        drafts[open].lines = drafts[open].lines.lowerBound...line
        blanks = 0
        return
      }
      if isAtPageStart, !isMarkdown, let gap = titleGap(body) {
        // A box's title and the slide's, extracted as one line; the slide's is read first.
        for part in [(gap + 1)..<body.upperBound, body.lowerBound..<gap] {
          append(BlockDraft(kind: .paragraph, pieces: [table.trimmed(part)], lines: line...line))
        }
        open = nil
        return
      }
      var draft = BlockDraft(kind: opening.blockKind, pieces: [body], lines: line...line)
      draft.opening = opening
      spread(body, &draft)
      append(draft)
      open = drafts.count - 1
    }

    /// Takes a short word that white space spreads over its line (米 国, 参 考) as one word.
    private func spread(_ body: Range<Int>, _ draft: inout BlockDraft) {
      let letters = body.filter { !CharacterClass.isSpace(table[$0]) }
      guard (2...6).contains(letters.count), letters.count < body.count,
        letters.allSatisfy({ CharacterClass.isJapanese(table[$0]) }),
        zip(letters, letters.dropFirst()).allSatisfy({ $1 - $0 > 1 })
      else { return }
      draft.pieces = letters.map { $0..<($0 + 1) }
      draft.seams = Array(repeating: .none, count: letters.count - 1)
    }

    /// The one gap of a line whose second part is called as slides are.
    private func titleGap(_ body: Range<Int>) -> Int? {
      let gaps = body.dropFirst().dropLast().filter { i in
        CharacterClass.isSpace(table[i]) && CharacterClass.isJapanese(table[i - 1])
          && CharacterClass.isJapanese(table[i + 1])
      }
      guard gaps.count == 1, let gap = gaps.first else { return nil }
      let wording = TitleWording(table)
      let (left, right) = (body.lowerBound..<gap, (gap + 1)..<body.upperBound)
      guard table.columns(of: left) >= 16, table.columns(of: right) >= 16,
        wording.namesSlide(right), wording.endsAsTitle(left), !wording.holdsSentence(body)
      else { return nil }
      return gap
    }

    private func continues(_ open: Int, _ line: Int) -> Bool {
      let draft = drafts[open]
      let last = draft.lines.upperBound
      if blanks > 0, isMarkdown || blanks > 1 || recurring.contains(line) { return false }
      if draft.opening.kind == .address || draft.opening.kind == .bracketedTitle { return false }
      if isMarkdown, blanks == 0, hasOpenEmphasis(draft) || continuesBold(draft, line) {
        return true
      }
      if isVertical(draft), table.lines[line].width <= 2 { return blanks == 0 }
      if startsVertical(line) { return false }
      if continuesBox(draft, line) { return true }
      return joiner.joins(
        last, line, unit: draft.lines, isItem: isItem(draft), crossesBlank: blanks > 0)
    }

    /// Whether bold type that began with the paragraph hasn't ended: a title set over lines.
    private func hasOpenEmphasis(_ draft: BlockDraft) -> Bool {
      guard let first = draft.pieces.first, draft.pieces.count <= Self.mostLines,
        table.text.hasPrefix([0x2A, 0x2A], at: first.lowerBound)
      else { return false }
      var marks = 0
      for piece in draft.pieces {
        var i = piece.lowerBound
        while i + 1 < piece.upperBound {
          let isMark = table[i] == 0x2A && table[i + 1] == 0x2A
          marks += isMark ? 1 : 0
          i += isMark ? 2 : 1
        }
      }
      return !marks.isMultiple(of: 2)
    }

    /// Lines each set in bold: the parts of one title.
    private func continuesBold(_ draft: BlockDraft, _ line: Int) -> Bool {
      let wording = TitleWording(table)
      return draft.kind == .paragraph && draft.pieces.count <= Self.mostLines
        && draft.pieces.allSatisfy(wording.isBold)
        && wording.isBold(table.lines[line].body)
    }

    /// Whether the draft is a label set vertically: 知⏎る.
    private func isVertical(_ draft: BlockDraft) -> Bool {
      draft.lines.count <= Self.mostLines && draft.lines.allSatisfy { table.lines[$0].width <= 2 }
    }

    /// The most lines of a title or a label: a longer draft is asked no more whether it is one, so
    /// that the time for each line doesn't grow with the lines before it.
    private static let mostLines = 64

    /// Whether a label set vertically begins on the line.
    private func startsVertical(_ line: Int) -> Bool {
      table.lines[line].width <= 2 && table.lines.indices.contains(line + 1)
        && (1...2).contains(table.lines[line + 1].width)
    }

    /// A word broken over lines needs nothing between; Latin words and the parts of a title do.
    private func seam(of draft: BlockDraft, _ next: Int) -> BlockDraft.Seam {
      let line = draft.lines.upperBound
      guard let last = table.lines[line].body.last, let first = table.lines[next].body.first
      else { return .none }
      if isVertical(draft), table.lines[next].width <= 2 { return .none }
      let isTight =
        CharacterClass.isFullSquare(table[last]) || CharacterClass.isFullSquare(table[first])
        || isSquareByte(last) || isSquareByte(first)
      guard isTight else { return .space }
      let joins =
        joiner.joins(
          line, next, unit: draft.lines, isItem: isItem(draft), crossesBlank: blanks > 0)
        && !isDateOnly(line)
      let isMarked = Self.partMarks.contains(table[last]) || Self.partMarks.contains(table[first])
      return joins && !isMarked && !startsWithDate(next) ? .none : .space
    }

    /// ～ and dashes that set a subtitle off.
    private static let partMarks: Set<UInt32> = [0x7E, 0x301C, 0x2014, 0x2015]

    /// 22/12/23 below a label is a part of its own.
    private func startsWithDate(_ line: Int) -> Bool {
      let body = table.lines[line].body
      return table.lines[line].width <= 24
        && body.first.map { CharacterClass.isDigit(table[$0]) } == true
        && body.contains { table[$0] == 0x2F || table[$0] == 0x5E74 }
    }

    /// A date or a remark in brackets below the short lines of a label: one box of a diagram.
    private func continuesBox(_ draft: BlockDraft, _ line: Int) -> Bool {
      guard blanks == 0, !isMarkdown, draft.opening.kind == .words, draft.lines.count <= 4,
        table.lines[line].width <= 28,
        draft.lines.allSatisfy({ table.lines[$0].width <= 28 })
      else { return false }
      return startsWithDate(line) && !draft.lines.contains(where: isDateOnly)
        || startsWithDate(line) && draft.lines.count > 1
        || joiner.isEnclosed(table.lines[line].body)
    }

    private func isItem(_ draft: BlockDraft) -> Bool {
      draft.isMarkdownItem || draft.opening.kind != .words
    }

    private func isDateOnly(_ line: Int) -> Bool { joiner.isDate(table.lines[line].body) }

    /// Full-width punctuation and letters are folded in the table; their bytes tell.
    private func isSquareByte(_ i: Int) -> Bool {
      table.text.offsets[i + 1] - table.text.offsets[i] >= 3
    }

    private mutating func append(_ draft: BlockDraft) {
      var draft = draft
      draft.blanksBefore = blanks
      draft.startsPage = isAtPageStart
      isAtPageStart = false
      blanks = 0
      if draft.kind != .furniture { lastBlock = drafts.count }
      drafts.append(draft)
    }

    func finish() -> [BlockDraft] { drafts }
  }
}
