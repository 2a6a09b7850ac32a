/// Tells by its first characters whether a line begins an item: ・, ●, ①, (1), ア）, 1.
enum ItemWording {
  /// Whether a bullet, a mark of a note or a number set off by a bracket or a stop opens the words.
  static func opensItem(_ words: some StringProtocol) -> Bool {
    var scalars = words.unicodeScalars.drop { $0.properties.isWhitespace }
    guard let first = scalars.first else { return false }
    if marks.contains(first) || (0x2460...0x2487).contains(first.value) { return true }
    let isBracketed = first == "(" || first == "（"
    if isBracketed { scalars.removeFirst() }
    let number = scalars.prefix { isNumber($0) }
    let isKana = scalars.first.map { kana.contains($0) } ?? false
    let count = number.isEmpty && isKana ? 1 : number.count
    guard (1...3).contains(count) else { return false }
    let rest = scalars.dropFirst(count)
    guard let next = rest.first else { return false }
    if next == ")" || next == "）" { return true }
    // 1. and １．; not the 1.5 of a figure.
    guard !isBracketed, next == "." || next == "．" else { return false }
    return rest.dropFirst().first.map { !isNumber($0) } ?? false
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  private static let marks = Set("・･●○◎■□◆◇▪▫•◦‣➢➤✓✔※＊".unicodeScalars)
  private static let kana = Set("アイウエオカキクケコサシスセソ".unicodeScalars)
}
