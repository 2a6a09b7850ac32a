import DocumentModel

/// The number or mark at the start of a line, as government texts number their parts.
struct NumberLabel: Sendable, Equatable {
  /// The form of the number, in the order in which the forms usually nest.
  enum Scheme: Int, Sendable, Comparable, CaseIterable {
    /// 第1章, 第2部.
    case chapter
    /// 第1, 第2節.
    case section
    /// Ⅰ, Ⅱ．, II.
    case roman
    /// 1., 2 , 4-2-1.
    case decimal
    /// (1), ⑴, 1).
    case parenthesized
    /// ①, Ⅱ－①.
    case circled
    /// ア, (ア), イ.
    case kana
    /// (a), b), A.
    case letter
    /// 一., (二).
    case kanji

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  var scheme: Scheme
  /// The numbers from the outer to the inner: `[4, 2, 1]` for 4-2-1.
  var ordinals: [Int]
  /// Code points of the label with the white space after it.
  var length: Int
  /// Whether only a space sets the number apart (`1 産業支援策`), which alone proves little.
  var isBare = false
  /// Whether brackets hold a number that may stand without them: (ア), (a), （一）.
  var isBracketed = false
  /// The unit that a number behind 第 counts: 部, 編, 章, 節, 款; 0 for any other.
  var unit: UInt32 = 0

  /// Whether it numbers a part of what another numbers, as 2.1 does of 2.
  func isPart(of other: NumberLabel) -> Bool {
    scheme == other.scheme && ordinals.count > other.ordinals.count
      && ordinals.starts(with: other.ordinals)
  }
}

/// Reads the numbering of government texts: 第1, Ⅰ, 1., (1), ①, ア, (a), 一.
///
/// A number that belongs to the words (2024年, 5.5兆円, 27の重要技術) is no label.
struct NumberingGrammar: Sendable {
  /// Returns the label at the start of a range of code points, or nil where it starts with words.
  func label(at range: Range<Int>, in text: ScalarText) -> NumberLabel? {
    var reader = Reader(text: text, range: range)
    guard var label = reader.label() else { return nil }
    reader.skipSpaces()
    label.length = reader.position - range.lowerBound
    return label
  }

  private struct Reader {
    let text: ScalarText
    let range: Range<Int>
    var position: Int

    init(text: ScalarText, range: Range<Int>) {
      self.text = text
      self.range = range
      position = range.lowerBound
    }

    func peek(_ ahead: Int = 0) -> UInt32? {
      let index = position + ahead
      return index < range.upperBound ? text.scalars[index] : nil
    }

    mutating func skipSpaces() {
      while let c = peek(), CharacterClass.isSpace(c) { position += 1 }
    }

    mutating func label() -> NumberLabel? {
      guard let first = peek() else { return nil }
      switch first {
      case 0x7B2C: return ordinal()
      case 0x28: return bracketed()
      case 0x2160...0x216B: return roman(Int(first - 0x2160) + 1)
      case 0x2460...0x2473: return single(.circled, Int(first - 0x2460) + 1)
      case 0x24EA: return single(.circled, 0)
      case 0x3251...0x325F: return single(.circled, Int(first - 0x3251) + 21)
      case 0x2474...0x2487: return single(.parenthesized, Int(first - 0x2474) + 1)
      case 0x2776...0x277F: return single(.circled, Int(first - 0x2776) + 1)
      case 0x249C...0x24B5: return single(.letter, Int(first - 0x249C) + 1, isBracketed: true)
      case 0x3220...0x3229: return single(.kanji, Int(first - 0x3220) + 1, isBracketed: true)
      case 0x30...0x39: return decimal()
      default: return lettered(first)
      }
    }

    private mutating func single(
      _ scheme: NumberLabel.Scheme, _ ordinal: Int, isBracketed: Bool = false
    ) -> NumberLabel {
      position += 1
      skipFullStop()
      return NumberLabel(
        scheme: scheme, ordinals: [ordinal], length: 0, isBracketed: isBracketed)
    }

