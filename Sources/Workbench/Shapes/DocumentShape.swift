import DocumentModel

/// A document as `dump`, `documents` and every hit print it.
package struct DocumentShape: Encodable, Sendable, Equatable {
  /// The record's type in `dump`; nil where a document stands inside another record.
  package var type: String?
  package var id: String
  package var source: String
  package var sha256: String?
  package var mediaType: String?
  package var title: String?
  /// EDTF.
  package var date: String?
  package var issuer: String?
  package var kind: String?
  package var licence: String?
  package var url: String?

  enum CodingKeys: String, CodingKey {
    case type, id, source, sha256, title, date, issuer, kind, licence, url
    case mediaType = "media_type"
  }
}

extension DocumentShape {
  /// Makes the full record of `dump` and `documents`.
  init(record document: DocumentRecord, type: String? = "document") {
    self.init(
      type: type, id: document.id.rawValue, source: document.source, sha256: document.sha256,
      mediaType: document.mediaType, title: document.metadata.title?.value,
      date: document.metadata.date?.value, issuer: document.metadata.issuer?.value,
      kind: document.metadata.kind?.value, licence: document.metadata.licence?.value,
      url: document.metadata.url?.value)
  }

  /// Makes the short form that stands in a hit, an excerpt or a step.
  init(brief document: DocumentRecord) {
    self.init(
      id: document.id.rawValue, source: document.source,
      title: document.metadata.title?.value, date: document.metadata.date?.value,
      issuer: document.metadata.issuer?.value, kind: document.metadata.kind?.value)
  }
}
