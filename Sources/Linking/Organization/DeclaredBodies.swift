import DocumentModel

/// Finds bodies by the words that a document uses for them after their names.
///
/// - Declared words: …有識者会議（以下「有識者会議」という。） and then 有識者会議;
/// - a council's kind alone or with 同 or 本 (同小委員会, 有識者会議), where the document has named one
///   council of that kind and no other.
struct DeclaredBodies: Sendable {
  fileprivate static let kinds = WordSet("有識者会議 小委員会 審議会 分科会 部会 専門委員会 ワーキンググループ 検討会 研究会")
  private static let pronouns = ScalarSet("同本")
  /// Kinds that stand for a council without 同 or 本: the others are too common.
  private static let names: Set<String> = ["有識者会議", "小委員会"]
  private static let particles = WordSet("等 及び 並びに 又は 側 内 事務局 委員 座長 報告 提言 資料 決定 第")
  private static let before = WordSet("及び 並びに 又は 等 各 元 前 当該 上記")

  /// What the kinds start with.
  static var openings: [[UInt32]] { kinds.openings }

  /// Returns the mentions of declared words and kinds, given the bodies found by name.
  func mentions(in context: LinkingContext, bodies: [Mention]) -> [Mention] {
    let bodies = bodies.of(.ministry, .org)
    guard !bodies.isEmpty else { return [] }
    var scope = DeclarationScope<LinkTarget>()
    var perBlock: [[Mention]] = []
    var rest = bodies[...]
    for (number, block) in context.blocks.enumerated() {
      let own = rest.prefix { $0.span.lowerBound < block.block.span.upperBound }
      rest = rest.dropFirst(own.count)
      perBlock.append(Array(own))
      for body in own {
        let end = block.text.range(of: body.span).upperBound
        for word in DeclarationReader().declarations(after: end, in: block.text)
        where word.term.unicodeScalars.count >= 2 {
          scope.add(
            Declaration(
              term: word.term, meaning: body.target, block: number, start: word.range.lowerBound,
              section: word.isLimited ? block.block.section : nil))
        }
      }
    }
    return declared(scope, in: context) + repeated(perBlock, in: context)
  }

  private func declared(
    _ scope: DeclarationScope<LinkTarget>, in context: LinkingContext
  ) -> [Mention] {
    let terms = scope.terms
    guard !terms.isEmpty else { return [] }
    let matcher = NameMatcher(terms)
    var mentions: [Mention] = []
    for (number, block) in context.blocks.enumerated() {
      for match in matcher.matches(in: block.text) {
        guard let place = match.names.first, isWhole(match.range, in: block.text),
          let meaning = scope.meaning(
            of: terms[place], block: number, at: match.range.lowerBound,
            sections: [block.block.section])
        else { continue }
        mentions.append(
          Mention(
            span: block.span(match.range), target: meaning, basis: .declared,
            evidence: Evidence(rule: "body.declared", words: terms[place])))
      }
    }
    return mentions
  }

  /// 同小委員会, 有識者会議: the one council of that kind that the document has named so far.
  private func repeated(_ bodies: [[Mention]], in context: LinkingContext) -> [Mention] {
    var mentions: [Mention] = []
    var known = KnownCouncils()
    for number in context.blocks.indices
    where context.may(.council, in: number) || !bodies[number].isEmpty {
      let block = context.blocks[number]
      let text = block.text
      let own = bodies[number].compactMap { body -> (Int, OrganizationTarget)? in
        guard case .org(let target) = body.target else { return nil }
        return (text.range(of: body.span).lowerBound, target)
      }
      var noted = 0
      var next = block.next(.council, from: 0)
      while next < text.count {
        let index = next
        next = block.next(.council, from: index + 1)
        while noted < own.count, own[noted].0 < index {
          known.note(own[noted].1)
          noted += 1
        }
        guard let end = text.end(ofAny: Self.kinds, at: index) else { continue }
        let kind = text.string(index..<end)
        let hasPronoun =
          Self.pronouns.contains(text.at(index - 1)) && !ScalarClass.isKanji(text.at(index - 2))
        let start = hasPronoun ? index - 1 : index
        guard hasPronoun || Self.names.contains(kind), let meant = known.one(of: kind),
          isWhole(start..<end, in: text)
        else { continue }
        mentions.append(
          Mention(
            span: block.span(start..<end), target: .org(meant), basis: .antecedent,
            evidence: Evidence(rule: "org.same", words: meant.value)))
      }
      for body in own { known.note(body.1) }
    }
    return mentions
  }

  /// Whether a word stands by itself, not inside a longer name.
  private func isWhole(_ range: Range<Int>, in text: ScalarText) -> Bool {
    let first = text.at(range.lowerBound - 1)
    let isOpen =
      !(ScalarClass.isKanji(first) || ScalarClass.isKatakana(first) || ScalarClass.isLatin(first))
      || text.hasSuffix(ofAny: Self.before, before: range.lowerBound)
    let last = text.at(range.upperBound)
    let isClosed =
      !(ScalarClass.isKanji(last) || ScalarClass.isKatakana(last) || ScalarClass.isLatin(last))
      || text.end(ofAny: Self.particles, at: range.upperBound) != nil
    return isOpen && isClosed
  }
}

/// The councils named so far, by their kind.
private struct KnownCouncils {
  private var known: Set<OrganizationTarget> = []
  private var byKind: [String: [OrganizationTarget]] = [:]
  private static let kinds = DeclaredBodies.kinds.map { String(codePoints: $0) }

  mutating func note(_ council: OrganizationTarget) {
    guard known.insert(council).inserted else { return }
    for kind in Self.kinds where council.value.hasSuffix(kind) {
      byKind[kind, default: []].append(council)
    }
  }

  /// Returns the council of a kind where only one was named.
  func one(of kind: String) -> OrganizationTarget? {
    byKind[kind].flatMap { $0.count == 1 ? $0.first : nil }
  }
}
