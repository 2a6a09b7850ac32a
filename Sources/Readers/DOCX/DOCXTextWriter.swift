import DocumentModel

/// Writes the blocks of a Word text as extracted lines with their marks, numbers as Word prints them.
struct DOCXTextWriter: Sendable {
  let styles: DOCXStyles
  let notes: DOCXNotes
  private(set) var builder = ExtractedTextBuilder()
  private var counter: DOCXListCounter
  private var tables = 0
  /// The notes written so far: a second mark of one note doesn't repeat it.
  private var written: Set<String> = []

  init(styles: DOCXStyles, numbering: DOCXNumbering, notes: DOCXNotes) {
    self.styles = styles
    self.notes = notes
    counter = DOCXListCounter(numbering: numbering, styles: styles)
  }

  /// Writes the lines of headers and footers, which are set apart; each once, page numbers aside.
  mutating func writeFurniture(_ parts: [[DOCXBlock]]) {
    var seen: Set<String> = []
    for text in parts.flatMap(paragraphs(in:)).map(\.text)
    where text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) {
      if seen.insert(text).inserted { builder.add(text, .furniture) }
    }
  }

  /// Writes the blocks of the document's body.
  mutating func write(_ blocks: [DOCXBlock]) {
    let title = DOCXTitleFinder(styles: styles).title(in: blocks)
    for (index, block) in blocks.enumerated() {
      switch block {
      case .paragraph(let paragraph): write(paragraph, isTitle: title.contains(index))
      case .table(let table): write(table)
      }
    }
  }

  // MARK: Paragraphs

  private mutating func write(_ paragraph: DOCXParagraph, isTitle: Bool = false) {
    let properties = styles.resolved(paragraph.properties, isParagraph: true)
    let item = paragraph.isBlank ? nil : counter.label(of: properties)
    let role = role(of: paragraph, properties, item: item, isTitle: isTitle)
    let words = labelled(paragraph.text, by: item?.label ?? "")
    // A title broken in two is set over two lines; elsewhere a break parts what stands around it.
    if isTitled(role) {
      builder.add(words, role)
    } else {
      write(broken: words, role)
    }
    writeNotes(paragraph.notes)
    write(boxes: paragraph.boxes)
  }

  private func role(
    of paragraph: DOCXParagraph, _ properties: DOCXProperties,
    item: (label: String, level: Int)?, isTitle: Bool
  ) -> LineMark.Role {
    if isTitle { return .title }
    if let kind = DOCXParagraphKind(paragraph, properties, styles) {
      switch kind {
      case .title: return .title
      case .contents: return .furniture
      case .caption: return .caption
      case .quotation: return .quotation
      case .heading(let rank): return .heading(level: rank)
      }
    }
    if let item, !item.label.isEmpty { return .item(indent: item.level) }
    return CaptionWording.isCaption(paragraph.text) ? .caption : .paragraph
  }

  private func isTitled(_ role: LineMark.Role) -> Bool {
    switch role {
    case .title, .heading: true
    default: false
    }
  }

  /// Writes a paragraph, items that its author parted by breaks as blocks of their own.
  private mutating func write(broken words: String, _ role: LineMark.Role) {
    var open: [Substring] = []
    var current = role
    let inner: LineMark.Role =
      if case .item(let indent) = role { .item(indent: indent + 1) } else { .item(indent: 0) }
    for line in words.split(separator: "\n") {
      if !open.isEmpty, ItemWording.opensItem(line) {
        builder.add(open.joined(separator: " "), current)
        open = []
        current = inner
      } else if case .item = current, open.count == 1, Self.names(open[0], line) {
        builder.add(open.joined(separator: " "), current)
        open = []
        current = .paragraph
      }
      open.append(line)
    }
    builder.add(open.joined(separator: " "), current)
  }

  /// Whether the first line of an item names it and the next says what it is: sentences or an address.
  private static func names(_ name: Substring, _ line: Substring) -> Bool {
    name.count <= 40 && !name.contains("。")
      && (line.contains("。") || ["http://", "https://"].contains(where: line.hasPrefix))
  }

  /// The words with spaces for breaks.
  private static func unbroken(_ words: String) -> String {
    words.utf8.contains(0x0A)
      ? words.split(separator: "\n").joined(separator: " ") : words
  }

  /// A label before the words, with one space between where neither brings one.
  private func labelled(_ words: String, by label: String) -> String {
    guard let last = label.unicodeScalars.last, last == " ",
      let first = words.unicodeScalars.first, first.properties.isWhitespace
    else { return label + words }
    return label.dropLast() + words
  }

  private mutating func write(boxes: [DOCXBlock]) {
    for box in boxes {
      switch box {
      case .paragraph(let paragraph): write(paragraph)
      case .table(let table): write(table)
      }
    }
  }

  // MARK: Notes

  /// Writes the notes whose marks stand in the text just written, so that they stay in its section.
  private mutating func writeNotes(_ marks: [DOCXNoteMark]) {
    for mark in marks where written.insert("\(mark.isEndnote) \(mark.id)").inserted {
      let words = paragraphs(in: notes.blocks(of: mark)).map { Self.unbroken($0.text) }
      guard words.contains(where: { $0.contains { !$0.isWhitespace } }) else { continue }
      let number = mark.mark.map { ScriptCharacters.superscript($0) + " " } ?? ""
      var text = words.joined(separator: "\n")
      while let first = text.unicodeScalars.first, first.properties.isWhitespace {
        text.unicodeScalars.removeFirst()
      }
      builder.add(number + text, .note)
    }
  }

  /// The paragraphs of blocks in reading order, those in tables and boxes included.
  private func paragraphs(in blocks: [DOCXBlock]) -> [DOCXParagraph] {
    blocks.flatMap { block in
      switch block {
      case .paragraph(let paragraph): [paragraph] + paragraphs(in: paragraph.boxes)
      case .table(let table):
        table.rows.flatMap { $0.cells.flatMap { paragraphs(in: $0.blocks) } }
      }
    }
  }

  // MARK: Tables

  private mutating func write(_ table: DOCXTable) {
    if table.isBox {
      for cell in table.rows.flatMap(\.cells) { write(boxes: cell.blocks) }
      return
    }
    tables += 1
    let number = tables
    let headers = DOCXTableHead(styles: styles).headerRows(of: table)
    for (index, row) in table.rows.enumerated() {
      var cells = [String](repeating: "", count: row.skipped)
      var inner = CellContent()
      for cell in row.cells {
        // A cell that goes on with the one above has no words of its own.
        cells.append(cell.continuesAbove ? "" : words(of: cell.blocks, &inner))
        cells += [String](repeating: "", count: cell.columns - 1)
      }
      builder.addRow(cells, table: number, isHeader: index < headers)
      writeNotes(inner.notes)
      for table in inner.tables { write(table) }
    }
  }

  /// What a row's cells hold beside their words.
  private struct CellContent {
    var notes: [DOCXNoteMark] = []
    var tables: [DOCXTable] = []
  }

  /// The words of a cell, its paragraphs parted by line ends; tables inside it follow its row.
  private mutating func words(of blocks: [DOCXBlock], _ content: inout CellContent) -> String {
    var parts: [String] = []
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        let properties = styles.resolved(paragraph.properties, isParagraph: true)
        let item = paragraph.isBlank ? nil : counter.label(of: properties)
        parts.append(labelled(paragraph.text, by: item?.label ?? ""))
        content.notes += paragraph.notes
        parts.append(words(of: paragraph.boxes, &content))
      case .table(let table) where table.isBox:
        for cell in table.rows.flatMap(\.cells) { parts.append(words(of: cell.blocks, &content)) }
      case .table(let table): content.tables.append(table)
      }
    }
    return parts.joined(separator: "\n")
  }
}
