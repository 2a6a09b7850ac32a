internal import DocumentModel

/// The characters that the citable layer mends, by their UTF-8 bytes.
struct RepairTable: Sendable {
  struct Entry: Sendable {
    var replacement: [UInt8]
    var rule: RepairRule
  }

  private var entries: [UInt32: Entry] = [:]

  /// Compiles the registry's radicals and the Kangxi radicals U+2F00 to U+2FD5.
  ///
  /// NFKC makes every Kangxi radical the ideograph it is named for; the Radicals Supplement it leaves,
  /// but for two.
  init(variants: CharacterVariants) {
    for scalar: UInt32 in 0x2F00...0x2FD5 {
      if let ideograph = (try? CaseFolding.fold(Self.utf8(scalar)))?.utf8 {
        entries[scalar] = Entry(replacement: ideograph, rule: .radical)
      }
    }
    for (radical, ideograph) in variants.radicals {
      entries[radical] = Entry(replacement: Self.utf8(ideograph), rule: .radical)
    }
    for (code, bullet) in SymbolFontBullets.table {
      entries[code] = Entry(replacement: Self.utf8(bullet), rule: .privateUseBullet)
    }
  }

  /// Returns what a character becomes, or nil where it stays.
  ///
  /// A private-use code is a bullet only at the start of a line: elsewhere it may be a box that was
  /// ticked or an arrow, which no bullet can stand for.
  func repair(of character: ArraySlice<UInt8>, isLineStart: Bool) -> Entry? {
    guard character.count == 3 else { return nil }
    let scalar = character.reduce(UInt32(0)) { $0 << 6 | UInt32($1 & 0x3F) } & 0xFFFF
    guard let entry = entries[scalar] else { return nil }
    return entry.rule == .privateUseBullet && !isLineStart ? nil : entry
  }

  static func utf8(_ scalar: UInt32) -> [UInt8] {
    Unicode.Scalar(scalar).map { Array(String(Character($0)).utf8) } ?? []
  }
}

/// Codes of the symbol fonts that word processors draw list bullets with.
///
/// Such a font has its glyphs at U+F020 to U+F0FF, the byte of its own encoding after U+F0.
enum SymbolFontBullets {
  /// The plain bullet ● that every one of them becomes.
  static let bullet: UInt32 = 0x25CF

  static let table: [UInt32: UInt32] = {
    let wingdings: [UInt32] = [
      0x6C, 0x6D, 0x6E, 0x6F, 0x70, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x9E, 0x9F, 0xA1,
      0xA2, 0xA4, 0xA7, 0xA8, 0xAB, 0xD8, 0xF0, 0xFB, 0xFC, 0xFE,
    ]
    // Symbol has its bullet at 0xB7.
    return Dictionary(uniqueKeysWithValues: (wingdings + [0xB7]).map { (0xF000 + $0, bullet) })
  }()
}
