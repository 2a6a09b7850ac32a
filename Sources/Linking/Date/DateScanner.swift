import DocumentModel

/// Finds dates, periods and fiscal years as they are written, without resolving them.
///
/// It reads era years (令和6年, R6, 令和3、4年度), Gregorian ones with 年月日, slashes or points,
/// months alone, relative words (昨年, 同日), parts (末, 上旬, 第1四半期) and open ends. A length of
/// time (3年, 30日間), a law number and a ratio are not dates.
///
/// - Complexity: O(*n*) in the length of the text.
struct DateScanner: Sendable {
  let eras: EraTable

  /// What a date can begin with: digits and signs, words that point to another date, eras; and
  /// `ht`, since an address is passed over as a whole.
  var openings: [[UInt32]] {
    let fixed = "0123456789~〜'‘’ʻʼʹ´\u{313}FCY一昨前本今同再来翌去先年〇零二三四五六七八九十"
    return scalars(fixed).map { [$0] } + [scalars("ht")]
      + eras.eras.compactMap { $0.initial.map { [$0] } }
      + eras.eras.map { Array($0.scalars.prefix(2)) }
  }

  /// Gives the expressions of a block in order; their ranges count code points and don't overlap.
  ///
  /// They are given one by one, since a block may be a text of megabytes without a line end.
  func forEachExpression(in block: BlockText, _ body: (DateExpression) -> Void) {
    let text = block.text
    var index = block.next(.date, from: 0)
    while index < text.count {
      let scalar = text.scalars[index]
      if scalar == 0x68, let end = urlEnd(text, at: index) {
        index = end
      } else if let next = expressions(text, at: index) {
        next.expressions.forEach(body)
        index = max(next.end, index + 1)
      } else if Numeral.isDigit(scalar) {
        while index < text.count, Numeral.isDigit(text.scalars[index]) { index += 1 }
      } else {
        index += 1
      }
      index = block.next(.date, from: index)
    }
  }

  /// Returns the index after a URL that starts at `index`, or nil.
  private func urlEnd(_ text: ScalarText, at index: Int) -> Int? {
    guard text.hasPrefix([0x68, 0x74, 0x74, 0x70], at: index) else { return nil }
    var end = index
    while end < text.count {
      let scalar = text.scalars[end]
      guard scalar > 0x20, scalar < 0x7F, ![0x22, 0x29, 0x3E, 0x5D].contains(scalar) else { break }
      end += 1
    }
    return end
  }

  // MARK: One expression

  /// What stands at one place: expressions (none where a date must not be made) and where they end.
  private struct Found {
    var expressions: [DateExpression]
    var end: Int
  }

  private func expressions(_ text: ScalarText, at start: Int) -> Found? {
    let reader = DatePointReader(text: text, eras: eras)
    // 〜1月19日: by that day.
    if DateWords.waves.contains(text.scalars[start]) {
      guard start == 0 || Self.opens(text.scalars[start - 1]),
        let reading = reader.reading(at: text.skippingSpaces(start + 1)), reading.pieces.count == 1
      else { return nil }
      var expression = DateExpression(
        range: start..<reading.end, first: reading.pieces[0].point, bound: .until)
      let end = finish(&expression, in: text)
      return Found(expressions: [expression], end: end)
    }
    guard let reading = reader.reading(at: start) else { return nil }
    if DateTraps.isName(text, range: start..<reading.end, point: reading.pieces[0].point) {
      return Found(expressions: [], end: reading.end)
    }
    var expressions: [DateExpression]
    if reading.isRange {
      expressions = [
        DateExpression(
          range: start..<reading.end, first: reading.pieces[0].point,
          last: reading.pieces[1].point, bound: .range)
      ]
    } else {
      expressions = reading.pieces.map { DateExpression(range: $0.range, first: $0.point) }
    }
    guard var last = expressions.popLast() else { return nil }
    var end = finish(&last, in: text)
    if last.bound == .point, reading.pieces.count == 1 {
      if let second = secondEnd(of: last, at: end, reader) {
        last.last = second.point
        last.bound = .range
        last.range = last.range.lowerBound..<second.end
        end = finish(&last, in: text)
      } else if DateWords.waves.contains(text.scalar(end)) {
        last.bound = .onwards
        last.range = last.range.lowerBound..<(end + 1)
        end += 1
      }
    }
    expressions.append(last)
    // 12月20日、23日 and 令和4年、5年: what follows leans on the first.
    while let next = reader.leaning(on: last.first, at: end) {
      last = DateExpression(range: next.range, first: next.point)
      end = finish(&last, in: text)
      expressions.append(last)
    }
    return Found(expressions: expressions, end: end)
  }

  /// Reads 頃, a weekday and an open end after an expression; returns where reading may go on.
  private func finish(_ expression: inout DateExpression, in text: ScalarText) -> Int {
    var end = expression.range.upperBound
    if let about = text.word(of: DateWords.about, at: end) {
      expression.isApproximate = true
      end = about.end
      expression.range = expression.range.lowerBound..<end
    }
    if hasBlur(expression.first) || expression.last.map(hasBlur) == true {
      expression.isApproximate = true
    }
    let after = weekdayEnd(text, at: end) ?? end
    if let bound = text.word(of: DateWords.bounds, at: after) {
      switch (expression.bound, bound.meaning) {
      case (.point, _), (.until, .until):
        expression.bound = bound.meaning
        expression.range = expression.range.lowerBound..<bound.end
        end = bound.end
      case (.range, .until):
        expression.range = expression.range.lowerBound..<bound.end
        end = bound.end
      default:
        break
      }
    }
    if text.word(of: DateWords.aim, at: end) != nil { expression.isApproximate = true }
    return end
  }

  private func hasBlur(_ point: DatePoint) -> Bool { point.part == .blurred }

  /// Reads the sign of a period and its second end.
  private func secondEnd(
    of first: DateExpression, at end: Int, _ reader: DatePointReader
  ) -> (point: DatePoint, end: Int)? {
    let text = reader.text
    let signStart = text.skippingSpaces(weekdayEnd(text, at: end) ?? end)
    guard let sign = text.word(of: DateWords.rangeSigns, at: signStart) else { return nil }
    return reader.secondEnd(after: first.first, at: text.skippingSpaces(sign.end))
  }

  /// Returns the index after （火） or (火曜日), or nil.
  private func weekdayEnd(_ text: ScalarText, at index: Int) -> Int? {
    guard text.scalar(index) == 0x28, DateWords.weekdays.contains(text.scalar(index + 1)) else {
      return nil
    }
    var end = index + 2
    while end < text.count, end < index + 6, text.scalars[end] != 0x29 { end += 1 }
    return text.scalar(end) == 0x29 ? end + 1 : nil
  }

  /// Whether a code point may stand before 〜 that means “until”.
  private static func opens(_ scalar: UInt32) -> Bool {
    [0x20, 0x0A, 0x28, 0x3010, 0x300C, 0x3001, 0x7C, 0x2022, 0x30FB, 0x25CF, 0x25CB]
      .contains(scalar)
  }
}
