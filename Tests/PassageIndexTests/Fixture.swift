import DocumentModel
import Foundation
import PassageIndex
import TestSupport
import TextNormalization

/// A small index in a temporary file, with documents whose every line is a passage.
final class Fixture {
  let path: String
  static let variants = CharacterVariants(folds: [0x570B: 0x56FD, 0x9771: 0x976D])

  init() {
    path =
      FileManager.default.temporaryDirectory.appending(path: "index-\(UUID().uuidString).sqlite")
      .path
  }

  deinit {
    for suffix in ["", "-wal", "-shm", ".lock"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  static var header: IndexHeader { IndexHeader(registryDigest: "test", variants: variants) }

  /// Makes an index of the given documents and opens it.
  static func reader(_ documents: [AnalyzedDocument]) throws -> (Fixture, IndexReader) {
    let fixture = Fixture()
    try fixture.write(documents)
    return (fixture, try IndexReader(path: fixture.path))
  }

  func write(_ documents: [AnalyzedDocument]) throws {
    let writer = try IndexWriter(path: path, header: Self.header)
    for document in documents { try writer.write(document) }
    try writer.finish()
  }

  /// A document of one section; its first line is the heading, and every line a passage.
  ///
  /// `⏎` stands for a line end inside a passage.
  static func document(
    _ name: String, _ lines: [String], pillars: [Pillar] = [],
    relations: [Int: PassageRelations] = [:],
    links: (CitableText, LineIndex) -> [Link] = { _, _ in [] }
  ) -> AnalyzedDocument {
    let text = lines.map { $0 + "\n" }.joined().replacing("⏎", with: "\n")
    let utf8 = Array(text.utf8)
    let index = LineIndex(utf8)
    let id = DocumentID(name)
    let sectionID = SectionID("\(name)-s1")
    var blocks: [Block] = []
    var passages: [Passage] = []
    var related: [PassageID: PassageRelations] = [:]
    var start = 0
    for (i, line) in lines.enumerated() {
      let count = line.replacing("⏎", with: "\n").utf8.count
      let span: TextSpan<Citable> = TextSpan(start, start + count)
      let location = index.location([TextSpan(start, start + count)])
      let kind: BlockKind = i == 0 ? .heading : .paragraph
      let block = Block(
        id: BlockID("\(name)-b\(i)"), section: sectionID, kind: kind, span: span,
        location: location)
      blocks.append(block)
      let passage = Passage(
        id: PassageID("\(name)-p\(i)"), document: id, section: sectionID, block: block.id,
        kind: kind, span: span, location: location,
        text: String(decoding: utf8[span.utf8Range()], as: UTF8.self))
      passages.append(passage)
      if let relation = relations[i] { related[passage.id] = relation }
      start += count + 1
    }
    let citable = CitableText(utf8: utf8, map: .identity(count: utf8.count), repairs: [])
    let whole: TextSpan<Citable> = TextSpan(0, utf8.count)
    let title = lines.first ?? ""
    let section = Section(
      id: sectionID, parent: nil, level: 1, title: title, rawTitle: title,
      titleSpan: blocks.first?.span, span: whole,
      location: index.location([TextSpan(0, utf8.count)]), isSynthetic: false, path: [title])
    var metadata = DocumentMetadata()
    metadata.title = .init(title, .inferred)
    let source = SourceDocument(
      id: id, source: "\(name).txt", sha256: String(repeating: "0", count: 64),
      mediaType: "text/plain", utf8: utf8, metadata: metadata)
    let structure = StructuredDocument(
      id: id, citable: citable, sections: [section], blocks: blocks, passages: passages,
      lines: index, pages: [], metadata: metadata)
    return AnalyzedDocument(
      source: source, structure: structure, links: links(citable, index), relations: related,
      pillars: [
        PillarAssignment(
          section: sectionID, pillars: pillars, basis: pillars.isEmpty ? .none : .implied)
      ])
  }
}

extension IndexReader {
  /// The names of the passages a single term finds, in index order.
  func passages(holding text: String, isPrefix: Bool = false) throws -> [String] {
    let query = Query(text: text, expression: .term(QueryTerm(text, isPrefix: isPrefix)))
    return try allRecords(matching: query).map(\.passage.id.rawValue)
  }
}
