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

  /// Reads the lines of extracted text with what a reader says of each; nil for an unmarked line.
  ///
  /// The cells of a row are parted by a tab in `words`, which stands for the reader's own separator.
  init(marked lines: [(words: String, role: LineMark.Role?)]) {
    var utf8: [UInt8] = []
    var marks: [LineMark] = []
    for (index, line) in lines.enumerated() {
      if let role = line.role { marks.append(LineMark(line: index + 1, role: role)) }
      if case .row(let table, let isHeader, _)? = line.role {
        var cells: [TextSpan<Source>] = []
        for cell in line.words.split(separator: "\t", omittingEmptySubsequences: false) {
          if !cells.isEmpty { utf8.append(0x20) }
          cells.append(TextSpan(utf8.count, utf8.count + cell.utf8.count))
          utf8 += cell.utf8
        }
        marks[marks.count - 1].role = .row(table: table, isHeader: isHeader, cells: cells)
      } else {
        utf8 += line.words.utf8
      }
      utf8.append(0x0A)
    }
    let source = SourceDocument(
      id: DocumentID("d"), source: "d.docx", sha256: "", mediaType: "application/x-extracted",
      utf8: utf8, marks: marks)
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
