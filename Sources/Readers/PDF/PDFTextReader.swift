package import DocumentModel
internal import TextNormalization

/// Puts the words of a PDF's pages in reading order and tells what each line is.
///
/// A pure stage: words with their boxes come in, text with pages and marks goes out.
package struct PDFTextReader: Sendable {
  /// A text with what is known of its lines, and what was left out of it.
  package struct Text: Sendable, Equatable {
    /// UTF-8; a form feed begins each page but the first.
    package var utf8: [UInt8] = []
    /// 1-based pages, as many as the file has.
    package var pages: [Page] = []
    /// Ascending by line.
    package var marks: [LineMark] = []
    /// Pages without any text: pictures, or blank.
    package var emptyPages: [Int] = []
    /// Pages left out because their characters can't be meant.
    package var garbledPages: [Int] = []
    /// Pages whose words were read from their picture by OCR.
    package var recognizedPages: [Int] = []
    /// Pages of which single lines were left out for that.
    package var pagesWithGarbledLines: [Int] = []
    /// Readings in small kana that were left out.
    package var rubyCount = 0

    /// Whether there isn't a word to quote.
    package var holdsNothing: Bool { utf8.allSatisfy { $0 <= 0x20 } }
  }

  private let layout = PageLayout()
  private let judge = LegibilityJudge()

  package init() {}

  /// Returns the text of the pages.
  ///
  /// `recognized` are the numbers of those whose words come from OCR; no sentence goes over from
  /// one kind of page to the other.
  package func read(_ pages: [BoxedPage], recognized: Set<Int> = []) -> Text {
    var text = Text()
    text.recognizedPages = pages.map(\.number).filter(recognized.contains)
    var tables = 0
    var read: [ReadPage] = []
    for page in pages {
      let isLegible = isLegible(page)
      if page.words.isEmpty { text.emptyPages.append(page.number) }
      if !isLegible { text.garbledPages.append(page.number) }
      let laid = layout.read(page)
      text.rubyCount += laid.rubyCount
      var items: [PageItem] = []
      for (part, content) in laid.parts.enumerated() where isLegible {
        switch content {
        case .lines(let lines):
          items += lines.map { PageItem(content: .line($0), part: part) }
        case .table(let rows):
          tables += 1
          items += rows.map { PageItem(content: .row($0, table: tables), part: part) }
        }
      }
      if leaveOutGarbled(&items) { text.pagesWithGarbledLines.append(page.number) }
      read.append(
        ReadPage(
          number: page.number, height: laid.height, isSlide: page.width > page.height,
          items: items))
    }
    let metrics = mark(&read)
    ParagraphFinder(metrics: metrics).bind(&read)
    partRecognized(&read, recognized)
    ListFinder(metrics: metrics).mark(&read)
    var writer = PDFTextWriter()
    for (index, page) in read.enumerated() {
      let next = read.dropFirst(index + 1).lazy.flatMap(\.items).first { $0.role == .body }
      writer.add(page, followedBy: next)
    }
    (text.utf8, text.pages, text.marks) = (writer.utf8, writer.pages, writer.marks)
    return text
  }

  /// Parts what stands on pages read by OCR from what stands on others.
  private func partRecognized(_ pages: inout [ReadPage], _ recognized: Set<Int>) {
    guard !recognized.isEmpty else { return }
    for page in pages.indices.dropFirst()
    where recognized.contains(pages[page].number) != recognized.contains(pages[page - 1].number) {
      for item in pages[page].items.indices where pages[page].items[item].role != .furniture {
        pages[page].items[item].bond = .parted
        break
      }
    }
  }

  private func mark(_ pages: inout [ReadPage]) -> PageMetrics {
    PageFurnitureFinder().mark(&pages)
    ContentsFinder().mark(&pages)
    let metrics = PageMetrics(pages)
    PageRoleFinder(metrics: metrics).mark(&pages)
    markRepeatedHeaders(&pages)
    return metrics
  }

  /// A table that goes on with the next page has its header printed anew: that is the page's.
  private func markRepeatedHeaders(_ pages: inout [ReadPage]) {
    var header: [String]?
    var last: Int?
    for page in pages.indices {
      for index in pages[page].items.indices where pages[page].items[index].role != .furniture {
        guard case .row(let row, let table) = pages[page].items[index].content else {
          if pages[page].items[index].role.isBody { header = nil }
          continue
        }
        if row.isHeader, let header, row.cells == header, table != last {
          pages[page].items[index].role = .furniture
        } else if row.isHeader {
          header = row.cells
        }
        last = table
      }
    }
  }

  /// Whether less than half of a page's characters can't be meant.
  private func isLegible(_ page: BoxedPage) -> Bool {
    var garbled = 0
    var all = 0
    for word in page.words {
      let found = judge.garbled(in: word.text)
      garbled += judge.isGarbled(word.text) ? found.of : found.count
      all += found.of
    }
    return garbled * 2 < all || all == 0
  }

  /// Leaves out lines that can't be read; what stands below goes on with nothing above.
  private func leaveOutGarbled(_ items: inout [PageItem]) -> Bool {
    let count = items.count
    var part = 0
    items = items.compactMap { item in
      guard judge.isGarbled(item.text) else {
        var item = item
        item.part += part
        return item
      }
      part += count
      return nil
    }
    return items.count < count
  }
}
