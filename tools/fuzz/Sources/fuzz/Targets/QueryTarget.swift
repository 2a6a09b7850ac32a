import DocumentModel
import QueryGrammar
import Registry
import TextNormalization

/// What people type into a search.
struct QueryTarget: FuzzTarget {
  static let name = "query"
  static let summary =
    "queries: words, phrases, operators, fields, questions, with the full registry"
  static let seeds = ["query", "txt"]
  static let longest = 512

  private let parser = QueryParser(
    folding: SearchFolding(variants: Tables.registry.variants),
    vocabulary: Tables.registry.vocabulary)

  init() {}

  func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let query = parser.parse(text)
    precondition(query.text == text)
    _ = parser.parse(text, isExact: true)
    _ = parser.days(since: text, until: nil)
    _ = parser.lawTarget(text)
    _ = parser.organization(text)
  }
}
