package import DocumentModel
import PassageIndex

/// Prints the whole knowledge base as JSON Lines, parents before children.
package struct Dump: Sendable {
  package init() {}

  /// Gives every line of an index to `write`, document by document in the order of their ids.
  ///
  /// `concepts` adds what the terms of held laws tell.
  package func run(
    index path: String, concepts: FindLawConcepts? = nil, write: (String) throws -> Void
  ) throws {
    let base = try KnowledgeBase(index: path)
    let records = try base.documents()
    let held = HeldDocuments(records)
    for record in records {
      let stored = try base.ask { reader throws(IndexError) in try reader.document(record.id) }
      guard let stored else { continue }
      var document = DumpedDocument(stored)
      if let concepts, try concepts.hasTerms() {
        var added = DumpedDocument.Added(to: document)
        try base.forEachRecords(of: record.id) { passages in
          added.take(try concepts.run(passages, addingLinks: true))
        }
        document.add(added)
      }
      try lines(of: document, held: held, write: write)
    }
  }

  /// Gives every line of a document that was just analysed, as an index would give them.
  package func lines(of document: AnalyzedDocument, write: (String) throws -> Void) throws {
    try lines(of: DumpedDocument(document), held: .none, write: write)
  }

  /// Gives the document, its sections, blocks, passages and links, each kind in reading order.
  private func lines(
    of document: DumpedDocument, held: HeldDocuments, write: (String) throws -> Void
  ) throws {
    let id = document.record.id
    let recognized = RecognizedPages(mediaType: document.record.mediaType)
    try write(JSONText.line(DocumentShape(record: document.record)))
    for section in document.sections {
      try write(
        JSONText.line(SectionShape(section, in: id, pillars: document.pillars[section.id])))
    }
    for block in document.blocks {
      let text = String(decoding: document.citable[block.span.utf8Range()], as: UTF8.self)
      try write(JSONText.line(BlockShape(block, in: id, text: text, recognized: recognized)))
    }
    for passage in document.passages {
      try write(
        JSONText.line(
          PassageShape(
            passage, pillars: document.pillars[passage.section],
            relations: document.relations[passage.id] ?? PassageRelations(),
            recognized: recognized)))
    }
    for (link, passage) in zip(document.links, document.linkPassages) {
      try write(JSONText.line(LinkShape(link, in: document.record, passage: passage, held: held)))
    }
  }
}

/// What the dump needs of a document, from an index or straight from the stages.
private struct DumpedDocument {
  var record: DocumentRecord
  var citable: [UInt8]
  var sections: [Section]
  var blocks: [Block]
  var passages: [Passage]
  var links: [Link]
  var linkPassages: [PassageID?]
  var relations: [PassageID: PassageRelations]
  var pillars: [SectionID: PillarAssignment]

  init(_ stored: StoredDocument) {
    record = stored.record
    citable = stored.citable
    sections = stored.sections
    blocks = stored.blocks
    passages = stored.passages
    links = stored.links
    linkPassages = stored.linkPassages
    relations = stored.relations
    pillars = stored.pillars
  }

  /// The relations and links that passages have beyond the stored ones.
  struct Added {
    private let stored: Set<Link>
    fileprivate var relations: [PassageID: PassageRelations] = [:]
    fileprivate var links: [(Link, PassageID?)] = []

    init(to document: DumpedDocument) { stored = Set(document.links) }

    mutating func take(_ records: [PassageRecord]) {
      for record in records {
        if record.relations != PassageRelations() {
          relations[record.passage.id] = record.relations
        }
        links += record.links.filter { !stored.contains($0) }.map { ($0, record.passage.id) }
      }
    }
  }

  mutating func add(_ added: Added) {
    relations.merge(added.relations) { $1 }
    guard !added.links.isEmpty else { return }
    let all = (Array(zip(links, linkPassages)) + added.links).enumerated().sorted { a, b in
      let spans = (a.element.0.span.lowerBound, b.element.0.span.lowerBound)
      return spans.0 != spans.1 ? spans.0 < spans.1 : a.offset < b.offset
    }
    links = all.map(\.element.0)
    linkPassages = all.map(\.element.1)
  }

  init(_ document: AnalyzedDocument) {
    let (source, structure) = (document.source, document.structure)
    record = DocumentRecord(
      id: source.id, source: source.source, sha256: source.sha256, mediaType: source.mediaType,
      metadata: structure.metadata)
    citable = structure.citable.utf8
    sections = structure.sections
    blocks = structure.blocks
    passages = structure.passages
    links = document.links
    relations = document.relations
    pillars = Dictionary(
      document.pillars.map { ($0.section, $0) }, uniquingKeysWith: { first, _ in first })
    linkPassages = []
    var next = 0
    for link in links {
      while next < passages.count, passages[next].span.upperBound <= link.span.lowerBound {
        next += 1
      }
      let holder = next < passages.count ? passages[next] : nil
      let isInside = holder.map { $0.span.lowerBound <= link.span.lowerBound } ?? false
      linkPassages.append(isInside ? holder?.id : nil)
    }
  }
}
