/// A field of a Word text: its instruction, and what is printed where it has no result of its own.
///
/// See ECMA-376 17.16.5.
struct DOCXField: Sendable {
  var instruction = ""
  /// Whether its result has begun.
  var isResult = false
  /// Whether its result holds words.
  var hasWords = false

  /// The first word of the instruction: `TOC`, `PAGE`.
  var command: String {
    instruction.split(separator: " ").first.map { $0.uppercased() } ?? ""
  }

  /// What Word draws from the instruction itself, as it ends without words of its own.
  var drawn: String {
    guard !hasWords else { return "" }
    let words = instruction.split(separator: " ", omittingEmptySubsequences: true)
    switch command {
    case "EQ":
      var reading = EquationReading(instruction)
      return reading.text()
    case "MACROBUTTON": return words.dropFirst(2).joined(separator: " ")
    case "SYMBOL":
      guard words.count > 1, let code = Self.number(words[1]), let scalar = Unicode.Scalar(code)
      else { return "" }
      let font = instruction.firstRange(of: "\\f").map {
        instruction[$0.upperBound...].drop { $0 == " " || $0 == "\"" }.prefix {
          $0 != "\"" && $0 != "\\"
        }
      }
      return SymbolFonts.text(
        String(scalar), font: font.map { String($0).trimmingSpaces() })
    default: return ""
    }
  }

  /// `168`, or `0xA8`.
  private static func number(_ word: Substring) -> UInt32? {
    word.lowercased().hasPrefix("0x") ? UInt32(word.dropFirst(2), radix: 16) : UInt32(word)
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    split(separator: " ").joined(separator: " ")
  }
}

/// Reads the instruction of an equation field: `EQ \o\ad(\s\up 10(きし),岸)`.
///
/// Older programs of Word set readings above their base (`\o` with `\s\up`) and encircled characters
/// (`\o\ac(○,1)`) so. Of what is set over each other the last is read: the base.
private struct EquationReading {
  private let scalars: [Unicode.Scalar]
  private var i = 0
  private static let deepest = 32

  init(_ instruction: String) {
    scalars = Array(instruction.unicodeScalars.drop { $0 == " " }.dropFirst(2))
  }

  mutating func text() -> String {
    var text = ""
    while i < scalars.count { text += sequence(depth: 0) + closing() }
    return text.split(separator: " ").joined(separator: " ")
  }

  /// A bracket or separator that ends no command is a character.
  private mutating func closing() -> String {
    guard i < scalars.count else { return "" }
    defer { i += 1 }
    return String(scalars[i])
  }

  /// Reads to a separator or the end of the bracket.
  private mutating func sequence(depth: Int) -> String {
    var text = ""
    while i < scalars.count, ![",", ";", ")"].contains(scalars[i]) {
      if scalars[i] == "\\", i + 1 < scalars.count {
        text += command(depth: depth)
      } else if scalars[i] == "(", depth < Self.deepest {
        text += "(" + arguments(depth: depth).joined(separator: ",") + ")"
      } else {
        text.unicodeScalars.append(scalars[i])
        i += 1
      }
    }
    return text
  }

  /// Reads `\o\ad(…)`, an option `\* jc2` or an escaped character.
  private mutating func command(depth: Int) -> String {
    guard scalars[i + 1].properties.isAlphabetic else {
      let isOption = scalars[i + 1] == "*"
      i += 2
      guard isOption else { return String(scalars[i - 1]) }
      skipOption()
      return ""
    }
    let name = scalars[i + 1].properties.lowercaseMapping
    // The command with its options, up to its bracket.
    while i < scalars.count, ![",", ";", ")", "("].contains(scalars[i]) { i += 1 }
    guard i < scalars.count, scalars[i] == "(", depth < Self.deepest else { return "" }
    let parts = arguments(depth: depth)
    switch name {
    case "o":
      let base = parts.last ?? ""
      if parts.first == "○", let number = Int(base), (1...50).contains(number) {
        return NumberFormat.text(number, "decimalEnclosedCircle")
      }
      return base
    case "f": return parts.joined(separator: "/")
    case "r": return "√" + (parts.last ?? "")
    default: return parts.joined()
    }
  }

  /// Reads what stands in the bracket here.
  private mutating func arguments(depth: Int) -> [String] {
    i += 1
    var parts: [String] = []
    while true {
      parts.append(sequence(depth: depth + 1))
      guard i < scalars.count else { return parts }
      i += 1
      if scalars[i - 1] == ")" { return parts }
    }
  }

  /// Passes over `jc2`, or `"Font:…"`.
  private mutating func skipOption() {
    while i < scalars.count, scalars[i] == " " { i += 1 }
    let isQuoted = i < scalars.count && scalars[i] == "\""
    if isQuoted { i += 1 }
    while i < scalars.count, isQuoted ? scalars[i] != "\"" : scalars[i] != " " { i += 1 }
    i += 1
  }
}
