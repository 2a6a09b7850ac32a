import DocumentModel

/// What a line is by its own marks, before its neighbours are looked at.
enum LineRole: Sendable, Equatable {
  case blank
  /// A line of marks only: `---`, `|---|---|`, `<table>`.
  case markup
  /// A Markdown heading with the level of its `#` marks.
  case heading(level: Int, content: Range<Int>)
  /// A Markdown list item; `indent` counts columns before the dash.
  case item(indent: Int, content: Range<Int>)
  /// A row whose cells are parted by `|` or by tabs.
  case row(RowKind, cells: [Range<Int>])
  /// A line of a raw HTML table.
  case htmlRows(HTMLRows)
  /// Words.
  case text
  /// What the reader that extracted the line says of it.
  case marked(Mark)

  /// A reader's mark, its cells as code points.
  enum Mark: Sendable, Equatable {
    case title, slideTitle, caption, note, furniture, paragraph, continuation
    case heading(rank: Int?)
    case item(indent: Int)
    case row(table: Int, isHeader: Bool, cells: [Range<Int>])
  }

  /// The most code points of a heading, many times those of any: its words stand in the path of all
  /// that is below it.
  static let longestHeading = 600

  /// How the cells of a row are parted.
  enum RowKind: Sendable { case pipe, tab }
}

/// Takes over the reader's marks, or reads Markdown's block marks, one line at a time.
struct LineClassifier: Sendable {
  private let htmlRows = HTMLRowReader()

  /// Returns the role of each line of the table, in order.
  ///
  /// `citable` is the text of the table, with its way back to the source.
  func classify(
    _ table: LineTable, of citable: CitableText, from source: SourceDocument
  ) -> [LineRole] {
    var roles: [LineRole] = []
    var isInCell = false
    for (index, line) in table.lines.enumerated() {
      guard source.holdsMarkup, !line.isBlank else {
        roles.append(line.isBlank ? .blank : .text)
        continue
      }
      if isInCell, let rows = htmlRows.read(line.body, in: table, isInCell: true) {
        roles.append(.htmlRows(rows))
      } else {
        roles.append(role(of: line, in: table))
      }
      if case .htmlRows(let rows)? = roles.last {
        isInCell = rows.leavesCellOpen && htmlRows.closesCell(after: index, in: table)
      }
    }
    guard !source.marks.isEmpty else { return roles }
    let finder = SourcePlaceFinder(citable: citable, text: table.text)
    for mark in source.marks {
      let line = mark.line - 1
      guard roles.indices.contains(line), roles[line] != .blank,
        let given = self.mark(mark.role, finder)
      else { continue }
      let isTooLong = table.lines[line].body.count > LineRole.longestHeading
      roles[line] = .marked(isTooLong && given.kind == .heading ? .paragraph : given)
    }
    return roles
  }

  private func mark(_ role: LineMark.Role, _ finder: SourcePlaceFinder) -> LineRole.Mark? {
    switch role {
    case .title: .title
    case .slideTitle: .slideTitle
    case .heading(let level): .heading(rank: level)
    case .item(let indent): .item(indent: indent)
    case .row(let table, let isHeader, let cells):
      .row(table: table, isHeader: isHeader, cells: cells.map(finder.codePoints(of:)))
    case .caption: .caption
    case .note: .note
    case .furniture: .furniture
    case .paragraph, .quotation: .paragraph
    case .continuation: .continuation
    case .line: nil
    }
  }

  private func role(of line: LineTable.Line, in table: LineTable) -> LineRole {
    guard let first = line.body.first else { return .blank }
    let text = table.text
    switch text.scalars[first] {
    case 0x23:
      if let heading = heading(line.body, in: table) { return heading }
    case 0x2D, 0x2A, 0x2B:
      if isRule(line.body, in: text) { return .markup }
      if let item = item(line, in: table) { return item }
    case 0x5F:
      if isRule(line.body, in: text) { return .markup }
    case 0x7C where text.offsets[first + 1] - text.offsets[first] == 1:
      if isDelimiterRow(line.body, in: text) { return .markup }
      return .row(.pipe, cells: pipeCells(line.body, in: table))
    case 0x3C:
      if let rows = htmlRows.read(line.body, in: table) { return .htmlRows(rows) }
      if isTagsOnly(line.body, in: text) { return .markup }
    default: break
    }
    let tabs = line.body.contains { text.scalars[$0] == 0x09 }
    // A row may begin with an empty cell: its tab is then among the white space before the body.
    let start = line.full.lowerBound
    if tabs || (start < line.body.lowerBound && text.scalars[start] == 0x09) {
      return .row(.tab, cells: tabCells(line, in: table))
    }
    return .text
  }

  /// The heading of `## 1 総論`, without closing marks; a mark without words is markup.
  private func heading(_ body: Range<Int>, in table: LineTable) -> LineRole? {
    guard body.count <= LineRole.longestHeading else { return nil }
    var level = 0
    while level < body.count, level < 7, table[body.lowerBound + level] == 0x23 { level += 1 }
    guard level <= 6 else { return nil }
    var content = (body.lowerBound + level)..<body.upperBound
    guard content.isEmpty || CharacterClass.isSpace(table[content.lowerBound]) else { return nil }
    content = table.trimmed(content)
    var end = content.upperBound
    while end > content.lowerBound, table[end - 1] == 0x23 { end -= 1 }
    if end > content.lowerBound, end < content.upperBound, CharacterClass.isSpace(table[end - 1]) {
      content = table.trimmed(content.lowerBound..<end)
    }
    return content.isEmpty ? .markup : .heading(level: level, content: content)
  }

  private func item(_ line: LineTable.Line, in table: LineTable) -> LineRole? {
    let mark = line.body.lowerBound
    guard line.body.count > 1, table[mark + 1] == 0x20 else { return nil }
    let content = table.trimmed((mark + 2)..<line.body.upperBound)
    return content.isEmpty ? .markup : .item(indent: line.indent, content: content)
  }

  private func isRule(_ body: Range<Int>, in text: ScalarText) -> Bool {
    guard let first = body.first, body.count >= 3 else { return false }
    return body.allSatisfy { text.scalars[$0] == text.scalars[first] || text.scalars[$0] == 0x20 }
  }

  private func isDelimiterRow(_ body: Range<Int>, in text: ScalarText) -> Bool {
    body.contains { text.scalars[$0] == 0x2D }
      && body.allSatisfy { [0x7C, 0x2D, 0x3A, 0x20].contains(text.scalars[$0]) }
  }

  private func isTagsOnly(_ body: Range<Int>, in text: ScalarText) -> Bool {
    InlineMarkup().pieces(of: body, in: text).isEmpty
  }

  private func pipeCells(_ body: Range<Int>, in table: LineTable) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = body.lowerBound + 1
    var i = start
    while i < body.upperBound {
      if table[i] == 0x5C { i += 2; continue }
      if table[i] == 0x7C {
        cells.append(table.trimmed(start..<i))
        start = i + 1
      }
      i += 1
    }
    if start < body.upperBound { cells.append(table.trimmed(start..<body.upperBound)) }
    return cells
  }

  private func tabCells(_ line: LineTable.Line, in table: LineTable) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.full.lowerBound
    for i in line.full where table[i] == 0x09 {
      cells.append(table.trimmed(start..<i))
      start = i + 1
    }
    cells.append(table.trimmed(start..<line.full.upperBound))
    return cells
  }
}
