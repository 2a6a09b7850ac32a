import DocumentModel

/// Decides which drafts are headings: by Markdown marks, numbers, brackets, form and place.
///
/// A heading has the form of a title and has content of its own below it: a list, a sentence, a
/// table, or another heading that has. A run of like labels or numbers without content between is
/// a list, and words in a diagram are labels.
struct HeadingDetector: Sendable {
  let table: LineTable
  let layout: TextLayout
  let wording: TitleWording
  /// Whether a reader took the text from a set document.
  let isExtracted: Bool
  /// Whether it is a report, in which a part's usual name titles it.
  let namesParts: Bool

  init(
    table: LineTable, layout: TextLayout, isExtracted: Bool = false, namesParts: Bool = false
  ) {
    self.table = table
    self.layout = layout
    self.isExtracted = isExtracted
    self.namesParts = namesParts
    wording = TitleWording(table)
  }

  /// Marks headings among the drafts; levels are given by the outline afterwards.
  func detect(in drafts: inout [BlockDraft]) {
    if namesParts { markNamedParts(in: &drafts) }
    // Markdown's own headings are the outline of a text that has them.
    guard layout != .outlined else { return markBoldDividers(in: &drafts) }
    let itemBullets = layout == .extracted ? itemBullets(in: drafts) : []
    // From the last to the first, so that a heading above a heading knows that it has content.
    let contents = TableOfContents(drafts, table)
    contents?.markListed(in: &drafts)
    for index in drafts.indices.reversed() where drafts[index].heading == nil {
      guard contents?.allowsHeading(index, in: drafts) ?? true else { continue }
      if case .bullet = drafts[index].opening.kind, let first = drafts[index].hull.first,
        itemBullets.contains(table[first])
      {
        continue
      }
      guard let mark = mark(of: index, in: drafts) else { continue }
      drafts[index].kind = .heading
      drafts[index].heading = mark
    }
    if layout == .itemized { fillSequences(in: &drafts) }
  }

  private func mark(of index: Int, in drafts: [BlockDraft]) -> BlockDraft.HeadingMark? {
    let draft = drafts[index]
    guard draft.kind == .paragraph || draft.kind == .listItem, !draft.isMarkdownItem,
      !draft.isTitleBlock, draft.pieces.count <= 4, let last = draft.pieces.last,
      wording.endsAsTitle(last), !draft.pieces.contains(where: wording.holdsSentence),
      let next = next(index, in: drafts)
    else { return nil }
    switch draft.opening.kind {
    case .label(let label):
      return isNumberedHeading(index, label, above: next, in: drafts) ? .number(label) : nil
    case .bracketedTitle: return isBracketedHeading(draft) ? .form(bracketForm(draft)) : nil
    case .bullet(isBlock: true):
      return isBulletHeading(index, above: next, in: drafts) ? .form(bulletForm(draft)) : nil
    case .words: return isPlainHeading(index, above: next, in: drafts) ? .form(.words) : nil
    case .bullet, .note, .address: return nil
    }
  }

  // MARK: Kinds of headings

  /// 1. はじめに, (2) 背景・現状: set off, with content before the next number of its kind.
  private func isNumberedHeading(
    _ index: Int, _ label: NumberLabel, above next: BlockDraft, in drafts: [BlockDraft]
  ) -> Bool {
    let draft = drafts[index]
    let words = (draft.hull.lowerBound + label.length)..<draft.hull.upperBound
    // ②：ヨウ化鉛: the colon makes the number a key of a list.
    // ②端末…利用者の機器: dots part a word from what it means.
    guard let first = words.first, table[first] != 0x3A, width(of: draft) <= 240,
      !words.contains(where: { table[$0] == 0x2026 }),
      isSetOff(index, in: drafts)
    else { return false }
    if case .label(let other) = next.opening.kind, other.scheme <= label.scheme,
      !(next.heading != nil && other.isPart(of: label))
    {
      return false
    }
    if layout == .extracted, hasGaps(draft) { return false }
    if layout == .extracted || draft.isWholeParagraph {
      // The end of a run of numbers without content between them: a list's last item.
      if index > 0, drafts[index - 1].heading == nil,
        case .label(let other) = drafts[index - 1].opening.kind, other.scheme == label.scheme
      {
        return false
      }
    }
    return isContent(next)
  }

