import DocumentModel

/// What an Office file says of itself in its properties (ECMA-376 part 2, core properties).
///
/// All of it is inferred: programs fill these fields in by themselves, and a title block in the text
/// counts more.
struct OfficeCoreProperties: Sendable {
  private(set) var metadata = DocumentMetadata()

  /// Reads the part with the core properties.
  init(_ reader: XMLPullReader) throws(XMLReadingError) {
    var created = ""
    var modified = ""
    while true {
      switch try reader.next() {
      case .start:
        switch reader.name {
        case "title": metadata.title = Self.field(try reader.textContent())
        case "creator": metadata.issuer = Self.field(try reader.textContent())
        case "created": created = try reader.textContent()
        case "modified": modified = try reader.textContent()
        default: break
        }
      case .end, .text: break
      case .finished:
        metadata.date = Self.day(modified) ?? Self.day(created)
        return
      }
    }
  }

  private static func field(_ value: String) -> DocumentMetadata.Field? {
    let words = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : .init(words, .inferred)
  }

  /// The day of `2020-06-24T05:52:00Z`.
  private static func day(_ value: String) -> DocumentMetadata.Field? {
    let day = String(value.prefix(10))
    return day.utf8.count == 10 && EDTF(day).interval != nil ? .init(day, .inferred) : nil
  }
}
