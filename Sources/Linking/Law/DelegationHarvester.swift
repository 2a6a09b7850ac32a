package import DocumentModel

/// Gathers what an order or regulation says of the provisions of other laws that it fills in.
///
/// The forms are 法第五十条第一項の政令で定める事業は、…, 法第二十五条第一項に規定する政令で定める貨物…, and a whole
/// sentence of deciding: 法第七条の規定に基づき、…指定する。
///
/// The instrument must be the order's own kind: a ministerial order that repeats 法第…条の政令で定める
/// speaks of another text. 法 and 令 are what the order declares them to be (以下「法」という。).
package struct DelegationHarvester: Sendable {
  private static let byOrder = WordSet("政令 勅令")
  private static let byRegulation = WordSet("省令 府令 庁令 規則 命令")
  private static let decides = WordSet("で定める で定めた により定める")
  private static let stated = WordSet("に規定する の規定による")
  private static let grounds = WordSet("の規定に基づき、 の規定により、")
  private static let settles = WordSet("指定する。 定める。 とおりとする。 ものとする。")
  private static let lists = WordSet("及び 又は 若しくは 並びに 、")
  private static let lawEndings = WordSet("法 法律 令 規則")
  /// 個人情報保護委員会規則, 内閣府・総務省令: no instrument's name is longer.
  private static let longestInstrument = 30
  /// How many characters before a provision may name its law: the longest titles have about 120.
  private static let longestName = 160

  private let terms = LegalTermHarvester()
  private let numbers = LawNumberScanner()
  private let provisions = ProvisionScanner()

  package init() {}

  /// Returns the delegations that the text of a law states, in its order; an Act has none.
  package func harvest(_ law: LawText) -> [Delegation] {
    guard let instruments = Self.instruments(of: law) else { return [] }
    var declared: [String: (name: String, number: String)] = [:]
    for term in terms.declarations(in: law) where declared[term.term] == nil {
      guard endsAsLaw(ScalarText(term.term)), endsAsLaw(ScalarText(term.meaning)) else { continue }
      declared[term.term] = (term.meaning, term.lawNumber)
    }
    var found: [Delegation] = []
    var isSupplementary = Array(repeating: false, count: law.nodes.count)
    for (index, node) in law.nodes.enumerated() {
      isSupplementary[index] =
        node.kind == .supplementary || (node.parent.map { isSupplementary[$0] } ?? false)
      guard !isSupplementary[index], !node.text.isEmpty else { continue }
      let sentences = LawSentences(node.text)
      found += delegations(in: sentences, by: instruments, declared).map { found in
        var delegation = found
        delegation.node = index
        return delegation
      }
    }
    return found
  }

  /// Returns what a law of this kind may be called in the law above it, or nil for an Act.
  private static func instruments(of law: LawText) -> WordSet? {
    let number = ScalarText(law.lawNumber)
    let whole = 0..<number.count
    if byRegulation.isFound(in: number, whole) { return byRegulation }
    return byOrder.isFound(in: number, whole) ? byOrder : nil
  }

  private func endsAsLaw(_ text: ScalarText) -> Bool {
    text.hasSuffix(ofAny: Self.lawEndings, before: text.count)
  }

  // MARK: One node

  /// A law as the text last named it.
  private struct NamedLaw {
    var name: String
    var number: String
    var provision: ProvisionPath
  }

  private func delegations(
    in text: LawSentences, by instruments: WordSet,
    _ declared: [String: (name: String, number: String)]
  ) -> [Delegation] {
    let scalars = text.scalars
    var found: [Delegation] = []
    var last: NamedLaw?
    var index = 0
    while index < scalars.count {
      guard let first = provisions.provision(in: scalars, at: index), !first.isDivision else {
        index += 1
        continue
      }
      defer { index = max(index + 1, first.range.upperBound) }
      guard let law = self.law(before: index, in: text, declared, last: last, first) else {
        continue
      }
      var named = [resolved(first, after: law.provision)]
      var end = first.range.upperBound
      // 第十六条第一項、第二項及び第五項の政令で定める: the last provision carries the words for all.
      while let next = listed(after: end, in: scalars) {
        named.append(resolved(next, after: named[named.count - 1]))
        end = next.range.upperBound
      }
      last = NamedLaw(name: law.name, number: law.number, provision: named[named.count - 1])
      guard let said = said(after: end, from: index, in: text, by: instruments) else { continue }
      // A full title says no more than its provision; a declared 法 or 令 belongs to the words.
      let name = nameStart(before: index, in: scalars)
      let words = text.original((index - name > 20 ? index : name)..<said.end)
      for provision in named where provision.article != nil {
        found.append(
          Delegation(
            node: 0, lawName: law.name, lawNumber: law.number, provision: provision,
            instrument: said.instrument, words: words))
      }
      index = end
    }
    return found
  }

  /// Returns the law whose provision stands at an index: a declared word, 同法 or 同条, or a name.
  private func law(
    before index: Int, in text: LawSentences,
    _ declared: [String: (name: String, number: String)], last: NamedLaw?,
    _ provision: ParsedProvision
  ) -> NamedLaw? {
    let scalars = text.scalars
    if case .same = provision.base { return last }
    guard provision.base == .absolute, provision.article != nil, !provision.isSupplementary else {
      return nil
    }
    var nameEnd = index
    var number = ""
    if scalars.at(index - 1) == 0x29 {
      guard let open = text.opening(before: index - 1) else { return nil }
      nameEnd = open
      number = lawNumber(in: text, open + 1..<index - 1)
    }
    let start = nameStart(before: nameEnd, in: scalars)
    let name = scalars.string(start..<nameEnd)
    if name == "同法" || name == "同令" {
      return last.map { NamedLaw(name: $0.name, number: $0.number, provision: .init()) }
    }
    for length in stride(from: min(name.unicodeScalars.count, 20), to: 0, by: -1) {
      let place = nameEnd - length
      guard let law = declared[scalars.string(place..<nameEnd)],
        length > 1 || LawWords.startsWord(scalars, place)
      else { continue }
      return NamedLaw(name: law.name, number: law.number, provision: .init())
    }
    guard nameEnd - start > 1, scalars.hasSuffix(ofAny: Self.lawEndings, before: nameEnd) else {
      return nil
    }
    return NamedLaw(
      name: text.original(start..<nameEnd), number: number, provision: ProvisionPath())
  }

  /// Returns where the words that may name a law begin: after the last mark of the sentence.
  private func nameStart(before index: Int, in text: ScalarText) -> Int {
    var start = index
    while start > 0, index - start < Self.longestName {
      let scalar = text.at(start - 1)
      if scalar == 0x3002 || scalar == 0x3001 || scalar == 0x28 || scalar == 0x300C { break }
      if scalar == 0x29 {
        // A bracket right before the provision belongs to the name; any other ends it.
        guard start == index, let open = LawSentences.opening(in: text, before: start - 1) else {
          break
        }
        start = open
        continue
      }
      start -= 1
    }
    return start
  }

  private func lawNumber(in text: LawSentences, _ range: Range<Int>) -> String {
    guard let match = numbers.match(in: text.scalars, at: range.lowerBound),
      match.range.upperBound <= range.upperBound
    else { return "" }
    return text.original(match.range)
  }

  /// Returns a provision that goes on a list: 、第二項 or 及び第五項.
  private func listed(after end: Int, in text: ScalarText) -> ParsedProvision? {
    guard let next = text.end(ofAny: Self.lists, at: end),
      let provision = provisions.provision(in: text, at: next), provision.base == .absolute,
      !provision.isDivision, provision.top != nil
    else { return nil }
    return provision
  }

  /// Takes the levels that the words leave out from the provision named before.
  private func resolved(_ parsed: ParsedProvision, after above: ProvisionPath) -> ProvisionPath {
    var path = ProvisionPath(
      article: parsed.article, paragraph: parsed.paragraph, item: parsed.item,
      subitem: parsed.subitem)
    switch parsed.base {
    case .same(.article): path.article = above.article
    case .same(.paragraph): (path.article, path.paragraph) = (above.article, above.paragraph)
    case .same(.item):
      (path.article, path.paragraph, path.item) = (above.article, above.paragraph, above.item)
    default:
      if path.article == nil {
        path.article = above.article
        if path.paragraph == nil { path.paragraph = above.paragraph }
      }
    }
    return path
  }

  // MARK: What is said of it

  /// Reads what follows a provision: の政令で定める事業, に規定する政令で定める, の規定に基づき、….
  private func said(
    after end: Int, from start: Int, in text: LawSentences, by instruments: WordSet
  ) -> (instrument: String, end: Int)? {
    let scalars = text.scalars
    var place = scalars.end(ofAny: Self.stated, at: end)
    if place == nil, scalars.at(end) == 0x306E { place = end + 1 }  // の
    if let place, let said = instrument(at: place, in: scalars, instruments) {
      return (text.original(place..<said.name), phraseEnd(after: said.end, in: scalars))
    }
    // The whole sentence must be the act of deciding: 法第七条の規定に基づき、次の物資を…指定する。
    guard let after = scalars.end(ofAny: Self.grounds, at: end),
      opensSentence(start, in: scalars),
      let stop = sentenceEnd(after: after, in: scalars),
      scalars.hasSuffix(ofAny: Self.settles, before: stop)
    else { return nil }
    return ("", stop)
  }

  /// Reads 政令で定める, 総務省令・経済産業省令で定める; the name may hold other words before its kind.
  private func instrument(
    at place: Int, in text: ScalarText, _ instruments: WordSet
  ) -> (name: Int, end: Int)? {
    var index = place
    while index - place < Self.longestInstrument, index < text.count {
      if let end = text.end(ofAny: instruments, at: index) {
        if let decided = text.end(ofAny: Self.decides, at: end) { return (end, decided) }
        index = end
        continue
      }
      let scalar = text.at(index)
      let isName =
        ScalarClass.isKanji(scalar) || ScalarClass.isKatakana(scalar) || scalar == 0x30FB
      guard isName else { return nil }
      index += 1
    }
    return nil
  }

  /// Returns where the words that name what is decided end: before は, 、 or a bracket.
  private func phraseEnd(after end: Int, in text: ScalarText) -> Int {
    var index = end
    while index < text.count, index - end < 60 {
      if [0x3001, 0x3002, 0x28, 0x29, 0x306F].contains(text.at(index)) { break }
      index += 1
    }
    return index
  }

  /// Whether nothing but a law's name stands between the start of the sentence and a provision.
  private func opensSentence(_ index: Int, in text: ScalarText) -> Bool {
    let start = nameStart(before: index, in: text)
    return start == 0 || text.at(start - 1) == 0x3002
  }

  private func sentenceEnd(after index: Int, in text: ScalarText) -> Int? {
    (index..<text.count).first { text.at($0) == 0x3002 }.map { $0 + 1 }
  }
}
