/// Tells from the places of two lines whether the second goes on with the paragraph of the first.
///
/// A line that reaches its column's edge was broken by the edge; one that ends early was ended by
/// its writer, unless the next word was too long for the room left.
struct ParagraphFinder: Sendable {
  let metrics: PageMetrics

  /// Sets the bond of every item of the pages, in reading order.
  func bind(_ pages: inout [ReadPage]) {
    var open: (line: PrintedLine, edge: Double?, isOnSlide: Bool)?
    for page in pages.indices {
      for index in pages[page].items.indices {
        let item = pages[page].items[index]
        switch item.role {
        case .furniture, .caption, .title, .heading, .slideTitle: continue
        case .note:
          pages[page].items[index].bond = noteBond(index, in: pages[page])
          continue
        case .body, .item: break
        }
        guard let line = item.line else {
          open = nil
          continue
        }
        let edge = edge(of: index, in: pages[page])
        if index > 0, let before = lineBefore(index, in: pages[page]) {
          pages[page].items[index].bond =
            hangs(line, below: before, in: pages[page])
            ? .joined : bond(before, line, edge: edge, isPageBreak: false)
        } else if let open, !open.isOnSlide, !pages[page].isSlide, isFirst(index, in: pages[page]) {
          pages[page].items[index].bond = bond(open.line, line, edge: open.edge, isPageBreak: true)
        }
        open = (line, edge, pages[page].isSlide)
      }
    }
  }

  /// The body line right before an item in its own column.
  private func lineBefore(_ index: Int, in page: ReadPage) -> PrintedLine? {
    let before = page.items[index - 1]
    guard before.role == .body, before.part == page.items[index].part else { return nil }
    return before.line
  }

  /// Whether no other words of the text stand before it on its page, nor another column.
  private func isFirst(_ index: Int, in page: ReadPage) -> Bool {
    page.items[..<index].allSatisfy { $0.role == .furniture }
  }

  // MARK: Edges

  /// The right edge that a line's neighbours or the document show; nil where nothing shows one.
  private func edge(of index: Int, in page: ReadPage) -> Double? {
    let part = page.items[index].part
    guard let line = page.items[index].line else { return nil }
    var rights: [Double] = []
    for other in max(0, index - 12)...min(page.items.count - 1, index + 12) {
      let item = page.items[other]
      guard item.part == part, item.role == page.items[index].role, let peer = item.line,
        abs(peer.em - line.em) < 0.15 * line.em || !peer.isMeasured || !line.isMeasured
      else { continue }
      rights.append(peer.box.right)
    }
    let furthest = rights.max() ?? line.box.right
    if !page.isSlide,
      let edge = metrics.rightEdges.first(where: { $0 > furthest - 1.3 * line.em }),
      edge - furthest < 1.3 * line.em
        || metrics.leftEdges.contains(where: { abs($0 - line.box.left) < 3 })
    {
      return max(edge - 2, min(furthest, edge + 2))
    }
    let reaching = rights.count { $0 > furthest - 1.3 * line.em }
    return reaching >= 3 ? furthest : nil
  }

  // MARK: Bonds

  /// Whether a slide's line hangs below a bullet's words: one item, wherever its lines were broken.
  private func hangs(_ line: PrintedLine, below above: PrintedLine, in page: ReadPage) -> Bool {
    page.isSlide && PageLabel.opensWithBullet(above.text) && !PageLabel.opensItem(line.text)
      && !above.text.hasSuffix("。") && abs(line.box.left - above.wordsLeft) < 0.5 * above.em
      && line.box.bottom - above.box.bottom < 1.9 * above.em
      && abs(above.em - line.em) <= 0.15 * above.em
  }

  private func bond(
    _ above: PrintedLine, _ line: PrintedLine, edge: Double?, isPageBreak: Bool
  ) -> PageItem.Bond {
    let em = above.em
    if above.isMeasured, line.isMeasured, abs(above.em - line.em) > 0.15 * em { return .parted }
    if !isPageBreak {
      let pitch = line.box.bottom - above.box.bottom
      if pitch > 2.35 * em { return .parted }
    }
    if PageLabel.opensItem(line.text) { return .parted }
    if ["http://", "https://"].contains(where: line.text.hasPrefix) { return .parted }
    guard let edge else {
      return above.text.hasSuffix("。") && line.box.left > above.box.left + 0.4 * em
        ? .parted : .unsure
    }
    let room = edge - above.box.right
    let endsSentence = "。．？！".contains(above.text.last ?? " ")
    if room > 1.3 * em {
      let isCut = room < line.firstPieceWidth + 0.3 * em || (room < 2.6 * em && !endsSentence)
      if !isCut { return .parted }
    }
    let shift = line.box.left - above.box.left
    if PageLabel.opensItem(above.text) {
      // The rest of an item hangs below its words, or goes back to the edge of the text; a line set
      // in by one square opens a paragraph below a heading.
      if shift <= 0.4 * em { return endsSentence ? .parted : .joined }
      if abs(line.box.left - above.wordsLeft) < 0.7 * em { return .joined }
      if endsSentence { return .parted }
      // A full line that ends in mid-sentence goes on, wherever the next begins.
      if PageLabel.opensWithBullet(above.text), room <= 1.3 * em { return .joined }
      return metrics.indentsParagraphs && shift < 1.5 * em ? .parted : .unsure
    }
    if shift > 0.5 * em {
      return isPageBreak || endsSentence || shift > 2.5 * em ? .parted : .unsure
    }
    if shift > -0.5 * em { return endsSentence && !metrics.indentsParagraphs ? .unsure : .joined }
    return shift > -3.2 * em ? .joined : endsSentence ? .parted : .unsure
  }

  /// Notes go on until the next mark.
  private func noteBond(_ index: Int, in page: ReadPage) -> PageItem.Bond {
    guard index > 0, page.items[index - 1].role == .note, let above = page.items[index - 1].line,
      let line = page.items[index].line
    else { return .parted }
    if line.hasRaisedStart { return .parted }
    if "※＊*†‡注".contains(line.text.first ?? " ") { return .parted }
    if let edge = edge(of: index, in: page), above.text.hasSuffix("。"),
      edge - above.box.right > 2 * above.em
    {
      return .parted
    }
    return .joined
  }
}
