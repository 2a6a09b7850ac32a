/// Tells text from what comes out of a font without a map to characters.
///
/// Such a font gives glyph numbers as if they were code points: control characters, private use,
/// accented letters, and letters of many scripts side by side. A symbol font's private codes
/// (U+F020 to U+F0FF) are bullets and are repaired elsewhere. Text that was once decoded as another
/// encoding (縺ゅ→) can't be read either.
package struct LegibilityJudge: Sendable {
  package init() {}

  /// Returns how many of the characters can't be meant, and how many there are.
  package func garbled(in text: String) -> (count: Int, of: Int) {
    var count = 0
    var all = 0
    var foreign: [Int: Int] = [:]
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      all += 1
      switch kind(of: scalar) {
      case .usual: break
      case .broken: count += 1
      case .foreign(let script): foreign[script, default: 0] += 1
      }
    }
    // Words of one other script are a quotation; letters of several in one place are noise.
    if foreign.count >= 3 { count += foreign.values.reduce(0, +) }
    count += text.utf8.count >= 6 ? glyphCodes(in: text) : 0
    if MojibakeSigns().mark(text) { count = all }
    return (min(count, all), all)
  }

  /// Whether a third of the characters or more can't be meant.
  package func isGarbled(_ text: String) -> Bool {
    let found = garbled(in: text)
    return found.count >= 2 && found.count * 3 >= found.of
  }

  private enum Kind { case usual, broken, foreign(script: Int) }

  private func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0xF020...0xF0FF: return .usual
    case 0..<0x20, 0x7F...0x9F, 0xFFFD, 0xE000...0xF8FF, 0xF0000...0x10FFFD: return .broken
    case 0x20..<0x100, 0x2000...0x33FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFE00...0xFE4F,
      0xFF00...0xFFEF, 0x1F000...0x1FAFF, 0x20000...0x3FFFF:
      return scalar.properties.generalCategory == .unassigned ? .broken : .usual
    default:
      if scalar.properties.generalCategory == .unassigned { return .broken }
      return .foreign(script: block(of: scalar.value))
    }
  }

  /// Blocks of 128 code points, those of the larger scripts drawn together.
  private func block(of value: UInt32) -> Int {
    switch value {
    case 0x100...0x36F: 0
    case 0x370...0x3FF: 1
    case 0x400...0x52F: 2
    case 0xAC00...0xD7AF, 0x1100...0x11FF: 3
    default: Int(value >> 7) + 8
    }
  }

  /// The characters of glyph codes such as (cid:123).
  private func glyphCodes(in text: String) -> Int {
    var count = 0
    var rest = Array(text.utf8)[...]
    let mark = Array("(cid:".utf8)
    while let start = rest.indices.first(where: { rest[$0...].starts(with: mark) }) {
      guard let end = rest[start...].firstIndex(of: 0x29) else { break }
      if rest[(start + 5)..<end].allSatisfy({ (0x30...0x39).contains($0) }) {
        count += end + 1 - start
      }
      rest = rest[(end + 1)...]
    }
    return count
  }
}
