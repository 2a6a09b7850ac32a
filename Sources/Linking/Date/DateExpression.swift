/// One end of a date as it is written, before anything is looked up.
struct DatePoint: Sendable, Hashable {
  /// How the year is written.
  enum Year: Sendable, Hashable {
    /// 2024年.
    case gregorian(Int)
    /// '19年, 23年10月: two digits of a Gregorian year, the century open.
    case short(Int)
    /// 令和6年: the era by its place in the era table.
    case era(Int, Int)
    /// 5年度: a number alone that needs an era or a century from what stands before.
    case bare(Int)
    /// 本年, 昨年: so many years from the date of the document.
    case fromDocument(Int)
    /// 同年, 翌年: so many years from the date that stands before.
    case fromAntecedent(Int)
    /// 前年, 翌年: from the date that stands before, else from the document's.
    case fromEither(Int)
  }

  /// A day or month told by pointing back.
  enum Step: Sendable, Hashable {
    /// 同月, 翌日: so many steps from the date that stands before.
    case fromAntecedent(Int)
    /// 今月, 本日: so many steps from the date of the document.
    case fromDocument(Int)
  }

  /// The part of a year or month that the words pick out.
  enum Part: Sendable, Hashable {
    /// 第1四半期, 1 to 4.
    case quarter(Int)
    /// 上半期, 前半 as 1; 下半期, 後半 as 2.
    case half(Int)
    /// 春 21, 夏 22, 秋 23, 冬 24, as EDTF numbers them.
    case season(Int)
    /// 年代.
    case decade
    /// 年代前半 as 1, 年代後半 as 2.
    case decadeHalf(Int)
    /// 末, 上旬, 半ば: told, but not as days.
    case blurred

    /// Whether it is a decade or half of one.
    var isDecade: Bool {
      switch self {
      case .decade, .decadeHalf: true
      default: false
      }
    }
  }

  var year: Year?
  /// Whether the year is a fiscal year (年度).
  var isFiscal = false
  /// 1 to 12.
  var month: Int?
  /// 1 to 31.
  var day: Int?
  var monthStep: Step?
  var dayStep: Step?
  var part: Part?
}

/// A date, period or open interval as it is written.
struct DateExpression: Sendable, Hashable {
  enum Bound: Sendable, Hashable {
    case point
    /// A true period; its end is in `last`.
    case range
    /// 以降, 〜 at the end.
    case onwards
    /// まで, 以前, 〜 at the beginning.
    case until
  }

  /// The code points of the surface in the scanned text.
  var range: Range<Int>
  var first: DatePoint
  var last: DatePoint?
  var bound: Bound = .point
  /// 頃, 目途, 末, 上旬.
  var isApproximate = false
}
