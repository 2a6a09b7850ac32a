/// A full-text table with the statements that read its own pages.
struct SearchTable: Sendable {
  let name: String
  /// Whether it has more than one column.
  let hasColumns: Bool
  /// The format of its pages.
  let version: String
  /// The blocks between two ids, in order.
  let blocks: String
  /// The page on which a term stands, where its segment has it.
  let pageOfTerm: String
  /// The first page that begins with a later term.
  let pageAfterTerm: String

  static let passages = SearchTable("passageSearch")
  static let sections = SearchTable("sectionSearch")
  static let laws = SearchTable("lawSearch", hasColumns: true)

  private init(_ name: String, hasColumns: Bool = false) {
    self.name = name
    self.hasColumns = hasColumns
    version = "SELECT v FROM \(name)_config WHERE k = 'version'"
    blocks = "SELECT block FROM \(name)_data WHERE id BETWEEN ? AND ? ORDER BY id"
    pageOfTerm = """
      SELECT pgno >> 1 FROM \(name)_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1
      """
    pageAfterTerm =
      "SELECT pgno >> 1 FROM \(name)_idx WHERE segid = ? AND term > ? ORDER BY term LIMIT 1"
  }
}
