/// Reads text bodies and tables of a slide (ECMA-376 21.1.2, 21.1.3).
struct PPTXTextParser {
  let reader: XMLPullReader

  init(_ reader: XMLPullReader) { self.reader = reader }

  /// Reads the paragraphs of the text body whose start was the last event.
  func body() throws(XMLReadingError) -> PPTXTextBody {
    var body = PPTXTextBody()
    let reader = reader
    try reader.forEachChild { (name) throws(XMLReadingError) in
      switch name {
      case "bodyPr":
        body.isVertical = ["eaVert", "wordArtVertRtl"].contains(reader.attribute("vert"))
        try reader.skip()
      case "lstStyle": body.bullets = try bullets()
      case "p": body.paragraphs.append(try paragraph())
      default: try reader.skip()
      }
    }
    return body
  }

  /// Reads the bullets of the list style whose start was the last event: `lvl1pPr` to `lvl9pPr`.
  func bullets() throws(XMLReadingError) -> PPTXBullets {
    var bullets: PPTXBullets = [:]
    try reader.forEachChild { (name) throws(XMLReadingError) in
      let level = name.hasPrefix("lvl") ? name.dropFirst(3).prefix(1) : ""
      if let number = Int(level), (1...9).contains(number) {
        bullets[number - 1] = try bullet()
      } else {
        try reader.skip()
      }
    }
    return bullets
  }

  /// Reads the bullet among the properties whose start was the last event.
  private func bullet() throws(XMLReadingError) -> PPTXBullet? {
    var bullet: PPTXBullet?
    var font: String?
    try reader.forEachChild { (name) throws(XMLReadingError) in
      switch name {
      case "buNone": bullet = PPTXBullet.none
      case "buFont": font = reader.attribute("typeface")
      case "buChar": bullet = .character(reader.attribute("char") ?? "")
      case "buBlip": bullet = .picture
      case "buAutoNum":
        let start = reader.attribute("startAt").flatMap { Int($0) } ?? 1
        bullet = .number(
          format: reader.attribute("type") ?? "", start: min(max(start, 0), 1_000_000))
      default: break
      }
      try reader.skip()
    }
    if case .character(let character)? = bullet {
      return .character(SymbolFonts.text(character, font: font))
    }
    return bullet
  }

  private func paragraph() throws(XMLReadingError) -> PPTXParagraph {
    var paragraph = PPTXParagraph()
    try readRuns(into: &paragraph)
    return paragraph
  }

  private func readRuns(into paragraph: inout PPTXParagraph) throws(XMLReadingError) {
    while true {
      switch try reader.next() {
      case .start:
        switch reader.name {
        case "pPr":
          let level = reader.attribute("lvl").flatMap { Int($0) } ?? 0
          paragraph.level = min(max(level, 0), 8)
          paragraph.bullet = try bullet()
        case "r": try readRun(into: &paragraph)
        case "br":
          paragraph.text += "\n"
          try reader.skip()
        case "fld":
          // The number of the slide is the page's, not the text's.
          if reader.attribute("type") == "slidenum" {
            try reader.skip()
          } else {
            try readRun(into: &paragraph)
          }
        case "endParaRPr": try reader.skip()
        case "AlternateContent":
          let count = paragraph.text.utf8.count
          var inner = paragraph
          try reader.forEachChild { (_) throws(XMLReadingError) in
            if inner.text.utf8.count > count {
              try reader.skip()
            } else {
              try readRuns(into: &inner)
            }
          }
          paragraph.text = inner.text
        case "oMath", "oMathPara": paragraph.text += try OfficeFormula(reader).text()
        case let name where name.hasSuffix("Pr"): try reader.skip()
        default: try readRuns(into: &paragraph)
        }
      case .end, .finished: return
      case .text: break
      }
    }
  }

  /// The words of a run; raised and lowered figures stay apart from what stands before them.
  private func readRun(into paragraph: inout PPTXParagraph) throws(XMLReadingError) {
    var words = ""
    var baseline = 0
    var size: Int?
    try reader.forEachChild { (name) throws(XMLReadingError) in
      switch name {
      case "rPr":
        baseline = reader.attribute("baseline").flatMap { Int($0) } ?? 0
        size = reader.attribute("sz").flatMap { Int($0) }
        try reader.skip()
      case "t": words += try reader.textContent()
      default: try reader.skip()
      }
    }
    if let size, !words.isEmpty { paragraph.size = max(paragraph.size ?? 0, size) }
    if baseline > 0 {
      words = ScriptCharacters.superscript(words)
    } else if baseline < 0 {
      words = ScriptCharacters.subscript(words)
    }
    paragraph.text += words
  }

  /// Reads the table whose start was the last event.
  func table() throws(XMLReadingError) -> PPTXTable {
    var table = PPTXTable()
    try reader.forEachChild { (name) throws(XMLReadingError) in
      switch name {
      case "tblPr":
        table.hasFirstRow =
          reader.attribute("firstRow").map { ["1", "true"].contains($0) } ?? false
        try reader.skip()
      case "tr":
        var row = PPTXTable.Row()
        try reader.forEachChild { (name) throws(XMLReadingError) in
          if name == "tc" { row.cells.append(try cell()) } else { try reader.skip() }
        }
        table.rows.append(row)
      default: try reader.skip()
      }
    }
    return table
  }

  /// The words of a cell; the cells that a merged one covers are there too, empty.
  private func cell() throws(XMLReadingError) -> String {
    let isCovered = ["hMerge", "vMerge"].contains { name in
      reader.attribute(name).map { ["1", "true"].contains($0) } ?? false
    }
    var words = ""
    try reader.forEachChild { (name) throws(XMLReadingError) in
      if name == "txBody" {
        words = try body().text
      } else {
        try reader.skip()
      }
    }
    return isCovered ? "" : words
  }
}