  /// 【背景】, ＜諸外国＞: nothing but a short remark may stand behind the bracket.
  private func isBracketedHeading(_ draft: BlockDraft) -> Bool {
    guard draft.pieces.count <= 2, let first = draft.hull.first else { return false }
    if wording.isReference(draft.hull) { return true }
    let pairs: [UInt32: UInt32] = [0x3010: 0x3011, 0x3C: 0x3E, 0x3008: 0x3009, 0x3014: 0x3015]
    guard let close = pairs[table[first]],
      let end = draft.hull.firstIndex(where: { table[$0] == close })
    else { return false }
    return draft.hull.upperBound - end <= 3
      || (end + 1 < draft.hull.upperBound && table[end + 1] == 0x28)
  }

  /// ■ 一般船舶…, ➢ 解除の考え方: not one of several items with the same bullet.
  private func isBulletHeading(
    _ index: Int, above next: BlockDraft, in drafts: [BlockDraft]
  ) -> Bool {
    let draft = drafts[index]
    guard width(of: draft) <= 80, isSetOff(index, in: drafts), !hasGaps(draft) else { return false }
    if isSibling(next, draft) {
      // Extraction leaves a box's title behind its items: the next box's follows at once.
      guard layout == .extracted, next.heading != nil, index > 0, draft.blanksBefore > 0,
        case .bullet = drafts[index - 1].opening.kind, !isSibling(drafts[index - 1], draft)
      else { return false }
      return true
    }
    if index > 0, draft.blanksBefore == 0, drafts[index - 1].heading == nil,
      isSibling(drafts[index - 1], draft), !endsSentence(drafts[index - 1])
    {
      return false
    }
    if layout == .extracted, bulletForm(draft) == .arrow, next.heading != nil { return false }
    return isContent(next)
  }

  /// A line of words alone: what it needs below depends on how the text was set.
  private func isPlainHeading(
    _ index: Int, above next: BlockDraft, in drafts: [BlockDraft]
  ) -> Bool {
    let draft = drafts[index]
    guard isSetOff(index, in: drafts), !isVertical(draft), !followsOpenArrow(index, in: drafts)
    else { return false }
    // A title fits on its line, and its page holds what it titles.
    if draft.isWholeParagraph, draft.pieces.count > 1 || next.startsPage { return false }
    if wording.isPaperNumber(draft.hull) { return false }
    if wording.isReference(draft.hull) { return true }
    if isExtracted,
      wording.opensWithYear(draft.hull)
        || (index > 0 && isSibling(drafts[index - 1].opening, next.opening))
    {
      return false
    }
    let width = width(of: draft)
    guard width >= 4, draft.pieces.count <= 2 else { return false }
    if wording.isEnclosed(draft.hull, by: 0x28, 0x29) {
      return layout == .itemized && width <= 24 && next.isMarkdownItem
    }
    // A line of Latin words at length repeats a Japanese title in English.
    guard width <= 30 || wording.isJapanese(draft.hull) else { return false }
    let parts = wording.enumerationCount(draft.hull)
    if layout == .itemized {
      guard width <= 100 else { return false }
      if next.isMarkdownItem || next.kind == .table { return true }
      guard next.blanksBefore > 0 || next.heading != nil else { return false }
      if isContent(next), !isLabel(next) || next.heading != nil || isRunningText(next) {
        return parts <= (next.heading == nil ? 4 : 2)
      }
      return width >= 12 && draft.pieces.count == 1 && parts <= 2 && !hasGaps(draft)
        && hasFigure(index, in: drafts)
    }
    guard width <= 60, parts <= 2, !hasGaps(draft), !wording.startsWithDate(draft.hull),
      !draft.hull.contains(where: { table[$0] == 0x3001 })
    else { return false }
    guard next.heading == nil else {
      return width >= 12 && draft.blanksBefore > 0
    }
    if case .bullet = next.opening.kind { return true }
    return isRunningText(next) && width >= 8
  }

