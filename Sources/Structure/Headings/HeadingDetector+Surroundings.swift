import DocumentModel

/// What stands around a draft, as far as it tells a heading from a label.
extension HeadingDetector {
  /// Whether a blank line, a page or another heading stands before it.
  func isSetOff(_ index: Int, in drafts: [BlockDraft]) -> Bool {
    layout == .extracted || index == 0 || drafts[index].blanksBefore > 0
      || drafts[index].startsPage || drafts[index - 1].kind == .furniture
  }

  /// What stands below, page furniture and a remark in brackets passed over.
  func next(_ index: Int, in drafts: [BlockDraft]) -> BlockDraft? {
    drafts[(index + 1)...].first { other in
      other.kind != .furniture
        && !(other.heading == nil && wording.isEnclosed(other.hull, by: 0x28, 0x29))
    }
  }

  /// Whether a draft is content: an item, a table, running text, or a heading that has some.
  func isContent(_ draft: BlockDraft) -> Bool {
    if draft.isMarkdownItem || draft.kind == .table || draft.heading != nil { return true }
    switch draft.opening.kind {
    case .bullet: return true
    case .label: return layout == .itemized || isRunningText(draft)
    case .note, .address: return false
    default: return isRunningText(draft)
    }
  }

  /// A sentence, or words that fill more than a title's line.
  func isRunningText(_ draft: BlockDraft) -> Bool {
    guard draft.kind != .furniture, draft.opening.kind != .address else { return false }
    return draft.pieces.contains(where: wording.holdsSentence) || width(of: draft) >= 60
      || draft.pieces.last.map { table[$0.upperBound - 1] == 0x3001 } == true
  }

  /// Whether it begins with a number.
  func isLabel(_ draft: BlockDraft) -> Bool { draft.opening.isLabel }

  func endsSentence(_ draft: BlockDraft) -> Bool {
    guard let last = draft.pieces.last else { return false }
    return wording.unmarked(last).last.map { CharacterClass.isSentenceEnd(table[$0]) } ?? false
  }

  /// Whether a picture stood below: extraction leaves several blank lines for it.
  func hasFigure(_ index: Int, in drafts: [BlockDraft]) -> Bool {
    drafts.indices.contains(index + 1) && drafts[index + 1].blanksBefore >= 3
  }

  /// Whether the line above is an arrow's whose words have not ended: → …に研究所を設立.
  func followsOpenArrow(_ index: Int, in drafts: [BlockDraft]) -> Bool {
    guard layout == .extracted, index > 0, drafts[index].blanksBefore <= 1,
      let first = drafts[index - 1].hull.first
    else { return false }
    return Self.arrows.contains(table[first]) && !endsSentence(drafts[index - 1])
  }

  /// →, ⇒, ➡.
  private static let arrows: Set<UInt32> = [0x2192, 0x21D2, 0x27A1]

  /// The bullets that mostly open sentences in this text, and so items rather than titles.
  func itemBullets(in drafts: [BlockDraft]) -> Set<UInt32> {
    var counts: [UInt32: (all: Int, sentences: Int)] = [:]
    for draft in drafts where !draft.isMarkdownItem {
      guard case .bullet = draft.opening.kind, let first = draft.hull.first else { continue }
      counts[table[first], default: (0, 0)].all += 1
      if draft.pieces.contains(where: wording.holdsSentence) {
        counts[table[first], default: (0, 0)].sentences += 1
      }
    }
    return Set(counts.filter { $0.value.sentences * 3 >= $0.value.all * 2 }.keys)
  }

  /// Whether both are items with one bullet.
  func isSibling(_ draft: BlockDraft, _ other: BlockDraft) -> Bool {
    guard case .bullet = draft.opening.kind, !draft.isMarkdownItem,
      let first = draft.hull.first, let second = other.hull.first
    else { return false }
    return table[first] == table[second]
  }

  /// A label set with one character a line.
  func isVertical(_ draft: BlockDraft) -> Bool {
    draft.lines.count > 1 && draft.pieces.allSatisfy { $0.count == 1 }
  }

  /// Whether wide gaps show a row of labels: 9.航空 10.空港.
  func hasGaps(_ draft: BlockDraft) -> Bool {
    let words = (draft.hull.lowerBound + draft.opening.length)..<draft.hull.upperBound
    return draft.pieces.count == 1
      && words.dropFirst().dropLast().contains { i in
        CharacterClass.isSpace(table[i]) && CharacterClass.isJapanese(table[i - 1])
          && !CharacterClass.isLatin(table[i + 1]) && table[i + 1] != 0x28
      }
  }

  /// Columns of all its lines together.
  func width(of draft: BlockDraft) -> Int {
    draft.pieces.reduce(0) { $0 + table.columns(of: $1) }
  }
}
