internal import DocumentModel

/// The words of a passage by which its statements are compared, without dates and figures.
///
/// What a link leads to stands for its words, so that 同法, 推進法 and the Act's own name are one. Other
/// words are taken as pairs of neighbouring letters, which needs no dictionary and lets 認定計画 and
/// 計画の認定 differ by one pair alone.
struct SubjectWords: Sendable {
  private typealias Token = StatementSubject.Token

  private let text: TraceText
  /// Whether each code point is left out.
  private let isMasked: [Bool]
  private let names: [(start: Int, token: StatementSubject.Token, isTopic: Bool)]
  /// What the passage inherits: the laws of its heading and section.
  let inherited: Set<StatementSubject.Token>

  init(
    _ passage: TracePassage, masks: [Range<Int>], parent: (LawID) -> LawID?
  ) {
    text = passage.text
    var isMasked = [Bool](repeating: false, count: text.scalars.count)
    let record = passage.record
    var names: [(start: Int, token: Token, isTopic: Bool)] = []
    let start = record.passage.span.lowerBound.utf8
    for link in record.links where link.basis != .concept {
      let lower = text.index(atByte: link.span.lowerBound.utf8 - start)
      let upper = min(
        text.index(atByte: link.span.upperBound.utf8 - start), text.scalars.count)
      guard lower < upper else { continue }
      switch link.target {
      case .law(let law):
        guard let id = law.lawID else { continue }
        names.append((lower, .name(id.rawValue), true))
        if let act = parent(id) { names.append((lower, .name(act.rawValue), false)) }
        for i in lower..<upper { isMasked[i] = true }
      case .document(let title): names.append((lower, .name(title), false))
      case .ministry(let unit), .org(let unit): names.append((lower, .name(unit.value), false))
      case .date: for i in lower..<upper { isMasked[i] = true }
      }
    }
    for mask in masks { for i in mask where i < isMasked.count { isMasked[i] = true } }
    let isInMask: (Int) -> Bool = { place in masks.contains { $0.contains(place) } }
    self.isMasked = isMasked
    self.names = names.filter { !isInMask($0.start) }
    inherited = Set(
      record.relations.laws.compactMap { relation in
        guard relation.origin == .heading || relation.origin == .section,
          case .law(let law) = relation.target
        else { return nil }
        return law.lawID.map { .name($0.rawValue) }
      })
  }

  /// The words of one statement of a sentence.
  func subject(_ segments: Segments, place: Int) -> StatementSubject {
    var subject = StatementSubject()
    subject.shared = tokens(in: segments.shared).union(tokens(in: segments.common[place]))
    subject.own = tokens(in: segments.own[place])
    subject.lead = tokens(in: segments.lead)
    for (other, range) in segments.own.enumerated() where other != place {
      subject.others.formUnion(tokens(in: range))
    }
    return subject
  }

  /// The nouns of a range of code points, each as its words, and the names.
  func topics(in range: Range<Int>, apartFrom isOther: (Range<Int>) -> Bool = { _ in false })
    -> [Set<StatementSubject.Token>]
  {
    var topics: [Set<Token>] = []
    var i = range.lowerBound
    while i < range.upperBound {
      var end = i
      while end < range.upperBound, Self.isLetter(text.scalars[end]), !isMasked[end] { end += 1 }
      if end - i >= 2, !isOther(i..<end) {
        let words = tokens(in: i..<end).filter { if case .name = $0 { false } else { true } }
        if !words.isEmpty { topics.append(words) }
      }
      i = max(end, i + 1)
    }
    for name in names where range.contains(name.start) && name.isTopic {
      topics.append([name.token])
    }
    return topics
  }

  /// The words in a range of code points.
  func tokens(in range: Range<Int>) -> Set<StatementSubject.Token> {
    var tokens = Self.pairs(text.scalars, in: range) { !isMasked[$0] }
    for name in names where range.contains(name.start) { tokens.insert(name.token) }
    return tokens
  }

  /// The pairs of letters of a text of its own, such as a heading.
  static func pairs(in text: TraceText) -> Set<StatementSubject.Token> {
    pairs(text.scalars, in: text.scalars.indices) { _ in true }
  }

