import DocumentModel

/// The declared words that the scanner must know as names (平成27年改正法), apart from 法 and 令.
struct DeclaredTerms: Sendable {
  private var matcher: NameMatcher?
  private var terms: [String] = []

  var isEmpty: Bool { terms.isEmpty }

  init() {}

  init(_ scope: DeclarationScope<LawReference>) {
    terms = scope.terms.filter { $0.unicodeScalars.count > 1 }
    matcher = terms.isEmpty ? nil : NameMatcher(terms)
  }

  /// Whether some declared word starts with a code point.
  @inline(__always) func canStart(with scalar: UInt32) -> Bool {
    matcher?.canStart(with: scalar) ?? false
  }

  /// Returns the first place of a range where some declared word can start, or the range's end.
  func next(in text: ScalarText, _ range: Range<Int>) -> Int {
    guard let matcher else { return range.upperBound }
    return range.first { matcher.canStart(with: text.scalars[$0]) } ?? range.upperBound
  }

  /// Whether a declared word stands somewhere in a text.
  func occur(in text: ScalarText) -> Bool {
    var index = next(in: text, 0..<text.count)
    while index < text.count {
      if match(in: text, at: index) != nil { return true }
      index = next(in: text, index + 1..<text.count)
    }
    return false
  }

  /// Returns the declared word that starts at an index, or nil.
  func match(in text: ScalarText, at index: Int) -> (word: LawWord, range: Range<Int>)? {
    guard let match = matcher?.longest(in: text, at: index), let first = match.names.first,
      LawWords.startsWord(text, index), LawWords.endsName(text, match.range.upperBound)
    else { return nil }
    let word = LawWord(word: terms[first], form: LawForm(title: terms[first]), isCitation: true)
    return (word, match.range)
  }
}

/// Reads declarations of short names for laws.
///
/// Examples: 外国為替及び外国貿易法（昭和24年法律第228号。以下「外為法」という。）,
/// 電波法（以下、単に「法」という）, a legend's 「規則」　電波法施行規則, 法（電波法）.
struct LawDeclarations: Sendable {
  private static let endings = WordSet("法 法律 令 規則 政令 省令 府令 条例 指令")

  /// Returns the words that are declared after a law's name, each with where it holds from.
  func declarations(
    after token: LawToken, in text: ScalarText
  ) -> [DeclarationReader.Declared] {
    DeclarationReader().declarations(after: token.nameRange.upperBound, in: text)
      .compactMap { declared in
        term(text, declared.range).map {
          .init(term: $0, range: declared.range, isLimited: declared.isLimited)
        }
      }
  }

  /// Returns the abbreviation in brackets after a foreign law's name: （CRA）, （Digital Markets Act：DMA）.
  func abbreviation(
    after token: LawToken, in text: ScalarText
  ) -> DeclarationReader.Declared? {
    let open = token.nameRange.upperBound
    guard text.at(open) == 0x28,
      let close = (open..<min(open + 80, text.count)).first(where: { text.at($0) == 0x29 })
    else { return nil }
    var start = close
    while ScalarClass.isUppercase(text.at(start - 1)) || ScalarClass.isDigit(text.at(start - 1)) {
      start -= 1
    }
    // It stands alone, or after the law's English name; Acts, laws, rules and directives end so.
    guard (2...8).contains(close - start), Self.abbreviationEnds.contains(text.at(close - 1)),
      Self.abbreviationStarts.contains(text.at(start - 1)), ScalarClass.isUppercase(text.at(start)),
      (open + 1..<start).allSatisfy({ text.at($0) < 0x7F })
    else { return nil }
    return .init(term: text.string(start..<close), range: start..<close, isLimited: false)
  }

  private static let abbreviationStarts = ScalarSet("(:, ")
  private static let abbreviationEnds = ScalarSet("ALRD")

  /// Returns the word that is explained with the law's name after it: in a legend (「法」　外為法), or in
  /// a sentence (「法」とは、外為法をいう。).
  func legendTerm(before token: LawToken, in text: ScalarText) -> String? {
    var index = token.nameRange.lowerBound
    if [0x300C, 0x300E].contains(text.at(index - 1)) { index -= 1 }
    var hasGap = false
    if let start = Self.definitions.start(in: text, before: index) {
      guard text.end(ofAny: Self.meanings, at: token.nameRange.upperBound) != nil else {
        return nil
      }
      index = start
      hasGap = true
    }
    while index > 0, isGap(text.at(index - 1)) {
      index -= 1
      hasGap = true
    }
    guard hasGap, text.at(index - 1) == 0x300D || text.at(index - 1) == 0x300F else { return nil }
    var start = index - 2
    while start >= 0, index - start < 32, text.at(start) != 0x300C, text.at(start) != 0x300E {
      start -= 1
    }
    guard start >= 0, text.at(start) == 0x300C || text.at(start) == 0x300E else { return nil }
    return term(text, start + 1..<index - 1)
  }

  private static let definitions = WordSet("とは、 とは, とは")
  private static let meanings = WordSet("をいう のことをいう のこと を指す")

  /// The word without white space, if it can stand for a law.
  private func term(_ text: ScalarText, _ range: Range<Int>) -> String? {
    let isLatin = range.allSatisfy { ScalarClass.isLatin(text.at($0)) || text.at($0) == 0x20 }
    guard (1...30).contains(range.count),
      isLatin || text.hasSuffix(ofAny: Self.endings, before: range.upperBound)
    else { return nil }
    return text.string(range).withoutWhiteSpace
  }

  private func isGap(_ scalar: UInt32) -> Bool {
    ScalarClass.isSpace(scalar) || [0x3A, 0x2026, 0x3D].contains(scalar)
  }
}
