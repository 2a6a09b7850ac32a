import DocumentModel

/// The text of one node, stepped through in folded code points and quoted in its own characters.
struct LawSentences {
  /// How many characters are looked through for what belongs to a place: more than the longest sentence
  /// of a tax law has.
  static let longestStretch = 5_000

  let scalars: ScalarText
  private let utf8: [UInt8]

  init(_ text: String) {
    utf8 = Array(text.utf8)
    scalars = ScalarText(text)
  }

  var count: Int { scalars.count }

  func at(_ index: Int) -> UInt32 { scalars.at(index) }

  func hasPrefix(_ pattern: [UInt32], at index: Int) -> Bool {
    scalars.hasPrefix(pattern, at: index)
  }

  func original(_ range: Range<Int>) -> String {
    let bytes = scalars.offsets[range.lowerBound]..<scalars.offsets[range.upperBound]
    return String(decoding: utf8[bytes], as: UTF8.self)
  }

  /// Returns the bracket that the text before an index stands in, or nil.
  func opening(before index: Int) -> Int? { Self.opening(in: scalars, before: index) }

  /// Returns the bracket that the text before an index stands in, or nil.
  static func opening(in text: ScalarText, before index: Int) -> Int? {
    var depth = 0
    var place = index - 1
    while place >= max(0, index - longestStretch) {
      if text.at(place) == 0x29 { depth += 1 }
      if text.at(place) == 0x28 {
        if depth == 0 { return place }
        depth -= 1
      }
      place -= 1
    }
    return nil
  }
}
