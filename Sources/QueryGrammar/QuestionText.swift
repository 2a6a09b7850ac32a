import DocumentModel

/// A question with one character in the place of each name and spelling that the registry has.
///
/// So 漏えいの防止 is cut into the same words as 漏洩の防止, and 外国為替及び外国貿易法 is one word: what
/// the place stands for is written in its canonical form.
struct QuestionText {
  /// The text with the characters that stand for units.
  private(set) var text: String
  /// How many characters it has in canonical forms.
  private(set) var length: Int
  private var units: [Word] = []

  /// A part of the question: as typed, and as it is ranked by, which is the same for all spellings.
  struct Word: Equatable {
    var typed: String
    var canonical: String
  }

  /// Private use of the last plane, so that no typed character is taken for a unit.
  private static let firstUnit: UInt32 = 0x10_0000

  init(_ text: String, sites: [SpellingSite]) {
    let utf8 = Array(text.utf8)
    var out: [UInt8] = []
    var done = 0
    length = 0
    for site in sites {
      out += utf8[done..<site.range.lowerBound]
      done = site.range.upperBound
      switch site.kind {
      case .name, .spelling:
        guard let unit = Unicode.Scalar(Self.firstUnit + UInt32(units.count)) else { continue }
        // 行う守る is two words, as its kana tell.
        let endsInKana = site.canonical.unicodeScalars.last.map(QuestionReader.isHiragana) ?? false
        out += Array((String(unit) + (endsInKana ? " " : "")).utf8)
        units.append(
          Word(
            typed: String(decoding: utf8[site.range], as: UTF8.self), canonical: site.canonical))
        length += site.canonical.unicodeScalars.count - 1
      case .date, .number, .katakana: out += Array(site.canonical.utf8)
      }
    }
    self.text = String(decoding: out + utf8[done...], as: UTF8.self)
    length += self.text.unicodeScalars.count
  }

  /// Whether a character stands for a name or spelling.
  static func isUnit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= firstUnit }

  /// The whole text in canonical forms.
  var canonical: String {
    text.unicodeScalars.reduce(into: "") { canonical, scalar in
      let place = Int(scalar.value) - Int(Self.firstUnit)
      canonical += units.indices.contains(place) ? units[place].canonical : String(scalar)
    }
  }

  /// Returns a part of the text with its units written out.
  func written(_ part: String) -> Word {
    var word = Word(typed: "", canonical: "")
    for scalar in part.unicodeScalars where scalar != " " {
      let place = Int(scalar.value) - Int(Self.firstUnit)
      let isUnit = units.indices.contains(place)
      word.typed += isUnit ? units[place].typed : String(scalar)
      word.canonical += isUnit ? units[place].canonical : String(scalar)
    }
    return word
  }
}
