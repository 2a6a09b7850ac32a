import DocumentModel

/// How many parts a text has of each kind that the stages keep a record of, told from its bytes alone.
///
/// A record takes a hundred times the bytes of the shortest line or date, so a text of a few megabytes
/// made of nothing else would take gigabytes. It is counted before any stage works on it.
struct PartCount {
  /// Lines, with the rows of raw HTML tables.
  private(set) var lines = 0
  /// Cells of tables: those with words that a reader marked, bars and tags of cells in plain text.
  private(set) var cells = 0
  /// Characters that may be repaired.
  private(set) var repairs = 0
  /// Places that may be a mention: a date or provision by its numbers, a name by its last character.
  private(set) var mentions = 0

  /// Whether a number may end before the next character.
  private var isNumber = false
  /// What unit the number before had, so that 令和6年4月1日 counts once; 0 for none.
  private var rank = 0
  /// The two characters before the next one.
  private var before: (UInt32, UInt32) = (0, 0)

  /// Counts the parts of a text, UTF-8, and of what its reader knew of its lines.
  ///
  /// - Complexity: O(*n*), a small share of what any stage takes.
  init(_ utf8: [UInt8], marks: [LineMark] = []) {
    for mark in marks {
      if case .row(_, _, let cells) = mark.role { self.cells += cells.count { !$0.isEmpty } }
    }
    var i = 0
    while i < utf8.count {
      let first = utf8[i]
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      var scalar = UInt32(length == 1 ? first : first & (0x7F >> UInt8(length)))
      for k in 1..<max(length, 1) where i + k < utf8.count {
        scalar = scalar << 6 | UInt32(utf8[i + k] & 0x3F)
      }
      take(scalar)
      before = (before.1, scalar)
      i += length
    }
  }

  /// A kind of which there are more than the limit allows.
  struct Excess: Equatable {
    /// What tells it.
    var identifier: String
    var count: Int
    var limit: Int

    func diagnostic(of path: String) -> Diagnostic {
      Diagnostic(
        identifier, .error,
        arguments: ["source": path, "count": "\(count)", "limit": "\(limit)"])
    }
  }

  /// Returns a kind of which there are too many, where `limit` lines may stand.
  ///
  /// A cell, a repair or a mention takes a quarter to a third of what a line may take that is a heading,
  /// so there may be four times as many.
  func excess(over limit: Int) -> Excess? {
    let beside = limit.multipliedReportingOverflow(by: 4)
    let most = beside.overflow ? .max : beside.partialValue
    return [
      Excess(identifier: "source.too-many-lines", count: lines, limit: limit),
      Excess(identifier: "source.too-many-cells", count: cells, limit: most),
      Excess(identifier: "source.too-many-repairs", count: repairs, limit: most),
      Excess(identifier: "source.too-many-mentions", count: mentions, limit: most),
    ].first { $0.count > $0.limit }
  }

  private mutating func take(_ scalar: UInt32) {
    switch scalar {
    // 0 to 9 in both widths, 〇, 一 to 十, 元.
    case 0x30...0x39, 0xFF10...0xFF19, 0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D,
      0x4E03, 0x516B, 0x4E5D, 0x5341, 0x5143:
      isNumber = true
      return
    case 0x5E74, 0x6761: takeUnit(rank: 1)  // 年 条
    case 0x6708, 0x9805: takeUnit(rank: 2)  // 月 項
    case 0x65E5, 0x53F7: takeUnit(rank: 3)  // 日 号
    // The first of 2024/5/17 or 2024-05-17.
    case 0x2D,
      0x2F where isNumber && rank == 0:
      mentions += 1
      rank = 3
    case 0x7B2C: break  // 第1条第2項 is one.
    case 0x6CD5, 0x7701, 0x5E81, 0x5E9C, 0x5C40:  // 法 省 庁 府 局
      mentions += 1
      rank = 0
    case 0x0A:
      if before.1 != 0x0D { lines += 1 }
      rank = 0
    case 0x52 where isTableTag: lines += 1
    case 0x72 where isTableTag: lines += 1
    case 0x44 where isTableTag: cells += 1
    case 0x48 where isTableTag: cells += 1
    case 0x64 where isTableTag: cells += 1
    case 0x68 where isTableTag: cells += 1
    case 0x7C: cells += 1
    case 0x2E80...0x2FD5: repairs += 1
    default:
      rank = 0
      guard let character = Unicode.Scalar(scalar) else { break }
      if Printable.isLineEnd(character) {
        lines += 1
      } else if scalar < 0x2070, Printable.isUnsafe(character) {
        repairs += 1
      }
    }
    isNumber = false
  }

  private mutating func takeUnit(rank unit: Int) {
    if isNumber, rank == 0 || unit <= rank { mentions += 1 }
    rank = isNumber ? unit : 0
  }

  /// Whether `<t` stands before an r, a d or an h.
  private var isTableTag: Bool {
    before.0 == 0x3C && (before.1 == 0x74 || before.1 == 0x54)
  }
}
