import DocumentModel
import TextNormalization

/// Finds the stretches of a text that are written in other ways too.
///
/// Names come before spellings, both before dates, numbers and katakana, so that a name is never
/// taken apart.
struct SpellingSiteFinder: Sendable {
  /// The names of one thing, or the spellings of one word.
  private struct Group {
    var kind: SpellingSite.Kind
    var members: [String]
    var keys: [[UInt32]]
  }

  private let groups: [Group]
  private let index: (names: NameIndex<Int>, spellings: NameIndex<Int>)
  private let folding: SearchFolding

  init(vocabulary: QueryVocabulary, folding: SearchFolding) {
    groups =
      vocabulary.synonymGroups.map { Self.group(.name, $0, folding) }
      + vocabulary.spellings.map { Self.group(.spelling, $0, folding) }
    let members = groups.enumerated().map { place, group in
      (group.kind, group.members.map { ($0, place) })
    }
    index.names = NameIndex(
      members.filter { $0.0 == .name }.flatMap(\.1), folding: folding)
    index.spellings = NameIndex(
      members.filter { $0.0 == .spelling }.flatMap(\.1), folding: folding)
    self.folding = folding
  }

  private static func group(
    _ kind: SpellingSite.Kind, _ members: [String], _ folding: SearchFolding
  ) -> Group {
    Group(kind: kind, members: members, keys: members.map { folding.fold($0).nameKey.scalars })
  }

  /// Returns whether a text is one of the names of the field.
  func isName(_ text: String) -> Bool { index.names[folding.fold(text).nameKey.scalars] != nil }

