import DocumentModel

/// Puts a slide's title before its content where extraction left it behind.
struct ReadingOrder: Sendable {
  /// Returns the drafts with each page's title first; pages and all else keep their order.
  func order(_ drafts: [BlockDraft]) -> [BlockDraft] {
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
}
