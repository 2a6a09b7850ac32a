import DocumentModel

/// Decides block by block which law and provision each token means.
///
/// The order of trust: the words themselves, the document's declarations, what was named before, the
/// document's own subject. Each link tells by which of them it was made.
struct LawResolver {
  let candidates: LawCandidates
  let scope: DeclarationScope<LawReference>
  /// The one Act the document is about, if any.
  let subject: LawReference?
  private(set) var mentions: [Mention] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let document: StructuredDocument
  private let ancestors: [SectionID: [SectionID]]
  private var laws = Antecedent<LawReference>()
  private var cited = Antecedent<CitedProvision>()
  private var quote: QuotedProvision?

  init(
    candidates: LawCandidates, scope: DeclarationScope<LawReference>, subject: LawReference?,
    document: StructuredDocument
  ) {
    self.candidates = candidates
    self.scope = scope
    self.subject = subject
    self.document = document
    var ancestors: [SectionID: [SectionID]] = [:]
    for section in document.sections {
      ancestors[section.id] = [section.id] + (section.parent.flatMap { ancestors[$0] } ?? [])
    }
    self.ancestors = ancestors
  }

  /// A law with how it was found.
  private struct Resolution {
    var law: LawReference
    var basis: LinkBasis
    var rule: String
    var words: String
  }

  /// Where a token stands.
  private struct Place {
    var block: BlockText
    /// The block's number among those that carry links.
    var number: Int
    /// The block's section and those above it, the innermost first.
    var sections: [SectionID]

    var section: SectionID { block.block.section }
  }

  /// Resolves the tokens of the next block.
  mutating func read(_ block: BlockText, number: Int, tokens: [LawToken]) {
    let place = Place(
      block: block, number: number,
      sections: ancestors[block.block.section] ?? [block.block.section])
    var rest = tokens[...]
    for piece in pieces(of: block, tokens: tokens) {
      let own = rest.prefix { $0.range.lowerBound < piece.upperBound }
      rest = rest.dropFirst(own.count)
      advanceQuote(over: piece, tokens: Array(own), at: place)
      for token in own {
        if case .none = token.head {
          readBare(token, at: place)
        } else if let resolution = resolve(token, at: place) {
          emit(token, as: resolution, at: place)
        } else {
          noteUnresolved(token.provisions, at: place)
        }
      }
    }
  }

  // MARK: Laws

  private mutating func resolve(_ token: LawToken, at place: Place) -> Resolution? {
    let words = place.block.text.string(token.nameRange)
    switch token.head {
    case .name(let laws):
      return choose(among: laws, token, words, at: place)
    case .number(let key):
      let law = candidates.law(numbered: key) ?? LawReference(lawID: nil, title: words)
      return Resolution(law: law, basis: .explicit, rule: "law.number", words: words)
    case .identifier(let law, _):
      return Resolution(law: law, basis: .explicit, rule: "law.identifier", words: words)
    case .unknown(let law):
      return Resolution(
        law: law, basis: .explicit, rule: law.isForeign ? "law.foreign-form" : "law.form",
        words: words)
    case .same(let form):
      guard let law = antecedent(form, at: place) else { return nil }
      return Resolution(law: law, basis: .antecedent, rule: "law.same", words: law.title)
    case .word(let word):
      return resolve(word, token, at: place)
    case .none:
      return nil
    }
  }

  /// A registry name: one meaning, or the one that the document's other words leave.
  private mutating func choose(
    among laws: [LawReference], _ token: LawToken, _ words: String, at place: Place
  ) -> Resolution? {
    var laws = laws
    let start = token.nameRange.lowerBound
    if let declared = declared(words, at: place, start) {
      return Resolution(law: declared, basis: .declared, rule: "law.declared", words: words)
    }
    let isForeign = ForeignStates.standsBefore(start, in: place.block.text)
    if isForeign {
      let foreign = laws.filter(\.isForeign)
      laws = foreign.isEmpty ? [LawReference(lawID: nil, title: words, isForeign: true)] : foreign
    }
    if laws.count > 1 {
      let named = laws.filter { law in self.laws.latest { $0 == law } != nil }
      if named.count == 1 {
        laws = named
      } else if let subject, laws.contains(subject) {
        laws = [subject]
      }
    }
    guard laws.count == 1, let law = laws.first else {
      diagnose("law.ambiguous-name", token.nameRange, words, laws, at: place)
      return nil
    }
    return Resolution(
      law: law, basis: .explicit, rule: law.isForeign ? "law.foreign-name" : "law.name",
      words: words)
  }

