import DocumentModel

/// Reads one date, or several that share a unit, at a place of a text.
struct DatePointReader {
  /// One date of a reading with the code points that write it.
  struct Piece {
    var point: DatePoint
    var range: Range<Int>
  }

  /// What was read: one piece, or those of a list (令和3、4年度) or of a period (1～3月).
  struct Reading {
    var pieces: [Piece]
    /// Whether two pieces are the ends of a period.
    var isRange = false
    var end: Int
  }

  static let year: UInt32 = 0x5E74
  static let month: UInt32 = 0x6708
  static let day: UInt32 = 0x65E5
  static let degree: UInt32 = 0x5EA6

  let text: ScalarText
  let eras: EraTable

  /// Reads the date that begins exactly at a code point, or nil.
  func reading(at start: Int) -> Reading? {
    if let era = eras.era(in: text, at: start) {
      return eraReading(era, start: start, at: start + eras.eras[era].scalars.count)
    }
    let scalar = text.scalar(start)
    let before = text.scalar(start - 1)
    if (0x41...0x5A).contains(scalar) {
      guard !Self.isLatin(before), !Numeral.isDigit(before) else { return nil }
      return letterReading(at: start)
    }
    if Self.apostrophes.contains(scalar) {
      guard !Self.isLatin(before), !Numeral.isDigit(before) else { return nil }
      return apostropheReading(at: start)
    }
    if let relative = relativeReading(at: start) { return relative }
    return numberReading(at: start)
  }

  static func isLatin(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
  }

  static let apostrophes = ScalarSet([0x27, 0x2018, 0x2019, 0x2BB, 0x2BC, 0x2B9, 0xB4, 0x313])

  // MARK: Eras

  /// Reads the years after an era's name or initial: 令和6年, 令和元年, 令和3・4年度, R6.4.1.
  func eraReading(_ era: Int, start: Int, at index: Int, isInitial: Bool = false) -> Reading? {
    let numberStart = text.skippingSpaces(index)
    if text.scalar(numberStart) == 0x5143 {  // 元
      let unit = text.skippingSpaces(numberStart + 1)
      guard text.scalar(unit) == Self.year else { return nil }
      return single(.init(year: .era(era, 1)), start: start, afterYear: unit + 1)
    }
    guard let number = Numeral(text, at: numberStart), number.digits <= 3 else { return nil }
    let unit = text.skippingSpaces(number.end)
    // 令和0年 is read and told as impossible; 〇 may stand for a number left open (令和〇年).
    if text.scalar(unit) == Self.year, number.value > 0 || !number.isKanji && !isInitial {
      return single(.init(year: .era(era, number.value)), start: start, afterYear: unit + 1)
    }
    guard number.value > 0 else { return nil }
    if let signs = separated(number, separators: [0x2E, 0x2F]), signs.day != nil {
      return Reading(
        pieces: [
          Piece(
            point: .init(
              year: .era(era, number.value), month: signs.month, day: signs.day),
            range: start..<signs.end)
        ], end: signs.end)
    }
    if let list = yearList(first: .era(era, number.value), start: start, numberEnd: number.end) {
      return list
    }
    if isInitial, text.hasPrefix([0x46, 0x59], at: unit) {  // H28FY
      return Reading(
        pieces: [
          Piece(
            point: .init(year: .era(era, number.value), isFiscal: true), range: start..<(unit + 2))
        ], end: unit + 2)
    }
    if isInitial, text.word(of: Self.budgetWords, at: unit) != nil {
      return Reading(
        pieces: [
          Piece(
            point: .init(year: .era(era, number.value), isFiscal: true), range: start..<number.end)
        ], end: number.end)
    }
    return nil
  }

  /// What makes R5 a fiscal year without 年度 (R5補正, R6当初).
  static let budgetWords: [DateWords.Word<Bool>] = ["補正", "当初", "概算要求", "予算", "税制改正"].map {
    DateWords.Word($0, true)
  }

  /// Reads R6年, FY2023 and CY2023.
  private func letterReading(at start: Int) -> Reading? {
    if text.hasPrefix([0x46, 0x59], at: start) || text.hasPrefix([0x43, 0x59], at: start) {
      let isFiscal = text.scalar(start) == 0x46
      guard let number = Numeral(text, at: text.skippingSpaces(start + 2)), !number.isKanji,
        number.digits == 4 || number.digits == 2, !Self.isLatin(text.scalar(number.end))
      else { return nil }
      var point = DatePoint(
        year: number.digits == 4 ? .gregorian(number.value) : .short(number.value))
      point.isFiscal = isFiscal
      var end = number.end
      if text.scalar(end) == Self.year { end += 1 }
      if text.scalar(end) == Self.degree { end += 1 }
      return Reading(pieces: [Piece(point: point, range: start..<end)], end: end)
    }
    guard let era = eras.era(initial: text.scalar(start)) else { return nil }
    let next = text.scalar(start + 1) == 0x2E ? start + 2 : start + 1
    guard Numeral.isDigit(text.scalar(next)) || text.scalar(next) == 0x5143 else { return nil }
    return eraReading(era, start: start, at: next, isInitial: true)
  }

