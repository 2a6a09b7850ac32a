import DocumentModel

/// Words of a block that speak of a law, before context has decided which.
struct LawToken: Sendable {
  /// The words that stand for a law.
  enum Head: Sendable {
    /// A name of the registry.
    case name([LawReference])
    /// A law number alone.
    case number(LawNumberKey)
    /// A LawId or an e-Gov address, with the provision its anchor names; boxed, since it is rare and
    /// would make every token twice as long.
    indirect case identifier(LawReference, ParsedProvision?)
    /// A law's name by its form that the registry doesn't hold, and its number where one follows.
    case unknown(LawReference)
    /// 同法, 同令, 同規則.
    case same(LawForm)
    /// 法, 本法, この法律, 令, 規則, 改正法, 平成27年改正法 …: a word that a declaration gives a meaning.
    case word(LawWord)
    /// A provision without a law's name.
    case none
  }

  var head: Head
  /// The words that stand for the law, a law number in brackets included; empty without a name.
  var nameRange: Range<Int>
  /// The provisions that follow directly, each level as written; the first belongs to the name.
  var provisions: [ParsedProvision]
  /// The laws that an amending law changes (外為法の一部を改正する法律).
  var amends: [LawReference] = []
  /// Whether a registry name was written out in full.
  var isTitle = false

  /// From the name to the end of the first provision.
  var range: Range<Int> {
    guard let first = provisions.first else { return nameRange }
    let start = nameRange.isEmpty ? first.range.lowerBound : nameRange.lowerBound
    return start..<first.range.upperBound
  }

  /// The end of the whole list of provisions.
  var end: Int { max(nameRange.upperBound, provisions.last?.range.upperBound ?? 0) }
}

/// A word that means a law only in its document.
struct LawWord: Sendable, Hashable {
  /// The word without white space: 法, 令, 改正法.
  var word: String
  var form: LawForm
  /// Whether it claims a meaning even where nothing declares it (法第12条, 令第3条).
  var isCitation: Bool
}
