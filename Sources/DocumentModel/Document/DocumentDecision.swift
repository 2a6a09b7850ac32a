/// What a person decided about a document's description, or took back.
package struct DocumentDecision: Sendable, Equatable {
  package var document: DocumentID
  /// The name by which the document's file was given.
  package var source: String
  /// The values set; a name without a value is taken back.
  package var values: [DocumentMetadata.Name: String?]
  package var by: String?
  package var why: String?
  package var day: CalendarDay

  package init(
    document: DocumentID, source: String, values: [DocumentMetadata.Name: String?],
    by: String? = nil, why: String? = nil, day: CalendarDay
  ) {
    self.document = document
    self.source = source
    self.values = values
    self.by = by
    self.why = why
    self.day = day
  }
}
