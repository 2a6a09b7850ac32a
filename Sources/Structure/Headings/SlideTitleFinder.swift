import DocumentModel

/// Finds the titles of chapters and slides where no Markdown heading marks them.
struct SlideTitleFinder: Sendable {
  let table: LineTable
  let layout: TextLayout
  /// Whether the reader knows where pages begin.
  let knowsPages: Bool
  private let wording: TitleWording

  init(table: LineTable, layout: TextLayout, knowsPages: Bool = false) {
    self.table = table
    self.layout = layout
    self.knowsPages = knowsPages
    wording = TitleWording(table)
  }

  /// Marks the drafts that title a slide, among the headings or among plain lines.
  func detect(in drafts: inout [BlockDraft]) {
    switch layout {
    case .outlined: return
    case .itemized where !knowsPages: markByWording(&drafts)
    case .itemized, .extracted: markByPage(&drafts)
    }
  }

  /// A plain heading that is called as slides are, or that follows the agenda set as a divider.
  private func markByWording(_ drafts: inout [BlockDraft]) {
    for index in drafts.indices where drafts[index].heading == .form(.words) {
      let hull = drafts[index].hull
      let isAfterDivider = index > 0 && drafts[index - 1].kind == .furniture
      let hasFigureOnly =
        drafts.indices.contains(index + 1) && drafts[index + 1].blanksBefore >= 3
        && !drafts[index + 1].isMarkdownItem
      // 現状の課題, 今後の方向性: short words of this kind name a block of a slide.
      let width = table.columns(of: hull)
      let isCalledSlide = wording.namesSlide(hull) && (width >= 16 || wording.givesExamples(hull))
      if wording.isReference(hull) || isAfterDivider || (!hasFigureOnly && isCalledSlide)
        || titlesBlocks(index, in: drafts)
      {
        drafts[index].heading = .slide
      }
    }
  }

  /// Whether another plain heading with content stands right below: the slide's first block.
  private func titlesBlocks(_ index: Int, in drafts: [BlockDraft]) -> Bool {
    guard drafts.indices.contains(index + 2), table.columns(of: drafts[index].hull) >= 20 else {
      return false
    }
    let next = drafts[index + 1]
    return next.heading == .form(.words) && next.blanksBefore < 3
      && !wording.isEnclosed(next.hull, by: 0x28, 0x29) && !wording.isReference(next.hull)
      && drafts[index + 2].heading == nil
  }

  /// The best line of each page: extraction may leave a slide's title after its content.
  private func markByPage(_ drafts: inout [BlockDraft]) {
    for range in Self.pages(of: drafts)
    where !range.contains(where: { drafts[$0].heading == .slide || drafts[$0].heading == .title }) {
      let candidates = range.filter { isCandidate(drafts[$0]) }
      guard !candidates.isEmpty else { continue }
      let page = page(range, of: drafts)
      let scored = candidates.map { ($0, score(of: $0, on: page, in: drafts)) }
      guard let best = scored.max(by: { $0.1 < $1.1 }), best.1 >= 4 else { continue }
      drafts[best.0].kind = .heading
      drafts[best.0].heading = .slide
      // A second title of like weight on the page titles a block of it.
      for other in scored where other.0 != best.0 && other.1 >= 4 {
        drafts[other.0].kind = .heading
        if drafts[other.0].heading == nil { drafts[other.0].heading = .form(.words) }
      }
    }
  }

  /// What the score of each line of a page turns on, looked at once: a page may be a whole document.
  private struct Page {
    /// The first position that isn't furniture; nil where all are.
    var first: Int?
    /// The last position that holds more than a short label, or the one before the page.
    var lastStatement: Int
    /// How many numbers of each form stand on it.
    var labels: [LabelForm: Int] = [:]
  }

  private struct LabelForm: Hashable {
    var scheme: NumberLabel.Scheme
    var depth: Int

    init(_ label: NumberLabel) {
      scheme = label.scheme
      depth = label.ordinals.count
    }
  }

