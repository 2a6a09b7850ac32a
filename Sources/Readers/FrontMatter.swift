import DocumentModel

/// What a document states of itself between two lines of `---` at its start.
///
/// The lines are `key: value`; a value may be quoted, and a list's `- ` lines belong to the key
/// above them. Keys that the metadata doesn't have are kept out of the body all the same.
struct FrontMatter: Sendable {
  /// The fields stated, with origin `given`.
  private(set) var metadata = DocumentMetadata()
  /// The 0-based byte at which the document's text begins.
  private(set) var bodyStart = 0
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the front matter, or returns nil where the file begins with its text.
  init?(_ utf8: [UInt8]) {
    let start = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var lines = Lines(utf8: utf8, position: start)
    guard let first = lines.next(), Self.isFence(first.text) else { return nil }
    var fields: [(key: String, value: String)] = []
    var number = 1
    while let line = lines.next() {
      number += 1
      if Self.isFence(line.text) {
        bodyStart = lines.position
        for field in fields { set(field.key, field.value) }
        return
      }
      // A thematic break at the start of an ordinary text: its next line is no field.
      guard number < 100 else { return nil }
      let text = Self.trimmed(line.text)
      if text.isEmpty || text.hasPrefix("#") || text.hasPrefix("- ") { continue }
      guard let colon = text.firstIndex(of: ":"), colon > text.startIndex,
        text[..<colon].allSatisfy({ $0.isLetter || $0 == "_" || $0 == "-" })
      else { return nil }
      fields.append(
        (text[..<colon].lowercased(), Self.unquoted(String(text[text.index(after: colon)...]))))
    }
    return nil
  }

  private mutating func set(_ key: String, _ value: String) {
    guard !value.isEmpty, let name = DocumentMetadata.Name(key: key) else { return }
    if name == .date, EDTF(value).interval == nil {
      diagnostics.append(
        Diagnostic("reader.front-matter-date", .warning, arguments: ["value": value]))
    } else {
      metadata[name] = .init(value, .given)
    }
  }

  private static func isFence(_ text: String) -> Bool {
    trimmed(text) == "---"
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let first = text.unicodeScalars.first, first.value <= 0x20 { text.removeFirst() }
    while let last = text.unicodeScalars.last, last.value <= 0x20 { text.removeLast() }
    return String(text)
  }

  private static func unquoted(_ text: String) -> String {
    let text = trimmed(text)
    guard text.count >= 2, let first = text.first, first == text.last, first == "\"" || first == "'"
    else { return text }
    return String(text.dropFirst().dropLast())
  }

  /// The lines of a text from a byte on.
  private struct Lines {
    let utf8: [UInt8]
    var position: Int

    mutating func next() -> (text: String, start: Int)? {
      guard position < utf8.count else { return nil }
      let start = position
      let end = utf8[start...].firstIndex(of: 0x0A) ?? utf8.count
      position = min(end + 1, utf8.count)
      return (String(decoding: utf8[start..<end], as: UTF8.self), start)
    }
  }
}
