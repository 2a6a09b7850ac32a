package import DocumentModel

/// Prints the whole knowledge base as JSON Lines, parents before children.
package struct Dump: Sendable {
  package init() {}

  /// Gives each line of one document to `write`: the document, its sections, blocks, passages and
  /// links, each kind in reading order.
  package func lines(of document: AnalyzedDocument, write: (String) throws -> Void) throws {
    let structure = document.structure
    let id = structure.id
    try write(
      JSONText.line(DocumentShape(record: document.record)))
    let pillars = Dictionary(
      document.pillars.map { ($0.section, $0) }, uniquingKeysWith: { first, _ in first })
    for section in structure.sections {
      try write(JSONText.line(SectionShape(section, in: id, pillars: pillars[section.id])))
    }
    for block in structure.blocks {
      let text = structure.citable.string(block.span)
      try write(JSONText.line(BlockShape(block, in: id, text: text)))
    }
    for passage in structure.passages {
      try write(
        JSONText.line(
          PassageShape(
            passage, pillars: pillars[passage.section],
            relations: document.relations[passage.id] ?? PassageRelations())))
    }
    var next = 0
    for link in document.links {
      while next < structure.passages.count,
        structure.passages[next].span.upperBound <= link.span.lowerBound
      {
        next += 1
      }
      let holder = next < structure.passages.count ? structure.passages[next] : nil
      let isInside = holder.map { $0.span.lowerBound <= link.span.lowerBound } ?? false
      try write(JSONText.line(LinkShape(link, in: id, passage: isInside ? holder?.id : nil)))
    }
  }
}

extension AnalyzedDocument {
  /// The document as the index knows it.
  package var record: DocumentRecord {
    DocumentRecord(
      id: source.id, source: source.source, sha256: source.sha256, mediaType: source.mediaType,
      metadata: structure.metadata)
  }
}
