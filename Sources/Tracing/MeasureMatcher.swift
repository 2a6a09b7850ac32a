internal import DocumentModel

/// Finds where texts speak of a measure, by its names, its parts and its terms of law.
struct MeasureMatcher: Sendable {
  /// How surely a text is about the measure.
  enum Strength: Int, Sendable, Comparable {
    /// It has a long part of the name, or all of the parts.
    case part = 1
    /// It has a term of law that only the measure uses.
    case concept
    /// It has the name or an alias.
    case name

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The term asked for.
  let term: String
  /// Its names as texts are matched with them.
  let names: [[UInt32]]
  private let concepts: [[UInt32]]
  /// Those of the terms that also mean something wider.
  private let related: [[UInt32]]
  /// The parts of the name that say enough alone.
  private let longParts: [[UInt32]]
  /// The parts of the name that tell it from other measures, for finding texts.
  let tellingParts: [[UInt32]]
  /// All parts, where the name has several.
  private let parts: [[UInt32]]
  /// For each law the articles that govern the measure, from the first to the last.
  let articles: [String: ClosedRange<Int>]
  /// Longer names of other measures that hold one of this measure's (特定半導体基金 for 半導体).
  private let longer: [[UInt32]]
  /// Names of other measures; under a heading with one of them all is theirs.
  private let others: [[UInt32]]
  private let fold: TraceFolding

  /// Names are compared without の, spaces and middle dots: 特許出願の非公開 is 特許出願非公開.
  init(_ measure: Measure, fold: @escaping TraceFolding) {
    self.fold = fold
    self.term = measure.name
    let names = [measure.name] + measure.aliases
    var keys: [[UInt32]] = []
    for name in names {
      let key = Self.squeeze(fold(name)).scalars
      keys.append(key)
      if let stem = Self.stem(of: key) { keys.append(stem) }
    }
    self.names = Self.unique(keys.filter { !$0.isEmpty })
    self.related = Self.unique(measure.related.map { Self.squeeze(fold($0)).scalars })
    self.concepts = Self.unique(
      measure.concepts.map { Self.squeeze(fold($0)).scalars }.filter { !$0.isEmpty })
    let parts = Self.parts(of: fold(measure.name).scalars).map { part in
      part.filter { !Self.isFiller($0) }
    }
    self.parts = parts.count > 1 ? parts : []
    var articles: [String: ClosedRange<Int>] = [:]
    for provision in measure.provisions + measure.orders {
      let fields = provision.split(separator: "#")
      guard fields.count == 2, let article = Self.articleNumber(String(fields[1])) else { continue }
      let known = articles[String(fields[0])] ?? article...article
      articles[String(fields[0])] =
        min(known.lowerBound, article)...max(known.upperBound, article)
    }
    self.articles = articles
    let own = self.names
    let others = Self.unique(
      measure.others.map { Self.squeeze(fold($0)).scalars }.filter { $0.count >= 3 })
    let holds = { (long: [UInt32], short: [UInt32]) in
      TraceText(scalars: long, ranges: []).contains(short, in: long.indices)
    }
    // A part that the names of a parent or of several others have (安定供給確保) tells none of them apart.
    let parents = measure.parents.map { Self.squeeze(fold($0)).scalars }
    let telling = parts.filter { part in
      part.count >= 4 && others.count { holds($0, part) } < 2
        && !parents.contains { holds($0, part) }
    }
    self.tellingParts = telling
    self.longParts = parts.count > 1 ? telling.filter { $0.count >= 5 } : []
    self.longer = others.filter { other in
      own.contains { $0.count < other.count && holds(other, $0) }
    }
    self.others = others.filter { other in
      !own.contains { holds($0, other) || holds(other, $0) }
    }
  }

  /// Returns the number of an article without its branch: 24 of `24_2`.
  private static func articleNumber(_ article: String) -> Int? {
    article.split(separator: "_").first.flatMap { Int($0) }
  }

  /// A text prepared for matching, made once for each passage.
  struct Prepared: Sendable {
    var text: TraceText
    var squeezed: TraceText
  }

  func prepare(_ string: String) -> Prepared { Self.prepare(string, fold) }

  static func prepare(_ string: String, _ fold: TraceFolding) -> Prepared {
    let text = fold(string)
    return Prepared(text: text, squeezed: squeeze(text))
  }