  /// 法, 令, 規則, 改正法: by declaration, then antecedent, then the document's subject.
  private mutating func resolve(
    _ word: LawWord, _ token: LawToken, at place: Place
  ) -> Resolution? {
    let start = token.nameRange.lowerBound
    if let law = declared(word.word, at: place, start) {
      return Resolution(law: law, basis: .declared, rule: "law.declared", words: word.word)
    }
    for prefix in ["現行", "この", "本"] where word.word.hasPrefix(prefix) {
      let rest = String(word.word.dropFirst(prefix.count))
      if let law = declared(rest, at: place, start) {
        return Resolution(law: law, basis: .declared, rule: "law.declared", words: rest)
      }
    }
    guard word.isCitation || ["本法", "この法律", "現行法"].contains(word.word) else { return nil }
    guard !["改正法", "新法", "旧法"].contains(word.word) else { return nil }
    if let law = laws.latest(inBlock: place.number, where: { $0.form == word.form }) {
      return Resolution(law: law, basis: .antecedent, rule: "law.antecedent", words: law.title)
    }
    guard let subject else { return nil }
    let meant = word.form == .act ? [subject] : candidates.children(of: subject, form: word.form)
    guard meant.count <= 1 else {
      diagnose("law.ambiguous-name", token.nameRange, word.word, meant, at: place)
      return nil
    }
    return meant.first.map {
      Resolution(law: $0, basis: .document, rule: "law.subject", words: subject.title)
    }
  }

  private func declared(_ word: String, at place: Place, _ index: Int) -> LawReference? {
    scope.meaning(
      of: String(word.filter { !$0.isWhitespace }), block: place.number, at: index,
      sections: place.sections)
  }

  private func antecedent(_ form: LawForm, at place: Place) -> LawReference? {
    laws.latest(inBlock: place.number) { $0.form == form }
      ?? laws.latest(before: place.number, in: place.sections) { $0.form == form }
  }

  // MARK: Provisions

  private mutating func emit(_ token: LawToken, as resolution: Resolution, at place: Place) {
    laws.note(resolution.law, block: place.number, section: place.section)
    if case .identifier(_, let provision) = token.head {
      add(token.range, resolution, provision.map { path($0, under: nil) } ?? .init(), at: place)
      return
    }
    guard let first = token.provisions.first else {
      add(token.range, resolution, .init(), at: place)
      return
    }
    var last: ProvisionPath?
    for provision in token.provisions {
      guard let path = resolvedPath(provision, law: resolution.law, after: last, at: place) else {
        continue
      }
      let range = provision == first ? token.range : provision.range
      add(range, resolution, path, at: place)
      note(resolution.law, path, provision, at: place)
      last = path
    }
  }

  /// A list of provisions without a law's name: counted from the quotation or what was cited last.
  private mutating func readBare(_ token: LawToken, at place: Place) {
    var law: LawReference?
    var last: ProvisionPath?
    for provision in token.provisions {
      let found: (law: LawReference, paths: [ProvisionPath])?
      if let law, let last, provision.base == .absolute {
        found = resolvedPath(provision, law: law, after: last, at: place).map { (law, [$0]) }
      } else {
        found = bare(provision, at: place)
      }
      guard let found else {
        noteUnresolved([provision], at: place)
        continue
      }
      let resolution = Resolution(
        law: found.law, basis: .antecedent, rule: "law.provision", words: found.law.title)
      for path in found.paths { add(provision.range, resolution, path, at: place) }
      law = found.law
      last = found.paths.last
      guard let last else { continue }
      // Items told off one by one go on from the 各号 that opened the list.
      var noted = provision
      if provision.base == .absolute, provision.top == .item { noted.namesAll = true }
      note(found.law, last, noted, at: place)
    }
  }

  private func bare(
    _ provision: ParsedProvision, at place: Place
  ) -> (law: LawReference, paths: [ProvisionPath])? {
    let inBlock = { (level: ParsedProvision.Level) in
      cited.latest(inBlock: place.number) { $0.path(downTo: level) != nil }
    }
    switch provision.base {
    case .same(let level):
      guard
        let base = inBlock(level)
          ?? cited.latest(
            before: place.number, in: place.sections,
            where: {
              $0.path(downTo: level) != nil
            }), let above = base.path(downTo: level)
      else { return nil }
      return base.law.map { ($0, [path(provision, under: above)]) }
    case .own, .previous, .next:
      guard let quote else { return ownArticle(provision, at: place) }
      let paths = quote.paths(of: provision.base).map { path(provision, under: $0) }
      return paths.isEmpty ? nil : (quote.law, paths)
    case .absolute:
      return bareNumber(provision, inBlock, at: place)
    }
  }

