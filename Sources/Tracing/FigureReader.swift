internal import DocumentModel

/// Reads what a quantity in a sentence is of.
enum FigureReader {
  /// What is counted: the words after の (85件の供給確保計画), else the noun before the number
  /// (特定重要物資として11物資); for money what it is (補正予算, 交付額), else the noun before it.
  static func counted(
    _ quantity: Amount, in text: TraceText, _ sentence: Range<Int>
  ) -> String? {
    if quantity.unit == "円" || quantity.unit == "ドル" {
      if let kind = money(quantity, in: text, sentence) { return kind }
    } else if let noun = noun(after: quantity.range.upperBound, in: text, sentence) {
      return noun
    }
    let unit = quantity.unit.unicodeScalars.map(\.value)
    if unit.count >= 2, let noun = nearest(endingIn: unit, to: quantity, in: text, sentence) {
      return noun
    }
    if let noun = noun(before: quantity.range.lowerBound, in: text, sentence) { return noun }
    // 対象事業…法律で次の14分野を: of what a sentence speaks first.
    return unit.count >= 2 ? firstNoun(in: text, sentence) : nil
  }

  private static func firstNoun(in text: TraceText, _ sentence: Range<Int>) -> String? {
    var start = sentence.lowerBound
    while start < sentence.upperBound {
      var end = start
      while end < sentence.upperBound, isNounPart(text.scalars[end]) { end += 1 }
      if end - start >= 2 { return String(codePoints: text.scalars[start..<end]) }
      start = max(end, start + 1)
    }
    return nil
  }

  /// What sets a value apart from others of its kind: 経産省部分, うち, 新たに.
  ///
  /// Words that limit a whole sentence stand in brackets: 約2,300億円（経産省部分）; the others stand
  /// beside the number: 新たに23の技術を追加.
  static func scope(
    of quantity: Amount, in text: TraceText, _ sentence: Range<Int>
  ) -> String? {
    for marker in limits {
      guard let place = text.places(of: marker, in: sentence).first else { continue }
      var start = place.lowerBound
      while start > sentence.lowerBound, isNounPart(text.scalars[start - 1]) { start -= 1 }
      return String(codePoints: text.scalars[start..<place.upperBound])
    }
    let lower = max(sentence.lowerBound, quantity.range.lowerBound - 8)
    let upper = min(sentence.upperBound, quantity.range.upperBound + 14)
    let before = text.scalars[lower..<quantity.range.lowerBound].lastIndex(of: 0x3001)
    let after = text.scalars[quantity.range.upperBound..<upper].firstIndex(of: 0x3001)
    let beside = (before ?? lower)..<(after ?? upper)
    return markers.first { text.contains($0, in: beside) }.map { String(codePoints: $0) }
  }

  private static let limits = ["部分", "関係分", "関連分", "内数"].map { $0.unicodeScalars.map(\.value) }

  private static let markers = ["うち", "のみ", "を除く", "累計", "累積", "総額", "見込み", "新たに", "追加"].map {
    $0.unicodeScalars.map(\.value)
  }

  /// The quantities of a sentence that are of the thing named at a place.
  ///
  /// Where a list of things in brackets is followed by as many values, each thing has the value in
  /// its own place: 基金（半導体／電子部品）：8,062億円／212億円. Otherwise all of them are.
  static func parallel(
    to place: Range<Int>?, _ quantities: [Amount], in text: TraceText, _ sentence: Range<Int>
  ) -> [Amount] {
    guard let place,
      let open = text.scalars[sentence.lowerBound..<place.lowerBound].lastIndex(of: 0x28),
      let close = text.scalars[place.upperBound..<sentence.upperBound].firstIndex(of: 0x29)
    else { return quantities }
    let slashes = (open..<close).filter { text.scalars[$0] == 0x2F }
    guard !slashes.isEmpty else { return quantities }
    // The values follow each other with nothing but a slash between.
    let behind = quantities.filter { $0.range.lowerBound > close }
    var run: [Amount] = []
    for quantity in behind {
      if let last = run.last,
        text.scalars[last.range.upperBound..<quantity.range.lowerBound].filter({ $0 != 0x20 })
          != [0x2F]
      {
        break
      }
      run.append(quantity)
    }
    guard run.count == slashes.count + 1 else { return quantities }
    return [run[slashes.count { $0 < place.lowerBound }]]
  }

