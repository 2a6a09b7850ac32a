/// Words that stand on one line without a wide gap between them.
struct PrintedRun: Sendable {
  /// From left to right.
  private(set) var words: [TextBox]
  private(set) var box: PageBox
  /// The side of a full square of its type, in points.
  private(set) var em: Double
  /// Where its words stand: the box of the widest of them.
  private(set) var level: PageBox

  init(_ word: TextBox) {
    words = [word]
    box = word.box
    em = word.em
    level = word.box
  }

  /// Where its words stand vertically.
  var middle: Double { level.middle }

  /// Puts a word behind the last, or at its place from the left.
  mutating func add(_ word: TextBox) {
    let place = words.lastIndex { $0.box.left <= word.box.left }.map { $0 + 1 } ?? 0
    words.insert(word, at: place)
    settle()
  }

  /// Puts the words of another run on the same line behind its own.
  mutating func add(_ other: PrintedRun) {
    words = (words + other.words).sorted { $0.box.left < $1.box.left }
    settle()
  }

  private mutating func settle() {
    guard var hull = words.first?.box else { return }
    for word in words { hull = hull.union(word.box) }
    box = hull
    // The widest Japanese word decides: marks of notes are set small, and Latin type has no square.
    let measured = words.filter(\.isMeasured)
    if let widest = (measured.isEmpty ? words : measured).max(by: { $0.box.width < $1.box.width }) {
      em = widest.em
      level = widest.box
    }
  }

  /// Whether Japanese characters show the size of its type.
  var isMeasured: Bool { words.contains(where: \.isMeasured) }

  /// Whether something stands on the same line.
  func isLevel(with other: PageBox) -> Bool {
    level.sharedHeight(other) > 0.55 * min(level.height, other.height)
  }

  /// Its characters, with a space where the print leaves one.
  var text: String {
    var text = ""
    var last: TextBox?
    for word in words {
      if isRaised(word) {
        text += ScriptCharacters.superscript(word.text)
      } else {
        if let last { text += Self.gap(between: last, and: word) }
        text += word.text
      }
      last = word
    }
    return text
  }

  /// Whether a number is set small and high behind other words: the mark of a note, an exponent.
  private func isRaised(_ word: TextBox) -> Bool {
    word.box.height < 0.75 * level.height && word.box.bottom < level.bottom - 0.15 * level.height
      && word.text.unicodeScalars.contains(where: PageLabel.isDigit)
  }

  /// What a reader sees between two words: nothing between squares set apart to fill the line, a
  /// space between Latin words, a full space where one was set.
  static func gap(between left: TextBox, and right: TextBox) -> String {
    guard let a = left.text.unicodeScalars.last, let b = right.text.unicodeScalars.first else {
      return ""
    }
    let gap = right.box.left - left.box.right
    let em = max(left.em, right.em)
    let (isLeftWide, isRightWide) = (TextBox.isSquare(a), TextBox.isSquare(b))
    if !isLeftWide, !isRightWide { return gap > 0.08 * em ? " " : "" }
    if gap >= 0.85 * em { return isLeftWide || isRightWide ? "\u{3000}" : " " }
    // Word processors leave a quarter between Latin and Japanese; a typed space is a half.
    return gap >= (isLeftWide && isRightWide ? 0.45 : 0.48) * em ? " " : ""
  }
}

extension TextBox {
  /// The number of characters that fill a full square.
  var squares: Int { text.unicodeScalars.count(where: Self.isSquare) }

  /// Whether Japanese characters show the size of its type.
  var isMeasured: Bool {
    let squares = squares
    return squares > 0 && squares * 2 >= text.unicodeScalars.count
  }

  /// The side of a full square of its type, from the widths its characters usually have.
  var em: Double {
    let count = text.unicodeScalars.count
    // A Latin font's box is higher than its type by a fifth or more.
    guard isMeasured else { return box.height * 0.8 }
    let length = max(box.width, box.height)
    return min(length / (Double(squares) + 0.55 * Double(count - squares)), length)
  }

  /// Whether a character fills a full square: Japanese characters and full-width forms.
  static func isSquare(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE10...0xFE4F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x20000...0x3FFFF, 0x2460...0x24FF, 0x25A0...0x25FF, 0x203B, 0x2160...0x217F, 0x2026:
      true
    default: false
    }
  }

  /// Whether a character is an ASCII letter or digit.
  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
