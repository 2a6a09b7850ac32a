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
  /// All laws named so far.
  var named: Set<LawReference> = []
  var cited = Antecedent<CitedProvision>()
  /// Where the foreign law named last ends.
  private var lastForeign: (block: Int, end: Int)?
  /// The Acts said to be amended.
  private var amendments = Antecedent<LawReference>()
  /// The provision with an article that each section named last.
  var articles: [SectionID: CitedProvision] = [:]
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
    // Nothing of a block without tokens counts but that it ends a quotation.
    if tokens.isEmpty, quote == nil { return }
    let place = Place(
      block: block, number: number,
      sections: ancestors[block.block.section] ?? [block.block.section])
    var rest = tokens[...]
    for piece in pieces(of: block, tokens: tokens) {
      let own = rest.prefix { $0.range.lowerBound < piece.upperBound }
      rest = rest.dropFirst(own.count)
      advanceQuote(over: piece, tokens: own, at: place)
      for token in own {
        if case .none = token.head {
          readBare(token, at: place)
        } else if let resolution = resolve(token, at: place) {
          emit(token, as: resolution, at: place)
          let start = token.nameRange.lowerBound
          if resolution.law.isForeign,
            ForeignStates.standsBefore(start, in: block.text)
              || ForeignStates.end(in: block.text, at: start) != nil
          {
            lastForeign = (number, token.end)
          }
          for law in token.amends where law.form == .act {
            amendments.note(law, block: number, section: place.section)
          }
          if resolution.law.form == .act, token.amends.isEmpty, isAmended(token, in: block.text) {
            amendments.note(resolution.law, block: number, section: place.section)
          }
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
      return same(form, token, words, at: place)
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
    // Orders, long titles and names with a law number are told apart by themselves.
    let isCertain =
      token.isTitle && token.nameRange.count > 10 || !laws.contains { $0.form == .act }
    if !isForeign, !isCertain, laws.contains(where: { !$0.isForeign }),
      followsForeign(token, at: place)
    {
      // 中国のデータ安全法及び個人情報保護法: whose law the second is, only a reader can tell.
      let others = laws + [LawReference(lawID: nil, title: "外国の" + words, isForeign: true)]
      report("law.ambiguous-name", .warning, token.nameRange, words, others, at: place)
      return nil
    }
    if isForeign {
      let foreign = laws.filter(\.isForeign)
      laws = foreign.isEmpty ? [LawReference(lawID: nil, title: words, isForeign: true)] : foreign
    }
    if laws.count > 1 {
      let named = laws.filter { self.named.contains($0) }
      if named.count == 1 {
        laws = named
      } else if let subject, laws.contains(subject) {
        laws = [subject]
      }
    }
    guard laws.count == 1, let law = laws.first else {
      report("law.ambiguous-name", .warning, token.nameRange, words, laws, at: place)
      return nil
    }
    return Resolution(
      law: law, basis: .explicit, rule: law.isForeign ? "law.foreign-name" : "law.name",
      words: words)
  }

  /// Whether a name is joined to a foreign law's that stands right before it with its state.
  private func followsForeign(_ token: LawToken, at place: Place) -> Bool {
    guard let last = lastForeign, last.block == place.number else { return false }
    let text = place.block.text
    var index = last.end
    if text.at(index) == 0x28,
      let close = (index..<min(index + 40, text.count)).first(where: { text.at($0) == 0x29 })
    {
      index = close + 1
    }
    return LawWords.connectorEnd(in: text, at: index) == token.nameRange.lowerBound
  }

  /// 法, 令, 規則, 改正法: by declaration, then antecedent, then the document's subject.
  private mutating func resolve(
    _ word: LawWord, _ token: LawToken, at place: Place
  ) -> Resolution? {
    let start = token.nameRange.lowerBound
    if let law = declared(word.word, at: place, start) {
      return Resolution(law: law, basis: .declared, rule: "law.declared", words: word.word)
    }
    // 甲法施行令: made under the law that 甲法 is declared for.
    if let suffix = ["施行令", "施行規則"].first(where: { word.word.hasSuffix($0) }),
      let act = declared(String(word.word.dropLast(suffix.count)), at: place, start)
    {
      let resolution = Resolution(
        law: act, basis: .declared, rule: "law.declared", words: word.word)
      return child(of: resolution, word.form, token, word.word, at: place)
    }
    for prefix in ["現行", "この", "本"] where word.word.hasPrefix(prefix) {
      let rest = String(word.word.dropFirst(prefix.count))
      if let law = declared(rest, at: place, start) {
        return Resolution(law: law, basis: .declared, rule: "law.declared", words: rest)
      }
    }
    // この法律 inside an article that is set out is that law.
    if Self.own.contains(word.word), let law = quote?.law, law.form == word.form {
      return Resolution(law: law, basis: .antecedent, rule: "law.own", words: law.title)
    }
    if Self.amending.contains(word.word) {
      if let law = amended(at: place) {
        return Resolution(law: law, basis: .antecedent, rule: "law.amended", words: law.title)
      }
      if word.isCitation {
        report("law.no-antecedent", .note, token.nameRange, word.word, [], at: place)
      }
      return nil
    }
    guard word.isCitation || Self.own.contains(word.word) else { return nil }
    let isSubordinate = word.word.hasPrefix("法施行")
    if !isSubordinate,
      let law = laws.latest(inBlock: place.number, where: { $0.form == word.form })
    {
      return Resolution(law: law, basis: .antecedent, rule: "law.antecedent", words: law.title)
    }
    guard let act = act(at: place, start) else {
      report("law.no-antecedent", .note, token.nameRange, word.word, [], at: place)
      return nil
    }
    if word.form == .act { return act }
    return child(of: act, word.form, token, word.word, at: place)
  }

  /// The Act that 法 means here: by declaration, then antecedent, then the document's subject.
  private func act(at place: Place, _ index: Int) -> Resolution? {
    if let law = declared("法", at: place, index) {
      return Resolution(law: law, basis: .declared, rule: "law.declared", words: "法")
    }
    if let law = laws.latest(inBlock: place.number, where: { $0.form == .act }) {
      return Resolution(law: law, basis: .antecedent, rule: "law.antecedent", words: law.title)
    }
    return subject.map {
      Resolution(law: $0, basis: .document, rule: "law.subject", words: $0.title)
    }
  }

  /// The one order or regulation made under an Act; several are reported, none is linked.
  private mutating func child(
    of act: Resolution, _ form: LawForm, _ token: LawToken, _ words: String, at place: Place
  ) -> Resolution? {
    let suffix = ["施行令", "施行規則"].first { words.hasSuffix($0) } ?? ""
    let meant = candidates.children(of: act.law, form: form).filter { $0.title.hasSuffix(suffix) }
    guard meant.count <= 1 else {
      report("law.ambiguous-name", .warning, token.nameRange, words, meant, at: place)
      return nil
    }
    guard let child = meant.first else {
      report("law.no-antecedent", .note, token.nameRange, words, [], at: place)
      return nil
    }
    return Resolution(law: child, basis: act.basis, rule: "law.subordinate", words: act.law.title)
  }

  /// The Act that the text has just said to be amended: what 改正法, 新法 and 旧法 are versions of.
  private func amended(at place: Place) -> LawReference? {
    amendments.latest(inBlock: place.number) { _ in true }
      ?? amendments.latest(before: place.number, in: place.sections) { _ in true }
  }

  /// Whether the words around a law's name say that it was amended (改正外為法, 外為法の一部を改正).
  private func isAmended(_ token: LawToken, in text: ScalarText) -> Bool {
    text.hasSuffix(ofAny: Self.amendingBefore, before: token.nameRange.lowerBound)
      || text.end(ofAny: Self.amendingAfter, at: token.end) != nil
  }

  private static let amendingBefore = WordSet("改正 改正後の 改正前の 改正後 改正前 改正された")
  private static let amendingAfter = WordSet(
    "を改正 の改正 の一部改正 の一部を改正 が改正 は改正 等の一部を改正 等を改正 等の改正 改正")

  /// 同法, 同令, 同法施行令: the one named last, or the one made under the Act named last.
  private mutating func same(
    _ form: LawForm, _ token: LawToken, _ words: String, at place: Place
  ) -> Resolution? {
    if !words.hasPrefix("同法施行"), let law = antecedent(form, at: place) {
      return Resolution(law: law, basis: .antecedent, rule: "law.same", words: law.title)
    }
    if form != .act, let act = antecedent(.act, at: place) {
      let resolution = Resolution(
        law: act, basis: .antecedent, rule: "law.same", words: act.title)
      return child(of: resolution, form, token, words, at: place)
    }
    report("law.no-antecedent", .note, token.nameRange, words, [], at: place)
    return nil
  }

  private static let own: Set<String> = ["本法", "この法律", "現行法", "この政令", "この省令", "この府令", "この規則"]
  private static let amending: Set<String> = ["改正法", "新法", "旧法"]

  func declared(_ word: String, at place: Place, _ index: Int) -> LawReference? {
    guard !scope.isEmpty else { return nil }
    return scope.meaning(
      of: word.withoutWhiteSpace, block: place.number, at: index,
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
    note(
      CitedProvision(
        law: law, path: path, namesAll: provision.namesAll, block: place.number,
        section: place.section))
  }

  /// Remembers that a provision was named that stays unknown, so that 同項 after it means nothing else.
  mutating func noteUnresolved(_ provisions: [ParsedProvision], at place: Place) {
    for provision in provisions {
      guard let top = provision.top else { continue }
      var path = ProvisionPath(article: top == .article ? "" : nil)
      if top >= .paragraph || provision.paragraph != nil { path.paragraph = "" }
      if top == .item || provision.item != nil { path.item = "" }
      note(
        CitedProvision(
          law: nil, path: path, namesAll: provision.namesAll, block: place.number,
          section: place.section))
    }
  }

  private mutating func note(_ provision: CitedProvision) {
    cited.note(provision, block: provision.block, section: provision.section)
    if provision.path.article != nil { articles[provision.section] = provision }
  }

  private mutating func report(
    _ identifier: String, _ severity: Severity, _ range: Range<Int>, _ words: String,
    _ laws: [LawReference], at place: Place
  ) {
    var arguments = ["name": words]
    if !laws.isEmpty {
      arguments["candidates"] = laws.map { $0.lawID?.rawValue ?? $0.title }.sorted()
        .joined(separator: ", ")
    }
    let diagnostic = Diagnostic(
      identifier, severity, arguments: arguments,
      location: document.location(of: place.block.span(range)))
    // A token that opens a quotation is resolved twice.
    if diagnostics.last != diagnostic { diagnostics.append(diagnostic) }
  }
}
