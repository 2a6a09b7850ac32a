internal import DocumentModel

/// Finds what an extraction lost: characters that stand for something the text no longer says.
///
/// The text is not changed. Each kind is one diagnostic with its count and first place.
struct GarbleDetector: Sendable {
  /// Looks for U+FFFD, `(cid:123)` and private-use code points that no rule repairs.
  func detect(in text: CitableText, lines: LineIndex, pages: [Page]) -> [Diagnostic] {
    var found: [String: (count: Int, first: Range<Int>)] = [:]
    func note(_ identifier: String, _ range: Range<Int>) {
      found[identifier] = (
        (found[identifier]?.count ?? 0) + 1, found[identifier]?.first ?? range
      )
    }
    let utf8 = text.utf8
    utf8.withUnsafeBufferPointer { utf8 in
      var i = 0
      while i < utf8.count {
        switch utf8[i] {
        case 0x28:
          if let end = Self.endOfGlyphCode(utf8, at: i) { note("text.glyph-code", i..<end) }
        case 0xEE, 0xEF, 0xF3, 0xF4:
          let (scalar, length) = decodeScalar(utf8, at: i)
          if scalar == 0xFFFD { note("text.replacement-character", i..<(i + length)) }
          if Self.isPrivateUse(scalar) { note("text.private-use", i..<(i + length)) }
        default: break
        }
        i += 1
      }
    }
    return found.sorted { $0.key < $1.key }.map { identifier, finding in
      let span: TextSpan<Citable> = TextSpan(finding.first.lowerBound, finding.first.upperBound)
      let location = lines.location(text.sourceSpans(span), pages: pages)
      return Diagnostic(
        identifier, .warning,
        arguments: [
          "count": String(finding.count), "line": String(location.line),
          "character": Self.name(text.string(span)),
        ], location: location)
    }
  }

  /// Returns where a glyph code such as `(cid:123)` ends that starts at `i`, or nil.
  private static func endOfGlyphCode(_ utf8: UnsafeBufferPointer<UInt8>, at i: Int) -> Int? {
    var end = i + 1
    for byte in "cid:".utf8 {
      guard end < utf8.count, utf8[end] == byte else { return nil }
      end += 1
    }
    let digits = end
    while end < utf8.count, (0x30...0x39).contains(utf8[end]) { end += 1 }
    return end > digits && end < utf8.count && utf8[end] == 0x29 ? end + 1 : nil
  }

  private static func isPrivateUse(_ scalar: UInt32) -> Bool {
    (0xE000...0xF8FF).contains(scalar) || (0xF0000...0x10FFFD).contains(scalar)
  }

  /// Returns a single character's code as `U+F0E8`, and anything longer as it is.
  private static func name(_ text: String) -> String {
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
      return text
    }
    return "U+" + String(scalar.value, radix: 16, uppercase: true)
  }
}
