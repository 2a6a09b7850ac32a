/// Counts the items of one list and writes the numbers that a browser prints before them.
struct HTMLListCounter: Sendable {
  private let isOrdered: Bool
  private let format: String
  private var next: Int

  /// Starts a list; only an ordered one with markers has numbers.
  init(_ tree: HTMLTree, _ index: Int) {
    let attributes = tree.attributes(of: index)
    isOrdered = tree.nodes[index].tag == .ol && !attributes.hasNoMarker
    next = attributes.start ?? 1
    format =
      switch attributes.type {
      case "a": "lowerLetter"
      case "A": "upperLetter"
      case "i": "lowerRoman"
      case "I": "upperRoman"
      default: "decimal"
      }
  }

  /// Returns the label of the next item; empty where the item brings a number or bullet of its own,
  /// which then is what is printed: the list's own marker is switched off by the page's style.
  mutating func label(of item: Int, _ tree: HTMLTree) -> String {
    guard isOrdered else { return "" }
    let attributes = tree.attributes(of: item)
    let number = attributes.value ?? next
    next = number + 1
    guard !attributes.hasNoMarker, !ItemWording.opensItem(tree.opening(of: item)) else {
      return ""
    }
    return NumberFormat.text(number, format) + ". "
  }
}

/// Tells a page's table of contents.
enum HTMLContents {
  /// Whether the words of a heading are those over a table of contents.
  static func isTitle(_ words: String) -> Bool {
    ["目次", "もくじ", "contents", "tableofcontents", "ページ内目次", "このページの内容"]
      .contains(words.lowercased().filter { !$0.isWhitespace })
  }

  /// Whether words only lead the reader back: 一覧へ戻る, このページの先頭へ.
  static func leadsBack(_ words: String) -> Bool {
    words.unicodeScalars.count <= 30
      && ["へ戻る", "に戻る", "へもどる", "にもどる", "先頭へ", "トップへ", "page top", "pagetop"]
        .contains { words.lowercased().hasSuffix($0) }
  }

  /// Whether a list is one: three links and more to places on the page hold most of its words.
  static func isContents(_ tree: HTMLTree, _ list: Int) -> Bool {
    var links = 0
    var linked = 0
    var all = 0
    var linkEnd = 0
    for index in tree.range(of: list) {
      let node = tree.nodes[index]
      if node.tag == .words {
        let count = Int(node.words.upperBound - node.words.lowerBound)
        all += count
        if index < linkEnd { linked += count }
      } else if node.tag == .a, tree.attributes(of: index).anchor?.isEmpty == false {
        links += 1
        linkEnd = Int(node.end)
      }
    }
    return links >= 3 && linked * 10 >= all * 7
  }
}

extension HTMLTree {
  /// The first words below an element.
  func opening(of index: Int) -> String {
    for inner in range(of: index) where nodes[inner].tag == .words {
      let words = words(of: inner)
      if words.contains(where: { !$0.isWhitespace }) { return words }
    }
    return ""
  }
}

/// The rows of a table of data, each with its cells in the table's columns.
struct HTMLTable: Sendable {
  struct Row: Sendable {
    /// Positions of the cells; nil for a column that another cell fills.
    var cells: [Int?]
    var isHeader: Bool
    var page: Int?
  }

  private(set) var rows: [Row] = []
  /// Positions of the table's captions.
  private(set) var captions: [Int] = []

  /// The most columns of a table, so that a false figure costs nothing.
  private static let widest = 200

  /// Reads a table; nil for one that only sets the page: with a single column, headings or other
  /// tables inside, or the role of a presentation.
  init?(_ tree: HTMLTree, _ table: Int) {
    let role = tree.attributes(of: table).role
    guard role != "presentation", role != "none" else { return nil }
    var isHead = false
    var headEnd = 0
    /// For each column the rows that a cell from above still fills.
    var filled: [Int] = []
    var rowEnd = 0
    var header: [(hasNames: Bool, hasValues: Bool)] = []
    var index = table + 1
    let end = tree.range(of: table).upperBound
    while index < end {
      let node = tree.nodes[index]
      if index >= headEnd { isHead = false }
      switch node.tag {
      case .table, .h1, .h2, .h3, .h4, .h5, .h6: return nil
      case .thead:
        isHead = true
        headEnd = Int(node.end)
      case .caption:
        captions.append(index)
        index = Int(node.end)
        continue
      case .tr:
        rowEnd = Int(node.end)
        rows.append(Row(cells: [], isHeader: isHead, page: tree.attributes(of: index).page))
        header.append((false, false))
      case .td, .th:
        guard index < rowEnd, let last = rows.indices.last else { break }
        let attributes = tree.attributes(of: index)
        Self.skipFilled(&rows[last].cells, &filled)
        let column = rows[last].cells.count
        guard column < Self.widest else { break }
        let columns = min(attributes.columns, Self.widest - column)
        rows[last].cells += [index] + [Int?](repeating: nil, count: columns - 1)
        while filled.count < column + columns { filled.append(0) }
        for position in column..<(column + columns) { filled[position] = attributes.rows - 1 }
        rows[last].page = rows[last].page ?? attributes.page
        let isNamed = node.tag == .th
        header[last].hasNames = header[last].hasNames || isNamed
        header[last].hasValues = header[last].hasValues || !isNamed
        index = Int(node.end)
        // A cell's own elements must not set the page either.
        if Self.setsPage(tree, rows[last].cells[column] ?? index) { return nil }
        continue
      default: break
      }
      index += 1
    }
    guard rows.contains(where: { $0.cells.count > 1 }) else { return nil }
    markHeader(header, tree)
  }

  /// Columns at the start or middle of a row that cells from above fill.
  private static func skipFilled(_ cells: inout [Int?], _ filled: inout [Int]) {
    while cells.count < filled.count, filled[cells.count] > 0 {
      filled[cells.count] -= 1
      cells.append(nil)
    }
  }

  private static func setsPage(_ tree: HTMLTree, _ cell: Int) -> Bool {
    tree.range(of: cell).contains { tree.nodes[$0].tag == .table || tree.nodes[$0].tag.rank != nil }
  }

  /// Rows of `th` alone are heads where others have values; without any, the first row with short
  /// words in three columns and more.
  private mutating func markHeader(
    _ header: [(hasNames: Bool, hasValues: Bool)], _ tree: HTMLTree
  ) {
    let hasValues = header.contains { $0.hasValues }
    for (index, row) in header.enumerated() where row.hasNames && !row.hasValues && hasValues {
      rows[index].isHeader = true
    }
    let hasAny = rows.contains(where: \.isHeader) || header.contains { $0.hasNames }
    guard !hasAny, rows.count > 1 else { return }
    let names = rows[0].cells.compactMap { $0.map { tree.text(of: $0) } }.filter { !$0.isEmpty }
    rows[0].isHeader = names.count >= 3 && HeaderWording.holdsNames(names)
  }
}
