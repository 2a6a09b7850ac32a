package import TextNormalization

/// A way in which a quotation may be set otherwise than its source without being a misquotation.
package enum TextConversion: String, Sendable, CaseIterable {
  /// 第五十条 as 第50条; 1,366 as 1366.
  case numerals
  /// Full and half width, upper and lower case.
  case width
  /// 國 as 国, a radical as its character.
  case variants
  /// ， as 、.
  case punctuation
  /// 「」 as 『』 inside a quotation.
  case brackets

  /// Returns the conversions by which two texts differ that have equal comparison texts.
  ///
  /// Empty where they differ in white space alone.
  package static func between(
    _ a: [UInt8], _ b: [UInt8], folding: SearchFolding
  ) -> Set<TextConversion> {
    if visible(a) == visible(b) { return [] }
    let (x, y) = (ComparisonText(a, folding: folding), ComparisonText(b, folding: folding))
    guard x.units == y.units else { return [] }
    var found: Set<TextConversion> = []
    for i in x.units.indices {
      let (left, right) = (visible(Array(a[x.ranges[i]])), visible(Array(b[y.ranges[i]])))
      if left != right { found.insert(kind(left, right)) }
    }
    // What no unit stands for can only be a separator between digits.
    return found.isEmpty ? [.numerals] : found
  }

  private static func kind(_ a: [UInt32], _ b: [UInt32]) -> TextConversion {
    let all = a + b
    if all.contains(where: ComparisonText.isKanjiNumeral) { return .numerals }
    if all.contains(where: { $0 == 0x300E || $0 == 0x300F }) { return .brackets }
    if all.contains(where: { $0 == 0xFF0C || $0 == 0xFF0E || $0 == 0x2C || $0 == 0x2E }) {
      return .punctuation
    }
    let isWidth = all.contains { $0 < 0x250 || (0xFF00...0xFFEF).contains($0) }
    return isWidth ? .width : .variants
  }

  /// The code points that are no white space.
  private static func visible(_ utf8: [UInt8]) -> [UInt32] {
    String(decoding: utf8, as: UTF8.self).unicodeScalars.compactMap {
      $0.properties.isWhitespace ? nil : $0.value
    }
  }
}
