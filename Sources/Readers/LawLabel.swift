import DocumentModel

/// Reads the labels of law text: 第二十四条の二, 三, ２, ②, 第八条から第十条まで.
enum LawLabel {
  /// Returns e-Gov's number of a label: `24_2`, `8:10` for a merged range; nil where it has none.
  static func number(of label: String) -> String? {
    var numbers: [[Int]] = []
    var current: [Int] = []
    var pending: Int?
    var digits = ""
    func value() -> Int? {
      defer { digits = "" }
      return digits.isEmpty ? nil : integer(digits)
    }
    for character in label {
      if isNumeral(character) {
        digits.append(character)
        continue
      }
      if let read = value() {
        pending = read
        current.append(read)
      }
      switch character {
      // 第二十四条の二 and 二十二条ノ二: a branch follows, so the number goes on.
      case "の", "ノ", "第", "条", "章", "節", "款", "目", "編", "号": break
      default:
        if pending != nil { numbers.append(current) }
        current = []
        pending = nil
      }
    }
    if let read = value() { current.append(read) }
    if !current.isEmpty { numbers.append(current) }
    guard let first = numbers.first else { return nil }
    let written = { (parts: [Int]) in parts.map(String.init).joined(separator: "_") }
    guard let last = numbers.last, numbers.count > 1 else { return written(first) }
    return "\(written(first)):\(written(last))"
  }

  private static func isNumeral(_ character: Character) -> Bool {
    character.wholeNumberValue != nil || "十百千".contains(character)
  }

  /// Returns the value of a run of numerals: 二十四, 二〇二四, ２, ⑫.
  private static func integer(_ numerals: String) -> Int {
    var numeral = KanjiNumeral()
    for scalar in numerals.unicodeScalars where !numeral.add(scalar.value) {
      if let digit = Character(scalar).wholeNumberValue { numeral.add(digit: digit) }
    }
    return numeral.value
  }
}
