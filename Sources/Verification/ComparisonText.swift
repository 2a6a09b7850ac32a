import DocumentModel
package import TextNormalization

/// A text as it is compared with another: what a drafter may rightly set otherwise is set alike.
///
/// White space and line ends are left out. Width, case, radicals and 旧字体 are folded as for search;
/// kanji numerals become Arabic digits and lose their thousands separators; `，` and `．` become 、 and
/// 。; 『』 become 「」, since a quotation within a quotation changes its brackets. 公用文作成の考え方
/// (2022) allows each of them when a text is quoted in horizontal writing.
package struct ComparisonText: Sendable {
  /// The folded code points.
  package private(set) var units: [UInt32] = []
  /// For each unit the bytes of the text it stands for.
  package private(set) var ranges: [Range<Int>] = []

  /// Folds a text; ranges count its bytes.
  package init(_ utf8: [UInt8], folding: SearchFolding) {
    let folded = folding.fold(utf8)
    let scalars = folded.scalars
    units.reserveCapacity(scalars.count)
    ranges.reserveCapacity(scalars.count)
    var i = 0
    while i < scalars.count {
      if let run = Self.kanjiNumber(scalars, at: i) {
        let range = folded.ranges[i].lowerBound..<folded.ranges[run.end - 1].upperBound
        for digit in String(run.value).unicodeScalars { append(digit.value, range) }
        i = run.end
        continue
      }
      if let unit = Self.unit(scalars, at: i) { append(unit, folded.ranges[i]) }
      i += 1
    }
  }

  private mutating func append(_ unit: UInt32, _ range: Range<Int>) {
    units.append(unit)
    ranges.append(range)
  }

  /// Returns the bytes that a range of units stands for.
  package func bytes(_ range: Range<Int>) -> Range<Int> {
    guard let first = ranges[range].first, let last = ranges[range].last else { return 0..<0 }
    return first.lowerBound..<last.upperBound
  }

  /// Returns the first unit that stands for bytes at or after a byte.
  func unit(at byte: Int) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Returns the ranges of units at which the units of another text stand.
  ///
  /// - Complexity: O(*n*) for ordinary text; the first two units are compared before the rest.
  package func occurrences(of other: ComparisonText, from start: Int = 0) -> [Range<Int>] {
    let (wanted, count) = (other.units, other.units.count)
    guard count > 0, units.count >= count, start >= 0 else { return [] }
    var found: [Range<Int>] = []
    var i = start
    while i + count <= units.count {
      if units[i] == wanted[0], units[i..<(i + count)].elementsEqual(wanted) {
        found.append(i..<(i + count))
        i += count
      } else {
        i += 1
      }
    }
    return found
  }

  private static func unit(_ scalars: [UInt32], at i: Int) -> UInt32? {
    let isBetweenDigits =
      i > 0 && i + 1 < scalars.count && isDigit(scalars[i - 1]) && isDigit(scalars[i + 1])
    switch scalars[i] {
    case 0x09, 0x0A, 0x0D, 0x20: return nil
    case 0x2C: return isBetweenDigits ? nil : 0x3001
    case 0x2E:
      let isInLatin = i > 0 && scalars[i - 1] < 0x80
      return isInLatin ? 0x2E : 0x3002
    case 0x300E: return 0x300C
    case 0x300F: return 0x300D
    default: return scalars[i]
    }
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  /// Returns the number that kanji numerals write from `start` on, with its end.
  private static func kanjiNumber(
    _ scalars: [UInt32], at start: Int
  ) -> (value: Int, end: Int)? {
    var numeral = KanjiNumeral()
    var end = start
    while end < scalars.count, end - start < 12, scalars[end] != zero, numeral.add(scalars[end]) {
      end += 1
    }
    return end > start ? (numeral.value, end) : nil
  }

  /// 零, which begins words (零細) and is never a digit of a quotation.
  private static let zero: UInt32 = 0x96F6

  /// Whether a code point is one that numbers are written with in kanji.
  static func isKanjiNumeral(_ scalar: UInt32) -> Bool {
    scalar != zero && (KanjiNumeral.digit(scalar) != nil || KanjiNumeral.unit(scalar) != nil)
  }
}
