internal import DocumentModel

/// Writes the items of all pages as one text with its pages and marks.
///
/// A form feed begins each page but the first. One line of print is one line of text, a table's row
/// one line with its cells parted by tabs. A blank line parts blocks whose lines only the words can
/// tell to be one.
struct PDFTextWriter: Sendable {
  private(set) var utf8: [UInt8] = []
  private(set) var marks: [LineMark] = []
  private(set) var pages: [Page] = []
  private var line = 1
  private var isBlockOpen = false

  /// Adds a page behind the others.
  mutating func add(_ page: ReadPage, followedBy next: PageItem?) {
    if !pages.isEmpty { utf8.append(0x0C) }
    let start = utf8.count
    for (index, item) in page.items.enumerated() {
      let following = page.items[(index + 1)...].first { $0.role != .furniture } ?? next
      write(item, isFirst: index == 0, following: following)
    }
    pages.append(Page(number: page.number, span: TextSpan(start, utf8.count)))
  }

  private mutating func write(_ item: PageItem, isFirst: Bool, following: PageItem?) {
    guard !item.text.isEmpty else { return }
    let role = role(of: item, following: following)
    // Two lines whose words alone tell whether they are one mustn't be taken for parts of others.
    if role == .line, item.bond == .parted, isBlockOpen, !isFirst { endLine(2) }
    var cells: [TextSpan<Source>] = []
    switch item.content {
    case .line(let line): utf8.append(contentsOf: line.text.utf8)
    case .row(let row, _):
      for (column, cell) in row.cells.enumerated() {
        if column > 0 { utf8.append(0x09) }
        let start = utf8.count
        utf8.append(contentsOf: cell.utf8)
        cells.append(TextSpan(start, utf8.count))
      }
    }
    if case .row(let row, let table) = item.content, item.role == .body {
      marks.append(
        LineMark(line: line, role: .row(table: table, isHeader: row.isHeader, cells: cells)))
    } else if role != .line {
      marks.append(LineMark(line: line, role: role))
    }
    if item.role != .furniture { isBlockOpen = role == .line }
    endLine(1)
  }

  private func role(of item: PageItem, following: PageItem?) -> LineMark.Role {
    switch item.role {
    case .furniture: return .furniture
    case .title: return .title
    case .heading: return item.bond == .joined ? .continuation : .heading(level: nil)
    case .slideTitle: return item.bond == .joined ? .continuation : .slideTitle
    case .caption: return .caption
    case .note: return item.bond == .joined ? .continuation : .note
    case .item(let indent): return .item(indent: indent)
    case .body: break
    }
    switch item.bond {
    case .joined: return .continuation
    case .unsure: return .line
    case .parted: break
    }
    let isUnsure = following.map { $0.role == .body && $0.bond == .unsure } ?? false
    return isUnsure ? .line : .paragraph
  }

  private mutating func endLine(_ count: Int) {
    for _ in 0..<count {
      utf8.append(0x0A)
      line += 1
    }
  }
}
