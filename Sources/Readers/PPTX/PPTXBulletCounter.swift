/// Gives the paragraphs of one text body their bullets and numbers as printed.
struct PPTXBulletCounter: Sendable {
  /// The bullets by level, the nearest style first.
  let styles: [PPTXBullets]
  private var counts: [Int: (format: String, next: Int)] = [:]

  init(styles: [PPTXBullets]) { self.styles = styles }

  /// Returns what stands before a paragraph, empty for a picture; nil where it is no item.
  mutating func label(of paragraph: PPTXParagraph) -> String? {
    let level = paragraph.level
    let bullet = paragraph.bullet ?? styles.lazy.compactMap { $0[level] }.first
    for deeper in counts.keys where deeper > level { counts[deeper] = nil }
    guard case .number(let format, let start)? = bullet else {
      counts[level] = nil
      switch bullet {
      case .character(let character): return character.isEmpty ? nil : character + " "
      case .picture: return ""
      case .number, PPTXBullet.none?, nil: return nil
      }
    }
    var number = start
    if let count = counts[level], count.format == format, start == 1 || count.next > start {
      number = count.next
    }
    counts[level] = (format, number + 1)
    return Self.label(number, format) + " "
  }

  /// A number in one of the formats of the schema (ECMA-376 20.1.10.61).
  private static func label(_ number: Int, _ format: String) -> String {
    let isWide = format.contains("Db")
    let words: String
    switch format {
    case let name where name.hasPrefix("circleNum"):
      words = NumberFormat.text(number, "decimalEnclosedCircle")
    case let name where name.hasPrefix("alphaLc"):
      words = NumberFormat.text(number, "lowerLetter")
    case let name where name.hasPrefix("alphaUc"):
      words = NumberFormat.text(number, "upperLetter")
    case let name where name.hasPrefix("romanLc"): words = NumberFormat.text(number, "lowerRoman")
    case let name where name.hasPrefix("romanUc"): words = NumberFormat.text(number, "upperRoman")
    case let name where name.hasPrefix("ea1"):
      words = NumberFormat.text(number, "japaneseCounting")
    default: words = NumberFormat.text(number, isWide ? "decimalFullWidth" : "decimal")
    }
    if format.hasSuffix("Period") { return words + (isWide ? "．" : ".") }
    if format.hasSuffix("ParenBoth") { return "(" + words + ")" }
    return format.hasSuffix("ParenR") ? words + ")" : words
  }
}
