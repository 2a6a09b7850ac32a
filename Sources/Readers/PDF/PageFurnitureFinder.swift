/// Finds what belongs to the page by its place: running heads, page numbers and banners that
/// come back at one place.
struct PageFurnitureFinder: Sendable {
  /// The shares of a page's height that its head and its foot take up.
  private static let headShare = 0.14
  private static let footShare = 0.87
  /// On how many pages words must come back at one place.
  private static let leastRepeats = 3

  /// Marks the items of all pages.
  func mark(_ pages: inout [ReadPage]) {
    markNumbers(&pages)
    markRepeated(&pages)
  }

  // MARK: Page numbers

  /// Bare numbers in the head or foot that stand at one height on several pages and ascend, or
  /// alone at the very foot of a page.
  private func markNumbers(_ pages: inout [ReadPage]) {
    var places: [(page: Int, item: Int, value: Int, height: Double)] = []
    for (page, read) in pages.enumerated() {
      for (item, content) in read.items.enumerated() {
        guard let line = content.line, isAtEdge(line.box, of: read),
          let value = PageLabel.pageNumber(line.text)
        else { continue }
        places.append((page, item, value, line.box.middle / max(read.height, 1)))
      }
    }
    for place in places {
      let peers = places.filter { other in
        other.page != place.page && abs(other.height - place.height) < 0.02
          && (other.value - place.value) == (other.page - place.page)
      }
      let read = pages[place.page]
      let isLast = read.items[place.item].box.top > read.height * 0.93
      if !peers.isEmpty || (isLast && pages.count == 1) {
        pages[place.page].items[place.item].role = .furniture
      }
    }
  }

  private func isAtEdge(_ box: PageBox, of page: ReadPage) -> Bool {
    box.bottom < page.height * Self.headShare || box.top > page.height * Self.footShare
  }

  // MARK: Running heads

  /// Words that come back at one place but for their numbers: on three pages or more, or in the head
  /// or foot of every page of two.
  private func markRepeated(_ pages: inout [ReadPage]) {
    struct Key: Hashable {
      var words: String
      var row: Int
    }
    var places: [Key: [(page: Int, item: Int)]] = [:]
    for (page, read) in pages.enumerated() {
      // Slides of one title follow each other: what is set large is no running head.
      let usual = ColumnFinder.median(read.items.map(\.em))
      for (item, content) in read.items.enumerated() where content.role == .body {
        guard let line = content.line, line.text.unicodeScalars.count <= 60,
          !read.isSlide || line.em < 1.18 * usual
        else { continue }
        let isEdge = isAtEdge(line.box, of: read)
        guard isEdge || read.isSlide && line.box.bottom < read.height * 0.2 else { continue }
        let words = String(
          String.UnicodeScalarView(
            line.text.unicodeScalars.filter { !PageLabel.isDigit($0) && !PageLabel.isSpace($0) }))
        guard !words.isEmpty else { continue }
        let row = Int((line.box.middle / 4).rounded())
        places[Key(words: words, row: row), default: []].append((page, item))
      }
    }
    for (key, group) in places {
      let near = [key.row - 1, key.row + 1].flatMap {
        places[Key(words: key.words, row: $0)] ?? []
      }
      let count = Set((group + near).map(\.page)).count
      guard count >= min(Self.leastRepeats, max(pages.count, 2)) else { continue }
      for place in group { pages[place.page].items[place.item].role = .furniture }
    }
  }
}
