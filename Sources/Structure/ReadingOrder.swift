import DocumentModel

/// Puts titles before their content where extraction left them behind it.
///
/// A slide's title is read first. The label beside a slide's last box comes out as the last words of
/// the page, with nothing below it: it titles what stands right above.
struct ReadingOrder: Sendable {
  let table: LineTable

  /// Returns the drafts with titles first; pages and all else keep their order.
  func order(_ drafts: [BlockDraft]) -> [BlockDraft] {
    var ordered = slideTitlesFirst(drafts)
    var last: Range<Int>?
    for page in SlideTitleFinder.pages(of: ordered) {
      // The page's printed number may stand before its last label.
      let isLabels = page.allSatisfy { ordered[$0].kind == .furniture || isLabel(ordered[$0]) }
      let whole = isLabels ? (last ?? page).lowerBound..<page.upperBound : page
      moveLastLabels(of: whole, in: &ordered)
      last = page
    }
    return ordered
  }

  private func slideTitlesFirst(_ drafts: [BlockDraft]) -> [BlockDraft] {
    var ordered: [BlockDraft] = []
    ordered.reserveCapacity(drafts.count)
    for page in SlideTitleFinder.pages(of: drafts) {
      guard let title = page.first(where: { drafts[$0].heading == .slide }),
        page.count(where: { drafts[$0].heading == .slide }) == 1,
        title > page.lowerBound
      else {
        ordered += drafts[page]
        continue
      }
      var first = drafts[title]
      first.startsPage = true
      ordered.append(first)
      var second = drafts[page.lowerBound]
      second.startsPage = false
      ordered.append(second)
      ordered += drafts[page.dropFirst().prefix { $0 < title }]
      ordered += drafts[(title + 1)..<page.upperBound]
    }
    return ordered
  }

  // MARK: Labels behind their content

  /// Moves the headings that end a page before the run of like blocks that they title, if the next
  /// page begins with a title of its own, so that they would have no content.
  private func moveLastLabels(of page: Range<Int>, in drafts: inout [BlockDraft]) {
    let next = drafts[page.upperBound...].first { $0.kind != .furniture }
    guard next.map({ $0.heading == .slide }) ?? true else { return }
    let content = page.filter { drafts[$0].kind != .furniture }
    let labels = content.reversed().prefix { isLabel(drafts[$0]) }
    guard let last = labels.first, let first = labels.last,
      let start = start(ofRunBefore: first, on: page, in: drafts)
    else { return }
    let others = (start..<last).filter { !labels.contains($0) }
    let startsPage = drafts[start].startsPage
    var moved = (labels.reversed() + others).map { drafts[$0] }
    for index in moved.indices { moved[index].startsPage = index == 0 && startsPage }
    drafts.replaceSubrange(start...last, with: moved)
  }

  private func isLabel(_ draft: BlockDraft) -> Bool {
    switch draft.heading {
    case .form(.words), .form(.bracket): true
    default: false
    }
  }

  /// Where the blocks begin that stand right above and are set alike: the items of one list, or the
  /// paragraphs since the last blank line.
  private func start(
    ofRunBefore end: Int, on page: Range<Int>, in drafts: [BlockDraft]
  ) -> Int? {
    var end = end
    while end > page.lowerBound, drafts[end - 1].kind == .furniture { end -= 1 }
    guard end > page.lowerBound, isContent(drafts[end - 1]) else { return nil }
    let isList = drafts[end - 1].kind == .listItem
    let mark = bullet(of: drafts[end - 1])
    var start = end
    var width = 0
    while start > page.lowerBound, isContent(drafts[start - 1]) {
      let draft = drafts[start - 1]
      if isList {
        guard draft.kind == .listItem && bullet(of: draft) == mark || isRemark(draft) else {
          break
        }
        // The items of another box fill other columns.
        if draft.pieces.count > 1 {
          let own = draft.pieces.map { table.columns(of: $0) }.max() ?? 0
          guard width == 0 || (width * 3 / 4...width * 4 / 3).contains(own) else { break }
          width = own
        }
      } else if draft.kind != .paragraph {
        break
      }
      start -= 1
      if !isList, draft.blanksBefore > 0 { break }
    }
    while start < end, isRemark(drafts[start]) { start += 1 }
    return start < end ? start : nil
  }

  private func bullet(of draft: BlockDraft) -> UInt32? { draft.hull.first.map { table[$0] } }

  private func isContent(_ draft: BlockDraft) -> Bool {
    draft.heading == nil && (draft.kind == .listItem || draft.kind == .paragraph)
      && !draft.isTitleBlock
  }

  /// Whether brackets hold all of it.
  private func isRemark(_ draft: BlockDraft) -> Bool {
    draft.kind == .paragraph && TitleWording(table).isEnclosed(draft.hull, by: 0x28, 0x29)
  }
}