    /// 第3章, 第1節, 第2 基本的な考え方; not 第3条 or 第1次.
    private mutating func ordinal() -> NumberLabel? {
      position += 1
      guard let number = number() else { return nil }
      switch peek() {
      case .some(let unit) where [0x7AE0, 0x90E8, 0x7DE8].contains(unit):
        position += 1
        return NumberLabel(scheme: .chapter, ordinals: [number], length: 0, unit: unit)
      case .some(let unit) where [0x7BC0, 0x6B3E].contains(unit):
        position += 1
        return NumberLabel(scheme: .section, ordinals: [number], length: 0, unit: unit)
      case .some(let c) where CharacterClass.isSpace(c) || isFullStop(c):
        skipFullStop()
        return NumberLabel(scheme: .section, ordinals: [number], length: 0)
      default: return nil
      }
    }

    /// (1), （ア）, (a), (iv), （一）.
    private mutating func bracketed() -> NumberLabel? {
      position += 1
      guard let inner = peek() else { return nil }
      var label: NumberLabel?
      if let number = arabic(), number < 100 {
        label = NumberLabel(scheme: .parenthesized, ordinals: [number], length: 0)
      } else if let ordinal = Self.kana.firstIndex(of: inner) {
        position += 1
        label = NumberLabel(scheme: .kana, ordinals: [ordinal + 1], length: 0)
      } else if let number = kanji() {
        label = NumberLabel(scheme: .kanji, ordinals: [number], length: 0)
      } else {
        label = latin()
      }
      guard peek() == 0x29 else { return nil }
      position += 1
      if label?.scheme != .parenthesized { label?.isBracketed = true }
      return label
    }

    /// Ⅰ, Ⅲ．, Ⅱ－①.
    private mutating func roman(_ number: Int) -> NumberLabel? {
      position += 1
      let isDashed = peek().map(Self.dashes.contains)
      if isDashed == true, let next = peek(1), (0x2460...0x2473).contains(next) {
        position += 2
        skipFullStop()
        return NumberLabel(
          scheme: .circled, ordinals: [number, Int(next - 0x2460) + 1], length: 0)
      }
      guard let next = peek(), isFullStop(next) || CharacterClass.isSpace(next) else { return nil }
      skipFullStop()
      return NumberLabel(scheme: .roman, ordinals: [number], length: 0)
    }

    /// 1., １．, 4-2-1, 1.2 , 1) and, weakly, `1 産業支援策`.
    private mutating func decimal() -> NumberLabel? {
      guard let first = arabic(), first < 100 else { return nil }
      var ordinals = [first]
      while let separator = peek(), separator == 0x2E || Self.dashes.contains(separator),
        ordinals.count < 6,
        let digit = peek(1), CharacterClass.isDigit(digit)
      {
        position += 1
        guard let next = arabic(), next < 100 else { return nil }
        ordinals.append(next)
      }
      guard let next = peek() else { return nil }
      if next == 0x29, ordinals.count == 1 {
        position += 1
        return NumberLabel(scheme: .parenthesized, ordinals: ordinals, length: 0)
      }
      if isFullStop(next), peek(1).map(CharacterClass.isDigit) != true {
        skipFullStop()
        return NumberLabel(scheme: .decimal, ordinals: ordinals, length: 0)
      }
      let isSpaced = CharacterClass.isSpace(next)
      if ordinals.count > 1 {
        // 2-1外国にある第三者: the words may follow at once, a unit (5.5兆円) may not.
        guard isSpaced || text.scalars[range.lowerBound..<position].contains(0x2D) else {
          return nil
        }
        return NumberLabel(scheme: .decimal, ordinals: ordinals, length: 0)
      }
      // 3 AIの利用 is numbered, 3 kg is counted.
      guard isSpaced, let word = peek(1),
        CharacterClass.isJapanese(word) || (isCapital(word) && peek(2).map(isCapital) == true)
      else { return nil }
      return NumberLabel(scheme: .decimal, ordinals: ordinals, length: 0, isBare: true)
    }

