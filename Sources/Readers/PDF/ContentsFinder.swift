import DocumentModel

/// Finds a table of contents by its dots and page numbers, or below its title by its entries, which
/// come back as lines of their own.
struct ContentsFinder: Sendable {
  /// Sets the lines of the contents apart.
  func mark(_ pages: inout [ReadPage]) {
    for page in pages.indices { mark(&pages[page]) }
    markBelowTitle(&pages)
  }

  /// Marks the lines below 目次 to the end of their page, if most of them are lines further on.
  private func markBelowTitle(_ pages: inout [ReadPage]) {
    for page in pages.indices.prefix(Self.furthestPage) {
      guard let title = pages[page].items.firstIndex(where: { isTitle($0.text) }) else { continue }
      let entries = pages[page].items.indices.filter { index in
        index > title && pages[page].items[index].role == .body
      }
      let further = Set(
        pages[(page + 1)...].flatMap { $0.items.map { key(of: $0.text) } })
      let found = entries.count { further.contains(key(of: pages[page].items[$0].text)) }
      guard entries.count >= 3, found * 10 >= entries.count * 6 else { continue }
      for index in [title] + entries { pages[page].items[index].role = .furniture }
    }
  }

  /// How far into a document its contents may stand.
  private static let furthestPage = 12

  /// A line's words without white space and a page's number.
  private func key(of text: String) -> String {
    var words = text.unicodeScalars.filter { !PageLabel.isSpace($0) }
    while let last = words.last, PageLabel.isDigit(last) { words.removeLast() }
    return String(scalars: words)
  }

  /// Marks the contents of a page, three entries or more with the lines between.
  private func mark(_ page: inout ReadPage) {
    let entries = page.items.indices.filter { isEntry(page.items[$0].text) }
    guard entries.count >= 3, let first = entries.first, var last = entries.last else { return }
    if page.items.indices.contains(last + 1), PageLabel.isPageNumber(page.items[last + 1].text) {
      last += 1
    }
    for item in first...last where !page.items[item].text.contains("。") {
      page.items[item].role = .furniture
    }
    if first > 0, isTitle(page.items[first - 1].text) {
      page.items[first - 1].role = .furniture
    }
  }

  private func isTitle(_ text: String) -> Bool {
    let words = text.unicodeScalars.filter { !PageLabel.isSpace($0) }
    return ["目次", "⽬次", "もくじ", "CONTENTS"].contains(
      String(scalars: words).uppercased())
  }

  /// Whether dots lead from words to the number of a page.
  private func isEntry(_ text: String) -> Bool {
    var scalars = Array(text.unicodeScalars)
    var digits = 0
    while let last = scalars.last,
      PageLabel.isDigit(last) || PageLabel.isSpace(last) || "ivx".unicodeScalars.contains(last)
    {
      if !PageLabel.isSpace(last) { digits += 1 }
      scalars.removeLast()
    }
    guard (1...3).contains(digits) else { return false }
    let leaders = scalars.reversed().prefix { ".．…‥・· \u{3000}".unicodeScalars.contains($0) }
    let dots = leaders.count { !PageLabel.isSpace($0) }
    return dots >= 3 || (dots >= 2 && leaders.contains("…"))
  }
}
