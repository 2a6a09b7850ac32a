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

  private let names: [[UInt32]]
  private let concepts: [[UInt32]]
  /// The parts of the name that say enough alone.
  private let longParts: [[UInt32]]
  /// All parts, where the name has several.
  private let parts: [[UInt32]]
  /// For each law the articles that govern the measure, from the first to the last.
  private let articles: [String: ClosedRange<Int>]
  private let fold: TraceFolding

  /// Names are compared without の, spaces and middle dots: 特許出願の非公開 is 特許出願非公開.
  init(_ measure: Measure, fold: @escaping TraceFolding) {
    self.fold = fold
    let names = [measure.name] + measure.aliases
    var keys: [[UInt32]] = []
    for name in names {
      let key = Self.squeeze(fold(name)).scalars
      keys.append(key)
      if let stem = Self.stem(of: key) { keys.append(stem) }
    }
    self.names = Self.unique(keys.filter { !$0.isEmpty })
    self.concepts = Self.unique(
      measure.concepts.map { Self.squeeze(fold($0)).scalars }.filter { !$0.isEmpty })
    let parts = Self.parts(of: fold(measure.name).scalars).map { part in
      part.filter { !Self.isFiller($0) }
    }
    self.parts = parts.count > 1 ? parts : []
    self.longParts = parts.count > 1 ? parts.filter { $0.count >= 5 } : []
    var articles: [String: ClosedRange<Int>] = [:]
    for provision in measure.provisions {
      let fields = provision.split(separator: "#")
      guard fields.count == 2, let article = Self.articleNumber(String(fields[1])) else { continue }
      let known = articles[String(fields[0])] ?? article...article
      articles[String(fields[0])] =
        min(known.lowerBound, article)...max(known.upperBound, article)
    }
    self.articles = articles
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

  func prepare(_ string: String) -> Prepared {
    let text = fold(string)
    return Prepared(text: text, squeezed: Self.squeeze(text))
  }

  /// Returns how surely the bytes of a text are about the measure, with the bytes that say so.
  func match(_ prepared: Prepared, bytes: Range<Int>) -> (strength: Strength, bytes: Range<Int>)? {
    let text = prepared.squeezed
    let range = text.index(atByte: bytes.lowerBound)..<text.index(atByte: bytes.upperBound)
    for name in names {
      if let place = place(of: name, in: text, range) { return (.name, text.bytes(place)) }
    }
    for concept in concepts {
      if let place = place(of: concept, in: text, range) { return (.concept, text.bytes(place)) }
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
  private func place(of word: [UInt32], in text: TraceText, _ range: Range<Int>) -> Range<Int>? {
    text.places(of: word, in: range).first { place in
      let before = place.lowerBound > 0 ? text.scalars[place.lowerBound - 1] : 0x20
      let after =
        place.upperBound < text.scalars.count ? text.scalars[place.upperBound] : 0x20
      return !(Self.isLatin(before) && Self.isLatin(text.scalars[place.lowerBound]))
        && !(Self.isLatin(after) && Self.isLatin(text.scalars[place.upperBound - 1]))
    }
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