    /// ア 技術, イ．, 一．, a), B.
    private mutating func lettered(_ first: UInt32) -> NumberLabel? {
      if let ordinal = Self.kana.firstIndex(of: first), let next = peek(1),
        CharacterClass.isSpace(next) || isFullStop(next) || next == 0x29
      {
        position += 2
        return NumberLabel(scheme: .kana, ordinals: [ordinal + 1], length: 0)
      }
      let start = position
      if let number = kanji(), let next = peek() {
        if isFullStop(next) {
          skipFullStop()
          return NumberLabel(scheme: .kanji, ordinals: [number], length: 0)
        }
        // 二　用語の定義, but not 一　般, a word spread over its line.
        if CharacterClass.isSpace(next), isWide(position), let first = peek(1),
          let second = peek(2), CharacterClass.isJapanese(first), CharacterClass.isJapanese(second)
        {
          return NumberLabel(scheme: .kanji, ordinals: [number], length: 0, isBare: true)
        }
      }
      position = start
      // ａ．運用管理, A.運用管理: a full-width letter or a capital needs no space behind its stop.
      let isSetOff = isWide(start) || isCapital(first)
      guard let label = latin(), let next = peek(),
        next == 0x29
          || (isFullStop(next)
            && peek(1).map({
              CharacterClass.isSpace($0) || (isSetOff && CharacterClass.isJapanese($0))
            })
              == true)
      else { return nil }
      position += 1
      return label
    }

    private mutating func latin() -> NumberLabel? {
      guard let c = peek() else { return nil }
      if (0x2170...0x217B).contains(c) {
        position += 1
        return NumberLabel(scheme: .letter, ordinals: [Int(c - 0x2170) + 1], length: 0)
      }
      let numerals: [(String, Int)] = [
        ("viii", 8), ("vii", 7), ("iii", 3), ("iv", 4), ("vi", 6), ("ix", 9), ("ii", 2), ("i", 1),
        ("v", 5), ("x", 10),
      ]
      for (word, value) in numerals {
        let pattern = word.unicodeScalars.map(\.value)
        let after = position + pattern.count
        if text.hasPrefix(pattern, at: position), after < range.upperBound,
          !CharacterClass.isLatin(text.scalars[after])
        {
          position = after
          return NumberLabel(scheme: .letter, ordinals: [value], length: 0)
        }
      }
      guard (0x61...0x7A).contains(c) || (0x41...0x5A).contains(c) else { return nil }
      position += 1
      return NumberLabel(scheme: .letter, ordinals: [Int((c | 0x20) - 0x61) + 1], length: 0)
    }

    private mutating func number() -> Int? { arabic() ?? kanji() }

    private mutating func arabic() -> Int? {
      var value = 0
      let start = position
      while let c = peek(), CharacterClass.isDigit(c), position - start < 3 {
        value = value * 10 + Int(c - 0x30)
        position += 1
      }
      return position > start ? value : nil
    }

    private mutating func kanji() -> Int? {
      var value = 0
      let start = position
      while let c = peek(), let digit = Self.kanjiDigits[c] {
        value = digit == 10 ? max(value, 1) * 10 : (value % 10 == 0 ? value + digit : digit)
        position += 1
      }
      return position > start ? value : nil
    }

    /// Whether the character takes a full square, which its folded code point no longer tells.
    private func isWide(_ i: Int) -> Bool { text.offsets[i + 1] - text.offsets[i] == 3 }

    private func isCapital(_ c: UInt32) -> Bool { (0x41...0x5A).contains(c) }

    private func isFullStop(_ c: UInt32) -> Bool { c == 0x2E || c == 0xFF61 || c == 0x3001 }

    private mutating func skipFullStop() {
      if let c = peek(), isFullStop(c) { position += 1 }
    }

    /// - ‐ ‑ – — ― −, as they stand between numbers.
    private static let dashes: Set<UInt32> = [
      0x2D, 0x2010, 0x2011, 0x2013, 0x2014, 0x2015, 0x2212,
    ]
    private static let kana = "アイウエオカキクケコサシスセソ".unicodeScalars.map(\.value)
    private static let kanjiDigits: [UInt32: Int] = Dictionary(
      uniqueKeysWithValues: zip("一二三四五六七八九十".unicodeScalars.map(\.value), 1...10))
  }
}