  /// Returns the sites of a text from left to right, without overlap.
  func sites(of text: String) -> [SpellingSite] {
    let folded = folding.fold(text)
    let key = folded.nameKey
    var sites: [SpellingSite] = []
    var taken = [Bool](repeating: false, count: folded.scalars.count)
    func isFree(_ range: Range<Int>) -> Bool { !taken[range].contains(true) }
    /// Takes a range of folded code points; the site lies at their bytes.
    func add(
      _ kind: SpellingSite.Kind, _ range: Range<Int>, _ forms: [QueryAlternative],
      canonical: String? = nil
    ) {
      for i in range { taken[i] = true }
      let bytes =
        folded.ranges[range.lowerBound].lowerBound..<folded.ranges[range.upperBound - 1].upperBound
      sites.append(
        SpellingSite(
          kind: kind, range: bytes, forms: forms, canonical: canonical ?? forms[0].text))
    }
    let utf8 = Array(text.utf8)
    for names in [index.names, index.spellings] {
      for match in names.matches(in: key.scalars) {
        let range = folded.places(of: match.range, in: key)
        let group = groups[match.value]
        guard isFree(range), Self.stands(match.range, group.kind, in: key.scalars) else { continue }
        // Inside a longer katakana word it is that word's part.
        if group.kind == .spelling, Self.isInsideKatakana(range, in: folded.scalars) { continue }
        add(
          group.kind, range, forms(of: group, isAtEnd: range.upperBound == folded.scalars.count),
          canonical: Self.canonical(group.members))
      }
    }
    for match in QueryDates.dates(in: text) {
      let range = folded.places(ofBytes: match.bytes)
      let forms = DateSpellings.forms(of: String(decoding: utf8[match.bytes], as: UTF8.self))
      if let range, !forms.isEmpty, isFree(range) { add(.date, range, forms) }
    }
    for match in NumberSpellings.matches(in: folded.scalars) where isFree(match.range) {
      add(.number, match.range, match.forms.map { QueryAlternative($0, kind: .spelling) })
    }
    for stretch in KatakanaSpellings.stretches(of: folded.scalars) where isFree(stretch) {
      let isAtEnd = stretch.upperBound == folded.scalars.count
      let (forms, plain) = katakana(Array(folded.scalars[stretch]), isAtEnd: isAtEnd)
      add(.katakana, stretch, forms, canonical: plain)
    }
    return sites.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The members of a group, and how those in katakana are spelled otherwise.
  private func forms(of group: Group, isAtEnd: Bool) -> [QueryAlternative] {
    var forms = group.members.map {
      QueryAlternative($0, kind: group.kind == .name ? .synonym : .spelling)
    }
    var guesses: [QueryAlternative] = []
    for member in group.members {
      let scalars = folding.fold(member).scalars
      let stretches = KatakanaSpellings.stretches(of: scalars)
      if stretches == [0..<scalars.count] {
        guesses += KatakanaSpellings.forms(of: scalars, isAtEnd: isAtEnd)
      } else if scalars.contains(KatakanaSpellings.dot) {
        guesses.append(
          QueryAlternative(
            String(codePoints: scalars.filter { $0 != KatakanaSpellings.dot }), kind: .spelling))
      }
    }
    for guess in guesses.guessesLast where !forms.contains(where: { $0.text == guess.text }) {
      forms.append(guess)
    }
    return forms
  }

  /// The name by which passages are ranked that hold only parts of it: a short one, since a law's
  /// title has many words that say nothing of it, but none of two or three characters.
  private static func canonical(_ names: [String]) -> String {
    let possible = names.filter { name in
      name.unicodeScalars.count >= 5 && !name.contains(" ")
        && name.unicodeScalars.contains { SearchCharacterClass.of($0.value) == .cjk }
    }
    return possible.min { $0.unicodeScalars.count < $1.unicodeScalars.count } ?? names[0]
  }

  /// The forms of a katakana word and its plain one; a word of the registry inside it takes its
  /// spellings (オープンソフトウエア).
  private func katakana(
    _ word: [UInt32], isAtEnd: Bool
  ) -> (forms: [QueryAlternative], plain: String) {
    let plain = KatakanaSpellings.plain(word)
    guard let match = index.spellings.matches(in: plain).first(where: { $0.range.count >= 4 }),
      match.range.count < plain.count
    else { return (KatakanaSpellings.forms(of: word, isAtEnd: isAtEnd), String(codePoints: plain)) }
    var forms: [QueryAlternative] = []
    for key in groups[match.value].keys where key.allSatisfy(SearchText.isKatakana) {
      let whole = plain[..<match.range.lowerBound] + key + plain[match.range.upperBound...]
      let others =
        forms.isEmpty
        ? KatakanaSpellings.forms(of: Array(whole), isAtEnd: isAtEnd)
        : [
          QueryAlternative(
            String(codePoints: KatakanaSpellings.plain(Array(whole))), kind: .spelling)
        ]
      forms += others.filter { other in !forms.contains { $0.text == other.text } }
    }
    let known = forms.guessesLast
    return (known, known.first?.text ?? String(codePoints: plain))
  }

  /// Whether a name may be meant at a place: one of two characters must stand by itself, for it may
  /// be part of a longer word by chance.
  private static func stands(
    _ range: Range<Int>, _ kind: SpellingSite.Kind, in text: [UInt32]
  ) -> Bool {
    guard kind == .name, range.count < 3, range.count < text.count else { return true }
    let isPart = { (i: Int, edge: Int) in
      text.indices.contains(i) && Script(text[i]) == Script(text[edge]) && Script(text[i]) != .other
    }
    return !isPart(range.lowerBound - 1, range.lowerBound)
      && !isPart(range.upperBound, range.upperBound - 1)
  }

  private enum Script {
    case kanji, kana, word, other

    init(_ scalar: UInt32) {
      switch SearchCharacterClass.of(scalar) {
      case .cjk:
        self = SearchText.isKatakana(scalar) ? .kana : scalar < 0x30A0 ? .other : .kanji
      case .word: self = .word
      default: self = .other
      }
    }
  }

  private static func isInsideKatakana(_ range: Range<Int>, in text: [UInt32]) -> Bool {
    let stretch = KatakanaSpellings.stretch(of: text, around: range.lowerBound)
    return stretch.upperBound >= range.upperBound && stretch.count > range.count
  }
}

extension SearchText {
  /// The code points that lie in the bytes of a range of another key of the same text.
  fileprivate func places(of range: Range<Int>, in key: SearchText) -> Range<Int> {
    let bytes =
      key.ranges[range.lowerBound].lowerBound..<key.ranges[range.upperBound - 1].upperBound
    return places(ofBytes: bytes) ?? 0..<0
  }

  /// The code points that lie in a range of bytes, or nil where there is none.
  fileprivate func places(ofBytes bytes: Range<Int>) -> Range<Int>? {
    let first = place { $0.lowerBound >= bytes.lowerBound }
    let end = place { $0.upperBound > bytes.upperBound }
    return first < end ? first..<end : nil
  }

  /// The first code point whose bytes are so, by bisection: their ranges ascend.
  private func place(where isBehind: (Range<Int>) -> Bool) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(ranges[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension [QueryAlternative] {
  /// The same forms in their order, those that are only tried after the known ones.
  fileprivate var guessesLast: Self { filter { $0.kind != .guess } + filter { $0.kind == .guess } }
}
