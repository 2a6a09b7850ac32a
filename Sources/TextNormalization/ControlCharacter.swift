internal import DocumentModel

/// What becomes of a character that text must not send (`Printable.isUnsafe`).
enum ControlCharacter {
  /// It ends a line and becomes a line feed: VT, NEL, LS, PS, and a carriage return alone.
  case lineEnd
  /// It says nothing to a reader and is left out.
  case stray

  /// Tells what a character of one to three bytes is, or nil where it stays as it is.
  ///
  /// The form feed stays, since it ends a page.
  init?(_ character: ArraySlice<UInt8>) {
    guard let scalar = Self.scalar(character), scalar != "\u{0C}", Printable.isUnsafe(scalar) else {
      return nil
    }
    self = Printable.isLineEnd(scalar) ? .lineEnd : .stray
  }

  /// Returns the character, where its bytes are among those that controls have.
  private static func scalar(_ character: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let first = character.first, let last = character.last else { return nil }
    let second = character[character.startIndex + min(1, character.count - 1)]
    let value: UInt32? =
      switch (first, character.count) {
      case (..<0x20, 1), (0x7F, 1): UInt32(first)
      case (0xC2, 2), (0xD8, 2): UInt32(first & 0x1F) << 6 | UInt32(last & 0x3F)
      case (0xE2, 3) where second == 0x80 || second == 0x81:
        0x2000 | UInt32(second & 0x3F) << 6 | UInt32(last & 0x3F)
      default: nil
      }
    return value.flatMap(Unicode.Scalar.init)
  }
}
