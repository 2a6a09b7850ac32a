import DocumentModel

/// Decides which drafts are headings: by Markdown marks, numbers, brackets, form and place.
///
/// A heading has the form of a title and has content of its own below it: a list, a sentence, a
/// table, or another heading that has. A run of like labels or numbers without content between is
/// a list, and words in a diagram are labels.
struct HeadingDetector: Sendable {
  let table: LineTable
  let layout: TextLayout
  private let form: TitleWording

  init(table: LineTable, layout: TextLayout) {
    self.table = table
    self.layout = layout
    form = TitleWording(table)
  }

  /// Marks headings among the drafts; levels are given by the outline afterwards.
  func detect(in drafts: inout [BlockDraft]) {
    // From the last to the first, so that a heading above a heading knows that it has content.
    for index in drafts.indices.reversed() where drafts[index].heading == nil {
      guard let mark = mark(of: index, in: drafts) else { continue }
      drafts[index].kind = .heading
      drafts[index].heading = mark
    }
  }

  private func mark(of index: Int, in drafts: [BlockDraft]) -> BlockDraft.HeadingMark? {
    let draft = drafts[index]
    guard draft.kind == .paragraph || draft.kind == .listItem, !draft.isMarkdownItem,
      draft.pieces.count <= 4, let last = draft.pieces.last,
      form.endsAsTitle(last), !draft.pieces.contains(where: form.holdsSentence)
    else { return nil }
    switch draft.opening.kind {
    case .label(let label):
      return isNumberedHeading(index, label, in: drafts) ? .number(label) : nil
    case .bracketedTitle:
      return isBracketedHeading(index, in: drafts) ? .form(bracketForm(draft)) : nil
    case .bullet(let isBlock):
      return isBlock && isBulletHeading(index, in: drafts) ? .form(bulletForm(draft)) : nil
    case .words: return isPlainHeading(index, in: drafts) ? .form(.words) : nil
    case .note, .address: return nil
    }
  }

  // MARK: Kinds of headings

  private func isNumberedHeading(
    _ index: Int, _ label: NumberLabel, in drafts: [BlockDraft]
  ) -> Bool {
    let draft = drafts[index]
    let words = (draft.hull.lowerBound + label.length)..<draft.hull.upperBound
    guard let first = words.first, table[first] != 0x3A, width(of: draft) <= 240 else {
      return false
    }
    if layout == .outlined { return false }
    guard isSetOff(index, in: drafts), let next = next(index, in: drafts) else { return false }
    if case .label(let other) = next.opening.kind, other.scheme == label.scheme { return false }
    if layout == .extracted, hasGaps(draft) { return false }
    return hasContent(index, in: drafts)
  }

  private func isBracketedHeading(_ index: Int, in drafts: [BlockDraft]) -> Bool {
    guard layout != .outlined, isSetOff(index, in: drafts), drafts[index].pieces.count <= 2 else {
      return false
    }
    let hull = drafts[index].hull
    let pairs: [(UInt32, UInt32)] = [
      (0x3010, 0x3011), (0x3C, 0x3E), (0x3008, 0x3009), (0x3014, 0x3015),
    ]
    let isTitle = pairs.contains { open, close in
      guard table[hull.lowerBound] == open,
        let end = hull.firstIndex(where: { table[$0] == close })
      else { return false }
      // 【参考】 opens a title; behind other brackets only a short remark may stand.
      return form.isReference(hull) || hull.distance(from: end, to: hull.endIndex) <= 3
        || (end + 1 < hull.upperBound && table[end + 1] == 0x28)
    }
    return isTitle
      && (form.isReference(hull) || hasContent(index, in: drafts) || hasFigure(index, in: drafts))
  }

  private func isBulletHeading(_ index: Int, in drafts: [BlockDraft]) -> Bool {
    let draft = drafts[index]
    guard layout != .outlined, width(of: draft) <= 80, isSetOff(index, in: drafts),
      let next = next(index, in: drafts), !hasGaps(draft)
    else { return false }
    // The same bullet again: items of one list.
    if next.opening == draft.opening, bulletForm(next) == bulletForm(draft) { return false }
    return hasContent(index, in: drafts)
  }

