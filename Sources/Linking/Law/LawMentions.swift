import DocumentModel

/// Finds the words of a block that speak of laws, in order and without overlaps.
///
/// Names come longest first; a name inside a longer one is none (GX推進法 is not 推進法), nor are
/// 法律, 法制度, 特許法制. Nothing is decided here that needs more than the words around.
struct LawMentions: Sendable {
  let candidates: LawCandidates
  private let provisions = ProvisionScanner()
  private let numbers = LawNumberScanner()
  private let addresses = LawAddressScanner()
  private let unknown = UnknownLawNames()

  init(candidates: LawCandidates) {
    self.candidates = candidates
  }

  /// What addresses, LawIds, law numbers, pronouns, short words and provisions start with.
  static var openings: [[UInt32]] {
    LawAddressScanner.openings + LawNumberScanner.openings + LawWords.openings
      + ProvisionScanner.openings
  }

  /// Returns the tokens of a block; `terms` are the document's declared words.
  func tokens(in block: BlockText, terms: DeclaredTerms = .init()) -> [LawToken] {
    let text = block.text
    var tokens: [LawToken] = []
    var unknownNames = unknown.names(in: block)[...]
    var index = 0
    while true {
      while let first = unknownNames.first, first.range.lowerBound < index {
        unknownNames.removeFirst()
      }
      let start = min(
        block.next([.law, .lawName], from: index),
        unknownNames.first?.range.lowerBound ?? text.count)
      index = terms.next(in: text, index..<start)
      guard index < text.count else { return tokens }
      let generic = unknownNames.first.flatMap { $0.range.lowerBound == index ? $0 : nil }
      if let token = token(in: block, at: index, terms: terms, generic: generic) {
        tokens.append(token)
        index = max(index + 1, token.end)
      } else if let end = addresses.end(ofAddressIn: text, at: index) {
        index = end
      } else {
        index += 1
      }
    }
  }

  private func token(
    in block: BlockText, at index: Int, terms: DeclaredTerms, generic: UnknownLawNames.Name?
  ) -> LawToken? {
    let text = block.text
    // Each kind is tried only where its first character stands: most places have none of them.
    let scalar = text.at(index)
    if LawAddressScanner.canStart(with: scalar),
      let address = addresses.match(in: text, at: index), let law = candidates.law(address.law)
    {
      return LawToken(
        head: .identifier(law, address.provision), nameRange: address.range, provisions: [])
    }
    let term = terms.canStart(with: scalar) ? terms.match(in: text, at: index) : nil
    var name = block.isSet(.lawName, at: index) ? candidates.name(in: text, at: index) : nil
    if let found = name, !LawWords.isWholeName(found, in: text) { name = nil }
    let longest = max(
      term?.range.count ?? 0, name?.range.count ?? 0, generic?.range.count ?? 0)
    if longest > 0 {
      if let term, term.range.count == longest {
        return token(.word(term.word), term.range, in: text, isCitation: true)
      }
      if let name, name.range.count == longest {
        if let amending = amending(name, in: text) { return amending }
        return token(
          .name(name.candidates), name.range, in: text, isCitation: true, isTitle: name.isTitle)
      }
      if let generic {
        return token(.unknown(generic.law), generic.range, in: text, isCitation: true)
      }
    }
    if LawNumberScanner.canStart(with: scalar), let number = numbers.match(in: text, at: index) {
      return token(.number(number.key), number.range, in: text, isCitation: true)
    }
    if LawWords.canStart(with: scalar), let word = LawWords.word(in: text, at: index) {
      return token(word.head, word.range, in: text, isCitation: false)
    }
    return LawWords.startsProvision(scalar) ? bareProvision(in: text, at: index) : nil
  }

  /// 外為法及び関税法の一部を改正する法律: the names inside it are none by themselves.
  private func amending(_ name: LawCandidates.Name, in text: ScalarText) -> LawToken? {
    var amends = name.candidates.count == 1 ? name.candidates : []
    var index = name.range.upperBound
    for _ in 0..<8 {
      if let end = text.end(ofAny: LawWords.amendments, at: index) {
        let title = text.string(name.range.lowerBound..<end).filter { !$0.isWhitespace }
        var token = token(
          .unknown(LawReference(lawID: nil, title: String(title))), name.range.lowerBound..<end,
          in: text, isCitation: true)
        token.amends = amends
        return token
      }
      guard let start = LawWords.connectorEnd(in: text, at: index),
        let next = candidates.name(in: text, at: start)
      else { return nil }
      if next.candidates.count == 1 { amends += next.candidates }
      index = next.range.upperBound
    }
    return nil
  }

