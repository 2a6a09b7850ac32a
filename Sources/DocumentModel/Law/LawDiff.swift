/// What became of one article between two revisions of a law.
package struct ArticleChange: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case added, removed, changed
    /// The same text stands under another number.
    case moved
  }
  package var kind: Kind
  /// The article in the older revision; nil for an added one.
  package var from: LawArticle?
  /// The article in the newer revision; nil for a removed one.
  package var to: LawArticle?

  package init(kind: Kind, from: LawArticle?, to: LawArticle?) {
    self.kind = kind
    self.from = from
    self.to = to
  }
}

/// Two revisions of a law compared article by article.
package struct LawDiff: Sendable {
  package let older: LawRevisionID
  package let newer: LawRevisionID
  /// Articles that differ, in the order of the newer text, removed ones where they stood.
  package var changes: [ArticleChange]

  /// Compares the main provisions of two revisions; line layout doesn't count.
  package init(from old: LawText, to new: LawText) {
    older = old.revision
    newer = new.revision
    let before = old.articles
    let after = new.articles
    let oldByNumber = Dictionary(before.map { ($0.number, $0) }, uniquingKeysWith: { a, _ in a })
    let newByNumber = Dictionary(after.map { ($0.number, $0) }, uniquingKeysWith: { a, _ in a })
    let removed = before.filter { newByNumber[$0.number] == nil }
    var goneByText = Dictionary(
      removed.filter { !$0.text.isEmpty }.map { ($0.text, $0) }, uniquingKeysWith: { a, _ in a })
    var moved: Set<String> = []
    var placed: [(order: Double, change: ArticleChange)] = []
    for (order, article) in after.enumerated() {
      if let earlier = oldByNumber[article.number] {
        guard !Self.isSame(earlier, article) else { continue }
        placed.append(
          (Double(order), ArticleChange(kind: .changed, from: earlier, to: article)))
      } else if let source = goneByText.removeValue(forKey: article.text) {
        moved.insert(source.number)
        placed.append((Double(order), ArticleChange(kind: .moved, from: source, to: article)))
      } else {
        placed.append((Double(order), ArticleChange(kind: .added, from: nil, to: article)))
      }
    }
    let orders = Dictionary(
      after.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { a, _ in a })
    var last = -1
    for article in before {
      if let order = orders[article.number] {
        last = order
      } else if !moved.contains(article.number) {
        placed.append(
          (Double(last) + 0.5, ArticleChange(kind: .removed, from: article, to: nil)))
      }
    }
    changes = placed.enumerated()
      .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
      .map(\.element.change)
  }

  private static func isSame(_ a: LawArticle, _ b: LawArticle) -> Bool {
    a.text == b.text && a.caption == b.caption
  }
}