  private func isPlainHeading(_ index: Int, in drafts: [BlockDraft]) -> Bool {
    let draft = drafts[index]
    guard isSetOff(index, in: drafts), let next = next(index, in: drafts),
      !form.isEnclosed(draft.hull, by: 0x28, 0x29), !isVertical(draft)
    else { return false }
    if form.isReference(draft.hull) { return layout != .outlined }
    let width = width(of: draft)
    guard width >= 4, draft.pieces.count <= 2 else { return false }
    switch layout {
    case .outlined: return false
    case .itemized:
      guard width <= 100 else { return false }
      if next.isMarkdownItem || next.kind == .table { return true }
      guard next.blanksBefore > 0 || next.heading != nil else { return false }
      if hasContent(index, in: drafts) { return form.enumerationCount(draft.hull) <= 4 }
      return width >= 12 && draft.pieces.count == 1 && form.enumerationCount(draft.hull) <= 2
        && !hasGaps(draft) && hasFigure(index, in: drafts)
    case .extracted:
      guard width <= 60, form.enumerationCount(draft.hull) <= 2, !hasGaps(draft) else {
        return false
      }
      if case .bullet = next.opening.kind { return true }
      return next.heading == nil && isRunningText(next) && width >= 8
    }
  }

  // MARK: Surroundings

  /// Whether a blank line, a page or another heading stands before it.
  private func isSetOff(_ index: Int, in drafts: [BlockDraft]) -> Bool {
    index == 0 || drafts[index].blanksBefore > 0 || drafts[index].startsPage
      || drafts[index - 1].kind == .furniture || layout == .extracted
  }

  private func next(_ index: Int, in drafts: [BlockDraft]) -> BlockDraft? {
    drafts[(index + 1)...].first { $0.kind != .furniture }
  }

  /// Whether what follows is content: an item, a table, running text, or a heading that has some.
  private func hasContent(_ index: Int, in drafts: [BlockDraft]) -> Bool {
    guard let next = next(index, in: drafts) else { return false }
    if next.isMarkdownItem || next.kind == .table || next.heading != nil { return true }
    if case .bullet = next.opening.kind { return true }
    return isRunningText(next)
  }

  /// A sentence, or words that fill more than a title's line.
  private func isRunningText(_ draft: BlockDraft) -> Bool {
    guard draft.kind != .furniture else { return false }
    return draft.pieces.contains { form.holdsSentence($0) } || width(of: draft) >= 60
      || draft.pieces.last.map { table[$0.upperBound - 1] == 0x3001 } == true
  }

  /// Whether a picture stood below: extraction leaves several blank lines for it.
  private func hasFigure(_ index: Int, in drafts: [BlockDraft]) -> Bool {
    guard layout == .itemized, drafts.indices.contains(index + 1) else { return false }
    return drafts[index + 1].blanksBefore >= 3
  }

  private func isVertical(_ draft: BlockDraft) -> Bool {
    draft.pieces.count > 1 && draft.pieces.allSatisfy { $0.count == 1 }
  }

  /// Whether wide gaps show a row of labels: 9.航空 10.空港.
  private func hasGaps(_ draft: BlockDraft) -> Bool {
    let words = (draft.hull.lowerBound + draft.opening.length)..<draft.hull.upperBound
    return draft.pieces.count == 1
      && words.dropFirst().dropLast().contains { i in
        CharacterClass.isSpace(table[i]) && CharacterClass.isJapanese(table[i - 1])
          && !CharacterClass.isLatin(table[i + 1]) && table[i + 1] != 0x28
      }
  }

  private func width(of draft: BlockDraft) -> Int {
    draft.pieces.reduce(0) { $0 + table.columns(of: $1) }
  }

  private func bracketForm(_ draft: BlockDraft) -> BlockDraft.TitleForm {
    if form.isReference(draft.hull) { return .words }
    return draft.hull.first.map { table[$0] == 0x3C || table[$0] == 0x3008 } == true
      ? .angle : .bracket
  }

  private func bulletForm(_ draft: BlockDraft) -> BlockDraft.TitleForm {
    switch draft.hull.first.map({ table[$0] }) {
    case 0x25CF, 0x25CB, 0x25EF, 0x26AB, 0x25CE: .disc
    case 0x25C6, 0x25C7, 0x2756: .diamond
    case 0x25A0, 0x25A1, 0x25FC, 0x25FB: .square
    default: .arrow
    }
  }
}
