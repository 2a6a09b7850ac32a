import DocumentModel

/// Tells whether a line end stands in the middle of a sentence, from the words on both sides and
/// from how far the line reaches.
///
/// A line that fills its column was broken by the column; a line that ends early was ended by its
/// writer, unless its last or the next line's first characters can't end or begin a phrase.
struct LineJoiner: Sendable {
  /// How strongly the words themselves ask for what follows.
  enum Tie: Int, Comparable {
    /// The sentence has ended.
    case closed
    /// Nothing tells.
    case open
    /// A word, a bracket or a phrase is cut.
    case cut

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The most lines of a paragraph that are looked at.
  private static let mostLines = 100

  let table: LineTable
  /// Whether the text's own line ends part sentences, as in Markdown: nothing goes on after a stop.
  let keepsLines: Bool

  init(_ table: LineTable, keepsLines: Bool) {
    self.table = table
    self.keepsLines = keepsLines
  }

  /// Returns whether line `next` continues line `line` of the same unit.
  ///
  /// `unit` is the run of lines from the unit's first line on, without the next one; `isItem`
  /// tells whether a bullet or a number opens it, and `crossesBlank` whether a blank line stands
  /// between, as extraction from PDF leaves them.
  func joins(
    _ line: Int, _ next: Int, unit: ClosedRange<Int>, isItem: Bool, crossesBlank: Bool
  ) -> Bool {
    let left = table.lines[line].body
    let right = table.lines[next].body
    let tie = tie(left, right)
    if isEnclosed(right), tie < .cut { return false }
    if isDate(left) || isDate(right) { return false }
    let width = table.lines[line].width
    let nextWidth = table.lines[next].width
    if crossesBlank {
      switch tie {
      case .closed: return false
      case .cut where gapCount(left) >= 2 && !opensBracket(left): return false
      case .cut: return width >= 16 || (width >= 8 && nextWidth <= width)
      case .open:
        if hasColumns(right) || hasColumns(left) || endsItem(left) || isEnclosed(left) {
          return false
        }
        // 取り組む⏎⏎守る: two characters are no rest of a sentence that could end here.
        if nextWidth <= 8, !endsSentence(right), endsInKana(left) { return false }
        if nextWidth > 8, titlesList(next) || (!isItem && unit.count == 1 && isTitleLike(left)) {
          return false
        }
        if width >= 36, isFull(line), hasPeers(line), fills(line, unit) { return true }
        // 政府調⏎⏎達の禁止。: a few characters that end a sentence are no sentence.
        return width >= 24 && nextWidth <= 16 && endsSentence(right)
      }
    }
    switch tie {
    case .closed:
      return !keepsLines && width >= 60 && isFull(line) && fills(line, unit.lowerBound...next)
    case .cut: return true
    case .open:
      if width < 40, !isItem, hasColumns(left) { return false }
      if width < 40, nextWidth <= width + 2 { return true }
      if nextWidth <= 4 || (nextWidth <= 16 && endsSentence(right)) { return true }
      if width >= 40, !isItem, unit.count == 1, isTitleLike(left), isTitleLike(right) {
        return false
      }
      // The first line of an item is the wider by its bullet.
      let others = isItem && unit.count > 1 ? unit.lowerBound + 1 : unit.lowerBound
      return fills(line, others...next)
        && (unit.count > 1 || nextWidth * 10 >= width * 8 || hasPeers(line))
    }
  }

  /// Whether the line reaches about as far as the widest of the given lines.
  ///
  /// Proportional type sets a column's lines up to a tenth apart in columns of characters. Of a long
  /// paragraph the last lines tell, so that the time for each doesn't grow with those before it.
  private func fills(_ line: Int, _ lines: ClosedRange<Int>) -> Bool {
    let widest = lines.suffix(Self.mostLines).map { table.lines[$0].width }.max() ?? 0
    return table.lines[line].width * 10 >= widest * 9
  }

  /// Whether the line reaches about as far as the lines of like width around it.
  private func isFull(_ line: Int) -> Bool {
    let width = table.lines[line].width
    var widest = width
    for direction in [-1, 1] {
      var seen = 0
      var blanks = 0
      var i = line + direction
      // Three blank lines part pages, whose columns have nothing to do with each other.
      while table.lines.indices.contains(i), seen < 6, abs(i - line) < 14, blanks < 3 {
        let other = table.lines[i].width
        blanks = other > 0 ? 0 : blanks + 1
        if other > 0 {
          seen += 1
          if other * 4 <= width * 5 { widest = max(widest, other) }
        }
        i += direction
      }
    }
    return width * 10 >= widest * 9
  }

