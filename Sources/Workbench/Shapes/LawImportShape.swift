/// What `laws import --format json` prints.
package struct LawImportShape: Encodable, Sendable, Equatable {
  package var index: String
  package var laws: Int
  package var added: Int
  package var unchanged: Int
  package var failed: Int
  package var articles: Int
  package var items: Int

  enum CodingKeys: String, CodingKey {
    case index, laws, added, unchanged, failed, articles, items
  }

  package init(_ report: LawImportReport, index: String) {
    self.index = index
    laws = report.laws.count
    added = report.added
    unchanged = report.unchanged
    failed = report.failed
    articles = report.articles
    items = report.items
  }
}
