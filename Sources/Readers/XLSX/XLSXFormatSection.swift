import DocumentModel

/// One of the sections of a number format that `;` parts.
struct XLSXFormatSection: Sendable {
  enum Token: Sendable, Equatable {
    case literal(String)
    /// `0`, `#` or `?`.
    case digit(Unicode.Scalar)
    case point, comma, percent, general
    /// `E+`: the digits behind it are the exponent's.
    case exponent
    /// A run of one letter of a date: `yyyy`, `m`, `ggg`.
    case date(letter: Unicode.Scalar, count: Int)
    /// `[h]`: hours that don't end with the day.
    case elapsed(Unicode.Scalar)
    /// `AM/PM`, or `A/P`.
    case halfDay(isShort: Bool)
    /// `.0` behind seconds.
    case secondFraction(Int)
  }

  /// `[>=100]`.
  struct Condition: Sendable {
    var comparison: String
    var limit: Double

    func holds(for value: Double) -> Bool {
      switch comparison {
      case "<": value < limit
      case "<=": value <= limit
      case ">": value > limit
      case ">=": value >= limit
      case "=": value == limit
      default: value != limit
      }
    }
  }

  private(set) var tokens: [Token] = []
  private(set) var condition: Condition?

  /// Whether it prints a day or a time.
  var isDate: Bool {
    tokens.contains {
      switch $0 {
      case .date, .elapsed, .halfDay: true
      default: false
      }
    }
  }

  /// Reads the sections of a code; none for an empty one.
  static func sections(of code: [Unicode.Scalar]) -> [XLSXFormatSection] {
    guard !code.isEmpty else { return [] }
    var sections: [XLSXFormatSection] = []
    var i = 0
    while i <= code.count {
      var section = XLSXFormatSection()
      section.read(code, &i)
      sections.append(section)
      i += 1
    }
    return sections
  }

  /// Reads to the next `;` or the end.
  private mutating func read(_ code: [Unicode.Scalar], _ i: inout Int) {
    while i < code.count, code[i] != ";" {
      let scalar = code[i]
      switch scalar {
      case "\"":
        let end = code[(i + 1)...].firstIndex(of: "\"") ?? code.count
        append(code[(i + 1)..<end])
        i = min(end + 1, code.count)
        continue
      case "\\", "!":
        if i + 1 < code.count { append(code[(i + 1)...(i + 1)]) }
        i += 2
        continue
      case "_":
        i += 2
        continue
      case "*":
        i += 2
        continue
      case "[":
        guard let end = code[i...].firstIndex(of: "]") else {
          append(code[i...i])
          break
        }
        readBracket(code[(i + 1)..<end])
        i = end + 1
        continue
      case "0", "#", "?": tokens.append(.digit(scalar))
      case ".":
        if case .date(let letter, _)? = tokens.last, letter == "s" {
          let count = code[(i + 1)...].prefix { $0 == "0" }.count
          if count > 0 {
            tokens.append(.secondFraction(min(count, 3)))
            i += 1 + count
            continue
          }
        }
        tokens.append(.point)
      case ",": tokens.append(.comma)
      case "%": tokens.append(.percent)
      case "E" where i + 1 < code.count && (code[i + 1] == "+" || code[i + 1] == "-"):
        tokens.append(.exponent)
        i += 2
        continue
      case "A", "a":
        if let count = halfDay(code[i...]) {
          tokens.append(.halfDay(isShort: count == 3))
          i += count
          continue
        }
        i += readDate(code[i...])
        continue
      case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "g", "e", "r", "b", "B":
        i += readDate(code[i...])
        continue
      case "G" where Self.starts(code[i...], with: "general"):
        tokens.append(.general)
        i += 7
        continue
      case "@": tokens.append(.general)
      default: append(code[i...i])
      }
      i += 1
    }
  }

  private mutating func append(_ scalars: ArraySlice<Unicode.Scalar>) {
    tokens.append(.literal(String(scalars: scalars)))
  }

  /// A run of one letter; returns how many scalars it takes.
  private mutating func readDate(_ code: ArraySlice<Unicode.Scalar>) -> Int {
    func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
      scalar.properties.isUppercase
        ? scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar : scalar
    }
    guard let first = code.first else { return 1 }
    let letter = lower(first)
    let count = code.prefix { lower($0) == letter }.count
    // `a` alone is no token: `aaa` is the day of the week.
    if letter == "a", count < 3 {
      append(code.prefix(count))
    } else {
      tokens.append(.date(letter: letter, count: count))
    }
    return count
  }

  /// The length of `AM/PM` or `A/P` at the start; nil where it isn't there.
  private func halfDay(_ code: ArraySlice<Unicode.Scalar>) -> Int? {
    Self.starts(code, with: "am/pm") ? 5 : Self.starts(code, with: "a/p") ? 3 : nil
  }

  private static func starts(_ code: ArraySlice<Unicode.Scalar>, with word: String) -> Bool {
    code.prefix(word.unicodeScalars.count).count == word.unicodeScalars.count
      && String(scalars: code.prefix(word.unicodeScalars.count)).lowercased()
        == word
  }

  /// `[>=100]`, `[h]`, `[$¥-411]`, `[Red]`.
  private mutating func readBracket(_ words: ArraySlice<Unicode.Scalar>) {
    guard let first = words.first else { return }
    if first == "$" {
      let symbol = words.dropFirst().prefix { $0 != "-" }
      if !symbol.isEmpty { append(symbol) }
      let place = String(scalars: words.dropFirst(symbol.count + 2)).uppercased()
      // The long date and the time as the system prints them, whatever stands behind.
      if place == "F800" { isSystemDate = true }
      if place.hasSuffix("-X-GANNEN") { namesFirstYear = true }
    } else if "<>=".unicodeScalars.contains(first) {
      let comparison = words.prefix { "<>=".unicodeScalars.contains($0) }
      let limit = String(scalars: words.dropFirst(comparison.count))
      if let limit = Double(limit) {
        condition = Condition(
          comparison: String(scalars: comparison), limit: limit)
      }
    } else if words.count == 6, String(scalars: words.dropLast()).uppercased() == "DBNUM" {
      digits = words.last == "1" ? .kanji : words.last == "3" ? .wide : .plain
    } else if words.allSatisfy({ $0 == first }),
      ["h", "m", "s", "H", "M", "S"].contains(first)
    {
      tokens.append(.elapsed(first.properties.lowercaseMapping.unicodeScalars.first ?? first))
    }
  }

  /// Whether the day is printed in the long form of the system.
  private(set) var isSystemDate = false
  /// In which digits numbers are printed.
  enum Digits: Sendable { case plain, kanji, wide }
  private(set) var digits = Digits.plain

  /// Returns a number with its ASCII digits one by one in those of the section.
  func inOwnDigits(_ text: String) -> String {
    guard digits != .plain else { return text }
    return text.unicodeScalars.map { scalar -> String in
      guard (0x30...0x39).contains(scalar.value) else { return String(scalar) }
      let value = Int(scalar.value - 0x30)
      return digits == .kanji ? KanjiNumeral.digits[value] : wideDigits[value]
    }.joined()
  }

  /// Whether the first year of an era is 元年.
  private(set) var namesFirstYear = false
}

private let wideDigits = "０１２３４５６７８９".unicodeScalars.map { String($0) }