  /// Whether another line near it reaches as far, so that both show the column's edge.
  private func hasPeers(_ line: Int) -> Bool {
    let width = table.lines[line].width
    return (max(0, line - 14)..<min(table.lines.count, line + 15)).contains { i in
      i != line && abs(table.lines[i].width - width) * 10 <= width
    }
  }

  /// Whether a bullet stands right below the line, which then names the list.
  private func titlesList(_ line: Int) -> Bool {
    guard table.lines.indices.contains(line + 1), !endsSentence(table.lines[line].body),
      let first = table.lines[line + 1].body.first
    else { return false }
    return CharacterClass.isBullet(table[first])
  }

  /// Words without a stop: a title of a wide page needs no second line.
  private func isTitleLike(_ range: Range<Int>) -> Bool {
    !range.contains { table[$0] == 0x3001 || table[$0] == 0x3002 }
  }

  private func endsInKana(_ range: Range<Int>) -> Bool {
    lastWord(range).map { CharacterClass.isHiragana(table[$0]) } ?? false
  }

  /// 等 ends an item more often than it is cut from what follows.
  private func endsItem(_ range: Range<Int>) -> Bool {
    lastWord(range).map { table[$0] == 0x7B49 } ?? false
  }

  /// Whether the line is a date and nothing else: 令和6年6月4日, 2024年5月.
  func isDate(_ range: Range<Int>) -> Bool {
    range.count >= 4
      && range.allSatisfy { Self.dateCharacters.contains(table[$0]) }
      && range.contains { table[$0] == 0x5E74 }
  }

  /// Whether nothing at the end of a line asks for more.
  func endsClosed(_ line: Int) -> Bool {
    let body = table.lines[line].body
    guard let last = lastWord(body) else { return true }
    return CharacterClass.isSentenceEnd(table[last])
      || !(opensBracket(body) || Self.phraseMarks.contains(table[last]) || endsWithParticle(body))
  }

  /// Judges the characters on both sides of a line end.
  func tie(_ left: Range<Int>, _ right: Range<Int>) -> Tie {
    guard let last = lastWord(left), let first = right.first(where: { table[$0] != 0x2A }) else {
      return .closed
    }
    let a = table[last]
    let b = table[first]
    if CharacterClass.isSentenceEnd(a) { return .closed }
    if a == 0x3A || a == 0xFE13 { return .closed }
    if opensBracket(left) { return .cut }
    if Self.phraseMarks.contains(a) || Self.noStarts.contains(b) { return .cut }
    if CharacterClass.isClosing(b) { return .cut }
    if b == 0x28, let after = afterBracket(right), startsWithParticle(after) { return .cut }
    if CharacterClass.isKatakana(a), CharacterClass.isKatakana(b) {
      return left.count > 8 ? .cut : .open
    }
    if CharacterClass.isLatin(a), (0x61...0x7A).contains(b) { return .cut }
    if isWordCharacter(a), isWordCharacter(b) { return .open }
    if startsWithParticle(right) { return .cut }
    if endsWithParticle(left) { return .cut }
    return .open
  }

  private func isWordCharacter(_ c: UInt32) -> Bool {
    CharacterClass.isLatin(c) || CharacterClass.isDigit(c)
  }

  /// The last character before marks of emphasis.
  private func lastWord(_ range: Range<Int>) -> Int? {
    var i = range.upperBound - 1
    while i > range.lowerBound, table[i] == 0x2A { i -= 1 }
    return range.isEmpty ? nil : i
  }

  private func endsSentence(_ range: Range<Int>) -> Bool {
    lastWord(range).map { CharacterClass.isSentenceEnd(table[$0]) } ?? false
  }

  /// Whether a bracket opened on the line is still open at its end.
  private func opensBracket(_ range: Range<Int>) -> Bool {
    var open = 0
    for i in range {
      switch table[i] {
      case 0x28, 0x300C, 0x300E: open += 1
      case 0x29, 0x300D, 0x300F: open = max(0, open - 1)
      default: break
      }
    }
    return open > 0
  }

