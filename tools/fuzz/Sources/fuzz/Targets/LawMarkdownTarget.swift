import Readers

/// Markdown of laws.
struct LawMarkdownTarget: FuzzTarget {
  static let name = "law-markdown"
  static let summary = "structured Markdown of laws, to the text of a law"
  static let seeds = ["md"]

  init() {}

  func run(_ bytes: [UInt8]) { _ = try? LawMarkdownReader().read(bytes) }
}
