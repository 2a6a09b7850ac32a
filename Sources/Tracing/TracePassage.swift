internal import DocumentModel

/// A passage prepared for tracing: folded text, sentences and dates by code point.
struct TracePassage: Sendable {
  /// A date of the passage, by code points of its folded text.
  struct DateMention: Sendable {
    var range: Range<Int>
    var target: DateTarget
    /// Whether 時点 or 現在 follows: what is told holds as of the date.
    var isAsOf: Bool
    /// Whether it is the end of a year or fiscal year (年度末).
    var isYearEnd: Bool
    /// Whether it is a last day still to be met (2025年までに策定する); a span's end (～３月29日) is not, nor
    /// the day by which a thing was done (3月29日までに策定した).
    var isLimit: Bool
  }

  /// Where bodies and laws are named, by code points of the folded text.
  struct Names: Sendable {
    /// Ministries, bodies and councils.
    var bodies: [Range<Int>] = []
    var laws: [Range<Int>] = []
  }

  let record: PassageRecord
  let prepared: MeasureMatcher.Prepared
  /// The sentences, split at 。 outside brackets.
  let sentences: [Range<Int>]
  let dates: [DateMention]
  let names: Names
  /// Where ministries are named, in reading order.
  let ministries: [Range<Int>]
  /// The letters and digits alone.
  let letters: [UInt32]

  var text: TraceText { prepared.text }

