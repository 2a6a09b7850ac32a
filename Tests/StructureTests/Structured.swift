import DocumentModel

@testable import Structure

/// A text taken through the segmenter, for tests that read off its structure.
struct Structured {
  let document: StructuredDocument
  let diagnostics: [Diagnostic]

  init(_ text: String, metadata: DocumentMetadata = .init()) {
    self.init(utf8: Array(text.utf8), metadata: metadata)
  }

  init(utf8: [UInt8], metadata: DocumentMetadata = .init()) {
    let source = SourceDocument(
      id: DocumentID("d"), source: "d.txt", sha256: "", mediaType: "text/plain", utf8: utf8,
      metadata: metadata)
    let citable = CitableText(utf8: utf8, map: .identity(count: utf8.count), repairs: [])
    let result = Segmenter().segment(citable, of: source)
    document = result.value
    diagnostics = result.diagnostics
  }

  /// `level title` of each section that the text has a heading for.
  var outline: [String] {
    document.sections.filter { !$0.isSynthetic }.map { "\($0.level) \($0.title)" }
  }

  /// `kind: text` of each block.
  var blocks: [String] {
    document.blocks.map { "\($0.kind.rawValue): \(document.citable.string($0.span))" }
  }

  /// The texts of the blocks of one kind.
  func texts(_ kind: BlockKind) -> [String] {
    document.blocks.filter { $0.kind == kind }.map { document.citable.string($0.span) }
  }
}
