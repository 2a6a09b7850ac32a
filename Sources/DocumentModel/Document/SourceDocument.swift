/// What is known about a document as a publication.
package struct DocumentMetadata: Sendable, Equatable {
  /// Where a value came from.
  package enum Origin: String, Sendable, Codable {
    /// Stated by the file's front matter, a manifest or a side-car.
    case given
    /// Read from the document's own title block.
    case inferred
    /// Decided by a person.
    case decided
  }

  /// One value with its origin.
  package struct Field: Sendable, Equatable {
    package var value: String
    package var origin: Origin

    /// Takes a value as one line without control characters, wherever it was found.
    package init(_ value: String, _ origin: Origin) {
      self.value = Printable.plain(value)
      self.origin = origin
    }
  }

  package var title: Field?
  /// Who decided or published it.
  package var issuer: Field?
  /// Its date in EDTF (`2024-06-04`, `2024-05`).
  package var date: Field?
  /// The form of the publication: 閣議決定, 資料, 提言.
  package var kind: Field?
  package var licence: Field?
  package var url: Field?
  /// The day it was fetched, `2026-11-21`.
  package var retrievedAt: Field?

  package init() {}
}

/// A file's bytes in another encoding than UTF-8, with the way from the text to them.
package struct OwnBytes: Sendable, Equatable {
  package var bytes: [UInt8]
  /// From `SourceDocument.utf8` to `bytes`.
  package var map: DecodingMap

  package init(bytes: [UInt8], map: DecodingMap) {
    self.bytes = bytes
    self.map = map
  }
}

/// A file as a reader gives it: its bytes, its pages and what it says of itself.
package struct SourceDocument: Sendable {
  package var id: DocumentID
  /// The name by which it was given: the path below the folder that was ingested.
  package var source: String
  /// The SHA-256 of the file, 64 hexadecimal digits.
  package var sha256: String
  /// `text/plain`, `text/markdown`, `text/html`; for plain text that isn't UTF-8 with `; charset=…`.
  package var mediaType: String
  /// The text the stages work on, UTF-8: the file's own bytes (a byte order mark included) or what
  /// a reader extracted from them.
  package var utf8: [UInt8]
  /// The file's own bytes where positions count in those and they aren't UTF-8, else nil.
  package var ownBytes: OwnBytes?
  /// The SHA-256 of the kept bytes as the index noted it; nil before the document is stored.
  package var keptSHA256: String?
  /// The pages, ascending; empty where the source gives none.
  package var pages: [Page]
  /// The bytes that are the document's text, without front matter.
  package var body: TextSpan<Source>
  package var metadata: DocumentMetadata
  /// What the reader knows of the lines of extracted text: ascending by line, at most one a line.
  package var marks: [LineMark]

  package init(
    id: DocumentID, source: String, sha256: String, mediaType: String, utf8: [UInt8],
    pages: [Page] = [], body: TextSpan<Source>? = nil, metadata: DocumentMetadata = .init(),
    marks: [LineMark] = []
  ) {
    self.id = id
    self.source = source
    self.sha256 = sha256
    self.mediaType = mediaType
    self.utf8 = utf8
    self.pages = pages
    self.body = body ?? TextSpan(0, utf8.count)
    self.metadata = metadata
    self.marks = marks
  }

  /// Whether Markdown and HTML marks may stand among the words; in extracted text they are words.
  package var holdsMarkup: Bool {
    mediaType.hasPrefix("text/plain") || mediaType.hasPrefix("text/markdown")
  }

  /// Whether pages may be slides: the reader found titles of slides on a fourth of them, or it can't
  /// tell, since the text was taken out of its pages before.
  package var mayHoldSlides: Bool {
    holdsMarkup || marks.count { $0.role == .slideTitle } * 4 >= max(pages.count, 1)
  }
}

extension SourceDocument {
  /// The source layer as it is kept: the file's own bytes, else the text.
  package var keptBytes: [UInt8] { ownBytes?.bytes ?? utf8 }

  /// Returns the span of the text for a span of the kept bytes.
  package func textSpan(_ kept: TextSpan<Source>) -> TextSpan<Source> {
    guard let map = ownBytes?.map else { return kept }
    return TextSpan(
      map.decoded(of: kept.lowerBound.utf8), map.decoded(of: kept.upperBound.utf8))
  }

  /// Returns the span of the kept bytes for a span of the text.
  package func keptSpan(_ text: TextSpan<Source>) -> TextSpan<Source> {
    guard let map = ownBytes?.map else { return text }
    return TextSpan(map.source(of: text.lowerBound.utf8), map.source(of: text.upperBound.utf8))
  }
}
