import DocumentModel

/// Reads paragraphs and tables of a part of a Word file as the final text: insertions kept, what was
/// deleted or moved away left out, fields as their results, each text box once.
///
/// The nesting of elements is bounded by libxml2 (256), and so is the recursion here.
struct DOCXBodyParser {
  let reader: XMLPullReader
  let styles: DOCXStyles
  /// How notes are numbered.
  var notes: DOCXNoteCounter
  /// Whether the results of page number fields are left out, as in headers and footers.
  var dropsPageNumbers = false

  /// Fields that are open, outermost first, with their instructions.
  private var fields: [DOCXField] = []

  init(_ reader: XMLPullReader, styles: DOCXStyles, notes: DOCXNoteCounter = .init()) {
    self.reader = reader
    self.styles = styles
    self.notes = notes
  }

  /// Reads the blocks inside the element whose start was the last event.
  mutating func blocks() throws(XMLReadingError) -> [DOCXBlock] {
    var list = BlockList()
    try readBlocks(into: &list)
    list.close()
    return list.blocks
  }

  /// Blocks in order, with a paragraph whose end was deleted waiting for the one it runs on into.
  private struct BlockList {
    var blocks: [DOCXBlock] = []
    private var open: DOCXParagraph?

    mutating func add(_ paragraph: DOCXParagraph) {
      var paragraph = paragraph
      if var merged = open {
        open = nil
        merged.text += paragraph.text
        merged.notes += paragraph.notes
        merged.boxes += paragraph.boxes
        // The end that is left is the next paragraph's, and so is what is set at it.
        merged.properties = paragraph.properties
        paragraph = merged
      }
      if paragraph.properties.isEndDeleted {
        open = paragraph
      } else {
        blocks.append(.paragraph(paragraph))
      }
    }

    mutating func add(_ table: DOCXTable) {
      close()
      if !table.rows.isEmpty { blocks.append(.table(table)) }
    }

    mutating func close() {
      if let open { blocks.append(.paragraph(open)) }
      open = nil
    }
  }

  private mutating func readBlocks(into list: inout BlockList) throws(XMLReadingError) {
    while true {
      switch try reader.next() {
      case .start:
        switch reader.name {
        case "p": list.add(try paragraph())
        case "tbl": list.add(try table())
        case "sdt":
          try readControl { (parser) throws(XMLReadingError) in
            try parser.readBlocks(into: &list)
          }
        case "AlternateContent":
          try readAlternatives { (parser) throws(XMLReadingError) in
            let count = list.blocks.count
            try parser.readBlocks(into: &list)
            return list.blocks.count > count
          }
        case "customXml", "ins", "moveTo", "smartTag": try readBlocks(into: &list)
        default: try reader.skip()
        }
      case .end, .finished: return
      case .text: break
      }
    }
  }

  /// A content control: its content, but for the words that only ask for some.
  private mutating func readControl(
    _ read: (inout DOCXBodyParser) throws(XMLReadingError) -> Void
  ) throws(XMLReadingError) {
    var showsPlaceholder = false
    while true {
      switch try reader.next() {
      case .start:
        switch reader.name {
        case "sdtPr":
          let reader = reader
          try reader.forEachChild { (name) throws(XMLReadingError) in
            if name == "showingPlcHdr" {
              showsPlaceholder = reader.attribute("val").map(DOCXProperties.isOn) ?? true
            }
            try reader.skip()
          }
        case "sdtContent":
          if showsPlaceholder { try reader.skip() } else { try read(&self) }
        default: try reader.skip()
        }
      case .end, .finished: return
      case .text: break
      }
    }
  }

  /// The first of several forms of one content that holds any words.
  private mutating func readAlternatives(
    _ read: (inout DOCXBodyParser) throws(XMLReadingError) -> Bool
  ) throws(XMLReadingError) {
    var isFound = false
    while true {
      switch try reader.next() {
      case .start:
        if isFound { try reader.skip() } else { isFound = try read(&self) }
      case .end, .finished: return
      case .text: break
      }
    }
  }

  // MARK: Tables

