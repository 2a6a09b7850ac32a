import DocumentModel

/// Ties notes (※1, 注, ＊2, 3：) to the passages that bear their marks.
///
/// A note is looked for within its slide or chapter first, since marks begin anew there; a numbered
/// one then anywhere before it. The passage has the note's words beside it, never in it.
struct NoteTies: Sendable {
  /// What a note begins with and its passages bear.
  private enum Mark: Equatable {
    /// ※, ＊ or 注 with its number, where it has one.
    case sign(UInt32, number: [UInt32])
    /// A bare number, printed small behind a word.
    case number([UInt32])
  }

  /// Adds each note to the context of the passages it belongs to.
  func tie(_ passages: inout [Passage], sections: [Section]) {
    var chapters: [SectionID: SectionID] = [:]
    for section in sections {
      let above = section.parent.flatMap { chapters[$0] }
      chapters[section.id] = section.level <= 2 ? section.id : above ?? section.id
    }
    let texts = passages.map { $0.kind == .note ? nil : ScalarText($0.text) }
    let notes = passages.indices.compactMap {
      index -> (index: Int, mark: Mark, chapter: SectionID?)? in
      guard passages[index].kind == .note,
        let mark = mark(of: ScalarText(passages[index].text))
      else { return nil }
      return (index, mark, chapters[passages[index].section])
    }
    for (index, mark, chapter) in notes {
      let note = passages[index]
      let bearers = texts.indices.filter { texts[$0].map { bears(mark, $0) } ?? false }
      let like = notes.filter { $0.mark == mark && $0.chapter == chapter }.map(\.index)
      // Where a number begins anew in its chapter, a mark belongs to the note that comes next.
      let near = bearers.filter { bearer in
        chapters[passages[bearer].section] == chapter
          && (like.first { $0 > bearer } ?? like.last) == index
      }
      let before = near.last { $0 < index }
      let tied: [Int]
      switch mark {
      case .sign(_, let number) where number.isEmpty: tied = before.map { [$0] } ?? []
      case .sign: tied = near.isEmpty ? bearers.last { $0 < index }.map { [$0] } ?? [] : near
      // A digit behind a word may be a count; only one place in the chapter is sure.
      case .number: tied = near.count == 1 ? near : []
      }
      for bearer in tied {
        passages[bearer].context.append(
          PassageContext(kind: .note, line: note.location.line, text: note.text))
      }
    }
  }

  private func mark(of text: ScalarText) -> Mark? {
    var i = 0
    if i < text.count, text.scalars[i] == 0x28 { i += 1 }
    guard i < text.count else { return nil }
    let first = text.scalars[i]
    if Self.signs.contains(first) {
      let number = digits(in: text, at: i + 1)
      // A mark alone has lost its words.
      return text.count - i > number.count + 2 ? .sign(first, number: number) : nil
    }
    let number = digits(in: text, at: i)
    guard !number.isEmpty, i + number.count < text.count,
      [0x3A, 0xFE13].contains(text.scalars[i + number.count])
    else { return nil }
    return .number(number)
  }

  /// Whether a passage bears a mark.
  private func bears(_ mark: Mark, _ text: ScalarText) -> Bool {
    switch mark {
    case .sign(let sign, let number):
      return text.scalars.indices.contains { i in
        guard text.scalars[i] == sign, digits(in: text, at: i + 1) == number else { return false }
        // 注 is a word's part too: 注目, 受注. As a mark it has a number or brackets.
        return sign != 0x6CE8 || !number.isEmpty
          || (i > 0 && text.scalars[i - 1] == 0x28 && i + 1 < text.count
            && text.scalars[i + 1] == 0x29)
      }
    case .number(let number):
      return text.scalars.indices.contains { i in
        guard i > 0, digits(in: text, at: i) == number else { return false }
        let before = text.scalars[i - 1]
        guard CharacterClass.isJapanese(before) || CharacterClass.isClosing(before),
          before != 0x7B2C
        else { return false }
        let end = i + number.count
        guard end < text.count else { return true }
        let after = text.scalars[end]
        return CharacterClass.isHiragana(after) || CharacterClass.isClosing(after)
          || CharacterClass.isSentenceEnd(after) || after == 0x3001
          || (CharacterClass.isHan(after) && !Self.counters.contains(after))
      }
    }
  }

  private func digits(in text: ScalarText, at start: Int) -> [UInt32] {
    guard start <= text.count else { return [] }
    return Array(text.scalars[start...].prefix { CharacterClass.isDigit($0) }.prefix(3))
  }

  /// What follows a digit that counts something.
  private static let counters = Set(
    "年月日時分秒条項号章節部款目件社人名円回度位次等段割倍万億兆千百十個箇国市校本基種類期世歳点面元"
      .unicodeScalars.map(\.value))

  /// ※, * and 注.
  private static let signs: Set<UInt32> = [0x203B, 0x2A, 0x6CE8]
}
