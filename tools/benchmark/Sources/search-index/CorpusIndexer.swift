import DocumentModel
import Foundation
import PassageIndex

/// Writes a corpus file of `search/corpus.py` into an index, as documents of one section without
/// links: what is measured is the search index with the passages it stands for.
struct CorpusIndexer {
  private static let documentEnd: UInt8 = 0x1D
  private static let passageEnd: UInt8 = 0x1E

  let path: String

  /// Reads the corpus in pieces, so that it counts little in the peak memory.
  func index(_ corpus: FileHandle) throws {
    let writer = try IndexWriter(
      path: path, header: IndexHeader(registryDigest: "", variants: CharacterVariants()))
    var number = 0
    var rest: [UInt8] = []
    while let piece = try corpus.read(upToCount: 1 << 20), !piece.isEmpty {
      var start = 0
      let bytes = [UInt8](piece)
      while let end = bytes[start...].firstIndex(of: Self.documentEnd) {
        rest += bytes[start..<end]
        start = end + 1
        let parts = parts(of: rest)
        rest.removeAll(keepingCapacity: true)
        guard let title = parts.first else { continue }
        let document = document(
          "d\(number + 1)", title: String(decoding: title, as: UTF8.self), Array(parts.dropFirst()),
          first: number + 1)
        number += parts.count - 1
        try writer.write(document)
      }
      rest += bytes[start...]
    }
    try writer.finish()
  }

  /// Returns the title and passages of a document's bytes.
  private func parts(of document: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var start = 0
    while let end = document[start...].firstIndex(of: Self.passageEnd) {
      parts.append(Array(document[start..<end]))
      start = end + 1
    }
    return parts
  }

  private func document(
    _ name: String, title: String, _ texts: [[UInt8]], first: Int
  ) -> AnalyzedDocument {
    let id = DocumentID(name)
    var utf8: [UInt8] = []
    for text in texts {
      utf8 += text
      utf8.append(0x0A)
    }
    let lines = LineIndex(utf8)
    let sectionID = SectionID("\(name)-s")
    var blocks: [Block] = []
    var passages: [Passage] = []
    var start = 0
    for (i, text) in texts.enumerated() {
      let span: TextSpan<Citable> = TextSpan(start, start + text.count)
      let location = lines.location([TextSpan(start, start + text.count)])
      let block = Block(
        id: BlockID("b\(first + i)"), section: sectionID, kind: .paragraph, span: span,
        location: location)
      blocks.append(block)
      passages.append(
        Passage(
          id: PassageID("p\(first + i)"), document: id, section: sectionID, block: block.id,
          kind: .paragraph, span: span, location: location,
          text: String(decoding: text, as: UTF8.self)))
      start += text.count + 1
    }
    let citable = CitableText(utf8: utf8, map: .identity(count: utf8.count), repairs: [])
    let section = Section(
      id: sectionID, parent: nil, level: 1, title: title, rawTitle: title, titleSpan: nil,
      span: TextSpan(0, utf8.count), location: lines.location([TextSpan(0, utf8.count)]),
      isSynthetic: true, path: [title])
    var metadata = DocumentMetadata()
    metadata.title = .init(title, .inferred)
    return AnalyzedDocument(
      source: SourceDocument(
        id: id, source: name, sha256: "", mediaType: "text/plain", utf8: utf8, metadata: metadata),
      structure: StructuredDocument(
        id: id, citable: citable, sections: [section], blocks: blocks, passages: passages,
        lines: lines, pages: [], metadata: metadata),
      links: [], relations: [:],
      pillars: [PillarAssignment(section: sectionID, pillars: [], basis: .none)])
  }
}
