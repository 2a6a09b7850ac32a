package import DocumentModel

/// Gathers the words that a law defines, declares or explains:
/// 「…」とは、…をいう, 以下「…」という, …（…をいう。以下同じ。）.
///
/// Only these forms count, never the mere look of a word.
package struct LegalTermHarvester: Sendable {
  private static let ika = scalars("以下")
  private static let toiu = scalars("という")
  private static let toha = scalars("とは、")
  private static let woiu = scalars("をいう")
  private static let nioite = scalars("において")
  private static let same = scalars("同じ。)")
  private static let meant = scalars("をいう。以下")
  private static let open: UInt32 = 0x300C  // 「
  private static let close: UInt32 = 0x300D  // 」
  /// 以下この章及び第八十六条第一項第二号において: no scope is longer than this many characters.
  private static let longestScope = 80
  /// No meaning is longer; a sentence without end would be told whole at each of its terms.
  private static let longestMeaning = LawSentences.longestStretch

  /// Words before a compound that point at one and are no part of it.
  private static let pointers = WordSet("当該 同 各 本 前記 次 他")
  private static let scopes: [(words: WordSet, scope: LegalTerm.Scope)] = [
    (WordSet("この法律 この政令 この府令 この省令 この命令 この規則"), .law),
    (WordSet("この附則"), .supplementary), (WordSet("この編"), .part), (WordSet("この章"), .chapter),
    (WordSet("この節"), .section), (WordSet("この款"), .subsection), (WordSet("この目"), .division),
    (WordSet("この条"), .article), (WordSet("この項"), .paragraph), (WordSet("この号"), .item),
  ]

  private let numbers = LawNumberScanner()

  package init() {}

  /// Returns the terms of a law in the order of its text.
  package func harvest(_ law: LawText) -> [LegalTerm] {
    confirmed(terms(of: law), in: law)
  }

  /// Returns only the short names that a law declares (以下「…」という).
  func declarations(in law: LawText) -> [LegalTerm] {
    terms(of: law, forms: [.declared])
  }

  private func terms(
    of law: LawText, forms: [LegalTerm.Form] = LegalTerm.Form.allCases
  ) -> [LegalTerm] {
    var provisions: [ProvisionPath] = []
    provisions.reserveCapacity(law.nodes.count)
    var terms: [LegalTerm] = []
    for node in law.nodes {
      var provision = node.parent.map { provisions[$0] } ?? ProvisionPath()
      switch node.kind {
      case .article: provision.article = node.number
      case .paragraph: provision.paragraph = node.number
      case .item: provision.item = node.number
      case .subitem: provision.subitem = provision.subitem ?? node.label
      case .supplementary: provision.isSupplementary = true
      default: break
      }
      provisions.append(provision)
      guard !node.text.isEmpty else { continue }
      let text = LawSentences(node.text)
      for index in 0..<text.count {
        var found: LegalTerm?
        if text.at(index) == Self.open {
          if forms.contains(.defined) { found = defined(in: text, at: index) }
          if forms.contains(.declared) { found = found ?? declared(in: text, at: index) }
        } else if text.at(index) == Self.same[0], forms.contains(.explained) {
          found = explained(in: text, at: index)
        }
        guard var term = found else { continue }
        term.provision = provision
        term.address = node.address
        if term.form == .defined, term.scopeWords.isEmpty, let parent = node.parent {
          inherit(from: LawSentences(law.nodes[parent].text), into: &term)
        }
        terms.append(term)
      }
    }
    return terms
  }

  /// Reads この法律において「…」とは、…をいう。 at the opening mark.
  private func defined(in text: LawSentences, at open: Int) -> LegalTerm? {
    guard let close = closing(in: text, after: open), text.hasPrefix(Self.toha, at: close + 1)
    else { return nil }
    let start = close + 1 + Self.toha.count
    // The meaning may hold brackets with definitions of their own: theirs is not the end.
    var depth = 0
    var end: Int?
    for index in start..<min(text.count, start + Self.longestMeaning) where end == nil {
      if text.at(index) == 0x28 { depth += 1 }
      if text.at(index) == 0x29 { depth -= 1 }
      if depth < 0 || depth == 0 && text.at(index) == 0x3002 { break }
      if depth == 0, text.hasPrefix(Self.woiu, at: index) { end = index }
    }
    guard let end, end > start else { return nil }
    let scope = scopeStart(in: text, before: open)..<open
    return term(
      text.original(open + 1..<close), .defined, meaning: text.original(start..<end),
      scope: scope, in: text)
  }

  /// Reads （以下この章において「…」という。） at the opening mark.
  private func declared(in text: LawSentences, at open: Int) -> LegalTerm? {
    guard let close = closing(in: text, after: open), text.hasPrefix(Self.toiu, at: close + 1)
    else { return nil }
    var start = open
    let limit = max(0, open - Self.longestScope)
    while start > limit, !text.hasPrefix(Self.ika, at: start) {
      start -= 1
      if [0x3002, 0x28, 0x29, Self.close].contains(text.at(start)) { return nil }
    }
    guard text.hasPrefix(Self.ika, at: start) else { return nil }
    let scope = start + Self.ika.count..<open
    let isScope = scope.isEmpty || text.hasPrefix(Self.nioite, at: open - Self.nioite.count)
    guard isScope, let bracket = text.opening(before: start) else { return nil }
    // Where in the sentence the thing named begins isn't marked, so none of it is cut off.
    let clause = clauseStart(in: text, before: bracket, stopsAtComma: false)..<bracket
    guard !clause.isEmpty else { return nil }
    var term = term(
      text.original(open + 1..<close), .declared, meaning: text.original(clause), scope: scope,
      in: text)
    if let number = numbers.match(in: text.scalars, at: bracket + 1) {
      term.lawNumber = text.original(number.range)
    }
    return term
  }

  /// Reads 特定設備（…をいう。以下この章において同じ。） at the last words, 同じ。）.
  private func explained(in text: LawSentences, at index: Int) -> LegalTerm? {
    guard text.hasPrefix(Self.same, at: index),
      let bracket = text.opening(before: index)
    else { return nil }
    let limit = max(bracket, index - Self.longestScope)
    let mark = (limit..<index).reversed().first { text.hasPrefix(Self.meant, at: $0) }
    guard let mark, mark > bracket + 1 else { return nil }
    let scope = mark + Self.meant.count..<index
    let isScope = scope.isEmpty || text.hasPrefix(Self.nioite, at: index - Self.nioite.count)
    guard isScope else { return nil }
    var start = bracket
    while start > 0, isNoun(text.at(start - 1)) { start -= 1 }
    if let end = text.scalars.end(ofAny: Self.pointers, at: start) { start = end }
    guard start < bracket else { return nil }
    return term(
      text.original(start..<bracket), .explained, meaning: text.original(bracket + 1..<mark),
      scope: scope, in: text)
  }

  /// Whether a character belongs to a compound noun: kanji, katakana, Latin, digits, ・.
  private func isNoun(_ scalar: UInt32) -> Bool {
    ScalarClass.isKanji(scalar) || ScalarClass.isKatakana(scalar) || ScalarClass.isLatin(scalar)
      || ScalarClass.isDigit(scalar) || scalar == 0x30FB
  }

  /// Leaves out the explained words that the law doesn't use again.
  ///
  /// Where a compound before a bracket begins isn't marked. 以下同じ announces that the words come
  /// again; the same run of characters elsewhere in the law proves that it is the term.
  private func confirmed(_ terms: [LegalTerm], in law: LawText) -> [LegalTerm] {
    let words = terms.filter { $0.form == .explained }.map(\.term)
    guard !words.isEmpty else { return terms }
    let names = Array(Set(words)).sorted()
    let matcher = NameMatcher(names)
    var uses = Array(repeating: 0, count: names.count)
    for node in law.nodes where !node.text.isEmpty {
      for match in matcher.matches(in: ScalarText(node.text)) {
        for name in match.names { uses[name] += 1 }
      }
    }
    let used = Set(names.indices.filter { uses[$0] > 1 }.map { names[$0] })
    return terms.filter { $0.form != .explained || used.contains($0.term) }
  }

  /// Takes the scope of an item's definition from its lead-in: この法律において、次の各号に掲げる用語….
  private func inherit(from lead: LawSentences, into term: inout LegalTerm) {
    guard
      let end = (0..<min(lead.count, Self.longestScope)).first(where: {
        lead.hasPrefix(Self.nioite, at: $0)
      }),
      let scope = Self.scopes.first(where: { $0.words.isFound(in: lead.scalars, 0..<end) })
    else { return }
    term.scope = scope.scope
    term.scopeWords = lead.original(0..<end + Self.nioite.count)
  }

  private func term(
    _ word: String, _ form: LegalTerm.Form, meaning: String, scope: Range<Int>,
    in text: LawSentences
  ) -> LegalTerm {
    let kind =
      scope.isEmpty
      ? .onward
      : Self.scopes.first { $0.words.isFound(in: text.scalars, scope) }?.scope ?? .named
    return LegalTerm(
      term: word, form: form, meaning: meaning, scope: kind, scopeWords: text.original(scope),
      provision: ProvisionPath(), address: "")
  }

  private func closing(in text: LawSentences, after open: Int) -> Int? {
    var index = open + 1
    while index < text.count, text.at(index) != Self.open, text.at(index) != 0x3002 {
      if text.at(index) == Self.close { return index > open + 1 ? index : nil }
      index += 1
    }
    return nil
  }

  /// Returns where この法律において begins before a defined word: after the sentence's last 、 or 。.
  private func scopeStart(in text: LawSentences, before open: Int) -> Int {
    guard text.hasPrefix(Self.nioite, at: open - Self.nioite.count) else { return open }
    return clauseStart(in: text, before: open)
  }

  /// Returns where the clause before an index begins; marks inside brackets don't end it.
  private func clauseStart(
    in text: LawSentences, before index: Int, stopsAtComma: Bool = true
  ) -> Int {
    var depth = 0
    var place = index
    let limit = max(0, index - Self.longestMeaning)
    while place > limit {
      let scalar = text.at(place - 1)
      if scalar == 0x29 { depth += 1 }
      if scalar == 0x28 {
        if depth == 0 { return place }
        depth -= 1
      }
      if depth == 0, scalar == 0x3002 || stopsAtComma && scalar == 0x3001 { return place }
      place -= 1
    }
    return limit
  }
}
