import FoundationEssentials

/// Prints the machine interface's shapes: keys sorted, so that equal content prints equal bytes.
package enum JSONText {
  /// Returns one line of JSON without a line end.
  package static func line(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Self.safe(try encoder.encode(value))
  }

  /// Returns JSON indented for a reader's eye, without a final line end.
  package static func pretty(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return Self.safe(try encoder.encode(value))
  }

  /// Returns the text with the control characters escaped that JSON lets stand, since some terminals
  /// obey them: DEL, the C1 controls (U+0080 to U+009F) and the bidirectional overrides.
  private static func safe(_ data: Data) -> String {
    let text = String(decoding: data, as: UTF8.self)
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        let digits = String(scalar.value, radix: 16)
        let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        safe.append(contentsOf: escape.unicodeScalars)
      } else {
        safe.append(scalar)
      }
    }
    return String(safe)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
