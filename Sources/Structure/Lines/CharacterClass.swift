/// What a code point is for the layout of a Japanese text; full-width ASCII is expected folded.
enum CharacterClass {
  static func isSpace(_ c: UInt32) -> Bool {
    c == 0x20 || (0x09...0x0D).contains(c) || c == 0xA0 || c == 0x3000
      || (0x2000...0x200B).contains(c) || c == 0x202F || c == 0xFEFF
  }

  static func isDigit(_ c: UInt32) -> Bool { (0x30...0x39).contains(c) }

  /// The digit that a superscript character stands for: ¹, ⁰; nil for any other character.
  static func raisedDigit(_ c: UInt32) -> UInt32? {
    switch c {
    case 0xB9: 0x31
    case 0xB2, 0xB3: c - 0xB0 + 0x30
    case 0x2070, 0x2074...0x2079: c - 0x2070 + 0x30
    default: nil
    }
  }

  static func isLatin(_ c: UInt32) -> Bool {
    (0x41...0x5A).contains(c) || (0x61...0x7A).contains(c) || (0xC0...0x24F).contains(c)
  }

  static func isHiragana(_ c: UInt32) -> Bool { (0x3041...0x309F).contains(c) }

  /// Katakana with the long-vowel mark, half-width forms included.
  static func isKatakana(_ c: UInt32) -> Bool {
    (0x30A1...0x30FA).contains(c) || c == 0x30FC || (0x31F0...0x31FF).contains(c)
      || (0xFF66...0xFF9F).contains(c)
  }

  /// Ideographs, radicals that stand for them and 々〆〇.
  static func isHan(_ c: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(c) || (0x3400...0x4DBF).contains(c) || (0x2E80...0x2FD5).contains(c)
      || (0x3005...0x3007).contains(c) || (0xF900...0xFAFF).contains(c)
      || (0x20000...0x3134F).contains(c)
  }

  /// Kana and ideographs: the characters between which a word may break over lines.
  static func isJapanese(_ c: UInt32) -> Bool { isHiragana(c) || isKatakana(c) || isHan(c) }

  /// Whether a line end beside this character needs no space: everything set in a full square.
  static func isFullSquare(_ c: UInt32) -> Bool {
    isJapanese(c) || (0x3001...0x303F).contains(c) || c == 0x30FB || (0x2010...0x206F).contains(c)
      || (0x2190...0x27BF).contains(c)
  }

  static func isOpening(_ c: UInt32) -> Bool { opening.contains(c) }

  static func isClosing(_ c: UInt32) -> Bool { closing.contains(c) }

  static func isSentenceEnd(_ c: UInt32) -> Bool { sentenceEnds.contains(c) }

  /// Marks that open a list item or a run-in block: ■ ◆ ● • ・ ➢ ✓ – and symbol-font bullets.
  static func isBullet(_ c: UInt32) -> Bool {
    bullets.contains(c) || (0xF000...0xF0FF).contains(c)
  }

  /// Bullets that open titles of blocks as well as items: ■ ◆ ◼ ● ○ ➢ ➤.
  static func isBlockBullet(_ c: UInt32) -> Bool { blockBullets.contains(c) }

  /// The column width of a code point: 2 for a full square, from its length in UTF-8.
  ///
  /// The folded code point no longer tells （ from (; the number of its bytes does.
  static func columns(_ c: UInt32, bytes: Int) -> Int {
    if bytes < 3 { return 1 }
    return (0xFF61...0xFF9F).contains(c) ? 1 : 2
  }

  private static let opening = set("([{<「『【〔〈《“‘«")
  private static let closing = set(")]}>」』】〕〉》”’»")
  private static let sentenceEnds = set("。!?｡")
  private static let blockBullets = set("■□◆◇◼◻●○◯⚫⬤➢➤▶►▷❖◎★☆▼▲")
  private static let bullets = set("■□◆◇◼◻●○◯⚫⬤➢➤▶►▷❖◎•・‣◦▪▫✓✔☑⁃–⁻➡⇒→↳")

  private static func set(_ characters: String) -> Set<UInt32> {
    Set(characters.unicodeScalars.map(\.value))
  }
}
