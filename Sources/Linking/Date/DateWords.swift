import DocumentModel

/// The fixed words of date expressions, as code points with what they mean.
enum DateWords {
  /// A word and its meaning.
  struct Word<Meaning: Sendable>: Sendable {
    var scalars: [UInt32]
    /// The first code point, compared before the rest is looked at.
    var first: UInt32
    var meaning: Meaning

    init(_ word: String, _ meaning: Meaning) {
      scalars = word.unicodeScalars.map(\.value)
      first = scalars.first ?? 0
      self.meaning = meaning
    }
  }

  /// A relative year as written: the year it means and whether it is fiscal.
  struct RelativeYear: Sendable {
    var year: DatePoint.Year
    var isFiscal: Bool
  }

  /// Words for a year that point to another date, the longest first.
  static let relativeYears: [Word<RelativeYear>] = {
    let stems: [(String, DatePoint.Year)] = [
      ("一昨", .fromDocument(-2)), ("前々", .fromEither(-2)), ("昨", .fromDocument(-1)),
      ("前", .fromEither(-1)), ("本", .fromDocument(0)), ("今", .fromDocument(0)),
      ("同", .fromAntecedent(0)), ("再来", .fromDocument(2)), ("来", .fromDocument(1)),
      ("翌々", .fromEither(2)), ("翌", .fromEither(1)),
    ]
    var words = stems.flatMap { stem, year in
      [
        Word(stem + "年度", RelativeYear(year: year, isFiscal: true)),
        Word(stem + "年", RelativeYear(year: year, isFiscal: false)),
      ]
    }
    words.append(Word("去年", RelativeYear(year: .fromDocument(-1), isFiscal: false)))
    return words.sorted { $0.scalars.count > $1.scalars.count }
  }()

  /// 昨秋, 今春: a season of a year told from the document's date.
  static let relativeSeasons: [Word<(year: Int, season: Int)>] =
    [("昨", -1), ("今", 0), ("来", 1)].flatMap { stem, year in
      [("春", 21), ("夏", 22), ("秋", 23), ("冬", 24)].map { name, season in
        Word(stem + name, (year: year, season: season))
      }
    }

  /// Words for a month that point to another date.
  static let relativeMonths: [Word<DatePoint.Step>] = [
    Word("同月", .fromAntecedent(0)), Word("翌月", .fromAntecedent(1)),
    Word("前月", .fromAntecedent(-1)), Word("今月", .fromDocument(0)),
    Word("来月", .fromDocument(1)), Word("先月", .fromDocument(-1)),
  ]

  /// Words for a day that point to another date.
  static let relativeDays: [Word<DatePoint.Step>] = [
    Word("同日", .fromAntecedent(0)), Word("翌日", .fromAntecedent(1)),
    Word("前日", .fromAntecedent(-1)), Word("本日", .fromDocument(0)),
  ]

  /// The code points that words pointing to another date start with, 年 of 年内に among them.
  static let relativeStarts = ScalarSet(
    relativeYears.map(\.first) + relativeSeasons.map(\.first) + relativeMonths.map(\.first)
      + relativeDays.map(\.first) + [DatePointReader.year])

  /// Parts of a year, after 年 or 年度.
  static let yearParts: [Word<DatePoint.Part>] =
    [("上半期", 1), ("下半期", 2), ("上期", 1), ("下期", 2), ("前半", 1), ("後半", 2)].map {
      (word: String, half: Int) in Word(word, .half(half))
    }
    + [
      "末頃", "末", "初頭", "初め", "はじめ", "半ば", "なかば", "中頃", "中ごろ", "中盤", "央", "頭", "明け",
    ].map { Word($0, .blurred) }

  /// Parts of a month, after 月; 末 and 初 stand alone.
  static let monthParts: [Word<DatePoint.Part>] =
    ["上旬", "中旬", "下旬", "初旬", "初め", "はじめ", "半ば", "なかば", "中頃", "前半", "後半", "末"].map {
      Word($0, .blurred)
    }

  /// Seasons, after 年 or 年の.
  static let seasons: [Word<Int>] = [
    Word("春", 21), Word("夏", 22), Word("秋", 23), Word("冬", 24),
  ]

