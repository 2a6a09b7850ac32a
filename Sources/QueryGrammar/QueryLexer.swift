import DocumentModel

/// One piece of a typed query.
enum QueryToken: Equatable {
  /// A word as typed; `isPrefix` where a `*` followed it.
  case word(String, isPrefix: Bool)
  /// The words between quotation marks.
  case phrase(String)
  /// A field and its value (`title:基本方針`).
  case field(QueryField, String, isQuoted: Bool)
  case or
  case and
  /// Stands between two words that must be near each other; nil for the usual distance.
  case near(Int?)
  case not
  case open
  case close
}

/// A field that a query may name, in English or Japanese.
enum QueryField: String, CaseIterable {
  case title, law, ministry, pillar, date, document

  init?(typed name: String) {
    switch name.lowercased() {
    case "title", "題名", "表題", "見出し": self = .title
    case "law", "法令", "法律", "根拠法令": self = .law
    case "ministry", "所管", "省庁": self = .ministry
    case "pillar", "柱": self = .pillar
    case "date", "日付": self = .date
    case "document", "doc", "文書": self = .document
    default: return nil
    }
  }
}

/// Cuts a typed query into words, phrases, fields and operators, in half and full width alike.
///
/// Marks that make no sense where they stand are left in the words.
struct QueryLexer {
  private let scalars: [Unicode.Scalar]
  /// The same with letters, digits and marks in half width.
  private let halved: [Unicode.Scalar]
  private let isSpaceAt: [Bool]
  private var position = 0
  private var tokens: [QueryToken] = []
  /// How many groups are open.
  private var depth = 0
  private let brackets: QueryBrackets

  static func tokens(of text: String) -> [QueryToken] {
    var lexer = QueryLexer(text)
    lexer.run()
    return lexer.tokens
  }

  private init(_ text: String) {
    // A control character in a query is never wanted, and a NUL would end the SQL string early.
    scalars = text.unicodeScalars.map {
      $0.properties.generalCategory == .control || $0 == "\u{2028}" || $0 == "\u{2029}" ? " " : $0
    }
    halved = scalars.map(Self.halfWidth)
    isSpaceAt = halved.map(\.properties.isWhitespace)
    brackets = QueryBrackets(halved)
  }

  private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0: " "
    case 0x201C, 0x201D, 0x201E, 0x301D, 0x301E, 0x301F: "\""
    case 0x2212, 0x2010, 0x2011, 0x2012, 0x2013: "-"
    default: scalar
    }
  }

  /// Returns a text with full-width letters, digits and marks in half width.
  static func halfWidth(_ text: String) -> String {
    String(scalars: text.unicodeScalars.map(halfWidth))
  }

  private func at(_ i: Int) -> Unicode.Scalar? {
    halved.indices.contains(i) ? halved[i] : nil
  }

  private func isSpace(_ i: Int) -> Bool { isSpaceAt.indices.contains(i) ? isSpaceAt[i] : true }

  private func string(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }

  /// Returns where the quotation that opens at `start` closes, or nil.
  private func closing(of start: Int) -> Int? {
    ["\"", "「", "『"].contains(at(start)) ? brackets.closing(of: start) : nil
  }

  private mutating func run() {
    while position < scalars.count {
      if isSpace(position) {
        position += 1
      } else if at(position) == "-", !isSpace(position + 1), at(position + 1) != "-" {
        tokens.append(.not)
        position += 1
      } else if at(position) == "(", groupEnd(of: position) != nil {
        tokens.append(.open)
        depth += 1
        position += 1
      } else if at(position) == ")", depth > 0 {
        tokens.append(.close)
        depth -= 1
        position += 1
      } else if let end = closing(of: position), isSpace(end + 1) || at(end + 1) == ")" {
        tokens.append(.phrase(string((position + 1)..<end)))
        position = end + 1
      } else {
        word()
      }
    }
  }

  /// A bracket groups only where alternatives or NEAR stand inside; else it is part of a name,
  /// 計画（案）.
  private func groupEnd(of start: Int) -> Int? {
    brackets.closing(of: start).flatMap {
      brackets.hasOperator(from: start, to: $0) ? $0 : nil
    }
  }

  private mutating func word() {
    let start = position
    if let field = field() {
      tokens.append(field)
      return
    }
    if nearGroup() { return }
    // A bracket of the word itself, 計画（案）, ends no group.
    var inner = 0
    while position < scalars.count, !isSpace(position) {
      if at(position) == "(" { inner += 1 }
      if at(position) == ")" {
        if inner == 0, depth > 0 { break }
        inner -= 1
      }
      if at(position) == "|", position > start { break }
      position += 1
      if at(position - 1) == "|" { break }
    }
    var end = position
    while end > start, at(end - 1) == "*" { end -= 1 }
    let word = string(start..<end)
    guard end == start || halved[start].isASCII else {
      tokens.append(.word(word, isPrefix: end < position))
      return
    }
    let plain = String(String.UnicodeScalarView(halved[start..<end]))
    switch plain {
    case "OR", "|", "||": tokens.append(.or)
    case "AND", "&", "&&": tokens.append(.and)
    case "NEAR": tokens.append(.near(nil))
    case "NOT": tokens.append(.not)
    case "": break
    default:
      if plain.hasPrefix("NEAR/"), let distance = Self.distance(plain.dropFirst(5)) {
        tokens.append(.near(distance))
      } else {
        tokens.append(.word(word, isPrefix: end < position))
      }
    }
  }

  /// Reads a number of characters, as far as a passage can be long.
  private static func distance(_ text: some StringProtocol) -> Int? {
    Int(text).flatMap { (0...100_000).contains($0) ? $0 : nil }
  }

  /// Reads `NEAR(備蓄 義務, 10)`, the number left out or not; false where something else stands.
  private mutating func nearGroup() -> Bool {
    let open = position + 4
    guard at(open) == "(",
      String(scalars: scalars[position..<open].map(Self.halfWidth)) == "NEAR",
      let close = (open..<scalars.count).first(where: { at($0) == ")" })
    else { return false }
    var end = close
    var distance: Int?
    if let comma = (open..<close).last(where: { at($0) == "," || scalars[$0] == "、" }) {
      let number = scalars[(comma + 1)..<close].map(Self.halfWidth).filter {
        !$0.properties.isWhitespace
      }
      distance = Self.distance(String(scalars: number))
      if distance != nil { end = comma }
    }
    let words = Self.tokens(of: string((open + 1)..<end)).filter {
      switch $0 {
      case .word, .phrase: true
      default: false
      }
    }
    guard words.count > 1 else { return false }
    for (i, word) in words.enumerated() {
      if i > 0 { tokens.append(.near(distance)) }
      tokens.append(word)
    }
    position = close + 1
    return true
  }

  /// No field has a longer name.
  private static let longestField = 16

  private mutating func field() -> QueryToken? {
    guard
      let colon = (position..<min(position + Self.longestField, scalars.count)).prefix(while: {
        !isSpace($0)
      }).first(where: {
        at($0) == ":"
      }), colon > position,
      let field = QueryField(
        typed: String(
          String.UnicodeScalarView(scalars[position..<colon].map(Self.halfWidth))))
    else { return nil }
    let start = colon + 1
    if let end = closing(of: start) {
      position = end + 1
      return .field(field, string((start + 1)..<end), isQuoted: true)
    }
    var end = start
    while end < scalars.count, !isSpace(end), !(at(end) == ")" && depth > 0) { end += 1 }
    guard end > start else { return nil }
    position = end
    return .field(field, string(start..<end), isQuoted: false)
  }
}
