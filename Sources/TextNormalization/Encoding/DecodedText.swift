package import DocumentModel

/// A file's text with the encoding it was read in.
package struct DecodedText: Sendable, Equatable {
  /// A place whose bytes the encoding doesn't have; U+FFFD stands there in the text.
  package struct Fault: Sendable, Equatable {
    /// The 0-based offset of the first bad byte in the file.
    package var byteOffset: Int
    /// The 1-based line.
    package var line: Int
    package var bytes: [UInt8]

    package init(byteOffset: Int, line: Int, bytes: [UInt8]) {
      self.byteOffset = byteOffset
      self.line = line
      self.bytes = bytes
    }

    /// The bytes as `0x8C 0x41`.
    package var written: String {
      bytes.map { byte in
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count < 2 ? "0" : "") + digits
      }.joined(separator: " ")
    }
  }

  /// The text, UTF-8.
  package var utf8: [UInt8]
  package var encoding: TextEncoding
  /// Where each character stands in the file; nil where the text is the file's own bytes.
  package var map: DecodingMap?
  /// Ascending by offset.
  package var faults: [Fault] = []

  package init(utf8: [UInt8], encoding: TextEncoding, map: DecodingMap? = nil) {
    self.utf8 = utf8
    self.encoding = encoding
    self.map = map
  }
}

/// Puts characters together to a text, its map and its faults.
struct DecodedTextBuilder {
  private(set) var text: DecodedText
  private var map = DecodingMap()
  private var line = 1
  private let bytes: [UInt8]

  init(_ bytes: [UInt8], encoding: TextEncoding) {
    self.bytes = bytes
    text = DecodedText(utf8: [], encoding: encoding)
    text.utf8.reserveCapacity(bytes.count + bytes.count / 2)
  }

  /// Adds the character of some bytes, or notes that they are none.
  mutating func append(_ scalar: Unicode.Scalar?, from source: Range<Int>) {
    let start = text.utf8.count
    if let scalar {
      text.utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      if scalar == "\n" { line += 1 }
    } else {
      text.utf8.append(contentsOf: UTF8.encodedReplacementCharacter)
      text.faults.append(
        .init(byteOffset: source.lowerBound, line: line, bytes: Array(bytes[source].prefix(4))))
    }
    map.append(decoded: start..<text.utf8.count, source: source)
  }

  /// Returns the text, with its map where positions count in the file's own bytes.
  consuming func finish() -> DecodedText {
    var text = text
    if text.encoding.keepsOwnBytes { text.map = map }
    return text
  }
}