  /// Whether brackets hold the whole range: （追加）, (QED-C Executive Director).
  func isEnclosed(_ range: Range<Int>) -> Bool {
    guard let first = range.first, table[first] == 0x28 else { return false }
    var depth = 0
    for i in range {
      if table[i] == 0x28 { depth += 1 }
      if table[i] == 0x29 {
        depth -= 1
        if depth == 0 { return i >= range.upperBound - 2 }
      }
    }
    return depth > 0
  }

  /// What follows the bracket that opens a range: （NDAA2021）の可決.
  private func afterBracket(_ range: Range<Int>) -> Range<Int>? {
    guard let close = range.firstIndex(where: { table[$0] == 0x29 }) else { return nil }
    return (close + 1)..<range.upperBound
  }

  /// Whether wide gaps or bullets inside the line show it to be a row of labels.
  private func hasColumns(_ range: Range<Int>) -> Bool { gapCount(range) > 0 }

  private func gapCount(_ range: Range<Int>) -> Int {
    var gaps = 0
    for i in range.dropFirst().dropLast() where CharacterClass.isSpace(table[i]) {
      if CharacterClass.isJapanese(table[i - 1]) || isWideClosing(i - 1),
        !CharacterClass.isLatin(table[i + 1]), !isUnitNumber(i + 1, in: range)
      {
        gaps += 1
      }
    }
    return gaps
  }

  /// A full-width bracket's end; the ASCII one of a) is part of a label.
  private func isWideClosing(_ i: Int) -> Bool {
    CharacterClass.isClosing(table[i]) && table.text.offsets[i + 1] - table.text.offsets[i] > 1
  }

  /// Digits that belong to the words (令和６ 年), not the number of a label (10.空港).
  private func isUnitNumber(_ index: Int, in range: Range<Int>) -> Bool {
    var i = index
    while i < range.upperBound, CharacterClass.isDigit(table[i]) { i += 1 }
    return i > index && i < range.upperBound && table[i] != 0x2E
  }

  /// が, を, に, … and inflections with which no phrase begins.
  private func startsWithParticle(_ range: Range<Int>) -> Bool {
    guard let first = range.first, CharacterClass.isHiragana(table[first]) else { return false }
    return !Self.openers.contains { table.text.hasPrefix($0, at: first) }
  }

  /// A line that ends in kana asks for more, unless it ends in a form that closes a sentence.
  private func endsWithParticle(_ range: Range<Int>) -> Bool {
    guard let last = lastWord(range), CharacterClass.isHiragana(table[last]) else { return false }
    if Self.nominalEndings.contains(table[last]) { return false }
    return !Self.closers.contains { closer in
      last - closer.count + 1 >= range.lowerBound
        && table.text.hasPrefix(closer, at: last - closer.count + 1)
    }
  }

  private static let dateCharacters = Set(
    "0123456789元年月日令和平成昭大正明治()月火水木金土曜頃 /.~".unicodeScalars.map(\.value))

  private static func patterns(_ words: String) -> [[UInt32]] {
    words.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
  }

  /// Characters after which a phrase goes on: 、・／ and opening brackets.
  private static let phraseMarks = Set("、・,/／(「『【〔“&＆＋+=＝".unicodeScalars.map(\.value))
  /// Characters that can't begin a line of their own.
  private static let noStarts = Set("、。,，.ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々等".unicodeScalars.map(\.value))
  /// Words in kana with which a sentence may begin.
  private static let openers = patterns(
    "また なお その この これ それ こう さら しか ただ すな あら いず そう ここ より いわ まず つぎ"
      + " はじ すで とり あわ かつ おお ある いう うち ゆえ もっと わが ひと どの ほか まと よう きめ")
  /// 見直し, 動き, 在り: kana that may end a noun as well as a clause.
  private static let nominalEndings = Set("いきしちみりぎじびえけせめれげべ".unicodeScalars.map(\.value))
  /// Verb and noun endings in kana with which a heading or an item may end.
  private static let closers = patterns(
    "する した ある いる れる られる なる いく せる きる ない たい べき こと もの ため まで とき おそれ"
      + " だけ ほど など とおり ところ つながり あり なし えい 取り組む 進める め み り ます です")
}
