import DocumentModel

/// Decides which drafts are headings: by Markdown marks, numbers, brackets, form and place.
struct HeadingDetector: Sendable {
  /// Marks headings among the drafts; levels are given by the outline afterwards.
  func detect(in drafts: inout [BlockDraft], of table: LineTable) {
    for index in drafts.indices {
      guard drafts[index].heading == nil, let mark = mark(of: index, in: drafts, table) else {
        continue
      }
      drafts[index].kind = .heading
      drafts[index].heading = mark
    }
  }

  private func mark(
    of index: Int, in drafts: [BlockDraft], _ table: LineTable
  ) -> BlockDraft.HeadingMark? {
    let draft = drafts[index]
    guard draft.kind == .paragraph || draft.kind == .listItem, !draft.isMarkdownItem else {
      return nil
    }
    let words = draft.hull
    guard !words.isEmpty, !endsSentence(draft, in: table) else { return nil }
    switch draft.opening.kind {
    case .label(let label):
      guard draft.blanksBefore > 0 || index == 0, isFollowedByContent(index, in: drafts) else {
        return nil
      }
      return .number(label)
    case .bracketedTitle:
      return .position(level: 3)
    case .bullet(let isBlock):
      guard isBlock, draft.blanksBefore > 0, width(of: draft, in: table) <= 60,
        isFollowedByContent(index, in: drafts)
      else { return nil }
      return .position(level: 3)
    case .words:
      guard draft.blanksBefore > 0 || index == 0, width(of: draft, in: table) <= 80,
        drafts.indices.contains(index + 1), drafts[index + 1].blanksBefore > 0,
        isFollowedByContent(index, in: drafts)
      else { return nil }
      return .position(level: 3)
    case .note, .address: return nil
    }
  }

  private func width(of draft: BlockDraft, in table: LineTable) -> Int {
    draft.pieces.reduce(0) { $0 + table.columns(of: $1) }
  }

  private func endsSentence(_ draft: BlockDraft, in table: LineTable) -> Bool {
    guard let last = draft.pieces.last?.last else { return false }
    var i = last
    while i > draft.hull.lowerBound, table[i] == 0x2A { i -= 1 }
    return CharacterClass.isSentenceEnd(table[i]) || table[i] == 0x3001
  }

  /// Whether running text, an item or a table comes next.
  private func isFollowedByContent(_ index: Int, in drafts: [BlockDraft]) -> Bool {
    guard drafts.indices.contains(index + 1) else { return false }
    let next = drafts[index + 1]
    return next.isMarkdownItem || next.kind == .table || next.opening != drafts[index].opening
  }
}