  // MARK: Gregorian years

  /// Reads ’19年 and the lists ’14, ’19年.
  private func apostropheReading(at start: Int) -> Reading? {
    guard let number = Numeral(text, at: start + 1), !number.isKanji, number.digits == 2 else {
      return nil
    }
    let year = DatePoint.Year.short(number.value)
    if text.scalar(number.end) == Self.year {
      return single(.init(year: year), start: start, afterYear: number.end + 1)
    }
    if let signs = separated(number, separators: [0x2E, 0x2F]) {
      let point = DatePoint(year: year, month: signs.month, day: signs.day)
      return Reading(pieces: [Piece(point: point, range: start..<signs.end)], end: signs.end)
    }
    return yearList(first: year, start: start, numberEnd: number.end)
  }

  private func numberReading(at start: Int) -> Reading? {
    let before = text.scalar(start - 1)
    guard !Numeral.isDigit(before), KanjiNumeral.digit(before) == nil,
      KanjiNumeral.unit(before) == nil, !Self.numberTraps.contains(before),
      let number = Numeral(text, at: start)
    else { return nil }
    if [0x2C, 0x2E].contains(before), Numeral.isDigit(text.scalar(start - 2)) { return nil }
    let unit = text.skippingSpaces(number.end)
    let isFullYear = (1600...2199).contains(number.value)
    if isFullYear, number.digits == 4 || number.isKanji {
      if let reading = fullYearReading(number, start: start, unit: unit) { return reading }
    }
    if number.digits == 2, !number.isKanji, let reading = shortYearReading(number, start: start) {
      return reading
    }
    if number.digits <= 2, let reading = bareFiscalYear(number, start: start, unit: unit) {
      return reading
    }
    return bareMonth(number, start: start)
  }

  /// Code points before a number that make it no date: 第, 万, 億, and signs of longer numbers.
  private static let numberTraps = ScalarSet([
    0x7B2C, 0x4E07, 0x5104, 0x5146, 0x2F, 0x24, 0xA5, 0x5F, 0x23,
  ])

  private func fullYearReading(_ number: Numeral, start: Int, unit: Int) -> Reading? {
    let year = DatePoint.Year.gregorian(number.value)
    if text.scalar(unit) == Self.year {
      if text.word(of: Self.lengths, at: unit + 1) != nil { return nil }
      return single(.init(year: year), start: start, afterYear: unit + 1)
    }
    guard !number.isKanji else { return nil }
    let before = text.scalar(start - 1)
    if !Self.isLatin(before), before != 0x2D,
      let signs = separated(number, separators: [0x2F, 0x2E, 0x2D])
    {
      let isPlain = signs.day != nil || signs.separator == 0x2F || isAlone(start..<signs.end)
      if isPlain {
        let point = DatePoint(year: year, month: signs.month, day: signs.day)
        return Reading(pieces: [Piece(point: point, range: start..<signs.end)], end: signs.end)
      }
    }
    if let list = yearList(first: year, start: start, numberEnd: number.end) { return list }
    if let quarter = letterQuarter(at: number.end) {
      let point = DatePoint(year: year, part: .quarter(quarter.value))
      return Reading(pieces: [Piece(point: point, range: start..<quarter.end)], end: quarter.end)
    }
    // (2015): a year alone in brackets.
    if before == 0x28, text.scalar(number.end) == 0x29 {
      return Reading(
        pieces: [Piece(point: .init(year: year), range: start..<number.end)], end: number.end)
    }
    return nil
  }

  /// What makes even a four-digit number a length of time (2000年以上).
  private static let lengths: [DateWords.Word<Bool>] = ["以上", "間", "余り", "問題"].map {
    DateWords.Word($0, true)
  }