  private static func pairs(
    _ scalars: [UInt32], in range: Range<Int>, where isWanted: (Int) -> Bool
  ) -> Set<StatementSubject.Token> {
    var pairs: Set<StatementSubject.Token> = []
    var isAfterLetter = false
    for i in range {
      guard isLetter(scalars[i]), isWanted(i) else {
        isAfterLetter = false
        continue
      }
      if i + 1 < range.upperBound, isLetter(scalars[i + 1]), isWanted(i + 1) {
        let pair = [scalars[i], scalars[i + 1]]
        if !frame.contains(pair) { pairs.insert(.pair(pair[0], pair[1])) }
      } else if !isAfterLetter, scalars[i] >= 0x3400 {
        pairs.insert(.letter(scalars[i]))
      }
      isAfterLetter = true
    }
    return pairs
  }

  /// Han, katakana and Latin letters.
  private static func isLetter(_ scalar: UInt32) -> Bool {
    FigureReader.isNounPart(scalar) || (0x41...0x5A).contains(scalar)
      || (0x61...0x7A).contains(scalar)
  }

  /// Words that frame a figure and say nothing of what it is: 年度, 時点, 億円.
  private static let frame = Set(
    ["年度", "時点", "現在", "億円", "兆円", "万円", "合計", "総額", "規模", "程度", "以上", "以下", "同年", "同月", "同日"]
      .map { $0.unicodeScalars.map(\.value) })
}

/// The words for what happens on a day.
enum EventWords {
  /// Each with the name it counts under; longer ones before those inside them.
  private static let words: [(name: String, scalars: [UInt32])] = [
    "閣議決定": ["閣議決定", "閣議で決定"], "公布": ["公布"], "施行": ["施行"], "成立": ["成立"], "可決": ["可決"],
    "告示": ["告示"], "指定": ["指定"], "認定": ["認定"], "採択": ["採択"], "公募": ["公募"],
    "策定": ["策定", "取りまとめ", "とりまとめ", "まとめた", "作成"], "改定": ["改定", "改訂", "改正"],
    "公表": ["公表", "発表", "公開"], "設置": ["設置", "置かれ", "創設", "新設"], "設立": ["設立", "発足"],
    "開始": ["開始", "始まっ", "始めた", "始めて"], "開催": ["開催", "開かれ", "開いた"], "署名": ["署名"],
    "発効": ["発効"], "締結": ["締結"], "廃止": ["廃止"], "提言": ["提言"], "決議": ["決議"], "改組": ["改組"],
    "決定": ["決定"],
    "表明": ["表明"], "制定": ["制定"], "導入": ["導入"], "終了": ["終了"], "稼働": ["稼働", "運転開始"], "合意": ["合意"],
  ].flatMap { name, spellings in
    spellings.map { (name: name, scalars: $0.unicodeScalars.map(\.value)) }
  }.sorted { ($1.scalars.count, $0.name) < ($0.scalars.count, $1.name) }

  /// Acts of making law, each of a day of its own.
  static let legal: Set<String> = ["閣議決定", "公布", "施行", "成立"]

  /// Whether a noun is or holds a word for an event.
  static func isEvent(_ text: TraceText, _ range: Range<Int>) -> Bool {
    !events(in: text, range).isEmpty
  }

  /// Returns what a date's own words say happened, up to the next date.
  static func events(
    in text: TraceText, after date: Range<Int>, _ segment: Range<Int>
  ) -> Set<String> {
    // Dates in brackets that follow each other may share their words.
    let start = min(max(date.upperBound, segment.lowerBound), segment.upperBound)
    let told = events(in: text, start..<segment.upperBound)
    // A bare date in brackets is that of the words before them: 附帯決議（平成27年8月25日）.
    return told.isEmpty && segment.lowerBound < date.lowerBound
      ? events(in: text, segment.lowerBound..<date.lowerBound) : told
  }

  private static func events(in text: TraceText, _ range: Range<Int>) -> Set<String> {
    var events: Set<String> = []
    var i = range.lowerBound
    while i < range.upperBound {
      let rest = text.scalars[i..<range.upperBound]
      if let word = words.first(where: { rest.starts(with: $0.scalars) }) {
        events.insert(word.name)
        i += word.scalars.count
      } else {
        i += 1
      }
    }
    return events
  }
}
