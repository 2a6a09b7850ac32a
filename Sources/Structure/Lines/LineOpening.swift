import DocumentModel

/// How the words of a line or an item begin: with a number, a bullet, a note mark or plainly.
struct LineOpening: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case words
    case label(NumberLabel)
    /// A bullet; `isBlock` for the marks that open titles of blocks too (■ ◆ ● ➢).
    case bullet(isBlock: Bool)
    /// ※, 注：, （注）, ＊1, 1：.
    case note
    /// 【背景】, ＜背景＞: a title in brackets that fills the line.
    case bracketedTitle
    /// A line that is a web address.
    case address
  }
  var kind: Kind
  /// Code points of the mark with the white space after it.
  var length: Int

  /// Whether it is a number.
  var isLabel: Bool {
    if case .label = kind { true } else { false }
  }

  /// Whether a line that opens like this can't continue the line before it.
  var startsUnit: Bool {
    switch kind {
    case .words: false
    case .label(let label): !label.isBare
    default: true
    }
  }
}

/// Reads the opening of a line.
struct OpeningReader: Sendable {
  private let grammar = NumberingGrammar()

  /// Returns how a range of code points begins.
  func opening(of range: Range<Int>, in text: ScalarText) -> LineOpening {
    var range = range
    while range.count > 2, text.hasPrefix([0x2A, 0x2A], at: range.lowerBound) {
      range = (range.lowerBound + 2)..<range.upperBound
    }
    guard let first = range.first else { return LineOpening(kind: .words, length: 0) }
    let c = text.scalars[first]
    if isNote(at: range, in: text) { return LineOpening(kind: .note, length: 1) }
    if let label = grammar.label(at: range, in: text) {
      return LineOpening(kind: .label(label), length: label.length)
    }
    if isBullet(c, at: first, in: range, of: text) {
      var length = 1
      while length < range.count, CharacterClass.isSpace(text.scalars[first + length]) {
        length += 1
      }
      return LineOpening(
        kind: .bullet(isBlock: CharacterClass.isBlockBullet(c)), length: length)
    }
    if isBracketed(range, in: text) { return LineOpening(kind: .bracketedTitle, length: 0) }
    if hasPrefix("http://", at: first, in: text) || hasPrefix("https://", at: first, in: text) {
      return LineOpening(kind: .address, length: 0)
    }
    return LineOpening(kind: .words, length: 0)
  }

  /// A bullet, or ー and － where no word can begin with them.
  private func isBullet(
    _ c: UInt32, at first: Int, in range: Range<Int>, of text: ScalarText
  ) -> Bool {
    if CharacterClass.isBullet(c) { return true }
    guard range.count > 1 else { return false }
    return c == 0x30FC || c == 0x2014 || c == 0x2015
  }

  private func isNote(at range: Range<Int>, in text: ScalarText) -> Bool {
    let start = range.lowerBound
    switch text.scalars[start] {
    case 0x203B, 0x2020, 0x2021: return true
    case 0x4F8B: return range.count > 1 && [0x29, 0x3A].contains(text.scalars[start + 1])
    case 0x6CE8: return range.count > 1 && isNoteMark(text.scalars[start + 1])
    case 0x28:
      guard range.count > 2 else { return false }
      if Self.remarks.contains(where: { text.hasPrefix($0, at: start + 1) }) { return true }
      let (second, third) = (text.scalars[start + 1], text.scalars[start + 2])
      return second == 0x203B || (second == 0x2A && CharacterClass.isDigit(third))
        || (second == 0x6CE8 && (third == 0x29 || CharacterClass.isDigit(third)))
    case 0x2A: return range.count > 1 && CharacterClass.isDigit(text.scalars[start + 1])
    case 0xB2, 0xB3, 0xB9, 0x2070...0x2079, 0x207D:
      // A mark that a line's end parted from its word has no words of its own behind it.
      let words = range.drop {
        CharacterClass.raisedDigit(text.scalars[$0]) != nil || isRaisedBracket(text.scalars[$0])
          || CharacterClass.isSpace(text.scalars[$0])
      }
      guard let c = words.first.map({ text.scalars[$0] }) else { return false }
      return CharacterClass.isJapanese(c) && !CharacterClass.isHiragana(c)
        || CharacterClass.isLatin(c) || CharacterClass.isOpening(c)
    case 0x30...0x39:
      var i = start
      while i < range.upperBound, CharacterClass.isDigit(text.scalars[i]), i - start < 3 { i += 1 }
      return i < range.upperBound && (text.scalars[i] == 0x3A || text.scalars[i] == 0xFE13)
        && !(i + 1 < range.upperBound && CharacterClass.isDigit(text.scalars[i + 1]))
    default: return false
    }
  }

  /// Words in brackets that open a remark: （例）, (出所).
  private static let remarks = ["例)", "出所", "出典", "注)", "資料:"].map {
    $0.unicodeScalars.map(\.value)
  }

  private func isRaisedBracket(_ c: UInt32) -> Bool { c == 0x207D || c == 0x207E }

  private func isNoteMark(_ c: UInt32) -> Bool {
    c == 0x3A || c == 0xFE13 || c == 0x29 || CharacterClass.isDigit(c)
      || CharacterClass.isSpace(c)
  }

  /// Whether one pair of 【】, ＜＞ or 〈〉 holds the whole range but for a mark behind it.
  private func isBracketed(_ range: Range<Int>, in text: ScalarText) -> Bool {
    let pairs: [UInt32: UInt32] = [0x3010: 0x3011, 0x3C: 0x3E, 0x3008: 0x3009, 0x3014: 0x3015]
    guard let first = range.first, let close = pairs[text.scalars[first]] else { return false }
    return range.dropFirst().contains { text.scalars[$0] == close }
  }

  private func hasPrefix(_ prefix: String, at index: Int, in text: ScalarText) -> Bool {
    text.hasPrefix(prefix.unicodeScalars.map(\.value), at: index)
  }
}
