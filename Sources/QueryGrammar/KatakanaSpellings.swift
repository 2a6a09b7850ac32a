import DocumentModel
import TextNormalization

/// The ways in which one katakana word is spelled: final ー, ・ between its parts, ヴァ and バ.
enum KatakanaSpellings {
  /// The middle dot ・.
  static let dot: UInt32 = 0x30FB
  private static let long: UInt32 = 0x30FC

  /// Returns the runs of katakana in a text, taken together where only ・ is between them.
  static func stretches(of text: [UInt32]) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var i = 0
    while i < text.count {
      guard SearchText.isKatakana(text[i]) else {
        i += 1
        continue
      }
      let start = i
      while i < text.count, SearchText.isKatakana(text[i]) || isInnerDot(text, i) { i += 1 }
      stretches.append(start..<i)
    }
    return stretches
  }

  /// Returns the run of katakana that holds a place, empty there where none does.
  static func stretch(of text: [UInt32], around place: Int) -> Range<Int> {
    func isInside(_ i: Int) -> Bool {
      text.indices.contains(i) && (SearchText.isKatakana(text[i]) || isInnerDot(text, i))
    }
    guard isInside(place) else { return place..<place }
    var (start, end) = (place, place)
    while isInside(start - 1) { start -= 1 }
    while isInside(end) { end += 1 }
    return start..<end
  }

  private static func isInnerDot(_ text: [UInt32], _ i: Int) -> Bool {
    text[i] == dot && i > 0 && i + 1 < text.count && SearchText.isKatakana(text[i - 1])
      && SearchText.isKatakana(text[i + 1])
  }

  /// Returns a word without its ・, without the final ー of its parts and with バ for ヴァ.
  ///
  /// Cabinet notice on loanwords (外来語の表記, 平成三年内閣告示第二号) writes the vowel, engineering
  /// usage (JIS Z 8301) leaves it out in words of three kana or more: サーバー is written サーバ too,
  /// but ビール isn't ビル.
  static func plain(_ word: [UInt32]) -> [UInt32] {
    SearchText(scalars: word, ranges: Array(repeating: 0..<0, count: word.count)).nameKey.scalars
  }

  /// Returns the forms of a word, the same for each of them, the plain one first.
  ///
  /// Where nothing follows the word, `isAtEnd`, サーバ finds サーバー by itself.
  static func forms(of word: [UInt32], isAtEnd: Bool) -> [QueryAlternative] {
    let plain = plain(word)
    let base = withoutInnerVowels(plain)
    var forms = [
      QueryAlternative(String(codePoints: base), kind: base == plain ? .spelling : .guess)
    ]
    func add(_ form: [UInt32], _ kind: QueryAlternative.Kind = .guess) {
      let text = String(codePoints: form)
      if !forms.contains(where: { $0.text == text }) {
        forms.append(QueryAlternative(text, kind: kind))
      }
    }
    add(plain, .spelling)
    if base.count >= 3, !isAtEnd { add(base + [long]) }
    if (6...20).contains(base.count) {
      for place in 3...(base.count - 3) {
        let (head, tail) = (Array(base[..<place]), Array(base[place...]))
        if takesVowel(base, at: place) {
          add(head + [long] + tail)
          add(head + [long, dot] + tail)
        }
        // No word begins with a small kana or ー.
        if !Self.small.contains(base[place]) { add(head + [dot] + tail) }
      }
    }
    for pair in vuPairs where base.count >= 3 {
      guard let at = base.firstIndex(of: pair.plain) else { continue }
      add(base[..<at] + pair.vu + base[(at + 1)...])
    }
    return forms
  }

  private static let small = Set("ァィゥェォッャュョヮー".unicodeScalars.map(\.value))

  /// Kana after which English words in -er, -or, -ar and -y have a long vowel, or none.
  private static let before = Set(
    "カガサザタダナハバパマヤャラワァィリ".unicodeScalars.map(\.value))

  /// Whether a word that is the first part of a longer one may end before `place` with or without ー.
  private static func takesVowel(_ word: [UInt32], at place: Int) -> Bool {
    place >= 3 && word.count - place >= 3 && before.contains(word[place - 1])
      && !small.contains(word[place])
  }

  /// コンピューターシステム without its ー inside: コンピュータシステム.
  private static func withoutInnerVowels(_ word: [UInt32]) -> [UInt32] {
    var base: [UInt32] = []
    for (i, scalar) in word.enumerated() {
      let isVowel =
        scalar == long && base.count >= 3 && word.count - i > 3
        && base.last.map(before.contains) == true
        && !small.contains(word[i + 1])
      if !isVowel { base.append(scalar) }
    }
    return base
  }

  private static let vuPairs: [(vu: [UInt32], plain: UInt32)] = [
    ("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"),
  ].compactMap { vu, plain in
    plain.unicodeScalars.first.map { (vu.unicodeScalars.map(\.value), $0.value) }
  }
}