  private func page(_ range: Range<Int>, of drafts: [BlockDraft]) -> Page {
    let isStatement = { (index: Int) in
      drafts[index].kind != .furniture
        && drafts[index].pieces.contains { table.columns(of: $0) > 24 || wording.holdsSentence($0) }
    }
    var page = Page(
      first: range.first { drafts[$0].kind != .furniture },
      lastStatement: range.last(where: isStatement) ?? range.lowerBound - 1)
    for index in range {
      if case .label(let label) = drafts[index].opening.kind {
        page.labels[LabelForm(label), default: 0] += 1
      }
    }
    return page
  }

  /// Returns the drafts of each page as ranges of positions.
  static func pages(of drafts: [BlockDraft]) -> [Range<Int>] {
    var pages: [Range<Int>] = []
    var start = 0
    for index in drafts.indices.dropFirst() where drafts[index].startsPage {
      pages.append(start..<index)
      start = index
    }
    if start < drafts.count { pages.append(start..<drafts.count) }
    return pages
  }

  private func isCandidate(_ draft: BlockDraft) -> Bool {
    guard !draft.isTitleBlock, draft.kind != .furniture, draft.kind != .table, draft.kind != .note,
      draft.pieces.count <= 2, let last = draft.pieces.last,
      wording.endsAsTitle(last), !draft.pieces.contains(where: wording.holdsSentence),
      !wording.isEnclosed(draft.hull, by: 0x28, 0x29)
    else { return false }
    let width = draft.pieces.reduce(0) { $0 + table.columns(of: $1) }
    if draft.startsPage, wording.namesAppendix(draft.hull) { return true }
    guard (12...150).contains(width), gapCount(draft) < 2 || wording.isReference(draft.hull)
    else { return false }
    switch draft.opening.kind {
    case .words: return !wording.startsWithDate(draft.hull)
    case .bracketedTitle: return wording.isReference(draft.hull)
    case .label(let label): return isChapter(label)
    default: return false
    }
  }

  /// How many gaps part the words: column names are set side by side.
  private func gapCount(_ draft: BlockDraft) -> Int {
    draft.hull.dropFirst(draft.opening.length + 1).dropLast().count { i in
      CharacterClass.isSpace(table[i]) && CharacterClass.isJapanese(table[i - 1])
        && CharacterClass.isJapanese(table[i + 1])
    }
  }

  /// Ⅰ., Ⅱ－①, 第1章: numbers that only chapters and slides bear.
  private func isChapter(_ label: NumberLabel) -> Bool {
    label.scheme <= .roman || (label.scheme == .circled && label.ordinals.count > 1)
  }

  private func score(of index: Int, on page: Page, in drafts: [BlockDraft]) -> Int {
    let draft = drafts[index]
    let hull = draft.hull
    let next = drafts.indices.contains(index + 1) ? drafts[index + 1] : nil
    var score = 0
    if wording.isReference(hull) || wording.namesAppendix(hull) { score += 4 }
    if case .label(let label) = draft.opening.kind {
      // Several numbers of one kind on a page: an agenda.
      guard page.labels[LabelForm(label)] == 1 else { return 0 }
      score += 2
    }
    if wording.namesSlide(hull) { score += 3 }
    if wording.tellsSubject(hull) { score += 1 }
    let isFirst = page.first == index
    if isFirst { score += 2 }
    // Only short labels follow it.
    if !isFirst, page.lastStatement <= index { score += 2 }
    let isSetOff = isFirst || draft.blanksBefore > 0
    if isSetOff, next.map({ $0.blanksBefore > 0 || $0.startsPage }) ?? true { score += 1 }
    if case .bullet(isBlock: true)? = next?.opening.kind { score += 1 }
    if draft.pieces.reduce(0, { $0 + table.columns(of: $1) }) > 100 { score -= 2 }
    if !isSetOff { score -= 2 }
    return score
  }
}
