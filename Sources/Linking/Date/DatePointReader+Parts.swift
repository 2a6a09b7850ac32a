import DocumentModel

/// The pieces of a date after its year: months, days, parts, lists and second ends.
extension DatePointReader {
  /// Reads what follows 年: 度, 代, a bracketed year of the other calendar, months, a part.
  func afterYearReading(_ point: DatePoint, start: Int, at index: Int) -> Reading {
    var point = point
    var end = index
    if text.scalar(index) == Self.degree {
      point.isFiscal = true
      end = index + 1
      return withPart(point, start: start, at: end)
    }
    if text.scalar(index) == 0x4EE3 {  // 代
      point.part = .decade
      end = index + 1
      if let part = text.word(of: DateWords.yearParts, at: end) {
        if case .half(let half) = part.meaning { point.part = .decadeHalf(half) }
        end = part.end
      }
      return Reading(pieces: [Piece(point: point, range: start..<end)], end: end)
    }
    if let other = bracketedYear(at: index), startsMonth(at: other) { end = other }
    if let months = months(point, start: start, at: end) { return months }
    return withPart(point, start: start, at: index)
  }

  /// Reads 第1四半期, 上半期, 末, 春 after a year.
  private func withPart(_ point: DatePoint, start: Int, at index: Int) -> Reading {
    var point = point
    var end = index
    let after = text.skippingSpaces(index)
    let possessive = text.scalar(index) == 0x306E ? index + 1 : index  // の
    if let quarter = quarter(at: after) ?? quarter(at: possessive) {
      point.part = .quarter(quarter.value)
      end = quarter.end
    } else if let season = text.word(of: DateWords.seasons, at: possessive),
      season.end == text.count || text.word(of: DateWords.seasonEnds, at: season.end) != nil
    {
      point.part = .season(season.meaning)
      end = season.end
      if text.scalar(end) == 0x5B63 { end += 1 }  // 季
    } else if let part = text.word(of: DateWords.yearParts, at: index) {
      point.part = part.meaning
      end = part.end
    } else if let inside = insideEnd(at: index) {
      end = inside
    }
    return Reading(pieces: [Piece(point: point, range: start..<end)], end: end)
  }

  /// Returns the index after 内 or 中 where it means “within”, not the beginning of a word.
  private func insideEnd(at index: Int) -> Int? {
    let scalar = text.scalar(index)
    guard scalar == 0x5185 || scalar == 0x4E2D else { return nil }
    let next = text.scalar(index + 1)
    return next == 0 || [0x306B, 0x306E, 0x3001, 0x3002, 0x29, 0x3092, 0x3068].contains(next)
      ? index + 1 : nil
  }

  /// Reads 第1四半期 or 1Q.
  private func quarter(at index: Int) -> (value: Int, end: Int)? {
    var at = index
    if text.scalar(at) == 0x7B2C { at += 1 }  // 第
    guard let number = Numeral(text, at: at), (1...4).contains(number.value) else { return nil }
    if text.hasPrefix([0x56DB, 0x534A, 0x671F], at: number.end) {
      return (number.value, number.end + 3)
    }
    if text.scalar(number.end) == 0x51 { return (number.value, number.end + 1) }
    return nil
  }

  /// Returns the index after （2024年） or （令和6年）, or nil.
  private func bracketedYear(at index: Int) -> Int? {
    guard text.scalar(index) == 0x28 else { return nil }
    var at = index + 1
    if let era = eras.era(in: text, at: at) { at += eras.eras[era].scalars.count }
    guard let number = Numeral(text, at: at) else { return nil }
    at = number.end
    if text.scalar(at) == Self.year { at += 1 }
    return text.scalar(at) == 0x29 ? at + 1 : nil
  }

  private func startsMonth(at index: Int) -> Bool {
    guard let number = Numeral(text, at: text.skippingSpaces(index)) else { return false }
    return text.scalar(text.skippingSpaces(number.end)) == Self.month
  }

