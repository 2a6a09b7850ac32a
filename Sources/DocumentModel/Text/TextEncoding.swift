/// An encoding in which text is read.
package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// Shift_JIS with Microsoft's additions (CP932): ①, ㈱ and 髙 are in it.
  case shiftJIS = "Shift_JIS"
  case eucJP = "EUC-JP"
  case iso2022JP = "ISO-2022-JP"

  /// Returns the encoding with a name, in any of its usual spellings: `CP932`, `sjis`, `eucjp`.
  ///
  /// `UTF-16` alone means little-endian; a byte order mark in the text overrules either order.
  package init?(name: String) {
    let key = name.lowercased().filter { $0.isLetter || $0.isNumber }
    guard let encoding = Self.names[key] else { return nil }
    self = encoding
  }

  /// Whether positions count in the file's own bytes.
  ///
  /// They can where every character stands by itself. UTF-16 and ISO-2022-JP are kept as the UTF-8
  /// text that was read from them, and positions count in that.
  package var keepsOwnBytes: Bool {
    switch self {
    case .utf8, .shiftJIS, .eucJP: true
    case .utf16LittleEndian, .utf16BigEndian, .iso2022JP: false
    }
  }

  private static let names: [String: TextEncoding] = [
    "utf8": .utf8, "utf16": .utf16LittleEndian, "utf16le": .utf16LittleEndian,
    "utf16be": .utf16BigEndian, "shiftjis": .shiftJIS, "sjis": .shiftJIS, "xsjis": .shiftJIS,
    "cp932": .shiftJIS, "ms932": .shiftJIS, "windows31j": .shiftJIS, "mskanji": .shiftJIS,
    "eucjp": .eucJP, "ujis": .eucJP, "eucjpms": .eucJP, "iso2022jp": .iso2022JP,
    "jis": .iso2022JP, "csiso2022jp": .iso2022JP,
  ]
}