  private mutating func table() throws(XMLReadingError) -> DOCXTable {
    var table = DOCXTable()
    try readRows(into: &table)
    return table
  }

  private mutating func readRows(into table: inout DOCXTable) throws(XMLReadingError) {
    while true {
      switch try reader.next() {
      case .start:
        switch reader.name {
        case "tr": if let row = try row() { table.rows.append(row) }
        case "sdt":
          try readControl { (parser) throws(XMLReadingError) in
            try parser.readRows(into: &table)
          }
        case "customXml", "ins", "moveTo": try readRows(into: &table)
        default: try reader.skip()
        }
      case .end, .finished: return
      case .text: break
      }
    }
  }

  /// A row, or nil where it was deleted.
  private mutating func row() throws(XMLReadingError) -> DOCXTable.Row? {
    var row = DOCXTable.Row()
    var isDeleted = false
    try readCells(into: &row, isDeleted: &isDeleted)
    return isDeleted ? nil : row
  }

  private mutating func readCells(
    into row: inout DOCXTable.Row, isDeleted: inout Bool
  ) throws(XMLReadingError) {
    while true {
      switch try reader.next() {
      case .start:
        switch reader.name {
        case "trPr":
          let reader = reader
          try reader.forEachChild { (name) throws(XMLReadingError) in
            switch name {
            case "tblHeader":
              row.isHeader = reader.attribute("val").map(DOCXProperties.isOn) ?? true
            case "gridBefore": row.skipped = Self.columns(reader.attribute("val"), atLeast: 0)
            case "del": isDeleted = true
            default: break
            }
            try reader.skip()
          }
        case "tc": if let cell = try cell() { row.cells.append(cell) }
        case "sdt":
          try readControl { (parser) throws(XMLReadingError) in
            try parser.readCells(into: &row, isDeleted: &isDeleted)
          }
        case "customXml", "ins", "moveTo": try readCells(into: &row, isDeleted: &isDeleted)
        default: try reader.skip()
        }
      case .end, .finished: return
      case .text: break
      }
    }
  }

  /// A cell, or nil where it was deleted.
  private mutating func cell() throws(XMLReadingError) -> DOCXTable.Cell? {
    var cell = DOCXTable.Cell()
    var isDeleted = false
    var list = BlockList()
    while true {
      switch try reader.next() {
      case .start:
        switch reader.name {
        case "tcPr": isDeleted = try Self.readProperties(reader, of: &cell)
        case "p": list.add(try paragraph())
        case "tbl": list.add(try table())
        case "sdt":
          try readControl { (parser) throws(XMLReadingError) in
            try parser.readBlocks(into: &list)
          }
        case "customXml", "ins", "moveTo": try readBlocks(into: &list)
        default: try reader.skip()
        }
      case .end, .finished:
        list.close()
        cell.blocks = list.blocks
        return isDeleted ? nil : cell
      case .text: break
      }
    }
  }

  /// Reads what is set at a cell; true where a change that is tracked deletes it.
  private static func readProperties(
    _ reader: XMLPullReader, of cell: inout DOCXTable.Cell
  ) throws(XMLReadingError) -> Bool {
    var isDeleted = false
    try reader.forEachChild { (name) throws(XMLReadingError) in
      let value = reader.attribute("val")
      switch name {
      case "gridSpan": cell.columns = columns(value, atLeast: 1)
      case "vMerge", "hMerge": cell.continuesAbove = (value ?? "continue") == "continue"
      case "shd":
        let fill = reader.attribute("fill") ?? "auto"
        cell.isShaded = !["auto", "FFFFFF", "ffffff"].contains(fill)
      case "cellDel": isDeleted = true
      default: break
      }
      try reader.skip()
    }
    return isDeleted
  }

  /// A count of columns, no more than Word allows, so that a false figure costs nothing.
  private static func columns(_ value: String?, atLeast least: Int) -> Int {
    min(max(value.flatMap { Int($0) } ?? least, least), 63)
  }

  // MARK: Paragraphs

  private mutating func paragraph() throws(XMLReadingError) -> DOCXParagraph {
    var paragraph = DOCXParagraph()
    var runs = RunTally()
    try readInline(into: &paragraph, &runs)
    paragraph.isBold = runs.bold > 0 && runs.plain == 0
    return paragraph
  }

