import DocumentModel

extension XLSXFormatSection {
  /// Returns a number as the section prints it, its sign before the first digit or literal.
  func numberText(of number: XLSXDecimal, isSigned: Bool) -> String {
    inOwnDigits(plainText(of: number, isSigned: isSigned))
  }

  private func plainText(of number: XLSXDecimal, isSigned: Bool) -> String {
    let sign = isSigned && number.isNegative && !number.isZero ? "-" : ""
    var number = number
    number.isNegative = false
    if tokens.contains(.general) {
      return sign
        + tokens.map { token in
          switch token {
          case .general:
            digits == .kanji
              ? Int(number.description).map { KanjiNumeral.text(of: $0) } ?? number.description
              : number.description
          case .literal(let words): words
          case .percent: "%"
          default: ""
          }
        }.joined()
    }
    guard let layout = DigitLayout(tokens) else {
      // A fraction, an exponent, or nothing but words: "非公表".
      let isWords = tokens.allSatisfy { if case .literal = $0 { true } else { false } }
      return isWords ? tokens.map(Self.words).joined() : sign + number.description
    }
    number.scale(by: 2 * layout.percents - 3 * layout.thousands)
    number.roundFraction(to: layout.decimals.count)
    let text = layout.text(of: number)
    return number.isZero ? text : sign + text
  }

  private static func words(_ token: Token) -> String {
    if case .literal(let words) = token { words } else { "" }
  }
}

/// Where the digits of a number stand among the words of its format.
private struct DigitLayout {
  /// The tokens from the first to the last place of a whole digit, with words between.
  private var whole: [XLSXFormatSection.Token] = []
  private var before: [XLSXFormatSection.Token] = []
  private var after: [XLSXFormatSection.Token] = []
  /// The places behind the point.
  private(set) var decimals: [Unicode.Scalar] = []
  private var hasPoint = false
  private var groups = false
  private(set) var percents = 0
  /// Commas behind the last digit: each divides by a thousand.
  private(set) var thousands = 0

  /// Reads the tokens; nil where they have no digits, an exponent or a fraction.
  init?(_ tokens: [XLSXFormatSection.Token]) {
    var isOpen = false
    for (index, token) in tokens.enumerated() {
      switch token {
      case .digit(let place):
        // 0 / 0: a fraction.
        if hasPoint {
          guard after.isEmpty else { return nil }
          decimals.append(place)
        } else {
          whole += after
          after = []
          whole.append(token)
        }
        isOpen = true
      case .point where !hasPoint:
        hasPoint = true
        isOpen = true
      case .comma where isOpen:
        let isLast = !tokens[(index + 1)...].contains {
          if case .digit = $0 { true } else { false }
        }
        if isLast { thousands += 1 } else { groups = true }
      case .exponent: return nil
      case .literal(let words):
        if words == "/", isOpen,
          tokens[(index + 1)...].contains(where: { if case .digit = $0 { true } else { false } })
        {
          return nil
        }
        if isOpen { after.append(token) } else { before.append(token) }
      case .percent:
        percents += 1
        if isOpen { after.append(.literal("%")) } else { before.append(.literal("%")) }
      default: break
      }
    }
    guard isOpen else { return nil }
  }

  /// Returns a number without its sign, rounded to the decimals.
  func text(of number: XLSXDecimal) -> String {
    var text = Self.words(before)
    var digits = number.whole[...]
    let places = whole.count { if case .digit = $0 { true } else { false } }
    var shown: [String] = []
    var position = 0
    var left = places
    for token in whole.reversed() {
      guard case .digit(let place) = token else {
        shown.append(Self.words([token]))
        continue
      }
      left -= 1
      // The first place takes all digits that are left.
      repeat {
        if let digit = digits.popLast() {
          if groups, position > 0, position.isMultiple(of: 3) { shown.append(",") }
          shown.append(String(digit))
        } else if place == "0" {
          if groups, position > 0, position.isMultiple(of: 3) { shown.append(",") }
          shown.append("0")
        }
        position += 1
      } while left == 0 && !digits.isEmpty
    }
    text += shown.reversed().joined()
    let fraction = number.fraction
    var decimals = ""
    for (index, place) in self.decimals.enumerated() {
      if index < fraction.count {
        decimals += String(fraction[index])
      } else if place == "0" || self.decimals[index...].contains("0") {
        decimals += "0"
      }
    }
    if hasPoint, places == 0, text.isEmpty || decimals.isEmpty { text += "0" }
    if hasPoint, !decimals.isEmpty { text += "." + decimals }
    return text + Self.words(after)
  }

  private static func words(_ tokens: [XLSXFormatSection.Token]) -> String {
    tokens.map { if case .literal(let words) = $0 { words } else { "" } }.joined()
  }
}
