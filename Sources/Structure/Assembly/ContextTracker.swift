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
    // What is too long to be read beside another text is no context; every item would carry it.
    let isShort = text.utf8.count <= Self.longest
    switch draft.kind {
    case .listItem:
      while let last = items.last, last.indent >= draft.indent { items.removeLast() }
      var context: [PassageContext] = []
      if let leadIn { context.append(leadIn) }
      if let parent = items.last { context.append(parent.context) }
      if isShort {
        items.append((draft.indent, PassageContext(kind: .leadIn, line: line, text: text)))
      }
      return context
    case .table:
      leadIn = nil
      items = []
      if draft.isHeaderRow, let table = draft.table {
        let above = header?.table == table ? header?.rows ?? [] : []
        let own = isShort ? [PassageContext(kind: .header, line: line, text: text)] : []
        header = (table, above + own)
        return []
      }
      var context: [PassageContext] = []
      if let header, header.table == draft.table { context += header.rows }
      if let label = cells.first, !label.isEmpty, let table = draft.table {
        let isLabel = label.utf8.count <= Self.longest
        rowLabel =
          isLabel ? (table, PassageContext(kind: .header, line: line, text: label)) : nil
      } else if let rowLabel, rowLabel.table == draft.table {
        context.append(rowLabel.context)
      }
      return context
    case .paragraph:
      items = []
      leadIn = nil
      let sentence = Self.lastSentence(text)
      if sentence.utf8.count <= Self.longest, Self.introducesList(text) {
        leadIn = PassageContext(kind: .leadIn, line: line, text: sentence)
      }
      return []
    case .heading:
      items = []
      leadIn = nil
      return []
    case .caption, .note, .furniture:
      return []
    }
  }

  /// In bytes: some 1,000 characters.
  static let longest = 3000

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