  /// How many characters of a paragraph are set in bold.
  private struct RunTally {
    var bold = 0
    var plain = 0
  }

  private mutating func readInline(
    into paragraph: inout DOCXParagraph, _ runs: inout RunTally
  ) throws(XMLReadingError) {
    while true {
      switch try reader.next() {
      case .start:
        switch reader.name {
        case "pPr": try paragraph.properties.readParagraph(reader)
        case "r": try readRun(into: &paragraph, &runs)
        case "fldSimple":
          fields.append(DOCXField(instruction: reader.attribute("instr") ?? "", isResult: true))
          try readInline(into: &paragraph, &runs)
          fields.removeLast()
        case "sdt":
          try readControl { (parser) throws(XMLReadingError) in
            try parser.readInline(into: &paragraph, &runs)
          }
        case "AlternateContent":
          try readAlternatives { (parser) throws(XMLReadingError) in
            let before = (paragraph.text.utf8.count, paragraph.boxes.count)
            try parser.readInline(into: &paragraph, &runs)
            return before != (paragraph.text.utf8.count, paragraph.boxes.count)
          }
        // Deleted words, readings above their base, and properties have nothing to show.
        case "del", "moveFrom", "rt", "rubyPr", "sdtPr", "ctrlPr": try reader.skip()
        case let name where name.hasSuffix("Pr"): try reader.skip()
        case "oMath", "oMathPara":
          let formula = try OfficeFormula(reader).text()
          if fields.allSatisfy(\.isResult) { paragraph.text += formula }
        // Hyperlinks, insertions, smart tags: their words are the text's.
        default: try readInline(into: &paragraph, &runs)
        }
      case .end, .finished: return
      case .text: break
      }
    }
  }

  private mutating func readRun(
    into paragraph: inout DOCXParagraph, _ runs: inout RunTally
  ) throws(XMLReadingError) {
    var own = DOCXProperties()
    var words = ""
    while true {
      switch try reader.next() {
      case .start:
        switch reader.name {
        case "rPr": try own.readRun(reader)
        case "t":
          let isKept = reader.attribute("space") == "preserve"
          words += Self.words(try reader.textContent(), keepsSpaces: isKept)
        case "tab", "ptab":
          words += " "
          try reader.skip()
        case "br":
          words += "\n"
          try reader.skip()
        case "cr":
          words += "\n"
          try reader.skip()
        case "noBreakHyphen":
          words += "-"
          try reader.skip()
        case "sym":
          if let code = reader.attribute("char").flatMap({ UInt32($0, radix: 16) }),
            let scalar = Unicode.Scalar(code)
          {
            words += SymbolFonts.text(String(scalar), font: reader.attribute("font"))
          }
          try reader.skip()
        case "fldChar":
          flush(&words, own, into: &paragraph, &runs)
          words += readField(reader.attribute("fldCharType"))
          try reader.skip()
        case "instrText":
          let instruction = try reader.textContent()
          if let last = fields.indices.last, !fields[last].isResult {
            fields[last].instruction += instruction
          }
        case "footnoteReference", "endnoteReference":
          flush(&words, own, into: &paragraph, &runs)
          let isCustom = reader.attribute("customMarkFollows").map(DOCXProperties.isOn) ?? false
          let mark = notes.mark(
            reader.attribute("id") ?? "", isEndnote: reader.name == "endnoteReference",
            isCustom: isCustom)
          if isShown(own) {
            paragraph.text += ScriptCharacters.superscript(mark.mark ?? "")
            paragraph.notes.append(mark)
          }
          try reader.skip()
        case "ruby": try readRuby(into: &words)
        case "txbxContent": paragraph.boxes += try blocks()
        case "drawing", "pict", "object": try readBoxes(into: &paragraph)
        case "AlternateContent":
          try readAlternatives { (parser) throws(XMLReadingError) in
            try parser.readRunAlternative(into: &paragraph, &words)
          }
        default: try reader.skip()
        }
      case .end, .finished:
        flush(&words, own, into: &paragraph, &runs)
        return
      case .text: break
      }
    }
  }

