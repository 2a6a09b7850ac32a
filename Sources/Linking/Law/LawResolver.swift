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

  let document: StructuredDocument
  private let ancestors: [SectionID: [SectionID]]
  var laws = Antecedent<LawReference>()
  var cited = Antecedent<CitedProvision>()
  var quote: QuotedProvision?

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
  struct Resolution {
    var law: LawReference
    var basis: LinkBasis
    var rule: String
    var words: String
  }

  /// Where a token stands.
  struct Place {
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

  mutating func resolve(_ token: LawToken, at place: Place) -> Resolution? {
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
    let text = place.block.text
    let isForeign =
      ForeignStates.standsBefore(start, in: text)
      || !token.isTitle && ForeignStates.legislates(around: token.nameRange, in: text)
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

  func declared(_ word: String, at place: Place, _ index: Int) -> LawReference? {
    scope.meaning(
      of: String(word.filter { !$0.isWhitespace }), block: place.number, at: index,
      sections: place.sections)
  }

  private func antecedent(_ form: LawForm, at place: Place) -> LawReference? {
    laws.latest(inBlock: place.number) { $0.form == form }
      ?? laws.latest(before: place.number, in: place.sections) { $0.form == form }
  }

  // MARK: Output

  mutating func add(
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

  mutating func note(
    _ law: LawReference, _ path: ProvisionPath, _ provision: ParsedProvision, at place: Place
  ) {
    cited.note(
      CitedProvision(
        law: law, path: path, namesAll: provision.namesAll, block: place.number,
        section: place.section),
      block: place.number, section: place.section)
  }

  /// Remembers that a provision was named that stays unknown, so that 同項 after it means nothing else.
  mutating func noteUnresolved(_ provisions: [ParsedProvision], at place: Place) {
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
