internal import DocumentModel

/// Sets the figures that texts give for one quantity side by side.
struct FigureComparison: Sendable {
  private struct Key: Hashable {
    var what: String
    var unit: String
  }

  private var order: [Key] = []
  private var values: [Key: [Figure.Value]] = [:]

  /// Takes in the quantities of the sentences that name the measure.
  mutating func add(_ passages: [TracePassage], _ relevance: TraceRelevance) {
    for passage in passages where passage.record.passage.kind != .heading {
      for sentence in passage.sentences where relevance.match(passage, sentence) != nil {
        let date = passage.dates.first { sentence.contains($0.range.lowerBound) }?.target.value
        for quantity in AmountScanner.quantities(in: passage.text, sentence) {
          guard let what = Self.counted(quantity, in: passage, sentence) else { continue }
          let key = Key(what: what, unit: quantity.unit)
          if values[key] == nil { order.append(key) }
          let bytes = passage.text.bytes(quantity.range)
          let words = String(
            decoding: Array(passage.record.passage.text.utf8)[bytes], as: UTF8.self)
          values[key, default: []].append(
            .init(value: words, date: date, passage: passage.record.passage.id))
        }
      }
    }
  }

  /// Returns the quantities that are given more than one value, in the order they were met.
  func figures() -> [Figure] {
    order.compactMap { key in
      guard let values = values[key], Set(values.map(\.value)).count > 1 else { return nil }
      return Figure(what: "\(key.what)（\(key.unit)）", values: values)
    }
  }

  /// What is counted: the words after の (85件の供給確保計画), else the noun before the number.
  private static func counted(
    _ quantity: Amount, in passage: TracePassage, _ sentence: Range<Int>
  ) -> String? {
    let scalars = passage.text.scalars
    var after = quantity.range.upperBound
    if after < sentence.upperBound, scalars[after] == 0x306E {
      after += 1
      var end = after
      while end < sentence.upperBound, isNounPart(scalars[end]) { end += 1 }
      if end - after >= 2 { return string(passage.text, after..<end) }
    }
    var end = quantity.range.lowerBound
    while end > sentence.lowerBound, isJoint(scalars[end - 1]) { end -= 1 }
    var start = end
    while start > sentence.lowerBound, isNounPart(scalars[start - 1]) { start -= 1 }
    return end - start >= 2 ? string(passage.text, start..<end) : nil
  }

  private static func string(_ text: TraceText, _ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.scalars[range] { view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    return String(view)
  }

  /// Han and katakana: the letters of nouns.
  private static func isNounPart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3005, 0x30A1...0x30FA, 0x30FC, 0x3400...0x9FFF: true
    default: false
    }
  }

  /// Particles and marks between a noun and its number: は, が, を, 計, 約, (, :.
  private static func isJoint(_ scalar: UInt32) -> Bool {
    [0x306F, 0x304C, 0x3092, 0x8A08, 0x7D04, 0x28, 0x3A, 0x20, 0x3001, 0x3082].contains(scalar)
  }
}
