import DocumentModel

extension XLSXFormatSection {
  /// Returns the day and time of a serial number; nil outside the years that a spreadsheet shows.
  func dateText(of serial: Double, is1904: Bool) -> String? {
    guard let moment = XLSXDay(serial: serial, is1904: is1904, unit: unit) else { return nil }
    if isSystemDate { return "\(moment.year)年\(moment.month)月\(moment.day)日" }
    let isHalved = tokens.contains { if case .halfDay = $0 { true } else { false } }
    let seconds = moment.milliseconds / 1000
    var text = ""
    for (index, token) in tokens.enumerated() {
      switch token {
      case .literal(let words): text += words
      case .date(let letter, let count):
        if letter == "m", isMinute(index) {
          text += own(Self.padded(seconds / 60 % 60, to: count), letter)
        } else {
          let isFirstYear = letter == "e" && moment.era.year == 1
          text +=
            isFirstYear && namesFirstYear
            ? "元" : own(Self.part(letter, count, of: moment, isHalved: isHalved), letter)
        }
      case .elapsed(let letter):
        let whole = Int(serial) * 86_400 + seconds
        text += String(letter == "h" ? whole / 3600 : letter == "m" ? whole / 60 : whole)
      case .halfDay(let isShort):
        let isMorning = seconds < 43_200
        text += isShort ? (isMorning ? "A" : "P") : (isMorning ? "AM" : "PM")
      case .secondFraction(let count):
        let all = Self.padded(moment.milliseconds % 1000, to: 3)
        text += "." + all.prefix(count)
      case .point: text += "."
      case .comma: text += ","
      case .percent: text += "%"
      case .digit, .general, .exponent: break
      }
    }
    return text
  }

  /// A part in the digits of the section: kanji count a day as 二十三, a year of the West as 二〇二四.
  private func own(_ part: String, _ letter: Unicode.Scalar) -> String {
    if digits == .kanji, letter != "y", let number = Int(part), number > 0 {
      return KanjiNumeral.text(of: number)
    }
    return inOwnDigits(part)
  }

  /// The smallest part of a second that is shown, in milliseconds; a whole one else.
  private var unit: Int {
    for token in tokens {
      if case .secondFraction(let count) = token { return count == 1 ? 100 : count == 2 ? 10 : 1 }
    }
    return 1000
  }

  /// Whether an `m` counts minutes: behind hours or before seconds.
  private func isMinute(_ index: Int) -> Bool {
    let before = tokens[..<index].last(where: Self.isPart)
    let after = tokens[(index + 1)...].first(where: Self.isPart)
    if case .date(let letter, _)? = before, letter == "h" { return true }
    if case .elapsed(let letter)? = before, letter == "h" { return true }
    if case .date(let letter, _)? = after, letter == "s" { return true }
    return false
  }

  private static func isPart(_ token: Token) -> Bool {
    switch token {
    case .date, .elapsed: true
    default: false
    }
  }

  private static func part(
    _ letter: Unicode.Scalar, _ count: Int, of moment: XLSXDay, isHalved: Bool
  ) -> String {
    let seconds = moment.milliseconds / 1000
    switch letter {
    case "y": return count <= 2 ? padded(moment.year % 100, to: 2) : padded(moment.year, to: 4)
    case "e": return padded(moment.era.year, to: count)
    case "g":
      let era = moment.era
      return count == 1 ? era.letter : count == 2 ? String(era.name.prefix(1)) : era.name
    case "r": return moment.era.name + padded(moment.era.year, to: count)
    case "b": return padded(moment.year + 543, to: 4)
    case "m":
      let name = months[moment.month - 1]
      switch count {
      case 1, 2: return padded(moment.month, to: count)
      case 3: return String(name.prefix(3))
      case 4: return name
      default: return String(name.prefix(1))
      }
    case "d":
      let name = weekdays[moment.weekday]
      return count <= 2 ? padded(moment.day, to: count) : count == 3 ? String(name.prefix(3)) : name
    case "a": return kanjiDays[moment.weekday] + (count > 3 ? "曜日" : "")
    case "h":
      let hour = seconds / 3600
      return padded(isHalved ? (hour + 11) % 12 + 1 : hour, to: count)
    case "s": return padded(seconds % 60, to: count)
    default: return ""
    }
  }

  private static func padded(_ number: Int, to count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, min(count, 4) - digits.count)) + digits
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let kanjiDays = ["日", "月", "火", "水", "木", "金", "土"]
}
