import DocumentModel

/// The ways in which one katakana word is spelled: final ー, ・ between its parts, ヴァ and バ.
enum KatakanaSpellings {
  /// Returns the other spellings of the katakana words of a text.
  static func alternatives(of text: String) -> [QueryAlternative] {
    let scalars = Array(text.unicodeScalars)
    var found: [QueryAlternative] = []
    if let unified = withoutMiddleDots(scalars) {
      found.append(QueryAlternative(unified, kind: .spelling))
    }
    for run in runs(of: scalars) {
      found += longVowel(scalars, run)
      found += vu(scalars, run)
      found += middleDots(scalars, run)
    }
    return found
  }

  private static func isKatakana(_ scalar: Unicode.Scalar) -> Bool {
    (0x30A1...0x30FA).contains(scalar.value) || (0x30FC...0x30FE).contains(scalar.value)
  }

  private static func runs(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for i in 0...scalars.count {
      if i < scalars.count, isKatakana(scalars[i]) {
        if start == nil { start = i }
      } else if let first = start {
        runs.append(first..<i)
        start = nil
      }
    }
    return runs
  }

  private static func replacing(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, with new: [Unicode.Scalar]
  ) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[..<range.lowerBound])
    view.append(contentsOf: new)
    view.append(contentsOf: scalars[range.upperBound...])
    return String(view)
  }

  /// サーバー is written サーバ too, and サーバ管理 サーバー管理; but ビル isn't ビール.
  ///
  /// Cabinet notice on loanwords (外来語の表記, 平成三年内閣告示第二号) writes the vowel, engineering
  /// usage (JIS Z 8301) leaves it out in words of three kana or more.
  private static func longVowel(
    _ scalars: [Unicode.Scalar], _ run: Range<Int>
  ) -> [QueryAlternative] {
    guard let last = scalars[run].last else { return [] }
    let isAtEnd = run.upperBound == scalars.count
    if last == "ー" {
      guard run.count >= 4 else { return [] }
      let short = replacing(scalars, (run.upperBound - 1)..<run.upperBound, with: [])
      return [QueryAlternative(short, kind: .spelling)]
    }
    // At the end of the text the shorter form finds the longer one by itself.
    guard run.count >= 3, !isAtEnd, scalars[run.upperBound] != "・" else { return [] }
    let long = replacing(scalars, run.upperBound..<run.upperBound, with: ["ー"])
    return [QueryAlternative(long, kind: .guess)]
  }

  private static let vuPairs: [(vu: [Unicode.Scalar], plain: Unicode.Scalar)] = [
    (["ヴ", "ァ"], "バ"), (["ヴ", "ィ"], "ビ"), (["ヴ", "ェ"], "ベ"), (["ヴ", "ォ"], "ボ"),
    (["ヴ"], "ブ"),
  ]

  private static func vu(_ scalars: [Unicode.Scalar], _ run: Range<Int>) -> [QueryAlternative] {
    let word = Array(scalars[run])
    var plain: [Unicode.Scalar] = []
    var i = 0
    while i < word.count {
      if let pair = vuPairs.first(where: { word[i...].starts(with: $0.vu) }) {
        plain.append(pair.plain)
        i += pair.vu.count
      } else {
        plain.append(word[i])
        i += 1
      }
    }
    if plain != word {
      return [QueryAlternative(replacing(scalars, run, with: plain), kind: .spelling)]
    }
    guard word.count >= 4 else { return [] }
    return vuPairs.compactMap { pair in
      guard let at = word.firstIndex(of: pair.plain) else { return nil }
      let start = run.lowerBound + at
      return QueryAlternative(
        replacing(scalars, start..<(start + 1), with: pair.vu), kind: .guess)
    }
  }

  private static func withoutMiddleDots(_ scalars: [Unicode.Scalar]) -> String? {
    var view = String.UnicodeScalarView()
    var isChanged = false
    for (i, scalar) in scalars.enumerated() {
      let isInside =
        scalar == "・" && i > 0 && i + 1 < scalars.count && isKatakana(scalars[i - 1])
        && isKatakana(scalars[i + 1])
      if isInside { isChanged = true } else { view.append(scalar) }
    }
    return isChanged ? String(view) : nil
  }

  /// セキュリティクリアランス is written セキュリティ・クリアランス too: each place is tried.
  private static func middleDots(
    _ scalars: [Unicode.Scalar], _ run: Range<Int>
  ) -> [QueryAlternative] {
    guard run.count >= 6, run.count <= 20 else { return [] }
    return ((run.lowerBound + 3)...(run.upperBound - 3)).compactMap { place in
      // No word begins with a small kana or ー.
      guard !"ァィゥェォッャュョヮー".unicodeScalars.contains(scalars[place]) else { return nil }
      return QueryAlternative(
        replacing(scalars, place..<place, with: ["・"]), kind: .guess)
    }
  }
}
