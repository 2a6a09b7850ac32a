import DocumentModel

/// Reads 内閣総理大臣 where a law's competence is meant, which 内閣府 exercises.
///
/// The Prime Minister as a person, in a chair or a speech, stands for no ministry.
enum PrimeMinister {
  /// What the title starts with.
  static var opening: [UInt32] { Array(title.prefix(2)) }

  /// Returns the code points of the mentions, in order.
  static func ranges(in block: BlockText) -> [Range<Int>] {
    let text = block.text
    var ranges: [Range<Int>] = []
    var index = block.next(.ministry, from: 0)
    while index < text.count {
      if text.hasPrefix(title, at: index) {
        let range = index..<index + title.count
        if isCompetence(text, range) { ranges.append(range) }
      }
      index = block.next(.ministry, from: index + 1)
    }
    return ranges
  }

  /// Whether the sentence around a mention speaks of powers and of nothing personal.
  private static func isCompetence(_ text: ScalarText, _ range: Range<Int>) -> Bool {
    // 岸田内閣総理大臣: a person.
    guard !ScalarClass.isKanji(text.at(range.lowerBound - 1)) else { return false }
    var start = range.lowerBound
    while start > 0, text.at(start - 1) != stop { start -= 1 }
    var end = range.upperBound
    while end < text.count, text.at(end) != stop { end += 1 }
    let sentence = start..<end
    return powers.isFound(in: text, sentence) && !personal.isFound(in: text, sentence)
  }

  private static let stop: UInt32 = 0x3002
  private static let title = scalars("内閣総理大臣")
  private static let powers = WordSet(
    "主務大臣 指定する 指定し 指定を 勧告 命ずる 命令 認定 届け出 届出 保全審査 権限 委任 承認 認可 協議 意見を 通知し 送付 同意")
  private static let personal = WordSet("発言 演説 挨拶 議長 本部長 出席 会談 記者 訪問 談話 指示 夫妻 就任 施政方針")
}
