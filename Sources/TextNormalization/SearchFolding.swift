package import DocumentModel

/// Folded text for matching, with the bytes of the layer it was folded from.
package struct SearchText: Sendable {
  /// The folded code points.
  package var scalars: [UInt32]
  /// For each folded code point, the byte range of its source characters in the folded-from text.
  package var ranges: [Range<Int>]

  package init(scalars: [UInt32] = [], ranges: [Range<Int>] = []) {
    self.scalars = scalars
    self.ranges = ranges
  }
}

/// Folds text to its search key: NFKC_Casefold, radicals, variants, dashes, width.
package struct SearchFolding: Sendable {
  package var variants: CharacterVariants

  package init(variants: CharacterVariants) { self.variants = variants }

  /// Folds UTF-8 text; ranges count from the start of `utf8`.
  package func fold(_ utf8: [UInt8]) -> SearchText {
    SearchText()
  }
}