  /// One form of a run's content: a drawing's text boxes, or characters.
  private mutating func readRunAlternative(
    into paragraph: inout DOCXParagraph, _ words: inout String
  ) throws(XMLReadingError) -> Bool {
    let boxes = paragraph.boxes.count
    let count = words.utf8.count
    while true {
      switch try reader.next() {
      case .start:
        switch reader.name {
        case "t": words += try reader.textContent()
        default: try readBoxes(into: &paragraph)
        }
      case .end, .finished: return boxes < paragraph.boxes.count || words.utf8.count > count
      case .text: break
      }
    }
  }

  /// The text boxes inside an element; pictures and shapes have no words of their own.
  private mutating func readBoxes(
    into paragraph: inout DOCXParagraph
  ) throws(XMLReadingError) {
    if reader.name == "txbxContent" {
      paragraph.boxes += try blocks()
      return
    }
    while true {
      switch try reader.next() {
      case .start:
        switch reader.name {
        case "txbxContent": paragraph.boxes += try blocks()
        case "AlternateContent":
          try readAlternatives { (parser) throws(XMLReadingError) in
            let count = paragraph.boxes.count
            try parser.readBoxes(into: &paragraph)
            return paragraph.boxes.count > count
          }
        default: try readBoxes(into: &paragraph)
        }
      case .end, .finished: return
      case .text: break
      }
    }
  }

  /// The base text of a ruby, without its reading.
  private mutating func readRuby(into words: inout String) throws(XMLReadingError) {
    var base = DOCXParagraph()
    var runs = RunTally()
    while true {
      switch try reader.next() {
      case .start:
        if reader.name == "rubyBase" {
          try readInline(into: &base, &runs)
        } else {
          try reader.skip()
        }
      case .end, .finished:
        words += base.text
        return
      case .text: break
      }
    }
  }

  // MARK: Runs

  /// Opens, goes on with or closes a field; returns what one that closes without a result draws.
  private mutating func readField(_ type: String?) -> String {
    switch type {
    case "begin": fields.append(DOCXField())
    case "separate": if let last = fields.indices.last { fields[last].isResult = true }
    case "end": return fields.popLast()?.drawn ?? ""
    default: break
    }
    return ""
  }

  /// Adds the words of a run, as far as they are printed.
  private mutating func flush(
    _ words: inout String, _ own: DOCXProperties, into paragraph: inout DOCXParagraph,
    _ runs: inout RunTally
  ) {
    defer { words = "" }
    guard !words.isEmpty, isShown(own), fields.allSatisfy(\.isResult) else { return }
    if dropsPageNumbers, fields.contains(where: { Self.pageFields.contains($0.command) }) {
      return
    }
    if fields.contains(where: { $0.command == "TOC" }) { paragraph.isContents = true }
    for index in fields.indices { fields[index].hasWords = true }
    let properties = styles.resolved(own, isParagraph: false)
    switch properties.script {
    case .superscript: paragraph.text += ScriptCharacters.superscript(words)
    case .subscript: paragraph.text += ScriptCharacters.subscript(words)
    case .baseline, nil: paragraph.text += words
    }
    if let size = properties.size { paragraph.size = max(paragraph.size ?? 0, size) }
    if properties.isBold == true {
      runs.bold += words.utf8.count
    } else {
      runs.plain += words.utf8.count
    }
  }

  private func isShown(_ own: DOCXProperties) -> Bool {
    styles.resolved(own, isParagraph: false).isHidden != true
  }

  private static let pageFields: Set<String> = ["PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"]

  /// White space at the ends of a text counts only where the file says so; a line end is a space.
  private static func words(_ text: String, keepsSpaces: Bool) -> String {
    var scalars = text.unicodeScalars[...]
    if !keepsSpaces {
      while let first = scalars.first, first.value <= 0x20 { scalars.removeFirst() }
      while let last = scalars.last, last.value <= 0x20 { scalars.removeLast() }
    }
    guard scalars.contains("\n") else { return String(scalars) }
    return String(scalars: scalars.map { $0 == "\n" ? " " : $0 })
  }
}