  /// Returns how surely the bytes of a text are about the measure, with the bytes that say so.
  func match(_ prepared: Prepared, bytes: Range<Int>) -> (strength: Strength, bytes: Range<Int>)? {
    let text = prepared.squeezed
    let range = text.index(atByte: bytes.lowerBound)..<text.index(atByte: bytes.upperBound)
    for name in names {
      if let place = place(of: name, in: text, range, skipsExamples: true) {
        return (.name, text.bytes(place))
      }
    }
    for concept in concepts {
      if let place = place(of: concept, in: text, range, skipsExamples: true) {
        return (.concept, text.bytes(place))
      }
    }
    for part in longParts {
      if let place = place(of: part, in: text, range) { return (.part, text.bytes(place)) }
    }
    guard !parts.isEmpty else { return nil }
    let places = parts.compactMap { place(of: $0, in: text, range) }
    guard places.count == parts.count, let first = places.min(by: { $0.lowerBound < $1.lowerBound })
    else { return nil }
    return (.part, text.bytes(first))
  }

  /// The names and terms of law as texts are matched with them.
  var keys: [[UInt32]] { names + concepts }

  /// Whether words speak of the measure by nothing but a term that also means something wider.
  func isOnlyRelated(_ words: String) -> Bool {
    guard !related.isEmpty else { return false }
    let text = prepare(words).squeezed
    let holds = { (word: [UInt32]) in text.contains(word, in: text.scalars.indices) }
    return related.contains(where: holds)
      && !(names + concepts).contains { !related.contains($0) && holds($0) }
  }

  /// Whether a squeezed word is one of the measure's names, whole.
  func isName(_ key: [UInt32]) -> Bool { names.contains(key) }

  /// Whether squeezed words end in one of the measure's names, which isn't the end of a longer noun.
  func isNameSuffix(of words: [UInt32]) -> Bool {
    names.contains { name in
      guard words.count >= name.count, words.suffix(name.count).elementsEqual(name) else {
        return false
      }
      let before = words.dropLast(name.count).last
      return before.map { !FigureReader.isNounPart($0) && !Self.isLatin($0) } ?? true
    }
  }

  /// What a title says of what stands below it.
  enum Title: Sendable {
    /// It is about the measure.
    case own(Strength)
    /// It is about another measure.
    case other
    /// It is about neither, or names the measure as one example of several (半導体等).
    case open
  }

  /// Returns what a title is about; one with a long part of the name and another part of it is own.
  func title(_ title: String) -> Title {
    let prepared = prepare(title)
    let text = prepared.squeezed
    let all = text.scalars.indices
    for (words, strength) in [(names, Strength.name), (concepts, .concept)] {
      for word in words {
        if let place = place(of: word, in: text, all) {
          if isExample(place, in: text) { return .open }
          return .own(strength)
        }
      }
    }
    if longParts.contains(where: { place(of: $0, in: text, all) != nil }),
      parts.count(where: { place(of: $0, in: text, all) != nil }) >= 2
    {
      return .own(.part)
    }
    return others.contains { place(of: $0, in: text, all) != nil } ? .other : .open
  }

  /// Whether など, 等 or をはじめ follows a name: it is one of several.
  private func isExample(_ place: Range<Int>, in text: TraceText) -> Bool {
    let rest = text.scalars[place.upperBound...]
    return Self.examples.contains { rest.starts(with: $0) }
  }

  private static let examples = ["など", "等", "をはじめ", "を始め", "といった"].map {
    $0.unicodeScalars.map(\.value)
  }

  /// Returns whether a law link cites a provision that governs the measure.
  ///
  /// A scheme is a chapter of its Act, so an article between those that are known counts too.
  func governs(_ law: LawTarget) -> Bool {
    guard let id = law.lawID?.rawValue, let article = law.provision.article,
      let number = Self.articleNumber(article)
    else { return false }
    return articles[id]?.contains(number) ?? false
  }

  /// Returns the first place of a word that isn't a piece of a longer Latin word or number.
  private func place(
    of word: [UInt32], in text: TraceText, _ range: Range<Int>, skipsExamples: Bool = false
  ) -> Range<Int>? {
    guard text.contains(word, in: range) else { return nil }
    return text.places(of: word, in: range).first { place in
      let before = place.lowerBound > 0 ? text.scalars[place.lowerBound - 1] : 0x20
      let after =
        place.upperBound < text.scalars.count ? text.scalars[place.upperBound] : 0x20
      return !(Self.isLatin(before) && Self.isLatin(text.scalars[place.lowerBound]))
        && !(Self.isLatin(after) && Self.isLatin(text.scalars[place.upperBound - 1]))
        && !isInLongerName(place, word, in: text)
        && !(skipsExamples && isInExamples(place, in: text))
    }
  }

