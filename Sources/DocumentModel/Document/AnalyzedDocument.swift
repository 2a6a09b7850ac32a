/// A document with everything the stages found in it: what the index stores.
///
/// `source.metadata` is what the source states of itself; `structure.metadata` holds in its place
/// what people decided, and beside it what the title block tells.
package struct AnalyzedDocument: Sendable {
  package var source: SourceDocument
  package var structure: StructuredDocument
  /// In reading order.
  package var links: [Link]
  package var relations: [PassageID: PassageRelations]
  /// One for each section, in their order.
  package var pillars: [PillarAssignment]

  package init(
    source: SourceDocument, structure: StructuredDocument, links: [Link],
    relations: [PassageID: PassageRelations], pillars: [PillarAssignment]
  ) {
    self.source = source
    self.structure = structure
    self.links = links
    self.relations = relations
    self.pillars = pillars
  }
}

/// A document as the index knows it.
package struct DocumentRecord: Sendable, Equatable {
  package var id: DocumentID
  package var source: String
  package var sha256: String
  package var mediaType: String
  package var metadata: DocumentMetadata

  package init(
    id: DocumentID, source: String, sha256: String, mediaType: String,
    metadata: DocumentMetadata
  ) {
    self.id = id
    self.source = source
    self.sha256 = sha256
    self.mediaType = mediaType
    self.metadata = metadata
  }
}

/// A passage read back from the index with its surroundings: what search, trace and cite work on.
package struct PassageRecord: Sendable {
  package var document: DocumentRecord
  package var section: Section
  package var pillars: PillarAssignment
  package var passage: Passage
  /// The links inside the passage, in reading order.
  package var links: [Link]
  package var relations: PassageRelations

  package init(
    document: DocumentRecord, section: Section, pillars: PillarAssignment, passage: Passage,
    links: [Link], relations: PassageRelations
  ) {
    self.document = document
    self.section = section
    self.pillars = pillars
    self.passage = passage
    self.links = links
    self.relations = relations
  }
}
