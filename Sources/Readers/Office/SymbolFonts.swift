/// The characters of the symbol fonts that Office sets bullets and marks in.
///
/// Their codes stand in the private use area at U+F000 plus the font's own code. The forms are those
/// of the fonts' published charts (Wingdings, Wingdings 2 and 3, Symbol, Webdings).
enum SymbolFonts {
  /// Returns characters of a font as Unicode; a code without a known form becomes a bullet `●`.
  ///
  /// Characters of other fonts stay as they are, but for the private codes of unnamed ones.
  static func text(_ characters: String, font: String?) -> String {
    let table = table(of: font)
    var text = String.UnicodeScalarView()
    for scalar in characters.unicodeScalars {
      let isPrivate = (0xF020...0xF0FF).contains(scalar.value)
      let code = isPrivate ? scalar.value - 0xF000 : scalar.value
      if let form = table?[code] {
        text.append(form)
      } else if isPrivate {
        // A code that no chart names still opens an item.
        text.append(fallback[code] ?? "●")
      } else if font == "Courier New", scalar == "o" {
        text.append("○")
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }

  private static func table(of font: String?) -> [UInt32: Unicode.Scalar]? {
    switch font {
    case "Wingdings": wingdings
    case "Wingdings 2": wingdings2
    case "Wingdings 3": wingdings3
    case "Symbol": symbol
    default: nil
    }
  }

  private static let wingdings: [UInt32: Unicode.Scalar] = [
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "❍",
    0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆",
    0x76: "❖", 0x77: "◆", 0x78: "⌧", 0x80: "⓪", 0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④",
    0x85: "⑤", 0x86: "⑥", 0x87: "⑦", 0x88: "⑧", 0x89: "⑨", 0x8A: "⑩", 0x8C: "❶", 0x8D: "❷",
    0x8E: "❸", 0x8F: "❹", 0x90: "❺", 0x91: "❻", 0x92: "❼", 0x93: "❽", 0x94: "❾", 0x95: "❿",
    0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "◻", 0xAB: "★",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨",
    0xF1: "⇧", 0xF2: "⇩", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]
  private static let wingdings2: [UInt32: Unicode.Scalar] = [
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x97: "●", 0x98: "●", 0x99: "○", 0xA2: "■",
    0xA3: "□", 0xAE: "◆", 0xAF: "◇",
  ]
  private static let wingdings3: [UInt32: Unicode.Scalar] = [
    0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x70: "▲", 0x71: "▼", 0x74: "◀", 0x75: "▶",
    0x7D: "▶", 0x7C: "◀",
  ]
  private static let symbol: [UInt32: Unicode.Scalar] = [
    0x2D: "−", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6C: "λ", 0x6D: "μ", 0x70: "π",
    0x73: "σ", 0x77: "ω", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0xA3: "≤", 0xA5: "∞", 0xA8: "♦",
    0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xD2: "®", 0xD3: "©", 0xD4: "™",
    0xDE: "⇒",
  ]
  /// Codes of a font that isn't named: those of Wingdings, which such bullets mostly are of.
  private static let fallback = wingdings.merging([0xB7: "•"]) { wingdings, _ in wingdings }
}
