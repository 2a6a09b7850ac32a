import DocumentModel

/// The dates that a table's header cells and row labels give to the cells below and beside them.
///
/// A month alone under 2023年 is one of 2023, whatever stands in the cell to its left.
struct TableDates: Sendable {
  /// What each row takes over: the header row, then the label of a row above it.
  private var contexts: [BlockID: [PassageContext]] = [:]
  /// The dates of rows read so far, by the row's first line and the cell's place.
  private var rows: [Int: [Int: ResolvedDate]] = [:]

  init(document: StructuredDocument) {
    // By place, since each passage taken out of the array would be copied.
    for place in document.passages.indices
    where document.passages[place].kind == .table && !document.passages[place].context.isEmpty {
      let passage = document.passages[place]
      contexts[passage.block] = passage.context.filter { $0.kind == .header }
    }
  }

  /// Returns the place of the cell that holds a code point, or nil outside a table.
  func cell(at index: Int, in block: BlockText) -> Int? {
    guard !block.block.cells.isEmpty else { return nil }
    return block.block.cells.firstIndex { block.text.range(of: $0).contains(index) }
  }

  /// Returns the date that stands over a cell in the header row, or nil.
  func column(_ cell: Int, of block: BlockText) -> ResolvedDate? {
    contexts[block.block.id]?.first.flatMap { rows[$0.line]?[cell] }
  }

  /// Returns the date that labels the rows above, where this row leaves its first cell empty.
  func label(of block: BlockText) -> ResolvedDate? {
    contexts[block.block.id]?.dropFirst().last.flatMap { rows[$0.line]?[0] }
  }

  /// Remembers the first date of a cell.
  mutating func note(_ date: ResolvedDate, cell: Int, of block: BlockText) {
    let line = block.block.location.line
    if rows[line]?[cell] == nil { rows[line, default: [:]][cell] = date }
  }
}
