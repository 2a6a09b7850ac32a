import DocumentModel

/// Ties notes (※1, 注, ＊2, ³, ⁽⁴⁾, 5：) to the passages that bear their marks.
///
/// A note is looked for within its slide or chapter first, since marks begin anew there; a numbered
/// one then anywhere before it, since a page's foot may lie in the next chapter. The passage has the
/// note's words beside it, never in it.
///
/// - Complexity: O(*n* log *n*) in the length of the text.
struct NoteTies: Sendable {
  /// What a note begins with and its passages bear.
  private enum Mark: Hashable {
    /// ※, ＊ or 注 with its number, where it has one.
    case sign(UInt32, number: [UInt32])
    /// A number that is a superscript character: ¹, ⁽²⁾.
    case raised([UInt32])
    /// A bare number, which may have been printed small behind a word.
    case number([UInt32])
  }

  /// A mark within a slide or chapter.
  private struct Place: Hashable {
    var mark: Mark
    var chapter: SectionID?
  }

  /// Adds each note to the context of the passages it belongs to.
  func tie(_ passages: inout [Passage], sections: [Section]) {
    var chapters: [SectionID: SectionID] = [:]
    for section in sections {
      let above = section.parent.flatMap { chapters[$0] }
      chapters[section.id] = section.level <= 2 ? section.id : above ?? section.id
    }
    var notes: [(index: Int, place: Place)] = []
    var notesAt: [Place: [Int]] = [:]
    for (index, passage) in passages.enumerated() where passage.kind == .note {
      guard passage.text.utf8.count <= ContextTracker.longest,
        let mark = mark(of: ScalarText(passage.text))
      else { continue }
      let place = Place(mark: mark, chapter: chapters[passage.section])
      notes.append((index, place))
      notesAt[place, default: []].append(index)
    }
    guard !notes.isEmpty else { return }
    let wanted = Set(notes.map(\.place.mark))
    var bearers: [Mark: [Int]] = [:]
    var bearersAt: [Place: [Int]] = [:]
    for (index, passage) in passages.enumerated() where passage.kind != .note {
      for mark in marks(in: ScalarText(passage.text)).intersection(wanted) {
        bearers[mark, default: []].append(index)
        bearersAt[Place(mark: mark, chapter: chapters[passage.section]), default: []].append(index)
      }
    }
    for (index, place) in notes {
      let near = own(bearersAt[place] ?? [], of: index, among: notesAt[place] ?? [])
      let tied: [Int]
      switch place.mark {
      case .sign(_, let number) where number.isEmpty:
        tied = near.last { $0 < index }.map { [$0] } ?? []
      case .sign where bearersAt[place] == nil, .raised where bearersAt[place] == nil:
        let all = bearers[place.mark] ?? []
        let before = Self.count(of: all, below: index)
        tied = before > 0 ? [all[before - 1]] : []
      case .sign, .raised: tied = Array(near)
      // A digit behind a word may be a count; only one place in the chapter is sure.
      case .number: tied = near.count == 1 ? Array(near) : []
      }
      let note = passages[index]
      for bearer in tied {
        passages[bearer].context.append(
          PassageContext(kind: .note, line: note.location.line, text: note.text))
      }
    }
  }

  /// Returns the bearers between the note of this mark before and this note; the last note has those
  /// behind it as well.
  ///
  /// Where a number begins anew in its chapter, a mark belongs to the note that comes next.
  private func own(_ bearers: [Int], of note: Int, among notes: [Int]) -> ArraySlice<Int> {
    let place = Self.count(of: notes, below: note)
    let first = place > 0 ? Self.count(of: bearers, below: notes[place - 1]) : 0
    let last =
      place + 1 < notes.count ? Self.count(of: bearers, below: note) : bearers.count
    return bearers[first..<max(first, last)]
  }

