/// Finds titles set in larger type, captions, and notes at the foot of pages.
struct PageRoleFinder: Sendable {
  let metrics: PageMetrics

  /// Marks the items of all pages.
  func mark(_ pages: inout [ReadPage]) {
    for page in pages.indices {
      markFootnotes(&pages[page])
      markCaptions(&pages[page])
    }
    if let first = pages.indices.first(where: { page in
      pages[page].items.contains { $0.role == .body }
    }) {
      if !pages[first].isSlide || isCover(pages[first]) { markDocumentTitle(&pages[first]) }
      markRepeatedTitle(&pages, after: first)
    }
    for page in pages.indices where pages[page].isSlide {
      if !pages[page].items.contains(where: { $0.role == .title }) { markSlideTitle(&pages[page]) }
    }
    for page in pages.indices where !pages[page].isSlide {
      // Large type beside the document's title gives its date and issuer.
      if !pages[page].items.contains(where: { $0.role == .title }) {
        markLargeHeadings(&pages[page])
      }
      markFigureWords(&pages[page])
    }
  }

  // MARK: Notes

  /// The lines at the foot of a page from the first that begins with a small raised number, or that
  /// is set smaller than the text and begins with a mark.
  private func markFootnotes(_ page: inout ReadPage) {
    guard !page.isSlide else { return }
    let body = page.items.indices.filter { page.items[$0].role == .body }
    let start = body.first { index in
      guard let line = page.items[index].line, line.box.top > page.height * 0.4 else {
        return false
      }
      let below = page.items[index...].filter { $0.role == .body }
      // The notes of a page are set in one size: what stands above smaller ones is text.
      return opensNote(line) && isSetOff(index, in: page)
        && below.allSatisfy { item in
          item.line.map { !$0.isMeasured || (0.9...1.03).contains($0.em / line.em) } ?? false
        }
    }
    guard let start else { return }
    for index in body where index >= start { page.items[index].role = .note }
  }

  /// Whether a line is smaller than the text or stands well below it.
  private func isSetOff(_ index: Int, in page: ReadPage) -> Bool {
    guard let line = page.items[index].line else { return false }
    if line.isMeasured, line.em < 0.93 * metrics.em { return true }
    let above = page.items[..<index].last { $0.role != .furniture }
    return line.hasRaisedStart
      && (above.map { line.box.top - $0.box.bottom > 0.9 * metrics.em } ?? true)
  }

  /// A small number or a mark of its own before the words.
  private func opensNote(_ line: PrintedLine) -> Bool {
    guard let first = line.text.unicodeScalars.first else { return false }
    if "※＊*†‡注".unicodeScalars.contains(first) { return true }
    let digits = line.firstWord.text.unicodeScalars.prefix { PageLabel.isDigit($0) }
    return line.hasRaisedStart && (1...3).contains(digits.count)
      && digits.count < line.text.unicodeScalars.count
  }

  // MARK: Captions

  private func markCaptions(_ page: inout ReadPage) {
    for index in page.items.indices where page.items[index].role == .body {
      guard let line = page.items[index].line, CaptionWording.isCaption(line.text) else { continue }
      // A sentence that begins with 図１ runs from edge to edge; a caption is set apart.
      let isSetIn = metrics.leftEdges.first.map { line.box.left > $0 + 2 * metrics.em } ?? true
      if isSetIn || isBesideTable(index, in: page) { page.items[index].role = .caption }
    }
  }

  private func isBesideTable(_ index: Int, in page: ReadPage) -> Bool {
    guard page.items.indices.contains(index + 1) else { return false }
    if case .row = page.items[index + 1].content { return true }
    return false
  }

  /// Short words in type smaller than the text's, and those right above the name of a figure, belong
  /// to the figure. (A table's name stands above it.)
  private func markFigureWords(_ page: inout ReadPage) {
    for index in page.items.indices where page.items[index].role == .body {
      guard let line = page.items[index].line, line.isMeasured, line.em < 0.88 * metrics.em,
        isFigureWord(line.text)
      else { continue }
      page.items[index].role = .caption
    }
    for name in page.items.indices where isFigureName(page.items[name]) {
      for index in page.items[..<name].indices.reversed() {
        let item = page.items[index]
        let words: [String] =
          if case .row(let row, _) = item.content { row.cells } else { [item.text] }
        guard item.role == .body || item.role == .caption, !isFigureName(item),
          words.allSatisfy(isFigureWord), !standsAtTextEdge(item)
        else { break }
        page.items[index].role = .caption
      }
    }
  }

  private func isFigureWord(_ text: String) -> Bool {
    text.unicodeScalars.count <= 16 && !text.contains("。")
  }

  private func isFigureName(_ item: PageItem) -> Bool {
    item.role == .caption && item.text.hasPrefix("図") && CaptionWording.isCaption(item.text)
  }

