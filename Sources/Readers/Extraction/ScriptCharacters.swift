/// Superscripts and subscripts as characters of their own, so that 10⁵ doesn't read as 105 nor a
/// footnote's number as part of the figure before it.
enum ScriptCharacters {
  /// Returns the words as superscript characters, or as they are where one has no such form.
  static func superscript(_ words: String) -> String { mapped(words, by: superscripts) }

  /// Returns the words as subscript characters, or as they are where one has no such form.
  static func `subscript`(_ words: String) -> String { mapped(words, by: subscripts) }

  private static func mapped(
    _ words: String, by table: [Unicode.Scalar: Unicode.Scalar]
  ) -> String {
    var mapped = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      guard let other = table[scalar] else { return words }
      mapped.append(other)
    }
    return String(mapped)
  }

  private static let superscripts = table(
    "0123456789+-−=()０１２３４５６７８９invx", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹ⁱⁿᵛˣ")
  private static let subscripts = table("0123456789+-−=()０１２３４５６７８９", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎₀₁₂₃₄₅₆₇₈₉")

  private static func table(
    _ plain: String, _ set: String
  ) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(uniqueKeysWithValues: zip(plain.unicodeScalars, set.unicodeScalars))
  }
}