  // MARK: Months and days

  /// Reads months and days at an index: 9月, 12月20日, 1～3月, 4、5月, 5月末.
  func months(_ point: DatePoint, start: Int, at index: Int) -> Reading? {
    let first = text.skippingSpaces(index)
    guard let numbers = numerals(at: first, unit: Self.month) else {
      return stepReading(point, start: start, at: index)
    }
    guard let number = numbers.values.first?.number, number.digits <= 3 else { return nil }
    if numbers.values.count == 1 {
      var point = point
      point.month = number.value
      return dayReading(point, start: start, at: numbers.unitEnd)
    }
    let pieces = numbers.values.enumerated().map { place, value in
      var piece = point
      piece.month = value.number.value
      let isLast = place == numbers.values.count - 1
      return Piece(
        point: piece,
        range: (place == 0 ? start : value.start)..<(isLast ? numbers.unitEnd : value.number.end))
    }
    guard pieces.allSatisfy({ (1...12).contains($0.point.month ?? 0) }) else { return nil }
    return Reading(pieces: pieces, isRange: numbers.isRange, end: numbers.unitEnd)
  }

  /// Reads a day or a part of the month after 月.
  private func dayReading(_ point: DatePoint, start: Int, at index: Int) -> Reading {
    var point = point
    let dayStart = text.skippingSpaces(index)
    if let days = numerals(at: dayStart, unit: Self.day),
      text.scalar(days.unitEnd) != 0x9593,  // 間
      days.values.allSatisfy({ $0.number.digits <= 3 })
    {
      if days.values.count == 1 {
        point.day = days.values.first?.number.value
        return Reading(
          pieces: [Piece(point: point, range: start..<days.unitEnd)], end: days.unitEnd)
      }
      let pieces = days.values.enumerated().map { place, value in
        var piece = point
        piece.day = value.number.value
        let isLast = place == days.values.count - 1
        return Piece(
          point: piece,
          range: (place == 0 ? start : value.start)..<(isLast ? days.unitEnd : value.number.end))
      }
      return Reading(pieces: pieces, isRange: days.isRange, end: days.unitEnd)
    }
    var end = index
    if let part = text.word(of: DateWords.monthParts, at: index) {
      point.part = part.meaning
      end = part.end
    } else if let inside = insideEnd(at: index) {
      end = inside
    }
    return Reading(pieces: [Piece(point: point, range: start..<end)], end: end)
  }

  /// Reads 同月 and 同日 after a year word (前年同月, 同年同月).
  private func stepReading(_ point: DatePoint, start: Int, at index: Int) -> Reading? {
    guard point.year != nil, let step = text.word(of: DateWords.relativeMonths, at: index) else {
      return nil
    }
    var point = point
    point.monthStep = step.meaning
    return dayReading(point, start: start, at: step.end)
  }

  // MARK: Lists

  /// Numbers with signs between them and one unit at the end: 3、4年, 1～3月.
  struct Numerals {
    var values: [(start: Int, number: Numeral)]
    var isRange: Bool
    /// The index after the unit.
    var unitEnd: Int
  }

  /// Reads numbers that share a unit, one at least, six at most.
  func numerals(at start: Int, unit: UInt32) -> Numerals? {
    var values: [(start: Int, number: Numeral)] = []
    var isRange = false
    var at = start
    while values.count < 6 {
      guard let number = Numeral(text, at: at), number.value > 0 else { return nil }
      values.append((at, number))
      let next = text.skippingSpaces(number.end)
      if text.scalar(next) == unit {
        return Numerals(values: values, isRange: isRange, unitEnd: next + 1)
      }
      if DateWords.listSigns.contains(text.scalar(next)), !isRange {
        at = text.skippingSpaces(next + 1)
      } else if let sign = text.word(of: DateWords.rangeSigns, at: next), values.count == 1 {
        isRange = true
        at = text.skippingSpaces(sign.end)
      } else {
        return nil
      }
    }
    return nil
  }