  /// What may follow a season; anything else makes it part of a word (秋田, 春闘).
  static let seasonEnds: [Word<Bool>] =
    [
      "頃", "ごろ", "以降", "以後", "まで", "に", "の", "から", "より", "を", "季", "先", "、", "。", ",", ".", ")",
      "~", "〜", "」", "】", " ", "\n", "目途", "めど", "目処", "(",
    ].map { Word($0, true) }

  /// 頃: blurs a date and belongs to it.
  static let about: [Word<Bool>] = ["頃", "ごろ", "ころ"].map { Word($0, true) }

  /// 目途: blurs a date but isn't part of its surface.
  static let aim: [Word<Bool>] = ["を目途", "目途", "をめど", "めど", "を目処", "目処", "を目安"].map {
    Word($0, true)
  }

  /// Open ends that belong to the surface.
  static let bounds: [Word<DateExpression.Bound>] = [
    Word("以降", .onwards), Word("以後", .onwards), Word("まで", .until), Word("迄", .until),
    Word("以前", .until),
  ]

  /// What makes a number with 年 or 月 a length of time, not a date.
  static let durations: [Word<Bool>] =
    [
      "間", "以内", "以上", "未満", "以下", "程度", "余", "ごと", "毎", "分", "半", "ぶり", "連続", "弱", "強", "目",
      "を超", "を経過", "経過", "超", "物", "生", "後", "前", "相当", "分の", "を過ぎ", "の間", "の範囲", "当たり", "あたり",
      "計画", "債", "単位", "おき", "遅れ", "先", "来の",
    ].map { Word($0, true) }

  /// What makes 前年 and 昨年 half of a comparison (前年比, 前年同期比).
  static let comparisons: [Word<Bool>] =
    ["比", "度比", "同期比", "同月比", "同期", "並み", "並", "実績", "差", "度並"].map { Word($0, true) }

  /// What makes 同年 or 本年 the beginning of another word (同年代, 同年齢, 本年次).
  static let relativeTraps: [Word<Bool>] = ["代", "齢", "次", "金", "輩", "報", "賀", "配", "産"].map {
    Word($0, true)
  }

  /// Code points before 本年, 来年, 同年 … that make them the end of another word (日本年金, 将来年).
  static let trapsBefore = ScalarSet(
    "日基資標見台根脚原製将従元古近以未由到外伝往生出合共協直年事午".unicodeScalars.map(\.value))

  /// Signs and words between two ends of a period.
  static let rangeSigns: [Word<Bool>] =
    ["~", "〜", "∼", "-", "–", "—", "―", "‐", "−", "─", "ー", "から", "乃至", "ないし"].map {
      Word($0, true)
    }

  /// Wave dashes, which alone may leave one end open.
  static let waves = ScalarSet([0x7E, 0x301C, 0x223C])

  /// Signs between dates of a list that share their year or unit (令和3、4年度).
  static let listSigns = ScalarSet([0x3001, 0x30FB, 0xFF65, 0x2C, 0xB7])

  /// Days of the week, as in （火）.
  static let weekdays = ScalarSet("日月火水木金土祝".unicodeScalars.map(\.value))
}

extension ScalarText {
  /// Returns the code point at an index, or 0 beyond the ends.
  @inline(__always) func scalar(_ index: Int) -> UInt32 {
    index >= 0 && index < scalars.count ? scalars[index] : 0
  }

  /// Returns the index after any spaces and line ends.
  @inline(__always) func skippingSpaces(_ index: Int) -> Int {
    var index = index
    while index < scalars.count, scalars[index] == 0x20 || scalars[index] == 0x0A {
      index += 1
    }
    return index
  }

  /// Returns the first word of a list that stands at an index, with its meaning and its end.
  func word<Meaning>(
    of words: [DateWords.Word<Meaning>], at index: Int
  ) -> (meaning: Meaning, end: Int)? {
    let first = scalar(index)
    for place in words.indices where words[place].first == first {
      if hasPrefix(words[place].scalars, at: index) {
        return (words[place].meaning, index + words[place].scalars.count)
      }
    }
    return nil
  }
}
