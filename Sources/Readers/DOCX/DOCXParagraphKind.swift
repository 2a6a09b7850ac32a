/// What a paragraph is by its style or its rank in the outline.
enum DOCXParagraphKind: Sendable, Equatable {
  case title, caption, contents, quotation
  /// A heading of a rank from 1.
  case heading(Int)

  /// Reads the kind, or nil for running text.
  ///
  /// A style's name as a title, a caption or a table of contents comes before its rank in the
  /// outline, which Japanese templates give to titles too.
  init?(_ paragraph: DOCXParagraph, _ properties: DOCXProperties, _ styles: DOCXStyles) {
    if paragraph.isContents {
      self = .contents
      return
    }
    let named = styles.kind(of: paragraph.properties.style)
    switch named {
    case .title: self = .title
    case .caption: self = .caption
    case .contents: self = .contents
    case .quotation where !(0..<9).contains(properties.outline ?? 9): self = .quotation
    case .heading, .quotation, nil:
      if let outline = properties.outline {
        guard (0..<9).contains(outline) else { return nil }
        self = .heading(outline + 1)
      } else if case .heading(let rank)? = named {
        self = .heading(rank)
      } else {
        return nil
      }
    }
  }
}

/// Finds the title of a Word text whose author used no title style.
///
/// The title is what is set largest among the first lines, in the middle and larger than the text
/// of the document; the lines of one title follow each other. Nothing else is taken for one.
struct DOCXTitleFinder: Sendable {
  let styles: DOCXStyles
  /// How many paragraphs with words a title page is looked for in.
  private static let reach = 12
  private static let longestTitle = 4

  /// Returns the positions of the title's paragraphs among the blocks; empty where none is found or
  /// a style tells it.
  func title(in blocks: [DOCXBlock]) -> Set<Int> {
    var sizes: [Int: Int] = [:]
    var lines: [(index: Int, size: Int)] = []
    var isOpening = true
    for (index, block) in blocks.enumerated() {
      guard case .paragraph(let paragraph) = block else { continue }
      if paragraph.isBlank { continue }
      let properties = styles.resolved(paragraph.properties, isParagraph: true)
      let kind = DOCXParagraphKind(paragraph, properties, styles)
      if kind == .title { return [] }
      if kind != nil { isOpening = false }
      let size = paragraph.size ?? properties.size ?? Self.defaultSize
      sizes[size, default: 0] += paragraph.text.utf8.count
      if isOpening, lines.count < Self.reach {
        let isCandidate = properties.isCentered == true && !paragraph.text.contains("。")
        lines.append((index, isCandidate ? size : 0))
      }
    }
    guard let body = sizes.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key,
      let largest = lines.max(by: { $0.size < $1.size })?.size, largest > body,
      let first = lines.firstIndex(where: { $0.size == largest })
    else { return [] }
    let title = lines[first...].prefix { $0.size == largest }
    guard title.count <= Self.longestTitle else { return [] }
    return Set(title.map(\.index))
  }

  /// Half points of the type of a file that states none (ECMA-376 17.7.5: 10 points).
  private static let defaultSize = 20
}

/// Tells which rows of a table hold the names of its columns.
struct DOCXTableHead: Sendable {
  let styles: DOCXStyles
  /// Returns how many of the first rows are heads: those that the file repeats on every page, else
  /// the first where its words are short and it is set off, or has three columns and more.
  func headerRows(of table: DOCXTable) -> Int {
    let stated = table.rows.prefix { $0.isHeader }.count
    guard stated == 0 else { return stated < table.rows.count ? stated : 0 }
    guard table.rows.count > 1, holdsNames(table.rows[0]) else { return 0 }
    let isSetOff = isSetOff(table.rows[0]) && !isSetOff(table.rows[1])
    return isSetOff || filled(table.rows[0]).count >= 3 ? 1 : 0
  }

  private func filled(_ row: DOCXTable.Row) -> [DOCXTable.Cell] {
    row.cells.filter { cell in
      !cell.continuesAbove && paragraphs(of: cell).contains { !$0.isBlank }
    }
  }

  private func paragraphs(of cell: DOCXTable.Cell) -> [DOCXParagraph] {
    cell.blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
  }

  private func holdsNames(_ row: DOCXTable.Row) -> Bool {
    HeaderWording.holdsNames(filled(row).map { paragraphs(of: $0).map(\.text).joined() })
  }

  /// Whether shade, bold type or the middle of the cell set all words of a row off.
  private func isSetOff(_ row: DOCXTable.Row) -> Bool {
    let cells = filled(row)
    guard !cells.isEmpty else { return false }
    return cells.allSatisfy(\.isShaded) || all(cells) { $0.isBold }
      || all(cells) {
        styles.resolved($0.properties, isParagraph: true).isCentered == true
      }
  }

  private func all(_ cells: [DOCXTable.Cell], _ isSet: (DOCXParagraph) -> Bool) -> Bool {
    cells.allSatisfy { paragraphs(of: $0).filter { !$0.isBlank }.allSatisfy(isSet) }
  }
}