  /// Reads further years after one without its unit: 令和3、4年度, 2020～2022年, ’14, ’19年.
  func yearList(first: DatePoint.Year, start: Int, numberEnd: Int) -> Reading? {
    var pieces = [Piece(point: DatePoint(year: first), range: start..<numberEnd)]
    var isRange = false
    var at = numberEnd
    while pieces.count < 6 {
      let sign = text.skippingSpaces(at)
      if DateWords.listSigns.contains(text.scalar(sign)), !isRange {
        at = sign + 1
      } else if let range = text.word(of: DateWords.rangeSigns, at: sign), pieces.count == 1 {
        isRange = true
        at = range.end
      } else if text.scalar(sign) == 0x2F, case .gregorian = first, pieces.count == 1 {
        isRange = true  // 2023/24年度
        at = sign + 1
      } else {
        return nil
      }
      let next = text.skippingSpaces(at)
      guard let (year, end) = listedYear(after: first, at: next) else { return nil }
      pieces.append(Piece(point: DatePoint(year: year), range: next..<end))
      let unit = text.skippingSpaces(end)
      if text.scalar(unit) == Self.year {
        let isFiscal = text.scalar(unit + 1) == Self.degree
        if !isFiscal, text.word(of: DateWords.durations, at: unit + 1) != nil { return nil }
        // A stroke joins only the two years of a season's fiscal year: 2023/24年度.
        if !isFiscal, text.scalar(numberEnd) == 0x2F { return nil }
        let isDecade = text.scalar(unit + 1) == 0x4EE3  // 代
        let close = isFiscal || isDecade ? unit + 2 : unit + 1
        for place in pieces.indices {
          pieces[place].point.isFiscal = isFiscal
          if isDecade { pieces[place].point.part = .decade }
        }
        pieces[pieces.count - 1].range = next..<close
        return Reading(pieces: pieces, isRange: isRange, end: close)
      }
      at = end
    }
    return nil
  }

  /// Reads one more year of a list, in the manner of the first.
  private func listedYear(
    after first: DatePoint.Year, at index: Int
  ) -> (year: DatePoint.Year, end: Int)? {
    if let era = eras.era(in: text, at: index) {
      let at = text.skippingSpaces(index + eras.eras[era].scalars.count)
      if text.scalar(at) == 0x5143 { return (.era(era, 1), at + 1) }
      guard let number = Numeral(text, at: at), number.digits <= 2 else { return nil }
      return (.era(era, number.value), number.end)
    }
    var at = index
    if Self.apostrophes.contains(text.scalar(at)) { at += 1 }
    var initial: Int?
    if let era = eras.era(initial: text.scalar(at)), Numeral.isDigit(text.scalar(at + 1)) {
      initial = era
      at += 1
    }
    guard let number = Numeral(text, at: at) else { return nil }
    if let initial { return number.digits <= 2 ? (.era(initial, number.value), number.end) : nil }
    switch first {
    case .era(let era, let value):
      guard number.digits <= 2, number.value > value || eras.eras[era].last != nil else {
        return nil
      }
      return (.era(era, number.value), number.end)
    case .gregorian(let value):
      if number.digits == 4, (1600...2199).contains(number.value) {
        return (.gregorian(number.value), number.end)
      }
      guard number.digits == 2 else { return nil }
      return (.gregorian(value / 100 * 100 + number.value), number.end)
    case .short:
      return number.digits == 2 ? (.short(number.value), number.end) : nil
    default:
      return nil
    }
  }

  // MARK: Second ends

  /// Reads the second end of a period, which may leave out what it shares with the first.
  func secondEnd(after first: DatePoint, at index: Int) -> (point: DatePoint, end: Int)? {
    if let leaning = leaningPoint(on: first, at: index) { return leaning }
    guard let reading = reading(at: index), reading.pieces.count == 1 else { return nil }
    var point = reading.pieces[0].point
    if point.year == nil, point.monthStep == nil, point.dayStep == nil {
      point.year = first.year
    }
    return (point, reading.end)
  }

