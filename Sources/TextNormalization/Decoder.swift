package import DocumentModel

/// Reads a file's bytes as text: finds the encoding, or takes the one that is named.
package struct Decoder: Sendable {
  package init() {}

  /// The share of common characters that text in a Japanese encoding has at least.
  ///
  /// Text in the right encoding has over 0.9, in a wrong one under 0.3.
  private static let plausibleShare = 0.6

  /// Returns the text of a file.
  ///
  /// In order: a byte order mark; ISO-2022-JP by its escapes; UTF-8 if it is well formed throughout;
  /// then Shift_JIS, EUC-JP and UTF-16, whose bytes must all be characters, most of them common
  /// ones. A byte order mark stays in the text and is dropped by the ``Normalizer``.
  ///
  /// With `encoding` named, bytes that it doesn't have are told in `faults`, U+FFFD in their place.
  /// Without, a file that has any is refused.
  ///
  /// - Throws: ``DecodingError`` for an empty file, one that is no text, and bytes that no encoding
  ///   or more than one accounts for.
  /// - Complexity: O(*n*) in the number of bytes.
  package func decode(
    _ bytes: [UInt8], as encoding: TextEncoding? = nil
  ) throws(DecodingError) -> DecodedText {
    if bytes.isEmpty { throw .empty }
    if let format = Self.signatures.first(where: { bytes.starts(with: $0.bytes) })?.format {
      throw .notText(format: format, byteOffset: 0)
    }
    let found: TextEncoding
    if let encoding { found = encoding } else { found = try detect(bytes) }
    let text = try decoded(bytes, as: Self.mark(of: bytes) ?? found)
    if encoding == nil, let fault = text.faults.first {
      throw .undecodable(text.encoding, first: fault, count: text.faults.count)
    }
    let shown = text.utf8.starts(with: byteOrderMark) ? text.utf8.dropFirst(3) : text.utf8[...]
    if shown.allSatisfy(Self.isWhiteSpace) { throw .empty }
    return text
  }

  private typealias Candidate = (encoding: TextEncoding, score: EncodingScore)

  /// Returns the encoding that bytes without a mark are in.
  private func detect(_ bytes: [UInt8]) throws(DecodingError) -> TextEncoding {
    if let marked = Self.mark(of: bytes) { return marked }
    if ISO2022JPDecoding.isMarked(bytes) { return .iso2022JP }
    let zero = bytes.firstIndex(of: 0)
    if zero == nil, UTF8Decoding.firstIllFormedByte(bytes) == nil { return .utf8 }
    let unicode: [Candidate] =
      bytes.count.isMultiple(of: 2)
      ? [
        (.utf16LittleEndian, .utf16(bytes, isBigEndian: false)),
        (.utf16BigEndian, .utf16(bytes, isBigEndian: true)),
      ].filter { $0.score.share > 0.9 } : []
    let best = unicode.max { $0.score.share < $1.score.share }
    if let zero {
      guard let best else { throw .notText(format: nil, byteOffset: zero) }
      return best.encoding
    }
    var candidates: [Candidate] = [(.shiftJIS, .shiftJIS(bytes)), (.eucJP, .eucJP(bytes))]
    let clean = candidates.filter { $0.score.faults == 0 && $0.score.share >= Self.plausibleShare }
      .sorted { $0.score.share > $1.score.share }
    if let best = clean.first {
      if clean.count > 1, best.score.share - clean[1].score.share < 0.1 {
        throw .ambiguous([best.encoding, clean[1].encoding])
      }
      return best.encoding
    }
    // Without a zero byte any bytes are kanji in UTF-16: only kana show that it is text.
    if let best, best.score.kana * 10 > best.score.likely { return best.encoding }
    // A few bad bytes in what is otherwise sound: that encoding it is, and the bytes are told.
    candidates.append((.utf8, .utf8(bytes)))
    let nearly = candidates.filter { candidate in
      candidate.score.share >= Self.plausibleShare
        && candidate.score.faults * 4 <= candidate.score.likely
    }
    if let best = nearly.min(by: { $0.score.faults < $1.score.faults }) { return best.encoding }
    let bad = UTF8Decoding.firstIllFormedByte(bytes) ?? 0
    throw .unknownEncoding(
      DecodedText.Fault(
        byteOffset: bad, line: bytes[..<bad].count { $0 == 0x0A } + 1, bytes: [bytes[bad]]))
  }

  /// Returns the encoding that a byte order mark tells.
  private static func mark(of bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: byteOrderMark) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return nil
  }

  private func decoded(
    _ bytes: [UInt8], as encoding: TextEncoding
  ) throws(DecodingError) -> DecodedText {
    var builder = DecodedTextBuilder(bytes, encoding: encoding)
    switch encoding {
    case .utf8:
      if UTF8Decoding.firstIllFormedByte(bytes) == nil {
        return DecodedText(utf8: bytes, encoding: .utf8)
      }
      UTF8Decoding.decode(bytes) { builder.append($0, from: $1) }
    case .utf16LittleEndian, .utf16BigEndian:
      let start = Self.mark(of: bytes) == nil ? 0 : 2
      UTF16Decoding.decode(bytes, from: start, isBigEndian: encoding == .utf16BigEndian) {
        builder.append($0, from: $1)
      }
    case .shiftJIS:
      try Self.converter("windows-31j").decode(bytes) { builder.append($0, from: $1) }
    case .eucJP: try Self.converter("EUC-JP").decode(bytes) { builder.append($0, from: $1) }
    case .iso2022JP:
      ISO2022JPDecoding.decode(bytes, by: try Self.converter("EUC-JP")) {
        builder.append($0, from: $1)
      }
    }
    return builder.finish()
  }

  private static func converter(_ name: String) throws(DecodingError) -> CharsetConverter {
    guard let converter = CharsetConverter(name) else { throw .noConverter(name: name) }
    return converter
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
}

/// The UTF-8 byte order mark.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