  private static let moneyKinds = [
    "補正予算", "当初予算", "本予算", "年度予算", "予算額", "概算要求", "予備費", "交付決定額", "交付額", "支出額", "助成額", "基金",
    "助成金", "補助金", "投資額", "投資", "融資", "予算",
  ].map { $0.unicodeScalars.map(\.value) }

  /// The kind of money that is named nearest to an amount.
  private static func money(
    _ quantity: Amount, in text: TraceText, _ sentence: Range<Int>
  ) -> String? {
    // Brackets right behind say what the amount is: 9,172億円（令和５年度補正予算）.
    if quantity.range.upperBound < sentence.upperBound,
      text.scalars[quantity.range.upperBound] == 0x28
    {
      var close = quantity.range.upperBound
      while close < sentence.upperBound, text.scalars[close] != 0x29 { close += 1 }
      let inside = quantity.range.upperBound..<close
      if let kind = moneyKinds.first(where: { text.contains($0, in: inside) }) {
        return String(codePoints: kind)
      }
    }
    var best: (distance: Int, kind: [UInt32])?
    for kind in moneyKinds {
      for place in text.places(of: kind, in: sentence) {
        let distance =
          place.upperBound <= quantity.range.lowerBound
          ? quantity.range.lowerBound - place.upperBound
          : place.lowerBound - quantity.range.upperBound + 4
        if distance <= 24, distance < best?.distance ?? .max { best = (distance, kind) }
      }
    }
    return best.map { String(codePoints: $0.kind) }
  }

  private static func noun(
    after start: Int, in text: TraceText, _ sentence: Range<Int>
  ) -> String? {
    guard start < sentence.upperBound, text.scalars[start] == 0x306E else { return nil }
    var end = start + 1
    while end < sentence.upperBound, isNounPart(text.scalars[end]) { end += 1 }
    return end - start >= 3 ? String(codePoints: text.scalars[(start + 1)..<end]) : nil
  }

  private static func noun(
    before end: Int, in text: TraceText, _ sentence: Range<Int>
  ) -> String? {
    var end = end
    while end > sentence.lowerBound, isJoint(text.scalars[end - 1]) { end -= 1 }
    var start = end
    while start > sentence.lowerBound, isNounPart(text.scalars[start - 1]) { start -= 1 }
    guard end - start >= 2 else { return nil }
    let noun = String(codePoints: text.scalars[start..<end])
    return acts.contains(where: noun.hasSuffix) ? nil : noun
  }

  /// Nouns of acts, which a number doesn't count: 実施（計4か所）.
  private static let acts = [
    "実施", "設置", "開催", "指定", "認定", "措置", "採択", "確保", "支援", "整備", "追加", "策定",
  ]

  /// The noun nearest to a number that ends in its unit: 特定重要物資 for 11物資.
  private static func nearest(
    endingIn unit: [UInt32], to quantity: Amount, in text: TraceText, _ sentence: Range<Int>
  ) -> String? {
    var best: (distance: Int, range: Range<Int>)?
    for place in text.places(of: unit, in: sentence) where !place.overlaps(quantity.range) {
      var start = place.lowerBound
      while start > sentence.lowerBound, isNounPart(text.scalars[start - 1]) { start -= 1 }
      guard place.lowerBound - start >= 2 else { continue }
      let distance = abs(place.lowerBound - quantity.range.lowerBound)
      if distance < best?.distance ?? .max { best = (distance, start..<place.upperBound) }
    }
    return best.map { String(codePoints: text.scalars[$0.range]) }
  }

  /// Han and katakana: the letters of nouns.
  static func isNounPart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3005, 0x30A1...0x30FA, 0x30FC, 0x3400...0x9FFF: true
    default: false
    }
  }

  /// Particles and marks between a noun and its number: は, が, を, で, 計, 約, (, :.
  private static func isJoint(_ scalar: UInt32) -> Bool {
    [0x306F, 0x304C, 0x3092, 0x3067, 0x8A08, 0x7D04, 0x28, 0x3A, 0x20, 0x3001, 0x3082, 0x2F]
      .contains(scalar)
  }
}