  /// Whether two openings are numbers of one kind: what stands between them explains the first.
  private func isSibling(_ opening: LineOpening, _ other: LineOpening) -> Bool {
    guard case .label(let first) = opening.kind, case .label(let second) = other.kind else {
      return false
    }
    return first.scheme == second.scheme
  }

  // MARK: Named parts

  /// 要旨, 改定履歴: parts before and after the text that their authors leave without number or style.
  private func markNamedParts(in drafts: inout [BlockDraft]) {
    for index in drafts.indices {
      guard
        drafts[index].heading == .form(.words)
          || drafts[index].heading == nil && drafts[index].kind == .paragraph,
        drafts[index].pieces.count == 1, wording.namesPart(drafts[index].hull),
        let next = next(index, in: drafts), isContent(next) || isTitled(next)
      else { continue }
      drafts[index].kind = .heading
      drafts[index].heading = .slide
    }
  }

  /// Whether a draft is a heading or may be one.
  private func isTitled(_ draft: BlockDraft) -> Bool {
    draft.heading != nil || draft.opening.isLabel
  }

  // MARK: Dividers

  /// A paragraph all in bold right above a Markdown heading titles what that heading opens.
  private func markBoldDividers(in drafts: inout [BlockDraft]) {
    for index in drafts.indices.dropLast() {
      guard drafts[index].kind == .paragraph, !drafts[index].isTitleBlock,
        case .rank(let rank)? = drafts[index + 1].heading,
        drafts[index].pieces.allSatisfy({ piece in
          wording.isBold(piece) && !wording.holdsSentence(piece)
        })
      else { continue }
      drafts[index].kind = .heading
      drafts[index].heading = .rank(rank)
    }
  }

  // MARK: Sequences

  /// A number between two headings that bear its neighbours is one too, however long its words.
  private func fillSequences(in drafts: inout [BlockDraft]) {
    var last: [NumberLabel.Scheme: Int] = [:]
    var waiting: [NumberLabel.Scheme: [(index: Int, label: NumberLabel)]] = [:]
    for index in drafts.indices {
      guard case .label(let label) = drafts[index].opening.kind, !drafts[index].isMarkdownItem,
        label.ordinals.count == 1
      else { continue }
      let gap = waiting[label.scheme] ?? []
      if drafts[index].heading != nil {
        if let start = last[label.scheme],
          (gap.map(\.label) + [label]).enumerated().allSatisfy({
            $0.element.ordinals == [start + $0.offset + 1]
          })
        {
          for member in gap {
            drafts[member.index].kind = .heading
            drafts[member.index].heading = .number(member.label)
          }
        }
        last[label.scheme] = label.ordinals[0]
        waiting[label.scheme] = []
      } else if drafts[index].blanksBefore > 0, !endsSentence(drafts[index]) {
        waiting[label.scheme] = gap + [(index, label)]
      }
    }
  }

  // MARK: Forms

  private func bracketForm(_ draft: BlockDraft) -> BlockDraft.TitleForm {
    if wording.isReference(draft.hull) { return .words }
    let isAngle = draft.hull.first.map { table[$0] == 0x3C || table[$0] == 0x3008 } ?? false
    return isAngle ? .angle : .bracket
  }

  private func bulletForm(_ draft: BlockDraft) -> BlockDraft.TitleForm {
    draft.hull.first.map { BlockDraft.TitleForm(bullet: table[$0]) } ?? .arrow
  }
}
