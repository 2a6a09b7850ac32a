import Archive

/// Writes a paper as a Word document: real headings, quotations, footnotes and tables on A4.
///
/// The parts follow ECMA-376 (Office Open XML). Nothing in the file tells when, where or by whom it
/// was made, so equal papers give equal bytes. Fonts are named, not embedded: ＭＳ 明朝, as in
/// official papers, with 游明朝 as the substitute for machines without it.
package struct DOCXWriter: Sendable {
  package init() {}

  /// Returns the bytes of the document.
  package func write(_ paper: CitedDocument) -> [UInt8] {
    var archive = ZipWriter()
    let parts = DOCXParts(hasNotes: !paper.notes.isEmpty, hasEndnotes: paper.hasEndnotes)
    var files: [(name: String, xml: String)] = [
      ("[Content_Types].xml", parts.contentTypes), ("_rels/.rels", parts.packageRelations),
      ("docProps/core.xml", parts.properties(title: paper.title ?? "")),
      ("word/document.xml", document(paper, parts)),
      ("word/_rels/document.xml.rels", parts.relations),
      ("word/styles.xml", DOCXStyles.xml), ("word/numbering.xml", parts.numbering),
      ("word/settings.xml", parts.settings), ("word/fontTable.xml", parts.fonts),
      ("word/footer1.xml", parts.footer),
    ]
    if !paper.notes.isEmpty {
      files.append(("word/\(parts.notesName)s.xml", notes(paper, parts)))
    }
    for file in files {
      archive.add(file.name, Array((DOCXParts.declaration + file.xml).utf8))
    }
    return archive.finish()
  }

  private func document(_ paper: CitedDocument, _ parts: DOCXParts) -> String {
    let isEndnote = paper.hasEndnotes
    let page = Page(paper)
    var body = paper.title.map { paragraph("Title", [.text($0)], isEndnote) } ?? ""
    for block in paper.blocks { body += self.block(block, isEndnote, page) }
    return """
      <w:document \(DOCXParts.namespaces)><w:body>\(body)<w:sectPr>\
      <w:footerReference w:type="default" r:id="rId5"/>\(parts.sectionNotes)\
      \(page.size)<w:pgMar w:top="1985" w:right="1701" w:bottom="1701" w:left="1701" \
      w:header="851" w:footer="992" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="360"/>\
      </w:sectPr></w:body></w:document>
      """
  }

  /// A4, upright; across where a table has more columns than an upright page can show.
  private struct Page {
    let isAcross: Bool

    init(_ paper: CitedDocument) {
      isAcross = paper.blocks.contains { block in
        if case .table(let header, _) = block { header.count > 4 } else { false }
      }
    }

    /// In twentieths of a point.
    var size: String {
      isAcross
        ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
        : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
    }

    /// Between the margins, in twentieths of a point.
    var width: Int { (isAcross ? 16838 : 11906) - 2 * 1701 }
  }

  private func block(
    _ block: CitedDocument.Block, _ isEndnote: Bool, _ page: Page
  ) -> String {
    switch block {
    case .heading(let level, let title): paragraph("Heading\(level)", [.text(title)], isEndnote)
    case .paragraph(let line): paragraph(nil, line, isEndnote)
    case .quotation(let lines): lines.map { paragraph("Quote", $0, isEndnote) }.joined()
    case .source(let line): paragraph("Source", line, isEndnote)
    case .remark(let text): paragraph("Remark", [.text(text)], isEndnote)
    case .list(let items): items.map { paragraph("ListBullet", $0, isEndnote) }.joined()
    case .table(let header, let rows): table(header, rows, isEndnote, page)
    }
  }

  private func table(
    _ header: [String], _ rows: [[[CitedDocument.Inline]]], _ isEndnote: Bool, _ page: Page
  ) -> String {
    let widths = Self.widths(of: [header] + rows.map { $0.map(\.words) }, in: page.width)
    func row(_ cells: [[CitedDocument.Inline]], isHeader: Bool) -> String {
      let mark = isHeader ? "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : ""
      let filled = zip(cells, widths).map { cell, width in
        "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>"
          + paragraph(isHeader ? "TableHeader" : "TableText", cell, isEndnote) + "</w:tc>"
      }
      return "<w:tr>\(mark)\(filled.joined())</w:tr>"
    }
    let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    let all =
      [row(header.map { [.text($0)] }, isHeader: true)]
      + rows.map { row($0, isHeader: false) }
    // Word wants a paragraph between a table and what follows.
    return """
      <w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>\
      <w:tblLayout w:type="fixed"/></w:tblPr>\
      <w:tblGrid>\(grid)</w:tblGrid>\(all.joined())</w:tbl><w:p/>
      """
  }

  /// The widths of columns: those of short words no wider than these, the others alike; two squares
  /// to spare, since figures are set off from kanji by white space.
  private static func widths(of rows: [[String]], in width: Int) -> [Int] {
    // Table text is 9 points: 180 twentieths a full square, and 216 for the cell's own margins.
    let (square, margins, longest) = (180, 216, 12)
    let columns = rows[0].indices.map { column -> Int in
      let cells = rows.map { $0.indices.contains(column) ? $0[column] : "" }
      return cells.map(Self.squares).max() ?? 0
    }
    let short = columns.map { $0 <= longest ? (max($0, 2) + 2) * square + margins : 0 }
    let wide = short.count { $0 == 0 }
    let rest = width - short.reduce(0, +)
    guard wide > 0, rest > 0 else {
      return [Int](repeating: width / max(1, columns.count), count: columns.count)
    }
    return short.map { $0 > 0 ? $0 : rest / wide }
  }

  /// The width of words in full squares.
  private static func squares(_ words: String) -> Int {
    let halves = words.unicodeScalars.reduce(0) { sum, scalar in
      sum + (scalar.value < 0x80 ? 1 : 2)
    }
    return (halves + 1) / 2
  }

  private func paragraph(
    _ style: String?, _ line: [CitedDocument.Inline], _ isEndnote: Bool
  ) -> String {
    let properties = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
    return "<w:p>\(properties)\(line.map { run($0, isEndnote) }.joined())</w:p>"
  }

  private func run(_ part: CitedDocument.Inline, _ isEndnote: Bool) -> String {
    switch part {
    case .text(let text): Self.text(text)
    case .emphasis(let text): Self.text(text, properties: "<w:rPr><w:em w:val=\"dot\"/></w:rPr>")
    case .lineBreak: "<w:r><w:br/></w:r>"
    case .note(let number):
      isEndnote
        ? """
        <w:r><w:rPr><w:rStyle w:val="EndnoteReference"/></w:rPr>\
        <w:endnoteReference w:id="\(number)"/></w:r>
        """
        : """
        <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>\
        <w:footnoteReference w:id="\(number)"/></w:r>
        """
    }
  }

  private static func text(_ text: String, properties: String = "") -> String {
    "<w:r>\(properties)<w:t xml:space=\"preserve\">\(MarkupText.escaped(text))</w:t></w:r>"
  }

  private func notes(_ paper: CitedDocument, _ parts: DOCXParts) -> String {
    let name = parts.notesName
    let style = paper.hasEndnotes ? "Endnote" : "Footnote"
    // Notes -1 and 0 are the rules that Word draws above notes.
    var xml = """
      <w:\(name)s \(DOCXParts.namespaces)><w:\(name) w:type="separator" w:id="-1"><w:p><w:r>\
      <w:separator/></w:r></w:p></w:\(name)><w:\(name) w:type="continuationSeparator" w:id="0">\
      <w:p><w:r><w:continuationSeparator/></w:r></w:p></w:\(name)>
      """
    for (index, note) in paper.notes.enumerated() {
      xml += """
        <w:\(name) w:id="\(index + 1)"><w:p><w:pPr><w:pStyle w:val="\(style)Text"/></w:pPr><w:r>\
        <w:rPr><w:rStyle w:val="\(style)Reference"/></w:rPr><w:\(name)Ref/></w:r>\
        \(Self.text(" "))\(note.map { run($0, paper.hasEndnotes) }.joined())</w:p></w:\(name)>
        """
    }
    return xml + "</w:\(name)s>"
  }
}
