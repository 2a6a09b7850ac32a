import DocumentModel

/// Finds where pages or slides begin in text taken out of pages, for telling their titles.
///
/// These breaks are signs of layout, not pages to be cited: only a reader may number pages.
struct PageBreaks: Sendable {
  /// Returns the 0-based lines that begin a page, ascending; the first line with words is one.
  ///
  /// A page begins after a form feed. Where the text has none, one begins after three blank lines,
  /// beside a printed page number, and where a line is set in by one space right below a line with
  /// words (the form feed that some tools turn into a space).
  func starts(in table: LineTable, furniture: Set<Int>) -> [Int] {
    if table.text.scalars.contains(0x0C) { return formFeeds(in: table, furniture: furniture) }
    var starts: [Int] = []
    var blanks = 3
    var isAfterBreak = true
    for (index, line) in table.lines.enumerated() {
      if line.isBlank {
        blanks += 1
        if blanks >= 3 { isAfterBreak = true }
        continue
      }
      if blanks == 0, line.indent == 1 { isAfterBreak = true }
      blanks = 0
      if furniture.contains(index) {
        isAfterBreak = true
        continue
      }
      if isAfterBreak { starts.append(index) }
      isAfterBreak = false
    }
    return starts
  }

  /// The first line of each page that isn't the page's own.
  private func formFeeds(in table: LineTable, furniture: Set<Int>) -> [Int] {
    var starts: [Int] = []
    var isAfterBreak = true
    for (index, line) in table.lines.enumerated() {
      if line.full.contains(where: { table[$0] == 0x0C }) { isAfterBreak = true }
      guard isAfterBreak, !line.isBlank, !furniture.contains(index) else { continue }
      starts.append(index)
      isAfterBreak = false
    }
    return starts
  }
}