  /// Whether a place lies inside the longer name of another measure.
  private func isInLongerName(_ place: Range<Int>, _ word: [UInt32], in text: TraceText) -> Bool {
    longer.contains { name in
      guard name.count > word.count else { return false }
      let near =
        max(
          0, place.lowerBound - name.count)..<min(
          text.scalars.count, place.upperBound + name.count)
      return text.places(of: name, in: near).contains {
        $0.lowerBound <= place.lowerBound && place.upperBound <= $0.upperBound
      }
    }
  }

  /// Whether a place lies in brackets that end in 等: （次世代半導体開発や重要物資の確保等） gives examples of what
  /// stands before them.
  private func isInExamples(_ place: Range<Int>, in text: TraceText) -> Bool {
    var close = place.upperBound
    while close < text.scalars.count, text.scalars[close] != 0x29 {
      if text.scalars[close] == 0x28 || text.scalars[close] == 0x3002 { return false }
      close += 1
    }
    guard close < text.scalars.count, text.scalars[close - 1] == 0x7B49 else { return false }
    var open = place.lowerBound
    while open > 0, text.scalars[open - 1] != 0x28 {
      if text.scalars[open - 1] == 0x29 || text.scalars[open - 1] == 0x3002 { return false }
      open -= 1
    }
    return open > 0
  }

  private static func isLatin(_ scalar: UInt32) -> Bool {
    (0x30...0x39).contains(scalar) || (0x41...0x5A).contains(scalar)
      || (0x61...0x7A).contains(scalar)
  }

  /// の, white space, ・ and quotation brackets, which writers put in and leave out.
  private static func isFiller(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x0A, 0x3000, 0x306E, 0x30FB, 0x300C, 0x300D: true
    default: false
    }
  }

  static func squeeze(_ text: TraceText) -> TraceText {
    var squeezed = TraceText(scalars: [], ranges: [])
    squeezed.scalars.reserveCapacity(text.scalars.count)
    squeezed.ranges.reserveCapacity(text.scalars.count)
    for (scalar, range) in zip(text.scalars, text.ranges) where !isFiller(scalar) {
      squeezed.scalars.append(scalar)
      squeezed.ranges.append(range)
    }
    return squeezed
  }

  /// Words that a name may end in and still be the same measure without.
  private static let genericEndings = ["制度", "要件", "施策", "事業", "政策"].map {
    $0.unicodeScalars.map(\.value)
  }

  private static func stem(of name: [UInt32]) -> [UInt32]? {
    for ending in genericEndings where name.count >= ending.count + 4 {
      if name.suffix(ending.count).elementsEqual(ending) {
        return Array(name.dropLast(ending.count))
      }
    }
    return nil
  }

  /// What joins the parts of a name, the longest first.
  private static let joiners = [
    "に向けた", "に関する", "における", "に対する", "のための", "及び", "による", "の", "・", " ", "、", "と",
  ].map { $0.unicodeScalars.map(\.value) }

  static func parts(of name: [UInt32]) -> [[UInt32]] {
    var parts: [[UInt32]] = [[]]
    var i = 0
    while i < name.count {
      // セキュリティ・クリアランス is one word: a dot between katakana joins nothing.
      let isInWord =
        name[i] == 0x30FB && i > 0 && i + 1 < name.count && isKatakana(name[i - 1])
        && isKatakana(name[i + 1])
      if !isInWord, let joiner = joiners.first(where: { name[i...].starts(with: $0) }) {
        parts.append([])
        i += joiner.count
      } else {
        parts[parts.count - 1].append(name[i])
        i += 1
      }
    }
    return parts.filter { $0.count >= 2 }
  }

  private static func isKatakana(_ scalar: UInt32) -> Bool {
    (0x30A1...0x30FA).contains(scalar) || scalar == 0x30FC
  }

  private static func unique(_ words: [[UInt32]]) -> [[UInt32]] {
    var seen: Set<[UInt32]> = []
    return words.filter { seen.insert($0).inserted }
  }
}
