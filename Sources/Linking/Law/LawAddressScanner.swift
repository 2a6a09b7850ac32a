import DocumentModel

/// Reads LawIds (504AC0000000043) and e-Gov addresses of both hosts with their anchors.
///
/// Examples: https://laws.e-gov.go.jp/law/504AC0000000043#Mp-At_7-Pr_1,
/// https://elaws.e-gov.go.jp/document?lawid=324AC0000000228.
struct LawAddressScanner: Sendable {
  /// A law named by its LawId.
  struct Match: Sendable {
    var range: Range<Int>
    var law: LawID
    var provision: ParsedProvision?
  }

  private static let schemes = WordSet("https:// http://")
  private static let host = scalars("e-gov.go.jp")
  private static let article = scalars("At_")
  private static let supplementary = scalars("Sp-At_")
  private static let paragraph = scalars("-Pr_")
  private static let item = scalars("-It_")

  /// What LawIds and addresses start with.
  static var openings: [[UInt32]] {
    (UInt32(0x31)...0x35).flatMap { era in (UInt32(0x30)...0x39).map { [era, $0] } }
      + schemes.openings
  }

  /// Whether a LawId or an address can start with a code point.
  @inline(__always) static func canStart(with scalar: UInt32) -> Bool {
    scalar == 0x68 || (0x31...0x35).contains(scalar)
  }

  /// Returns the LawId or address at an index, or nil.
  func match(in text: ScalarText, at start: Int) -> Match? {
    if let law = identifier(in: text, at: start) {
      return Match(range: start..<(start + 15), law: law)
    }
    guard let end = end(ofAddressIn: text, at: start),
      text.first(Self.host, in: start..<end) != nil
    else { return nil }
    var index = start
    while index < end {
      if let law = identifier(in: text, at: index) {
        let provision = anchor(in: text, index + 15..<end)
        return Match(range: start..<end, law: law, provision: provision)
      }
      index += 1
    }
    return nil
  }

  /// Returns the end of an address that starts at an index, or nil.
  func end(ofAddressIn text: ScalarText, at start: Int) -> Int? {
    guard var index = text.end(ofAny: Self.schemes, at: start) else { return nil }
    while text.at(index) > 0x20, text.at(index) < 0x7F,
      !"()<>\"'".unicodeScalars.contains(where: { $0.value == text.at(index) })
    {
      index += 1
    }
    return index
  }

  /// Era digit, two-digit year, type, ten more characters: 15 in all, and nothing beside.
  private func identifier(in text: ScalarText, at start: Int) -> LawID? {
    guard (0x31...0x35).contains(text.at(start)), ScalarClass.isDigit(text.at(start + 1)),
      ScalarClass.isDigit(text.at(start + 2)), (0x41...0x5A).contains(text.at(start + 3)),
      !isWord(text.at(start - 1)), !isWord(text.at(start + 15))
    else { return nil }
    for index in start + 4..<start + 15 {
      let scalar = text.at(index)
      guard ScalarClass.isDigit(scalar) || (0x41...0x5A).contains(scalar) else { return nil }
    }
    return LawID(text.string(start..<start + 15))
  }

  private func anchor(in text: ScalarText, _ range: Range<Int>) -> ParsedProvision? {
    guard let start = text.first(Self.article, in: range) else { return nil }
    var provision = ParsedProvision(range: start..<range.upperBound)
    let lead = Self.supplementary.count - Self.article.count
    provision.isSupplementary = text.hasPrefix(Self.supplementary, at: start - lead)
    var index = start + Self.article.count
    provision.article = number(in: text, &index)
    if text.hasPrefix(Self.paragraph, at: index) {
      index += Self.paragraph.count
      provision.paragraph = number(in: text, &index)
    }
    if text.hasPrefix(Self.item, at: index) {
      index += Self.item.count
      provision.item = number(in: text, &index)
    }
    return provision.article == nil ? nil : provision
  }

  private func number(in text: ScalarText, _ index: inout Int) -> String? {
    let start = index
    while ScalarClass.isDigit(text.at(index)) || text.at(index) == 0x5F { index += 1 }
    return index > start ? text.string(start..<index) : nil
  }

  private func isWord(_ scalar: UInt32) -> Bool {
    ScalarClass.isDigit(scalar) || ScalarClass.isLatin(scalar)
  }
}
