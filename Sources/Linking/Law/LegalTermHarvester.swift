package import DocumentModel

/// Gathers the words that a law defines or declares: 「…」とは、…をいう, 以下「…」という.
///
/// Only these two forms count. A word that merely looks like a term, or one explained in brackets
/// (…をいう。以下同じ。), is left out: where it begins can't be told from the text alone.
package struct LegalTermHarvester: Sendable {
  private static let ika = scalars("以下")
  private static let toiu = scalars("という")
  private static let toha = scalars("とは、")
  private static let woiu = scalars("をいう")
  private static let nioite = scalars("において")
  private static let open: UInt32 = 0x300C  // 「
  private static let close: UInt32 = 0x300D  // 」
  /// 以下この章及び第八十六条第一項第二号において: no scope is longer than this many characters.
  private static let longestScope = 80

  private static let scopes: [(words: WordSet, scope: LegalTerm.Scope)] = [
    (WordSet("この法律 この政令 この府令 この省令 この命令 この規則"), .law),
    (WordSet("この附則"), .supplementary), (WordSet("この編"), .part), (WordSet("この章"), .chapter),
    (WordSet("この節"), .section), (WordSet("この款"), .subsection), (WordSet("この目"), .division),
    (WordSet("この条"), .article), (WordSet("この項"), .paragraph), (WordSet("この号"), .item),
  ]

  package init() {}

  /// Returns the terms of a law in the order of its text.
  package func harvest(_ law: LawText) -> [LegalTerm] {
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
      for index in 0..<text.count where text.at(index) == Self.open {
        guard var term = defined(in: text, at: index) ?? declared(in: text, at: index) else {
          continue
        }
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
    for index in start..<text.count where end == nil {
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
    guard isScope, let bracket = bracket(in: text, before: start) else { return nil }
    // Where in the sentence the thing named begins isn't marked, so none of it is cut off.
    let clause = clauseStart(in: text, before: bracket, stopsAtComma: false)..<bracket
    guard !clause.isEmpty else { return nil }
    return term(
      text.original(open + 1..<close), .declared, meaning: text.original(clause), scope: scope,
      in: text)
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

  /// Returns the bracket in which a declaration stands: （以下 or （…をいう。以下.
  private func bracket(in text: LawSentences, before index: Int) -> Int? {
    var depth = 0
    var place = index - 1
    while place >= 0 {
      if text.at(place) == 0x29 { depth += 1 }
      if text.at(place) == 0x28 {
        if depth == 0 { return place }
        depth -= 1
      }
      place -= 1
    }
    return nil
  }

  /// Returns where the clause before an index begins; marks inside brackets don't end it.
  private func clauseStart(
    in text: LawSentences, before index: Int, stopsAtComma: Bool = true
  ) -> Int {
    var depth = 0
    var place = index
    while place > 0 {
      let scalar = text.at(place - 1)
      if scalar == 0x29 { depth += 1 }
      if scalar == 0x28 {
        if depth == 0 { return place }
        depth -= 1
      }
      if depth == 0, scalar == 0x3002 || stopsAtComma && scalar == 0x3001 { return place }
      place -= 1
    }
    return 0
  }
}

/// The text of one node, stepped through in folded code points and quoted in its own characters.
private struct LawSentences {
  let scalars: ScalarText
  private let utf8: [UInt8]

  init(_ text: String) {
    utf8 = Array(text.utf8)
    scalars = ScalarText(text)
  }

  var count: Int { scalars.count }

  func at(_ index: Int) -> UInt32 { scalars.at(index) }

  func hasPrefix(_ pattern: [UInt32], at index: Int) -> Bool {
    scalars.hasPrefix(pattern, at: index)
  }

  func original(_ range: Range<Int>) -> String {
    let bytes = scalars.offsets[range.lowerBound]..<scalars.offsets[range.upperBound]
    return String(decoding: utf8[bytes], as: UTF8.self)
  }
}