  /// 第31条第1項, 第3項, 第2号 without a law's name.
  private func bareNumber(
    _ provision: ParsedProvision, _ inBlock: (ParsedProvision.Level) -> CitedProvision?,
    at place: Place
  ) -> (law: LawReference, paths: [ProvisionPath])? {
    switch provision.top {
    case .article:
      let law =
        quote?.law ?? laws.latest(inBlock: place.number) { !$0.isForeign }
        ?? cited.latest(before: place.number, in: place.sections) { _ in true }?.law
        ?? laws.latest(before: place.number, in: place.sections) { !$0.isForeign }
      return law.map { ($0, [path(provision, under: nil)]) }
    case .paragraph:
      if let quote {
        return (quote.law, [path(provision, under: quote.articlePath)])
      }
      guard let base = inBlock(.article), let above = base.path(downTo: .article) else {
        return nil
      }
      return base.law.map { ($0, [path(provision, under: above)]) }
    case .item:
      // The items of a list may each stand under a heading of their own.
      let all = cited.latest(before: place.number) { $0.namesAll || $0.path.item != nil }
      guard let base = inBlock(.item) ?? (all?.namesAll == true ? all : nil) else { return nil }
      let above = base.path(downTo: .paragraph) ?? base.path(downTo: .article)
      guard let law = base.law else { return nil }
      return above.map { (law, [path(provision, under: $0)]) }
    case nil:
      guard provision.isDivision, place.block.text.at(provision.range.lowerBound) == 0x5225,
        let law = laws.latest(inBlock: place.number, where: { !$0.isForeign })
      else { return nil }
      return (law, [.init()])
    }
  }

  /// 本条 outside a quotation: the article that the section's heading names.
  private func ownArticle(
    _ provision: ParsedProvision, at place: Place
  ) -> (law: LawReference, paths: [ProvisionPath])? {
    guard case .own(let level) = provision.base, level == .article,
      let heading = cited.latest(where: { $0.section == place.section && $0.path.article != nil }),
      let above = heading.path(downTo: .article)
    else { return nil }
    return heading.law.map { ($0, [path(provision, under: above)]) }
  }

  /// A provision that follows another in a list takes over the levels it doesn't name.
  private func resolvedPath(
    _ provision: ParsedProvision, law: LawReference, after last: ProvisionPath?, at place: Place
  ) -> ProvisionPath? {
    switch provision.base {
    case .absolute:
      guard let top = provision.top, top != .article, let last else {
        return path(provision, under: nil)
      }
      var above = last
      above.subitem = nil
      above.item = nil
      if top == .paragraph { above.paragraph = nil }
      return path(provision, under: above)
    case .same(let level):
      var above = last ?? .init()
      above.subitem = nil
      if level < .item { above.item = nil }
      if level < .paragraph { above.paragraph = nil }
      return path(provision, under: above)
    case .own, .previous, .next:
      return bare(provision, at: place)?.paths.last
    }
  }

  private func path(_ provision: ParsedProvision, under above: ProvisionPath?) -> ProvisionPath {
    var path = above ?? .init()
    if let article = provision.article {
      path = .init(article: article)
      path.isSupplementary = provision.isSupplementary
    } else if provision.isDivision {
      path = .init(isSupplementary: provision.isSupplementary)
    }
    if let paragraph = provision.paragraph {
      path.paragraph = paragraph
      path.item = nil
    }
    if let item = provision.item { path.item = item }
    path.subitem = provision.subitem
    return path
  }

  // MARK: Quotations

  /// Cuts a block where a line of the source ended with a full stop, a bracket or a citation.
  ///
  /// Lines joined to one block may hold an article's paragraphs and items one by one.
  private func pieces(of block: BlockText, tokens: [LawToken]) -> [Range<Int>] {
    guard block.block.location.lineEnd > block.block.location.line,
      quote != nil || tokens.contains(where: { $0.provisions.first?.article != nil })
    else { return [0..<block.text.count] }
    let ends = Set(tokens.map(\.end))
    var pieces: [Range<Int>] = []
    var start = 0
    for index in 1..<max(1, block.text.count) {
      let before = block.text.at(index - 1)
      guard before == 0x3002 || before == 0x29 || ends.contains(index),
        isLineBreak(at: index, in: block)
      else { continue }
      pieces.append(start..<index)
      start = index
    }
    return pieces + [start..<block.text.count]
  }

