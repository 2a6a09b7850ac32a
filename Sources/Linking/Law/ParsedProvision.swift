import DocumentModel

/// A provision as the words give it, before it is known what they count from.
struct ParsedProvision: Sendable, Equatable {
  /// The levels of a law that back-references name.
  enum Level: Int, Sendable, Comparable {
    case article, paragraph, item

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// What the words count from.
  enum Base: Sendable, Equatable {
    /// 第25条第1項: by number.
    case absolute
    /// 同条, 同項, 同号: the last one named at that level.
    case same(Level)
    /// この条, 本項: the one being read.
    case own(Level)
    /// 前条, 前二項, 前各号 (`count` nil): before the one being read.
    case previous(Level, count: Int?)
    /// 次条, 次項, 次号.
    case next(Level)
  }

  var range: Range<Int>
  var base: Base = .absolute
  /// `25`, with a branch `24_2`.
  var article: String?
  var paragraph: String?
  var item: String?
  var subitem: String?
  var isSupplementary = false
  /// A chapter, section or annexed table, which no article number stands for.
  var isDivision = false
  /// Whether it ends with 各号 or 各項, so that numbers below it follow.
  var namesAll = false

  /// The highest level that the words name.
  var top: Level? {
    switch base {
    case .same(let level), .own(let level), .previous(let level, _), .next(let level): level
    case .absolute:
      article != nil ? .article : paragraph != nil ? .paragraph : item != nil ? .item : nil
    }
  }
}
