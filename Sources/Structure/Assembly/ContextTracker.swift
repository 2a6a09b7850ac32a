import DocumentModel

/// Remembers what a list item or a table row needs beside it to be read alone.
struct ContextTracker: Sendable {
  private var leadIn: PassageContext?
  /// Markdown items that nest: columns and words, from the outer to the inner.
  private var items: [(indent: Int, context: PassageContext)] = []
  /// The rows of column names of the table read last, from the upper to the lower.
  private var header: (table: Int, rows: [PassageContext])?
  /// The first cell of the last row that has one: it holds for the rows below that leave it empty.
  private var rowLabel: (table: Int, context: PassageContext)?

  /// Returns the context of one block; blocks must come in reading order.
  ///
  /// `cells` are the words of a table row's cells.
  mutating func context(
    for draft: BlockDraft, text: String, cells: [String], line: Int
  ) -> [PassageContext] {
    switch draft.kind {
    case .listItem:
      while let last = items.last, last.indent >= draft.indent { items.removeLast() }
      var context: [PassageContext] = []
      if let leadIn { context.append(leadIn) }
      if let parent = items.last { context.append(parent.context) }
      items.append((draft.indent, PassageContext(kind: .leadIn, line: line, text: text)))
      return context
    case .table:
      leadIn = nil
      items = []
      if draft.isHeaderRow, let table = draft.table {
        let above = header?.table == table ? header?.rows ?? [] : []
        header = (table, above + [PassageContext(kind: .header, line: line, text: text)])
        return []
      }
      var context: [PassageContext] = []
      if let header, header.table == draft.table { context += header.rows }
      if let label = cells.first, !label.isEmpty, let table = draft.table {
        rowLabel = (table, PassageContext(kind: .header, line: line, text: label))
      } else if let rowLabel, rowLabel.table == draft.table {
        context.append(rowLabel.context)
      }
      return context
    case .paragraph:
      items = []
      leadIn =
        Self.introducesList(text)
        ? PassageContext(kind: .leadIn, line: line, text: Self.lastSentence(text)) : nil
      return []
    case .heading:
      items = []
      leadIn = nil
      return []
    case .caption, .note, .furniture:
      return []
    }
  }

  /// Whether a paragraph's last sentence is completed by a list: 以下の…, …は、, …：.
  private static func introducesList(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return false }
    if "：:、︓".unicodeScalars.contains(last) { return true }
    let sentence = lastSentence(text)
    return ["以下", "次の", "下記", "次に掲げる"].contains { sentence.contains($0) }
  }

  private static func lastSentence(_ text: String) -> String {
    var sentences = text.split(separator: "。", omittingEmptySubsequences: true)
    guard let last = sentences.popLast() else { return text }
    return last + (text.hasSuffix("。") ? "。" : "")
  }
}
