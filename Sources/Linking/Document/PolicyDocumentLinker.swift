package import DocumentModel
package import Registry

/// Finds the policy documents that a document names, by their canonical titles.
///
/// Names of the registry first, with their editions; then what the document declares (以下「基本指針」
/// という。) and its own title (本提言); then titles known by their form alone.
package struct PolicyDocumentLinker: MentionFinder {
  private let candidates: DocumentCandidates
  private let forms = TitleForms()
  private let references = ReferenceTitles()

  /// What may stand right before a name and leave it whole.
  private static let prefixes = WordSet("本 同 新 旧 改定 改訂 政府 各 我国 及 又 等 現行")
  /// What makes a name part of a longer one: 戦略会議, 計画書, 戦略的.
  private static let followers = ScalarSet("会推室部的書省局課庁化性")
  private static let own = scalars("本")

  package init(registry: Registry) {
    candidates = DocumentCandidates(registry: registry)
  }

  package func addTriggers(to table: inout TriggerTable) {
    table.add(.document, at: candidates.openings)
    table.add(.title, at: TitleForms.openings + BodyReports.openings)
    table.add(.address, at: ReferenceTitles.openings)
    table.add(.ownTitle, at: Self.kinds.map { Self.own + $0.prefix(1) })
  }

  package func mentions(in context: LinkingContext) -> Staged<[Mention]> {
    let found = withReferences(context.readings(of: [.document, .title], read: names), in: context)
    let scope = declarations(in: context, names: found)
    let terms = scope.terms
    let matcher = NameMatcher(terms)
    let title = ownTitle(of: context.document)
    var mentions: [Mention] = []
    for number in context.blocks.indices
    where !terms.isEmpty || !found[number].isEmpty || context.may(.ownTitle, in: number) {
      let block = context.blocks[number]
      let declared = declaredMentions(scope, terms, matcher, in: block, number: number)
      mentions += declared
      for name in found[number] {
        let span = block.span(name.range)
        // What the document itself declares is surer than a title known by its form.
        guard name.rule == "document.name" || !declared.contains(where: { $0.span == span }) else {
          continue
        }
        mentions.append(
          Mention(
            span: span, target: .document(name.title), basis: .explicit,
            evidence: Evidence(rule: name.rule, words: block.text.string(name.range))))
      }
      if let title { mentions += ownMentions(of: title, in: block) }
    }
    return Staged(mentions)
  }

  /// The declared words of a block.
  private func declaredMentions(
    _ scope: DeclarationScope<String>, _ terms: [String], _ matcher: NameMatcher,
    in block: BlockText, number: Int
  ) -> [Mention] {
    guard !terms.isEmpty else { return [] }
    return matcher.matches(in: block.text).compactMap { match in
      let term = terms[match.names[0]]
      guard isWhole(match.range, in: block.text, minimum: .max),
        let meaning = scope.meaning(
          of: term, block: number, at: match.range.lowerBound, sections: [block.block.section])
      else { return nil }
      return Mention(
        span: block.span(match.range), target: .document(meaning), basis: .declared,
        evidence: Evidence(rule: "document.declared", words: term))
    }
  }

  // MARK: Names

  /// Adds the titles of lists of references, there and wherever they stand in quotation marks.
  private func withReferences(
    _ names: [[TitleForms.Name]], in context: LinkingContext
  ) -> [[TitleForms.Name]] {
    var names = names
    var titles: [String] = []
    for number in context.blocks.indices.dropLast()
    where names[number].isEmpty && context.may(.address, in: number + 1) {
      let (text, next) = (context.blocks[number].text, context.blocks[number + 1].text)
      guard let title = references.title(in: text, next: next) else { continue }
      names[number].append(title)
      titles.append(title.title)
    }
    guard !titles.isEmpty else { return names }
    let matcher = NameMatcher(titles)
    for (number, block) in context.blocks.enumerated() {
      for match in matcher.matches(in: block.text)
      where block.text.at(match.range.lowerBound - 1) == 0x300C
        && block.text.at(match.range.upperBound) == 0x300D
        && !names[number].contains(where: { $0.range.overlaps(match.range) })
      {
        names[number].append(
          TitleForms.Name(
            range: match.range, title: titles[match.names[0]], rule: "document.reference"))
      }
    }
    return names
  }

  /// Registry names and titles by their form, the longer of two that overlap.
  private func names(in block: BlockText) -> [TitleForms.Name] {
    let text = block.text
    var names: [TitleForms.Name] = []
    var index = block.next(.document, from: 0)
    while index < text.count {
      if let name = candidates.name(in: text, at: index),
        isWhole(name.range, in: text, minimum: 7)
      {
        let whole = withEdition(name, in: text, after: names.last)
        names.append(whole)
        index = block.next(.document, from: whole.range.upperBound)
      } else {
        index = block.next(.document, from: index + 1)
      }
    }
    let byForm = forms.names(in: block).filter { form in
      !names.contains { $0.range.overlaps(form.range) && $0.range.count * 2 >= form.range.count }
    }
    names.removeAll { name in byForm.contains { $0.range.overlaps(name.range) } }
    return (names + byForm).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Takes in 第6期 before a name and （第二次） after it; fills in the year of a decision.
  private func withEdition(
    _ name: DocumentCandidates.Name, in text: ScalarText, after last: TitleForms.Name?
  ) -> TitleForms.Name {
    var range = name.range
    var title = name.title
    if let start = EditionScanner.periodStart(in: text, before: range.lowerBound) {
      // 第二次研究開発ビジョン is 研究開発ビジョン（第二次）, where the series is written so.
      if candidates.hasVersions(name.title),
        let version = EditionScanner.version(in: text, from: start)
      {
        title += version
      } else {
        title = text.string(start..<range.lowerBound) + title
      }
      range = start..<range.upperBound
    }
    if let version = EditionScanner.version(in: text, at: range.upperBound) {
      title += version.form
      range = range.lowerBound..<version.end
    }
    if name.lacksEdition, text.at(range.upperBound) == 0x28,
      let year = decisionYear(in: text, at: range.upperBound + 1)
    {
      title = DocumentCandidates.title(name.pattern, edition: String(year))
    } else if name.lacksEdition, let last, text.at(range.lowerBound - 1) == 0x28,
      last.range.upperBound == range.lowerBound - 1,
      last.title.hasPrefix(DocumentCandidates.title(name.pattern, edition: ""))
    {
      title = last.title  // 経済財政運営と改革の基本方針2021（骨太の方針）
    }
    return TitleForms.Name(range: range, title: title, rule: "document.name")
  }

  /// The year of （2021年6月18日閣議決定） or （令和3年6月18日閣議決定）.
  private func decisionYear(in text: ScalarText, at start: Int) -> Int? {
    var base = 0
    var index = start
    for (era, first) in [("令和", 2018), ("平成", 1988), ("昭和", 1925)] {
      if text.hasPrefix(scalars(era), at: start) {
        base = first
        index = start + 2
      }
    }
    guard let number = NumeralScanner.number(in: text, at: index), text.at(number.end) == 0x5E74,
      base > 0 || number.value > 1900
    else { return nil }
    return base + number.value
  }

  /// Whether a name is no part of a longer one: 海洋戦略会議, 新海洋戦略的.
  private func isWhole(_ range: Range<Int>, in text: ScalarText, minimum: Int) -> Bool {
    if Self.followers.contains(text.at(range.upperBound)) { return false }
    let before = text.at(range.lowerBound - 1)
    guard
      ScalarClass.isKanji(text.at(range.lowerBound))
        || ScalarClass.isKatakana(text.at(range.lowerBound)),
      ScalarClass.isKanji(before) || ScalarClass.isKatakana(before)
    else { return true }
    return range.count >= minimum
      || text.hasSuffix(ofAny: Self.prefixes, before: range.lowerBound)
      || EditionScanner.periodStart(in: text, before: range.lowerBound) != nil
  }

  // MARK: Context

  /// …基本指針（以下「基本指針」という。）.
  private func declarations(
    in context: LinkingContext, names: [[TitleForms.Name]]
  ) -> DeclarationScope<String> {
    var scope = DeclarationScope<String>()
    for (number, names) in names.enumerated() where !names.isEmpty {
      let block = context.blocks[number]
      for name in names {
        let declared = DeclarationReader().declarations(
          after: name.range.upperBound, in: block.text)
        for word in declared {
          scope.add(
            Declaration(
              term: word.term, meaning: name.title, block: number, start: word.range.lowerBound,
              section: word.isLimited ? block.block.section : nil))
        }
      }
    }
    return scope
  }

  /// The document's own title, if it is that of a policy document.
  private func ownTitle(of document: StructuredDocument) -> String? {
    document.sections.first { $0.level == 1 && !$0.isSynthetic }.map {
      String($0.title.filter { !$0.isWhitespace })
    }
  }

  /// 本提言, 本アクションプラン: the document itself, where its title ends so.
  private func ownMentions(of title: String, in block: BlockText) -> [Mention] {
    var mentions: [Mention] = []
    let text = block.text
    var next = block.next(.ownTitle, from: 0)
    while next < text.count {
      let index = next
      next = block.next(.ownTitle, from: index + 1)
      guard text.hasPrefix(Self.own, at: index),
        let end = text.end(ofAny: Self.kinds, at: index + 1),
        !Self.followers.contains(text.at(end)), LawWords.startsWord(text, index)
      else { continue }
      let kind = text.string(index + 1..<end)
      guard title.hasSuffix(kind) || title.hasSuffix(kind + "改訂版") else { continue }
      mentions.append(
        Mention(
          span: block.span(index..<end), target: .document(title), basis: .document,
          evidence: Evidence(rule: "document.own-title", words: title)))
    }
    return mentions
  }

  private static let kinds = WordSet(
    "戦略 方針 基本方針 指針 基本指針 ガイドライン アクションプラン プラン ビジョン 提言 報告書 報告 計画 基本計画 行動計画 ロードマップ パッケージ とりまとめ 取りまとめ")
}
