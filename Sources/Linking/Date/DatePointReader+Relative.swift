import DocumentModel

/// Words that point to another date: 昨年11月, 同日, 来年度, 今春.
extension DatePointReader {
  /// Reads a relative word with the month and day that follow it.
  func relativeReading(at start: Int) -> Reading? {
    guard DateWords.relativeStarts.contains(text.scalar(start)) else { return nil }
    let before = text.scalar(start - 1)
    if let word = text.word(of: DateWords.relativeYears, at: start) {
      guard !DateWords.trapsBefore.contains(before),
        text.word(of: DateWords.relativeTraps, at: word.end) == nil
      else { return nil }
      if text.scalar(start) != 0x672C, text.scalar(start) != 0x4ECA,  // 本, 今
        text.word(of: DateWords.comparisons, at: word.end) != nil
      {
        return nil
      }
      var point = DatePoint(year: word.meaning.year)
      point.isFiscal = word.meaning.isFiscal
      // 年度 and 年 are read by the same path as after a number.
      let afterYear = word.meaning.isFiscal ? word.end - 1 : word.end
      return afterYearReading(point, start: start, at: afterYear)
    }
    if let word = text.word(of: DateWords.relativeSeasons, at: start),
      text.word(of: DateWords.seasonEnds, at: word.end) != nil || word.end == text.count
    {
      let point = DatePoint(
        year: .fromDocument(word.meaning.year), part: .season(word.meaning.season))
      return Reading(pieces: [Piece(point: point, range: start..<word.end)], end: word.end)
    }
    guard !DateWords.trapsBefore.contains(before) else { return nil }
    // 同12月: that month of the year just named.
    if text.scalar(start) == 0x540C, Numeral.isDigit(text.scalar(start + 1)) {
      let reading = months(
        DatePoint(year: .fromAntecedent(0)), start: start, at: start + 1)
      return reading?.pieces.count == 1 ? reading : nil
    }
    if let word = text.word(of: DateWords.relativeMonths, at: start) {
      guard text.word(of: DateWords.comparisons, at: word.end) == nil else { return nil }
      var point = DatePoint()
      point.monthStep = word.meaning
      var end = word.end
      if let day = Numeral(text, at: end), text.scalar(day.end) == Self.day,
        text.scalar(day.end + 1) != 0x9593
      {
        point.day = day.value
        end = day.end + 1
      } else if let part = text.word(of: DateWords.monthParts, at: end) {
        point.part = part.meaning
        end = part.end
      }
      return Reading(pieces: [Piece(point: point, range: start..<end)], end: end)
    }
    if let word = text.word(of: DateWords.relativeDays, at: start) {
      var point = DatePoint()
      point.dayStep = word.meaning
      return Reading(pieces: [Piece(point: point, range: start..<word.end)], end: word.end)
    }
    // 年内, 年度内, 年度末: the document's own year.
    if text.scalar(start) == Self.year, !isNumberBefore(start) {
      let isFiscal = text.scalar(start + 1) == Self.degree
      let inside = isFiscal ? start + 2 : start + 1
      var point = DatePoint(year: .fromDocument(0), isFiscal: isFiscal)
      if text.scalar(inside) == 0x672B { point.part = .blurred }  // 末
      guard point.part != nil || text.scalar(inside) == 0x5185,  // 内
        text.word(of: DateWords.seasonEnds, at: inside + 1) != nil
      else { return nil }
      return Reading(
        pieces: [Piece(point: point, range: start..<(inside + 1))], end: inside + 1)
    }
    return nil
  }

  private func isNumberBefore(_ index: Int) -> Bool {
    let before = text.scalar(index - 1)
    return before >= 0x4E00 || Numeral.isDigit(before) || (0x41...0x7A).contains(before)
  }
}
