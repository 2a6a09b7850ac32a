import DocumentModel
import TextNormalization

/// Names by their folded characters, found as the longest at each place of a text.
///
/// Names are told without ・, which people set or leave out (ウラノス・エコシステム): texts are looked
/// through by their `nameKey`.
struct NameIndex<Value: Sendable>: Sendable {
  /// A name found in a text.
  struct Match {
    /// Code points of the key.
    var range: Range<Int>
    var value: Value
  }

  private var values: [[UInt32]: Value] = [:]
  private var lengths: [UInt32: [Int]] = [:]

  /// Folds the names; of equal names the first counts.
  init(_ names: [(String, Value)], folding: SearchFolding) {
    for (name, value) in names {
      let key = folding.fold(name).nameKey.scalars
      guard let head = key.first, values[key] == nil else { continue }
      values[key] = value
      if lengths[head]?.contains(key.count) != true { lengths[head, default: []].append(key.count) }
    }
    for head in lengths.keys { lengths[head]?.sort(by: >) }
  }

  subscript(name: [UInt32]) -> Value? { values[name] }

  /// Returns the longest names from left to right, without overlap.
  ///
  /// A name that begins or ends in a letter or digit must begin or end a run of them, and so with
  /// katakana, except for a name of four kana or more that has no other characters (in
  /// サイバーセキュリティリスク).
  func matches(in text: [UInt32]) -> [Match] {
    var matches: [Match] = []
    var i = 0
    scan: while i < text.count {
      for length in lengths[text[i]] ?? [] where i + length <= text.count {
        let end = i + length
        if Self.cuts(text, at: i, name: i..<end) || Self.cuts(text, at: end, name: i..<end) {
          continue
        }
        if let value = values[Array(text[i..<end])] {
          matches.append(Match(range: i..<end, value: value))
          i = end
          continue scan
        }
      }
      i += 1
    }
    return matches
  }

  /// Whether the end of a name cuts a run that must stay whole.
  private static func cuts(_ text: [UInt32], at place: Int, name: Range<Int>) -> Bool {
    guard place > 0, place < text.count else { return false }
    let (before, after) = (text[place - 1], text[place])
    if SearchCharacterClass.of(before) == .word, SearchCharacterClass.of(after) == .word {
      return true
    }
    guard SearchText.isKatakana(before), SearchText.isKatakana(after) else {
      return false
    }
    return name.count < 4 || !text[name].allSatisfy(SearchText.isKatakana)
  }
}