  private func isLineBreak(at index: Int, in block: BlockText) -> Bool {
    document.location(of: block.span(index..<index + 1)).line
      > document.location(of: block.span(index - 1..<index)).lineEnd
  }

  /// Opens a quotation where a piece begins with a citation alone, and closes it where it ends.
  private mutating func advanceQuote(
    over piece: Range<Int>, tokens: [LawToken], at place: Place
  ) {
    let text = place.block.text
    if let token = tokens.first, let end = quotationStart(token, in: text, piece),
      let law = resolve(token, at: place)?.law, let first = token.provisions.first,
      let article = first.article
    {
      quote = QuotedProvision(
        law: law, article: article, listed: listed(token, in: text),
        isSupplementary: first.isSupplementary)
      let rest = text.skipSpace(end)
      if rest < piece.upperBound { _ = quote?.advance(over: text, rest..<piece.upperBound) }
      return
    }
    guard quote != nil else { return }
    let citesItself = tokens.contains { token in
      if case .none = token.head { return false }
      if case .same = token.head { return false }
      return !token.provisions.isEmpty && declaredLaw(token, at: place) == quote?.law
    }
    let isHeading = place.block.block.kind == .heading
    if isHeading || citesItself || quote?.advance(over: text, piece) == false { quote = nil }
  }

  /// Returns where the quotation's own words start, if the token opens one.
  private func quotationStart(
    _ token: LawToken, in text: ScalarText, _ piece: Range<Int>
  ) -> Int? {
    if case .none = token.head { return nil }
    guard token.nameRange.lowerBound == text.skipSpace(piece.lowerBound),
      token.provisions.first?.article != nil, token.provisions.first?.item == nil
    else { return nil }
    var end = token.end
    if end < piece.upperBound, text.at(end) == 0x29 { end += 1 }
    return end == piece.upperBound || ScalarClass.isSpace(text.at(end)) ? end : nil
  }

  /// The paragraphs that the heading of a quotation names, a range written out.
  private func listed(_ token: LawToken, in text: ScalarText) -> [Int] {
    var listed: [Int] = []
    var end = 0
    for provision in token.provisions {
      guard let number = provision.paragraph.flatMap({ Int($0) }) else { continue }
      let isRange = LawWords.joinsRange(in: text, end..<provision.range.lowerBound)
      if isRange, let last = listed.last, last < number {
        listed += last + 1...number
      } else {
        listed.append(number)
      }
      end = provision.range.upperBound
    }
    return listed
  }

  private func declaredLaw(_ token: LawToken, at place: Place) -> LawReference? {
    switch token.head {
    case .name(let laws): laws.count == 1 ? laws[0] : nil
    case .word(let word): declared(word.word, at: place, token.nameRange.lowerBound)
    default: nil
    }
  }

  // MARK: Output

  private mutating func add(
    _ range: Range<Int>, _ resolution: Resolution, _ path: ProvisionPath, at place: Place
  ) {
    let law = resolution.law
    mentions.append(
      Mention(
        span: place.block.span(range),
        target: .law(
          LawTarget(
            lawID: law.lawID, title: law.title, provision: path, isForeign: law.isForeign)),
        basis: resolution.basis,
        evidence: Evidence(rule: resolution.rule, words: resolution.words)))
  }

  private mutating func note(
    _ law: LawReference, _ path: ProvisionPath, _ provision: ParsedProvision, at place: Place
  ) {
    cited.note(
      CitedProvision(
        law: law, path: path, namesAll: provision.namesAll, block: place.number,
        section: place.section),
      block: place.number, section: place.section)
  }

  /// Remembers that a provision was named that stays unknown, so that 同項 after it means nothing else.
  private mutating func noteUnresolved(_ provisions: [ParsedProvision], at place: Place) {
    for provision in provisions {
      guard let top = provision.top else { continue }
      var path = ProvisionPath(article: top == .article ? "" : nil)
      if top >= .paragraph || provision.paragraph != nil { path.paragraph = "" }
      if top == .item || provision.item != nil { path.item = "" }
      cited.note(
        CitedProvision(
          law: nil, path: path, namesAll: provision.namesAll, block: place.number,
          section: place.section),
        block: place.number, section: place.section)
    }
  }

  private mutating func diagnose(
    _ identifier: String, _ range: Range<Int>, _ words: String, _ laws: [LawReference],
    at place: Place
  ) {
    let names = laws.map { $0.lawID?.rawValue ?? $0.title }.sorted().joined(separator: ", ")
    diagnostics.append(
      Diagnostic(
        identifier, .warning, arguments: ["name": words, "candidates": names],
        location: document.location(of: place.block.span(range))))
  }
}