  /// Reads 22/09/30, 23年10月, 04年 and 80年代.
  private func shortYearReading(_ number: Numeral, start: Int) -> Reading? {
    let before = text.scalar(start - 1)
    guard !Self.isLatin(before), ![0x2E, 0x2D].contains(before) else { return nil }
    if let signs = separated(number, separators: [0x2F]), signs.day != nil {
      let point = DatePoint(year: .short(number.value), month: signs.month, day: signs.day)
      return Reading(pieces: [Piece(point: point, range: start..<signs.end)], end: signs.end)
    }
    guard text.scalar(number.end) == Self.year else { return nil }
    let point = DatePoint(year: .short(number.value))
    guard let reading = single(point, start: start, afterYear: number.end + 1),
      let first = reading.pieces.first?.point
    else { return nil }
    if first.part?.isDecade == true { return number.value % 10 == 0 ? reading : nil }
    let isLikely = number.hasLeadingZero || number.value >= 13
    if first.month != nil { return isLikely ? reading : nil }
    if case .season = first.part { return isLikely ? reading : nil }
    // 04年 alone: only a year is written with a zero in front.
    return number.hasLeadingZero && text.word(of: DateWords.durations, at: number.end + 1) == nil
      ? reading : nil
  }

  /// Reads 5年度補正 and 23年度予算: a fiscal year without its era, where the words tell it is one.
  private func bareFiscalYear(_ number: Numeral, start: Int, unit: Int) -> Reading? {
    guard text.scalar(unit) == Self.year, text.scalar(unit + 1) == Self.degree, number.value > 0,
      !number.isKanji
    else { return nil }
    let after = text.skippingSpaces(unit + 2)
    guard
      text.word(of: Self.budgetWords, at: after) != nil
        || text.hasPrefix([0x7B2C], at: after)
        || (number.value >= 13 && text.word(of: DateWords.durations, at: after) == nil
          && !Self.countsBefore.contains(text.scalar(start - 1)))
    else { return nil }
    return single(.init(year: .bare(number.value)), start: start, afterYear: unit + 1)
  }

  /// Code points before a number of fiscal years that is a count (各3年度, 計20年度).
  private static let countsBefore = ScalarSet([0x5404, 0x8A08, 0x8907, 0x6570])

  // MARK: Months alone

  /// Reads 12月20日, 9月 and 1～3月, but not 6月間 or 三月以内.
  private func bareMonth(_ number: Numeral, start: Int) -> Reading? {
    let before = text.scalar(start - 1)
    guard ![Self.year, 0x6BCE, 0x2F, 0x2D].contains(before), number.digits <= 2 || number.isKanji
    else { return nil }
    guard var reading = months(DatePoint(), start: start, at: start) else {
      return monthAndDay(number, start: start)
    }
    guard let first = reading.pieces.first else { return nil }
    let months = reading.pieces.compactMap(\.point.month)
    guard first.point.day != nil || months.allSatisfy({ (1...12).contains($0) }) else { return nil }
    if first.point.day == nil, first.point.part == nil {
      if number.isKanji { return nil }
      if let length = text.word(of: DateWords.durations, at: reading.end),
        !text.hasPrefix([0x524D, 0x534A], at: reading.end), length.end > 0
      {
        return nil
      }
    }
    reading.pieces[0].range = start..<first.range.upperBound
    return reading
  }

  /// Reads 6/4（火）: a month and a day with a stroke, known by the day of the week.
  private func monthAndDay(_ number: Numeral, start: Int) -> Reading? {
    guard !number.isKanji, (1...12).contains(number.value), text.scalar(number.end) == 0x2F,
      let day = Numeral(text, at: number.end + 1), !day.isKanji, (1...31).contains(day.value),
      text.scalar(day.end) == 0x28, DateWords.weekdays.contains(text.scalar(day.end + 1)),
      [0x29, 0x66DC, 0x30FB].contains(text.scalar(day.end + 2))
    else { return nil }
    let point = DatePoint(month: number.value, day: day.value)
    return Reading(pieces: [Piece(point: point, range: start..<day.end)], end: day.end)
  }

  // MARK: Shared pieces

  /// Returns a reading of one date whose 年 ends before `afterYear`.
  func single(_ point: DatePoint, start: Int, afterYear: Int) -> Reading? {
    afterYearReading(point, start: start, at: afterYear)
  }

  /// Whether a span stands between brackets, spaces or signs, not inside a longer number.
  private func isAlone(_ range: Range<Int>) -> Bool {
    let before = text.scalar(range.lowerBound - 1)
    let after = text.scalar(range.upperBound)
    return (before == 0 || [0x28, 0x20, 0x0A, 0x3010, 0x3001, 0x7E].contains(before))
      && (after == 0 || [0x29, 0x0A, 0x3011, 0x3001, 0x7E, 0x301C, 0x20].contains(after))
  }

  /// Reads Q1 or 1Q after a year.
  private func letterQuarter(at index: Int) -> (value: Int, end: Int)? {
    let at = text.skippingSpaces(index)
    if text.scalar(at) == 0x51, let number = Numeral(text, at: at + 1),
      (1...4).contains(number.value),
      number.digits == 1
    {
      return (number.value, number.end)
    }
    return nil
  }
}
