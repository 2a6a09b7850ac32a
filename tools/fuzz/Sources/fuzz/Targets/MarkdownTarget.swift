import DocumentModel
import Readers
import TextNormalization

/// Markdown with its raw HTML, to passages.
struct MarkdownTarget: FuzzTarget {
  static let name = "markdown"
  static let summary = "Markdown: front matter, headings, tables, raw HTML, passages"
  static let seeds = ["md", "markdown", "txt"]

  private let proof = DocumentProof()

  init() {}

  func run(_ bytes: [UInt8]) {
    guard let text = try? Decoder().decode(bytes, as: .utf8) else { return }
    proof.prove(
      PlainTextReader().read(text.utf8, id: DocumentID("d"), source: "d.md", sha256: "").value)
  }
}