  /// Takes in what follows a name: 施行令, 案, its number in brackets, its provisions.
  private func token(
    _ head: LawToken.Head, _ range: Range<Int>, in text: ScalarText, isCitation: Bool,
    isTitle: Bool = false
  ) -> LawToken {
    var head = head
    var end = range.upperBound
    if isCitation {
      (head, end) = withSubordinate(head, in: text, at: end)
      if text.at(end) == 0x6848 { end += 1 }  // 案
      end = withNumber(&head, in: text, at: end)
    } else if case .same = head {
      end = withNumber(&head, in: text, at: end)  // 同法施行令（平成15年政令第507号）
    }
    let list = list(in: text, after: end)
    if case .word(var word) = head, !list.isEmpty {
      word.isCitation = true
      head = .word(word)
    }
    return LawToken(
      head: head, nameRange: range.lowerBound..<end, provisions: list, isTitle: isTitle)
  }

  /// 外為法施行令: an order made under the law that the name stands for.
  private func withSubordinate(
    _ head: LawToken.Head, in text: ScalarText, at end: Int
  ) -> (LawToken.Head, Int) {
    guard let after = text.end(ofAny: LawWords.subordinates, at: end) else { return (head, end) }
    let suffix = text.string(end..<after)
    let form = LawForm(title: suffix)
    switch head {
    case .name(let laws):
      let known = laws.flatMap { candidates.children(of: $0, form: form) }
        .filter { $0.title.hasSuffix(suffix) }
      if !known.isEmpty { return (.name(known), after) }
      return (.unknown(LawReference(lawID: nil, title: (laws.first?.title ?? "") + suffix)), after)
    case .unknown(let law):
      return (.unknown(LawReference(lawID: nil, title: law.title + suffix)), after)
    case .word(var word):
      word.word += suffix
      word.form = form
      word.isCitation = true
      return (.word(word), after)
    default:
      return (head, end)
    }
  }

  /// （昭和24年法律第228号）: the number in brackets belongs to the name and may tell which law it is.
  private func withNumber(
    _ head: inout LawToken.Head, in text: ScalarText, at end: Int
  ) -> Int {
    // 「…法」（昭和24年法律第228号）: the quotation mark stands between.
    let isQuoted = text.at(end) == 0x300D || text.at(end) == 0x300F
    let open = isQuoted ? end + 1 : end
    guard text.at(open) == 0x28,
      let number = numbers.match(in: text, at: text.skipSpace(open + 1))
    else { return end }
    if let law = candidates.law(numbered: number.key) {
      switch head {
      case .unknown, .same: head = .name([law])
      case .name(let laws) where laws.contains(law): head = .name([law])
      default: break
      }
    }
    let after = text.skipSpace(number.range.upperBound)
    return text.at(after) == 0x29 ? after + 1 : number.range.upperBound
  }

  // MARK: Provisions

  /// Returns the provisions right after a name (外為法第25条及び第48条), each as far as it is written.
  private func list(in text: ScalarText, after end: Int) -> [ParsedProvision] {
    var start = text.skipSpace(end)
    var style = ProvisionScanner.Style.afterName
    if start > end { style = .formal }
    if text.at(start) == 0x306E, text.at(start + 1) == 0x7B2C {  // の第
      start += 1
    } else if text.at(start) == 0x28, let after = LawWords.noteEnd(in: text, at: start) {
      start = after  // （※）
    } else if text.at(start) == 0x28 {
      start += 1  // （第25条）, （246条 詐欺罪）
    }
    guard
      var first = provisions.provision(in: text, at: start, style: style),
      first.base == .absolute
    else { return [] }
    // A bracket around one provision belongs to it: 外為法（第25条）.
    if text.at(start - 1) == 0x28, text.at(first.range.upperBound) == 0x29 {
      first.range = start..<(first.range.upperBound + 1)
    }
    return continued([first], in: text)
  }

  private func bareProvision(in text: ScalarText, at index: Int) -> LawToken? {
    guard
      let first = provisions.provision(in: text, at: index), first.top != nil || first.isDivision,
      LawWords.standsAlone(first, in: text)
    else { return nil }
    return LawToken(
      head: .none, nameRange: index..<index, provisions: continued([first], in: text))
  }

  /// Adds what 、・及び又はから join to a provision.
  private func continued(
    _ list: [ParsedProvision], in text: ScalarText
  ) -> [ParsedProvision] {
    var list = list
    while let last = list.last,
      let start = LawWords.connectorEnd(in: text, at: last.range.upperBound),
      let next = next(after: last, in: text, at: start)
    {
      list.append(next)
    }
    return list
  }

  /// A further provision of a list, which may leave out what the one before it has said.
  ///
  /// 第30条～32条 and 25条、48条 leave out 第; 第3号イ及びロ leaves out all but the sub-item.
  private func next(
    after last: ParsedProvision, in text: ScalarText, at start: Int
  ) -> ParsedProvision? {
    let gap = last.range.upperBound..<start
    let isShort = !ProvisionScanner.isOrdinal(text, at: last.range.lowerBound)
    let style: ProvisionScanner.Style =
      isShort || LawWords.joinsRange(in: text, gap) ? .afterName : .formal
    if let next = provisions.provision(in: text, at: start, style: style),
      next.top != nil || next.isDivision
    {
      return next
    }
    return last.subitem == nil ? nil : provisions.subitem(in: text, at: start)
  }
}
