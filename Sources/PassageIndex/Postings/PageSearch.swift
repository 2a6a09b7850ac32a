/// Finds, for ascending rows, the page of a list on which a row must stand.
///
/// The rows lie fairly evenly over the pages, so their distance tells where to look.
struct PageSearch {
  private let list: PostingList
  private let index: InvertedIndex
  private var low: (page: Int, row: Int)
  private var high: (page: Int, row: Int)

  init(_ list: PostingList, in index: InvertedIndex) throws {
    self.list = list
    self.index = index
    low = (list.firstPage, try index.firstRow(of: list, onPage: list.firstPage) ?? .max)
    high = low
    high = try lastPageWithRow(from: list.lastPage)
  }

  /// Returns the last page whose first row isn't after the given one, or nil where the row lies before
  /// all that are left.
  mutating func page(holding row: Int) throws -> Int? {
    guard row >= low.row else { return nil }
    if row >= high.row {
      low = high
      return low.page
    }
    var (top, turn) = (high, 0)
    while top.page - low.page > 1 {
      // Every other time the middle, lest uneven rows lead along page by page.
      let share =
        turn % 2 == 0 ? Double(row - low.row) / Double(max(1, top.row - low.row)) : 0.5
      let guess = low.page + Int(share * Double(top.page - low.page))
      let between = min(max(guess, low.page + 1), top.page - 1)
      let found = try lastPageWithRow(from: between)
      if found.page <= low.page {
        // No row begins between the two: what was looked at goes on with the posting of `low`.
        top.page = between
      } else if found.row <= row {
        low = found
      } else {
        top = found
      }
      turn += 1
    }
    return low.page
  }

  /// Notes that a page was read to its end: the rows that are left lie on later ones.
  mutating func pass(_ page: Int) throws {
    for next in (page + 1)..<max(page + 1, high.page + 1) {
      guard let row = try index.firstRow(of: list, onPage: next) else { continue }
      low = (next, row)
      return
    }
    low = (high.page, .max)
  }

  /// The page itself, or the last before it, on which a row of the list begins.
  private func lastPageWithRow(from page: Int) throws -> (page: Int, row: Int) {
    var page = page
    while page > low.page {
      if let row = try index.firstRow(of: list, onPage: page), row < .max { return (page, row) }
      page -= 1
    }
    return low
  }
}
