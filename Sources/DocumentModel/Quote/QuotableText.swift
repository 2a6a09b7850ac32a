/// The citable text of one document with its passages: what a draft's quotations are held against.
package struct QuotableText: Sendable {
  /// One passage of the text.
  package struct Piece: Sendable, Equatable {
    package var id: PassageID
    package var span: TextSpan<Citable>
    package var location: Location

    package init(id: PassageID, span: TextSpan<Citable>, location: Location) {
      self.id = id
      self.span = span
      self.location = location
    }
  }

  package var document: DocumentRecord
  /// The citable text, UTF-8.
  package var utf8: [UInt8]
  /// In reading order; furniture lies between them.
  package var passages: [Piece]

  package init(document: DocumentRecord, utf8: [UInt8], passages: [Piece]) {
    self.document = document
    self.utf8 = utf8
    self.passages = passages
  }

  /// Returns the passages that a range of bytes of the citable text touches.
  package func passages(in range: Range<Int>) -> [Piece] {
    passages.filter { $0.span.utf8Range().overlaps(range) }
  }

  /// Returns the words of a range of bytes of the citable text.
  package func words(_ range: Range<Int>) -> String {
    String(decoding: utf8[range.clamped(to: 0..<utf8.count)], as: UTF8.self)
  }
}
