internal import DocumentModel

/// A sentence, item or row as it is compared: its words without what typesetting changes.
struct ComparisonUnit: Sendable {
  /// The index of its passage in its document.
  var passage: Int
  /// Its code points in the passage's text.
  var range: Range<Int>
  /// Its code points, width folded, without white space.
  var key: [UInt32]
  /// For each code point of the key its place in the passage's text.
  var places: [Int]
}

/// Cuts passages into sentences.
enum ComparisonText {
  /// Returns the sentences of a passage; a row of a table is one.
  static func units(of passage: Passage, at index: Int) -> [ComparisonUnit] {
    let text = ScalarText(passage.text)
    let ends = passage.kind == .table ? [text.count] : sentenceEnds(text)
    var start = 0
    return ends.compactMap { end in
      defer { start = end }
      let places = (start..<end).filter { !isSpace(text.scalars[$0]) }
      guard !places.isEmpty else { return nil }
      return ComparisonUnit(
        passage: index, range: (places.first ?? start)..<((places.last ?? start) + 1),
        key: places.map { Self.folded(text.scalars[$0]) }, places: places)
    }
  }

  /// Returns a title's code points without its number and white space, for telling that two
  /// sections are one; of a title that is nothing but a number, all.
  static func titleKey(_ title: String) -> [UInt32] {
    let scalars = ScalarText(title).scalars.filter { !isSpace($0) }.map(folded)
    let rest = scalars.drop { isNumbering($0) }
    return rest.isEmpty ? scalars : Array(rest)
  }

  /// The places after each 。 that no bracket holds, and the end.
  private static func sentenceEnds(_ text: ScalarText) -> [Int] {
    var ends: [Int] = []
    var depth = 0
    for (index, scalar) in text.scalars.enumerated() {
      switch scalar {
      case 0x300C, 0x300E, 0x28, 0x3010, 0x3014: depth += 1
      case 0x300D, 0x300F, 0x29, 0x3011, 0x3015: depth = max(0, depth - 1)
      // 。 and its narrow form; a bracket left open must not swallow the rest of the text.
      case 0x3002, 0xFF61:
        if depth == 0 || index > (ends.last ?? 0) + 400 { ends.append(index + 1) }
      default: break
      }
    }
    if ends.last != text.count { ends.append(text.count) }
    return ends
  }

  /// Commas and full stops of two styles of typesetting (，． and 、。) are one.
  private static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x2C, 0xFF64: 0x3001
    case 0xFF61: 0x3002
    default: scalar
    }
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    scalar <= 0x20 || scalar == 0xA0 || scalar == 0x3000 || (0x2000...0x200B).contains(scalar)
  }

  /// Digits, brackets, points and counters of headings: 第1章, (2), 3.1, Ⅳ, ①, ○.
  private static func isNumbering(_ scalar: UInt32) -> Bool {
    switch scalar {
    // ASCII and Roman digits, and the numbers and marks in circles and squares.
    case 0x30...0x39, 0x2160...0x217F, 0x2460...0x2473, 0x25A0...0x25FF: true
    default: numbering.contains(scalar)
    }
  }

  private static let numbering = Set("().-、．・•第章節部編一二三四五六七八九十".unicodeScalars.map(\.value))
}
