package import DocumentModel

/// Makes the citable text of a source: code points repaired and logged, line ends kept.
///
/// A repair puts right what an extraction broke, and nothing an author wrote: a radical code point
/// where the font meant the ideograph, a symbol font's private code where it drew a bullet, a byte
/// order mark, control characters. Old forms (國), width (Ａ) and compatibility characters (①, ㈱) stay as
/// they are.
package struct Normalizer: Sendable {
  /// The character tables of the registry.
  package let variants: CharacterVariants
  private let repairs: RepairTable
  private let garble = GarbleDetector()

  package init(variants: CharacterVariants) {
    self.variants = variants
    self.repairs = RepairTable(variants: variants)
  }

  /// Repairs radicals, private-use bullets, control characters and the byte order mark of the
  /// document's body.
  ///
  /// A carriage return before a line feed is left out, and one alone becomes a line feed, as do the
  /// other characters that end a line (VT, NEL, LS, PS), so that every line of the citable text ends
  /// in `\n` alone; the map still leads to the bytes, and the repair log, which is about characters,
  /// doesn't list them. Form feeds and tabs stay.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package func normalize(_ source: SourceDocument) -> Staged<CitableText> {
    let body = source.body.utf8Range()
    var writer = OffsetMapBuilder(copying: source.utf8, capacity: body.count)
    var isLineStart = true
    var i = body.lowerBound
    if body.lowerBound == 0, source.utf8.starts(with: byteOrderMark), body.count >= 3 {
      writer.replace(0..<3, with: [], rule: .byteOrderMark)
      i = 3
    }
    while i < body.upperBound {
      let byte = source.utf8[i]
      if byte == 0x0D, i + 1 < body.upperBound, source.utf8[i + 1] == 0x0A {
        writer.replace(i..<(i + 1), with: [], rule: nil)
        i += 1
        continue
      }
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(i + length, body.upperBound)
      if let control = ControlCharacter(source.utf8[i..<end]) {
        let isLineEnd = control == .lineEnd
        writer.replace(
          i..<end, with: isLineEnd ? [0x0A] : [], rule: isLineEnd ? nil : .controlCharacter)
        isLineStart = isLineStart || isLineEnd
        i = end
        continue
      }
      // Every other code point that is repaired lies in U+2E80 to U+2FFF or in the private use area.
      if byte == 0xE2 || byte == 0xEE || byte == 0xEF,
        let repair = repairs.repair(of: source.utf8[i..<end], isLineStart: isLineStart)
      {
        writer.replace(i..<end, with: repair.replacement, rule: repair.rule)
        isLineStart = false
      } else {
        writer.copy(i..<end)
        isLineStart = isLineEndOrSpace(source.utf8[i..<end], wasLineStart: isLineStart)
      }
      i = end
    }
    let text = writer.finish()
    let lines = LineIndex(source.utf8)
    return Staged(text, diagnostics: garble.detect(in: text, lines: lines, pages: source.pages))
  }

  /// Returns whether only white space stands between the start of a line and the next character.
  private func isLineEndOrSpace(_ character: ArraySlice<UInt8>, wasLineStart: Bool) -> Bool {
    guard let first = character.first else { return wasLineStart }
    if first == 0x0A || first == 0x0C { return true }
    let isSpace = first == 0x20 || first == 0x09 || character.elementsEqual([0xE3, 0x80, 0x80])
    return wasLineStart && isSpace
  }
}
