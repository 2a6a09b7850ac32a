import DocumentModel

/// Finds the items of lists: by their bullets, or by the place that several short paragraphs share
/// where the bullets are drawn and not written.
struct ListFinder: Sendable {
  let metrics: PageMetrics

  /// Marks the first lines of items; the bonds must be known.
  func mark(_ pages: inout [ReadPage]) {
    var places: Set<Int> = []
    for page in pages.indices {
      let starts = pages[page].items.indices.filter { isStart($0, in: pages[page]) }
      var lefts: [Int: Double] = [:]
      for item in pages[page].items where item.role == .body {
        lefts[item.part] = min(lefts[item.part] ?? item.box.left, item.box.left)
      }
      for (place, index) in starts.enumerated() {
        guard let line = pages[page].items[index].line else { continue }
        let neighbours = [place - 1, place + 1].filter(starts.indices.contains).map { starts[$0] }
        guard
          PageLabel.opensWithBullet(line.text)
            || (!pages[page].isSlide && hangsBare(index, beside: neighbours, in: pages[page]))
        else { continue }
        if !PageLabel.opensWithBullet(line.text) { places.insert(Int(line.box.left.rounded())) }
        let left = lefts[pages[page].items[index].part] ?? line.box.left
        let indent = Int(((line.box.left - left) / max(2 * metrics.em, 1)).rounded())
        pages[page].items[index].role = .item(indent: min(max(indent, 0), 8))
      }
    }
    partFullItems(at: places, in: &pages)
    for page in pages.indices where !pages[page].isSlide {
      for index in pages[page].items.indices where isStart(index, in: pages[page]) {
        guard stands(index, at: places, in: pages[page]), isFlush(index, in: pages[page]),
          isShort(index, in: pages[page])
        else { continue }
        pages[page].items[index].role = .item(indent: 1)
      }
    }
  }

  /// Parts an item that fills its line from the next, if it ends as other items of the list do.
  private func partFullItems(at places: Set<Int>, in pages: inout [ReadPage]) {
    var endings: Set<String> = []
    for page in pages {
      for index in page.items.indices where stands(index, at: places, in: page) {
        let next = index + 1 < page.items.count ? page.items[index + 1].bond : .parted
        if next == .parted, let ending = ending(of: page.items[index].text) {
          endings.insert(ending)
        }
      }
    }
    for page in pages.indices {
      for index in pages[page].items.indices.dropLast()
      where stands(index, at: places, in: pages[page])
        && pages[page].items[index + 1].bond == .joined
        && stands(index + 1, at: places, in: pages[page])
        && ending(of: pages[page].items[index].text).map(endings.contains) == true
      {
        pages[page].items[index + 1].bond = .parted
      }
    }
  }

  /// The last two characters, if both are kanji: 実務経験 and 利用の経験 end alike.
  private func ending(of text: String) -> String? {
    let last = text.unicodeScalars.suffix(2)
    guard last.count == 2, last.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }) else {
      return nil
    }
    return String(scalars: last)
  }

  /// Whether a line without a bullet or a number begins where items do.
  private func stands(_ index: Int, at places: Set<Int>, in page: ReadPage) -> Bool {
    let item = page.items[index]
    return item.role.isBody && item.line != nil && places.contains(Int(item.box.left.rounded()))
      && !PageLabel.opensItem(item.text)
  }

  /// Whether a paragraph has three lines at most and no sentence.
  private func isShort(_ index: Int, in page: ReadPage) -> Bool {
    let rest = page.items[(index + 1)...].prefix { $0.bond == .joined }
    return rest.count <= 2 && !page.items[index].text.contains("。")
      && rest.allSatisfy { !$0.text.contains("。") }
  }

  private func isStart(_ index: Int, in page: ReadPage) -> Bool {
    page.items[index].role == .body && page.items[index].bond == .parted
      && page.items[index].line != nil
  }

  /// Whether a paragraph is set in by two squares or more without a first line's indent, and one
  /// right beside it at the same place.
  private func hangsBare(_ index: Int, beside others: [Int], in page: ReadPage) -> Bool {
    guard let line = page.items[index].line, !PageLabel.opensItem(line.text),
      let edge = metrics.leftEdges.first, line.box.left > edge + 1.8 * metrics.em,
      line.box.left < edge + 8 * metrics.em, isFlush(index, in: page), isShort(index, in: page)
    else { return false }
    return others.contains { other in
      abs(other - index) <= 3 && page.items[other].part == page.items[index].part
        && abs(page.items[other].box.left - line.box.left) < 0.3 * metrics.em
        && isFlush(other, in: page)
    }
  }

  /// Whether the lines that follow in its paragraph begin where it does.
  private func isFlush(_ index: Int, in page: ReadPage) -> Bool {
    let next = index + 1
    guard page.items.indices.contains(next), page.items[next].bond == .joined else { return true }
    return abs(page.items[next].box.left - page.items[index].box.left) < 0.3 * metrics.em
  }
}
