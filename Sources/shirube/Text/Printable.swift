/// Text from documents made safe for a terminal.
enum Printable {
  /// Returns the text with control characters shown and not sent: an escape sequence in a document
  /// must not move the cursor, and a bidirectional override not reorder what is read.
  ///
  /// Line ends stay; a tab becomes two spaces.
  static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isUnsafe($0) || $0 == "\t" }) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        safe.append(contentsOf: "  ".unicodeScalars)
      } else if isUnsafe(scalar) {
        safe.append(picture(scalar))
      } else {
        safe.append(scalar)
      }
    }
    return String(safe)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Returns the picture of a control character (␛), or the replacement character.
  private static func picture(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value < 0x20 { return Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}" }
    return scalar.value == 0x7F ? "\u{2421}" : "\u{FFFD}"
  }
}
