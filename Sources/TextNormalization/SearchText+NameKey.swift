extension SearchText {
  /// The text as names are told: without ・ between CJK characters, without the final ー of katakana of
  /// four characters or more, and with バ for ヴァ.
  ///
  /// People write ウラノスエコシステム for ウラノス・エコシステム and センター for センタ; see Cabinet notice
  /// 外来語の表記 (平成三年内閣告示第二号) and JIS Z 8301. What is left out belongs to the character
  /// before it.
  package var nameKey: SearchText {
    guard scalars.contains(where: { $0 == Self.dot || $0 == Self.long || $0 == Self.vu }) else {
      return self
    }
    var key = SearchText()
    // Katakana since the last other character.
    var run = 0
    for (i, scalar) in scalars.enumerated() {
      let next = i + 1 < scalars.count ? scalars[i + 1] : 0
      run = Self.isKatakana(scalar) ? run + 1 : 0
      if scalar == Self.dot, i > 0, SearchCharacterClass.of(scalars[i - 1]) == .cjk,
        SearchCharacterClass.of(next) == .cjk
      {
        continue
      }
      let isFinal = scalar == Self.long && run >= 4 && !Self.isKatakana(next)
      let isSecond = i > 0 && scalars[i - 1] == Self.vu && Self.afterVu[scalar] != nil
      if isFinal || isSecond, let last = key.ranges.last {
        key.ranges[key.ranges.count - 1] = last.lowerBound..<ranges[i].upperBound
        continue
      }
      key.scalars.append(scalar == Self.vu ? Self.afterVu[next] ?? 0x30D6 : scalar)
      key.ranges.append(ranges[i])
    }
    return key
  }

  private static let dot: UInt32 = 0x30FB
  private static let long: UInt32 = 0x30FC
  private static let vu: UInt32 = 0x30F4
  /// What ヴ becomes before a small kana: バ, ビ, ベ, ボ.
  private static let afterVu: [UInt32: UInt32] = [
    0x30A1: 0x30D0, 0x30A3: 0x30D3, 0x30A7: 0x30D9, 0x30A9: 0x30DC,
  ]

  /// Whether a folded code point is katakana or ー; ・ isn't.
  package static func isKatakana(_ scalar: UInt32) -> Bool {
    (0x30A1...0x30FA).contains(scalar) || (0x30FC...0x30FE).contains(scalar)
  }
}
