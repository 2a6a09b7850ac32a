package import DocumentModel

/// Tells whether a file's bytes are text in UTF-8, and where they are not.
package struct Decoder: Sendable {
  package init() {}

  /// Returns the bytes of a UTF-8 file as they are, a byte order mark included.
  ///
  /// The source layer keeps the file's own bytes; the mark is dropped by the ``Normalizer``.
  ///
  /// - Throws: ``DecodingError`` for an empty file, one that is no text, and text in another
  ///   encoding, with the place of the first byte that shows it.
  /// - Complexity: O(*n*) in the number of bytes.
  package func decode(_ bytes: [UInt8]) throws(DecodingError) -> [UInt8] {
    if bytes.isEmpty { throw .empty }
    if let format = Self.signatures.first(where: { bytes.starts(with: $0.bytes) })?.format {
      throw .notText(format: format, utf8Offset: 0)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .otherEncoding(name: "UTF-16")
    }
    if let zero = bytes.firstIndex(of: 0) { throw .notText(format: nil, utf8Offset: zero) }
    if let bad = Self.firstIllFormedByte(bytes) {
      let line = bytes[..<bad].count { $0 == 0x0A } + 1
      throw .invalidUTF8(utf8Offset: bad, line: line, byte: bytes[bad])
    }
    let text = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    if text.allSatisfy(Self.isWhiteSpace) { throw .empty }
    return bytes
  }

  /// The first bytes of file formats that could pass for text, or that people give by mistake.
  private static let signatures: [(format: String, bytes: [UInt8])] = [
    ("PDF", Array("%PDF-".utf8)), ("ZIP/Office", [0x50, 0x4B, 0x03, 0x04]),
    ("PNG", [0x89, 0x50, 0x4E, 0x47]), ("JPEG", [0xFF, 0xD8, 0xFF]), ("GIF", Array("GIF8".utf8)),
    ("gzip", [0x1F, 0x8B]), ("Office 97–2003", [0xD0, 0xCF, 0x11, 0xE0]),
    ("RTF", Array("{\\rtf".utf8)), ("SQLite", Array("SQLite format 3".utf8)),
  ]

  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Returns the offset of the first byte that breaks UTF-8, or nil.
  ///
  /// Strict as Unicode, table 3-7: no over-long forms, no surrogates, nothing above U+10FFFF.
  static func firstIllFormedByte(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        let first = bytes[i]
        if first < 0x80 {
          i += 1
          continue
        }
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
          length = 3
          if first == 0xE0 { second = 0xA0...0xBF }
          if first == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
          length = 4
          if first == 0xF0 { second = 0x90...0xBF }
          if first == 0xF4 { second = 0x80...0x8F }
        default: return i
        }
        guard i + length <= bytes.count, second.contains(bytes[i + 1]) else { return i }
        for k in 2..<max(length, 2) where bytes[i + k] & 0xC0 != 0x80 { return i }
        i += length
      }
      return nil
    }
  }
}

/// The UTF-8 byte order mark.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// Why a file's bytes can't be read as text.
package enum DecodingError: Error, Equatable, CustomStringConvertible {
  /// There is nothing in it, or only white space.
  case empty
  /// It is no text; `format` names what it looks like, `utf8Offset` is the byte that shows it.
  case notText(format: String?, utf8Offset: Int)
  /// It is text, in an encoding that is not read.
  case otherEncoding(name: String)
  /// It is no UTF-8: the 0-based offset, 1-based line and value of the first bad byte.
  case invalidUTF8(utf8Offset: Int, line: Int, byte: UInt8)

  /// The stable identifier under which the message catalogue has its words.
  package var identifier: String {
    switch self {
    case .empty: "input.empty"
    case .notText: "input.not-text"
    case .otherEncoding: "input.other-encoding"
    case .invalidUTF8: "input.invalid-utf8"
    }
  }

  /// The particulars for the message: `format`, `offset`, `line`, `byte`, `encoding`.
  package var arguments: [String: String] {
    switch self {
    case .empty: [:]
    case .notText(let format, let offset):
      ["offset": String(offset), "format": format ?? "binary"]
    case .otherEncoding(let name): ["encoding": name]
    case .invalidUTF8(let offset, let line, let byte):
      [
        "offset": String(offset), "line": String(line),
        "byte": "0x" + String(byte, radix: 16, uppercase: true),
      ]
    }
  }

  /// The error as a diagnostic of the file named `file`.
  package func diagnostic(file: String) -> Diagnostic {
    Diagnostic(identifier, .error, arguments: arguments.merging(["file": file]) { $1 })
  }

  package var description: String {
    switch self {
    case .empty: "The file is empty."
    case .notText(let format, let offset):
      "The file is not text (\(format.map { "it is \($0)" } ?? "NUL at byte \(offset)"))."
    case .otherEncoding(let name): "The file is in \(name); convert it to UTF-8."
    case .invalidUTF8(let offset, let line, let byte):
      "The file is not UTF-8: byte 0x\(String(byte, radix: 16, uppercase: true)) at offset "
        + "\(offset), line \(line); convert it to UTF-8."
    }
  }
}