  /// How many of the ascending numbers are smaller than a limit.
  private static func count(of numbers: [Int], below limit: Int) -> Int {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The mark that a note begins with; nil for a mark alone, which has lost its words.
  private func mark(of text: ScalarText) -> Mark? {
    var i = 0
    if i < text.count, text.scalars[i] == 0x28 { i += 1 }
    guard i < text.count else { return nil }
    let first = text.scalars[i]
    if Self.signs.contains(first) {
      let number = digits(in: text, at: i + 1)
      return text.count - i > number.count + 2 ? .sign(first, number: number) : nil
    }
    if let raised = raisedNumber(in: text, at: i) {
      return raised.end < text.count ? .raised(raised.number) : nil
    }
    let number = digits(in: text, at: i)
    guard !number.isEmpty, i + number.count < text.count else { return nil }
    let next = text.scalars[i + number.count]
    // 12月）。: the rest of a note that began on the line before.
    let isWord = CharacterClass.isJapanese(next) || CharacterClass.isSpace(next)
    return [0x3A, 0xFE13].contains(next) || (isWord && !Self.counters.contains(next))
      ? .number(number) : nil
  }

  /// A number in superscript characters, with the brackets around it.
  private func raisedNumber(in text: ScalarText, at start: Int) -> (number: [UInt32], end: Int)? {
    var i = start
    if i < text.count, text.scalars[i] == 0x207D { i += 1 }
    var number: [UInt32] = []
    while i < text.count, number.count < 3, let digit = CharacterClass.raisedDigit(text.scalars[i])
    {
      number.append(digit)
      i += 1
    }
    if i < text.count, text.scalars[i] == 0x207E { i += 1 }
    return number.isEmpty ? nil : (number, i)
  }

  /// Whether a superscript is a power and no note's mark: 10⁵, 5 km².
  private func isPower(_ text: ScalarText, _ i: Int) -> Bool {
    guard i > 0 else { return false }
    let before = text.scalars[i - 1]
    if CharacterClass.isDigit(before) || (0x3300...0x33FF).contains(before) { return true }
    guard before == 0x6D else { return false }
    let start = text.scalars[..<i].lastIndex { !CharacterClass.isLatin($0) }.map { $0 + 1 } ?? 0
    return i - start <= 2
  }

  /// The marks that stand among a passage's words.
  private func marks(in text: ScalarText) -> Set<Mark> {
    var marks: Set<Mark> = []
    var end = 0
    for i in text.scalars.indices where i >= end {
      let c = text.scalars[i]
      if let raised = raisedNumber(in: text, at: i) {
        end = raised.end
        if !isPower(text, i) { marks.insert(.raised(raised.number)) }
      } else if Self.signs.contains(c) {
        let number = digits(in: text, at: i + 1)
        // 注 is a word's part too: 注目, 受注. As a mark it has a number or brackets.
        let isMark =
          c != 0x6CE8 || !number.isEmpty
          || (i > 0 && text.scalars[i - 1] == 0x28 && i + 1 < text.count
            && text.scalars[i + 1] == 0x29)
        if isMark { marks.insert(.sign(c, number: number)) }
      } else if i > 0, CharacterClass.isDigit(c), isSetBehindWord(text, i) {
        marks.insert(.number(digits(in: text, at: i)))
      }
    }
    return marks
  }

  /// Whether the digits at a place stand right behind a word and count nothing.
  private func isSetBehindWord(_ text: ScalarText, _ i: Int) -> Bool {
    let before = text.scalars[i - 1]
    guard CharacterClass.isJapanese(before) || CharacterClass.isClosing(before), before != 0x7B2C
    else { return false }
    let end = i + digits(in: text, at: i).count
    guard end < text.count else { return true }
    let after = text.scalars[end]
    return CharacterClass.isHiragana(after) || CharacterClass.isClosing(after)
      || CharacterClass.isSentenceEnd(after) || after == 0x3001
      || (CharacterClass.isHan(after) && !Self.counters.contains(after))
  }

  private func digits(in text: ScalarText, at start: Int) -> [UInt32] {
    guard start <= text.count else { return [] }
    return Array(text.scalars[start...].prefix(3).prefix { CharacterClass.isDigit($0) })
  }

  /// What follows a digit that counts something.
  private static let counters = Set(
    "年月日時分秒条項号章節部款目件社人名円回度位次等段割倍万億兆千百十個箇国市校本基種類期世歳点面元"
      .unicodeScalars.map(\.value))

  /// ※, *, 注, † and ‡.
  private static let signs: Set<UInt32> = [0x203B, 0x2A, 0x6CE8, 0x2020, 0x2021]
}