  /// Whether a line begins where the lines of the text do.
  private func standsAtTextEdge(_ item: PageItem) -> Bool {
    item.line != nil
      && metrics.leftEdges.contains { abs(item.box.left - $0) < 1.2 * metrics.em }
  }

  // MARK: Titles

  /// The largest type in the upper part of a slide.
  private func markSlideTitle(_ page: inout ReadPage) {
    let body = page.items.indices.filter { page.items[$0].role == .body }
    guard body.count >= 3 else { return }
    let usual = ColumnFinder.median(body.map { page.items[$0].em })
    let upper = body.filter { index in
      guard let line = page.items[index].line else { return false }
      return line.box.middle < page.height * 0.3 && line.text.unicodeScalars.count >= 4
    }
    guard let largest = upper.compactMap({ page.items[$0].line?.em }).max(),
      largest >= 1.18 * usual
    else { return }
    let title = upper.filter { (page.items[$0].line?.em ?? 0) > 0.85 * largest }
    let places = title.compactMap { body.firstIndex(of: $0) }
    guard let first = title.first, zip(places, places.dropFirst()).allSatisfy({ $0 + 1 == $1 }),
      title.count <= 2, !title.contains(where: { page.items[$0].text.contains("。") })
    else { return }
    for index in title { page.items[index].role = .slideTitle }
    for index in title.dropFirst() { page.items[index].bond = .joined }
    // Banners at the page's corner may stand before it: the title is read first.
    let before = page.items[..<first].filter { $0.role == .body }
    if title.count > 1 || !before.isEmpty,
      before.allSatisfy({ isBanner($0, above: page.items[first]) })
    {
      let moved = title.map { page.items[$0] }
      for index in title.reversed() { page.items.remove(at: index) }
      page.items.insert(contentsOf: moved, at: 0)
    }
  }

  /// Whether a short line stands no lower than the title.
  private func isBanner(_ item: PageItem, above title: PageItem) -> Bool {
    item.box.top < title.box.bottom && item.text.unicodeScalars.count <= 24
  }

  /// Whether a slide holds a few lines and no sentence, the largest well below its upper edge, as
  /// the first of a set does.
  private func isCover(_ page: ReadPage) -> Bool {
    let body = page.items.filter { $0.role == .body }
    guard let largest = body.max(by: { $0.em < $1.em }) else { return false }
    return body.count <= 12 && largest.box.middle > 0.15 * page.height
      && body.allSatisfy { $0.line != nil && !$0.text.contains("。") }
  }

  /// The largest type of the first page, if it is well above the running text.
  private func markDocumentTitle(_ page: inout ReadPage) {
    let body = page.items.indices.filter { page.items[$0].role == .body }
    guard let largest = body.compactMap({ page.items[$0].line?.em }).max(),
      largest >= 1.2 * metrics.em
    else { return }
    let large = body.filter { index in
      guard let line = page.items[index].line else { return false }
      // Words are set narrower to fit one line.
      return line.em > 0.8 * largest && line.text.unicodeScalars.count >= 2
    }
    guard let first = large.first else { return }
    var title: [Int] = []
    for index in large {
      if let last = title.last {
        let gap = page.items[index].box.top - page.items[last].box.bottom
        guard index - last == 1, gap < 1.6 * largest else { break }
      }
      title.append(index)
    }
    guard title.count <= 5, page.items[first].box.top < page.height * 0.6,
      !title.contains(where: { page.items[$0].text.contains("。") })
    else { return }
    for index in title { page.items[index].role = .title }
  }

  /// A report's title that is printed again in large type above its contents or its text.
  private func markRepeatedTitle(_ pages: inout [ReadPage], after first: Int) {
    let title = pages[first].items.filter { $0.role == .title }.map(\.text).joined()
    for page in pages.indices.dropFirst(first + 1) where !pages[page].isSlide {
      for index in pages[page].items.indices
      where pages[page].items[index].role == .body && pages[page].items[index].text == title
        && (pages[page].items[index].line?.em ?? 0) >= 1.2 * metrics.em
      {
        pages[page].items[index].role = .furniture
      }
    }
  }

  /// Short lines of a report in type well above the running text's.
  private func markLargeHeadings(_ page: inout ReadPage) {
    let body = page.items.indices.filter { page.items[$0].role == .body }
    let large = body.filter { (page.items[$0].line?.em ?? 0) >= 1.22 * metrics.em }
    // A figure's page is set large throughout.
    guard large.count * 2 <= body.count || body.count <= 3 else { return }
    for index in large {
      guard let line = page.items[index].line, line.em <= 3 * metrics.em,
        (2...40).contains(line.text.unicodeScalars.count), line.isMeasured,
        !line.text.contains("。"), !PageLabel.isPageNumber(line.text)
      else { continue }
      page.items[index].role = .heading
    }
  }
}