  /// Reads a further date of a list that leans on the one before: 12月20日、23日; 令和4年、5年.
  func leaning(on first: DatePoint, at index: Int) -> Piece? {
    let sign = text.skippingSpaces(index)
    guard DateWords.listSigns.contains(text.scalar(sign)) else { return nil }
    let start = text.skippingSpaces(sign + 1)
    guard let (point, end) = leaningPoint(on: first, at: start) else { return nil }
    return Piece(point: point, range: start..<end)
  }

  /// Reads a number with a unit that the first date has too: a day, or a year of its era.
  private func leaningPoint(
    on first: DatePoint, at index: Int
  ) -> (point: DatePoint, end: Int)? {
    if text.scalar(index) == 0x540C, Numeral.isDigit(text.scalar(index + 1)),  // 同12月
      let reading = months(DatePoint(year: first.year), start: index, at: index + 1),
      reading.pieces.count == 1
    {
      return (reading.pieces[0].point, reading.end)
    }
    guard let number = Numeral(text, at: index), number.digits <= 2 else { return nil }
    let unit = text.skippingSpaces(number.end)
    if text.scalar(unit) == Self.day, first.day != nil, (1...31).contains(number.value),
      text.word(of: DateWords.durations, at: unit + 1) == nil
    {
      var point = first
      point.day = number.value
      return (point, unit + 1)
    }
    if text.scalar(number.end) == 0x2F, first.day != nil,
      let day = Numeral(text, at: number.end + 1), !day.isKanji, (1...31).contains(day.value),
      (1...12).contains(number.value), text.scalar(day.end) != 0x2F
    {
      var point = first
      point.month = number.value
      point.day = day.value
      return (point, day.end)
    }
    guard text.scalar(unit) == Self.year else { return nil }
    let year: DatePoint.Year
    switch first.year {
    case .era(let era, let value):
      guard number.value > value, number.value <= value + 40 else { return nil }
      year = .era(era, number.value)
    case .short(let value):
      guard number.value > value else { return nil }
      year = .short(number.value)
    case .bare(let value):
      guard number.value > value else { return nil }
      year = .bare(number.value)
    case .gregorian(let value):
      guard number.digits == 2, number.value > value % 100 else { return nil }
      year = .gregorian(value / 100 * 100 + number.value)
    default:
      return nil
    }
    if text.word(of: DateWords.durations, at: unit + 1) != nil { return nil }
    let reading = afterYearReading(DatePoint(year: year), start: index, at: unit + 1)
    guard reading.pieces.count == 1 else { return nil }
    return (reading.pieces[0].point, reading.end)
  }

  // MARK: Dates with signs

  /// Reads /09/30 or .6 after a year: a month and perhaps a day, with one sign throughout.
  func separated(
    _ year: Numeral, separators: [UInt32]
  ) -> (month: Int, day: Int?, end: Int, separator: UInt32)? {
    let separator = text.scalar(year.end)
    guard !year.isKanji, separators.contains(separator),
      let month = Numeral(text, at: year.end + 1), !month.isKanji, month.digits <= 2,
      (1...12).contains(month.value)
    else { return nil }
    if text.scalar(month.end) == separator, let day = Numeral(text, at: month.end + 1),
      !day.isKanji, day.digits <= 2, (1...31).contains(day.value)
    {
      guard text.scalar(day.end) != separator || !Numeral.isDigit(text.scalar(day.end + 1)) else {
        return nil
      }
      return (month.value, day.value, day.end, separator)
    }
    guard text.scalar(month.end) != separator, !Numeral.isDigit(text.scalar(month.end)),
      separator != 0x2D || month.digits == 2
    else { return nil }
    return (month.value, nil, month.end, separator)
  }
}
