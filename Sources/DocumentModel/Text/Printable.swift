/// Text made safe to be sent on: the one place that knows what a document must not send.
///
/// A terminal obeys control characters, and a bidirectional override shows other words than those that
/// stand there. Where text is made (`Normalizer`, `DocumentMetadata`) they are left out; where text
/// goes out (every printer and writer) what is left of them, in names of files and in what people type,
/// is shown and not sent.
package enum Printable {
  /// Returns the text with control characters shown: C0 controls and DEL as their pictures (␛), the
  /// others as the replacement character.
  ///
  /// Line ends stay, `\r\n` among them; a tab becomes two spaces.
  package static func safe(_ text: String) -> String {
    guard needsCare(text) else { return text }
    var safe = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    for place in scalars.indices {
      let scalar = scalars[place]
      if scalar == "\t" {
        safe.append(contentsOf: "  ".unicodeScalars)
      } else if scalar == "\r" {
        let next = scalars.index(after: place)
        let isLineEnd = next < scalars.endIndex && scalars[next] == "\n"
        safe.append(isLineEnd ? scalar : picture(scalar))
      } else {
        safe.append(isUnsafe(scalar) ? picture(scalar) : scalar)
      }
    }
    return String(safe)
  }

  /// Returns the text as one line: made safe, its line ends shown too (␊).
  ///
  /// What stands in one line of a table, a heading or a record must not begin another.
  package static func line(_ text: String) -> String {
    guard text.utf8.contains(0x0A) else { return safe(text) }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { line.append(scalar == "\n" ? picture(scalar) : scalar) }
    return safe(String(line))
  }

  /// Returns the text as one line without control characters, a line end or a tab as one space.
  package static func plain(_ text: String) -> String {
    guard needsCare(text) || text.utf8.contains(0x0A) else { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\t" || scalar == "\n" || isLineEnd(scalar) {
        plain.append(" ")
      } else if !isUnsafe(scalar) {
        plain.append(scalar)
      }
    }
    return String(plain)
  }

  /// Whether a character is one that text must not send: a control other than tab and line feed, or
  /// one that sets the direction of writing or ends a line unseen.
  package static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether a character ends a line besides the line feed: VT, CR, NEL, LS, PS.
  ///
  /// See UAX #14, classes BK, CR and NL; the form feed ends a page and is left out.
  package static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    [0x0B, 0x0D, 0x85, 0x2028, 0x2029].contains(scalar.value)
  }

  /// Whether bytes of the text may belong to a character that isn't sent as it is.
  private static func needsCare(_ text: String) -> Bool {
    var before: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20 {
        if byte != 0x0A { return true }
      } else if byte == 0x7F || (before == 0xC2 && byte < 0xA0) || (before == 0xD8 && byte == 0x9C)
      {
        return true
      } else if before == 0xE2, byte == 0x80 || byte == 0x81 {
        return text.unicodeScalars.contains { isUnsafe($0) || $0 == "\t" }
      }
      before = byte
    }
    return false
  }

  /// Returns the picture of a control character (␛), or the replacement character.
  private static func picture(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value < 0x20 { return Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}" }
    return scalar.value == 0x7F ? "\u{2421}" : "\u{FFFD}"
  }
}
