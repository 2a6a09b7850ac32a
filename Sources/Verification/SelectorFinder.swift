package import DocumentModel
package import TextNormalization

/// Finds a quotation again by its words and those around it, wherever they have moved to.
///
/// A W3C TextQuoteSelector carries what a TextPositionSelector can't: after a source was extracted or
/// taken in anew its positions are others, its words are the same. White space may be set otherwise.
package struct SelectorFinder: Sendable {
  private let folding: SearchFolding
  private let utf8: [UInt8]
  private let key: ComparisonText

  /// Prepares a source's text, UTF-8.
  package init(_ utf8: [UInt8], folding: SearchFolding) {
    self.folding = folding
    self.utf8 = utf8
    key = ComparisonText(utf8, folding: folding)
  }

  /// Returns the bytes of the place whose surroundings are most like the selector's, or nil where the
  /// words stand nowhere.
  ///
  /// `start` is where they once stood, in code points; it decides between places of like
  /// surroundings.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func find(_ selector: TextQuoteSelector, near start: Int? = nil) -> Range<Int>? {
    let (exact, prefix, suffix) = (
      fold(selector.exact), fold(selector.prefix), fold(selector.suffix)
    )
    // Of like places the nearest in share of the text, since what stands before may have grown.
    let places = key.occurrences(of: exact).map { place -> (range: Range<Int>, likeness: Int) in
      let before = zip(key.units[..<place.lowerBound].reversed(), prefix.units.reversed())
      let after = zip(key.units[place.upperBound...], suffix.units)
      let likeness = before.prefix { $0 == $1 }.count + after.prefix { $0 == $1 }.count
      return (place, likeness)
    }
    guard let best = places.map(\.likeness).max() else { return nil }
    let equal = places.filter { $0.likeness == best }.map { key.bytes($0.range) }
    guard let start, equal.count > 1 else { return equal.first }
    return equal.min {
      abs(codePoints($0.lowerBound) - start) < abs(codePoints($1.lowerBound) - start)
    }
  }

  /// Returns the number of code points before a byte.
  package func codePoints(_ byte: Int) -> Int {
    utf8[..<byte].count { $0 & 0xC0 != 0x80 }
  }

  private func fold(_ string: String) -> ComparisonText {
    ComparisonText(Array(string.utf8), folding: folding)
  }
}