  init(_ record: PassageRecord, matcher: MeasureMatcher) {
    self.record = record
    let prepared = matcher.prepare(record.passage.text)
    self.prepared = prepared
    let text = prepared.text
    let sentences = Self.sentences(of: text)
    self.sentences = sentences
    let start = record.passage.span.lowerBound.utf8
    self.letters = text.scalars.filter(Self.isLetter)
    var names = Names()
    var ministries: [Range<Int>] = []
    for link in record.links where link.basis != .concept {
      let lower = text.index(atByte: link.span.lowerBound.utf8 - start)
      let upper = text.index(atByte: link.span.upperBound.utf8 - start)
      guard lower < upper, upper <= text.scalars.count else { continue }
      switch link.target {
      case .ministry:
        names.bodies.append(lower..<upper)
        ministries.append(lower..<upper)
      case .org: names.bodies.append(lower..<upper)
      case .law: names.laws.append(lower..<upper)
      case .date, .document: break
      }
    }
    self.names = names
    self.ministries = ministries
    self.dates = record.links.compactMap { link in
      guard case .date(let target) = link.target else { return nil }
      let lower = text.index(atByte: link.span.lowerBound.utf8 - start)
      let upper = text.index(atByte: link.span.upperBound.utf8 - start)
      guard lower < upper, upper <= text.scalars.count else { return nil }
      let tail = text.scalars[max(lower, upper - 1)..<min(upper + 3, text.scalars.count)]
      let after = text.scalars[upper..<min(upper + 3, text.scalars.count)]
      return DateMention(
        range: lower..<upper, target: target,
        isAsOf: target.role == .asOf || Self.tellsAsOf(after),
        isYearEnd: tail.contains(0x672B) && Self.isYear(target.value),
        isLimit: target.value.rawValue.hasPrefix("../")
          && !(sentences.first { $0.contains(lower) }.map { Self.tellsPast(text.scalars[$0]) }
            ?? false)
          && (Self.isUntil(text.scalars[lower..<upper].suffix(2)) || Self.isUntil(after.prefix(2))))
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Returns the passage's own characters of a range of code points.
  func string(_ range: Range<Int>) -> String {
    String(decoding: Array(record.passage.text.utf8)[text.bytes(range)], as: UTF8.self)
  }

  /// The sentence that holds a code point.
  func sentence(at index: Int) -> Range<Int> {
    sentences.first { $0.contains(index) } ?? text.scalars.indices
  }

  /// Whether the passage is nothing but dates, with 時点, brackets and marks around them.
  var isOnlyDates: Bool {
    guard let first = dates.first, let last = dates.last else { return false }
    let rest =
      text.scalars[..<first.range.lowerBound] + text.scalars[last.range.upperBound...]
    let between = zip(dates, dates.dropFirst()).flatMap { one, next in
      text.scalars[one.range.upperBound..<max(one.range.upperBound, next.range.lowerBound)]
    }
    let words = (Array(rest) + between).filter { Self.isLetter($0) }
    return words.isEmpty || Self.asOfWords.contains(words)
  }

  /// The brackets it begins with, where they stand for themselves (（対象は…）) without a date.
  var leadingBrackets: Range<Int>? {
    guard let first = sentences.first, let open = first.first, let close = first.last,
      text.scalars[open] == 0x28, text.scalars[close] == 0x29, first.count > 8,
      !dates.contains(where: { first.contains($0.range.lowerBound) })
    else { return nil }
    return first
  }

  /// Whether it is a line of cells and not a sentence: words and figures set apart by spaces.
  var isRow: Bool {
    guard sentences.count == 1, !text.scalars.contains(0x3002), !text.scalars.contains(0x3001)
    else { return false }
    return record.passage.kind == .table
      || text.scalars.split(separator: 0x20).count >= 3 && text.scalars.count <= 120
  }

  /// Whether it is a few words that could name a row: no amount, no sentence.
  var isRowName: Bool {
    record.passage.kind != .heading && text.scalars.count <= 40 && !isOnlyDates
      && !text.scalars.contains(0x3002)
      && AmountScanner.amounts(in: text, text.scalars.indices).isEmpty
  }

  /// Whether it begins with an amount, or with the year's end before one: a row without its name.
  var isAmountsAlone: Bool {
    let start =
      dates.first.map { $0.range.lowerBound == 0 && $0.isYearEnd ? $0.range.upperBound : 0 } ?? 0
    let first = AmountScanner.amounts(in: text, text.scalars.indices).first
    guard let first, first.range.lowerBound >= start else { return false }
    return !text.scalars[start..<first.range.lowerBound].contains { Self.isLetter($0) }
  }

  /// Whether it begins with ※, （ or 注: it says more about what stands above.
  var isRemark: Bool {
    if record.passage.kind == .note { return true }
    guard let first = text.scalars.first else { return false }
    return first == 0x203B || first == 0x28 || first == 0x2A
  }

  static let asOfWords = ["時点", "現在", "末時点", "末現在"].map { $0.unicodeScalars.map(\.value) }

  private static func tellsAsOf(_ scalars: ArraySlice<UInt32>) -> Bool {
    asOfWords.contains { scalars.starts(with: $0) }
  }

  /// まで.
  private static func isUntil(_ scalars: ArraySlice<UInt32>) -> Bool {
    scalars.elementsEqual([0x307E, 0x3067])
  }

  /// Whether a sentence ends in the past tense: た before its mark.
  private static func tellsPast(_ sentence: ArraySlice<UInt32>) -> Bool {
    sentence.last { $0 != 0x3002 && $0 != 0x20 && $0 != 0x0A } == 0x305F
  }

  private static func isYear(_ value: EDTF) -> Bool {
    value.rawValue.hasPrefix("FY") || value.rawValue.count == 4
  }

  /// Letters and digits, so neither white space nor marks.
  static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x3005...0x3007, 0x3041...0x30FA, 0x30FC...0x30FF,
      0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  private static func sentences(of text: TraceText) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var depth = 0
    for (i, scalar) in text.scalars.enumerated() {
      switch scalar {
      case 0x28, 0x300C, 0x300E, 0x3010: depth += 1
      case 0x29, 0x300D, 0x300F, 0x3011:
        depth = max(0, depth - 1)
        // A remark in brackets before the sentence (（対象は…）) stands for itself.
        if depth == 0, text.scalars[start] == 0x28, i - start > 8 {
          sentences.append(start..<(i + 1))
          start = i + 1
        }
      case 0x3002 where depth == 0:
        sentences.append(start..<(i + 1))
        start = i + 1
      default: break
      }
    }
    if start < text.scalars.count { sentences.append(start..<text.scalars.count) }
    return sentences
  }
}
