import DocumentModel
import GRDB
import TextNormalization

/// Finds which of some passages give what a question asks for: a time, a figure, an office, a meaning.
///
/// Times and offices are known from the passages' own links; figures and meanings are read from the
/// text, so only as many passages are read as can come to the front.
struct AnswerFinder {
  /// How many passages, best first, are read for figures and meanings.
  static let depth = 200

  let db: Database
  let folding: SearchFolding

  /// Returns the rows that give a kind of answer about the words.
  func rows(giving kind: AnswerKind, about words: [MatchTerm], among rows: [Int64]) throws
    -> Set<Int64>
  {
    switch kind {
    case .date: return try linked(to: .date, rows)
    case .ministry: return try linked(to: .ministry, rows)
    case .figure(let counters):
      let counters = counters.map { SearchKey($0, folding: folding).scalars }
      return try read(rows) { Self.hasFigure($0, counters, words) }
    case .definition: return try read(rows) { Self.saysWhatIs($0, words) }
    }
  }

  /// Those of the rows with a link of their own to a target of a kind.
  private func linked(to kind: LinkKind, _ rows: [Int64]) throws -> Set<Int64> {
    let statement = try db.cachedStatement(
      sql: """
        SELECT DISTINCT passageId FROM link JOIN target ON target.id = link.targetId
        WHERE target.kind = ? AND link.passageId IN (SELECT value FROM json_each(?))
        """)
    return Set(
      try Int64.fetchAll(statement, arguments: [kind.rawValue, try MetadataJSON.encode(rows)]))
  }

  private func read(_ rows: [Int64], _ holds: (SearchKey) -> Bool) throws -> Set<Int64> {
    let statement = try db.cachedStatement(
      sql: "SELECT id, text FROM passage WHERE id IN (SELECT value FROM json_each(?))")
    let cursor = try Row.fetchCursor(
      statement, arguments: [try MetadataJSON.encode(Array(rows.prefix(Self.depth)))])
    var found: Set<Int64> = []
    while let row = try cursor.next() {
      if holds(SearchKey(row["text"], folding: folding)) { found.insert(row["id"]) }
    }
    return found
  }

  /// Whether a number stands before one of the counters (85件, 9172億円) or of the words (12の特定重要物資).
  ///
  /// Without counters any number will do; the numbers of a date are none.
  static func hasFigure(_ key: SearchKey, _ counters: [[UInt32]], _ words: [MatchTerm]) -> Bool {
    let text = key.scalars
    let counted = text.indices.contains { i in
      // Counters stand at few places, while a number is looked back over from each.
      (counters.isEmpty || counters.contains { text[i...].starts(with: $0) })
        && endsInFigure(text[..<i], before: text[i])
    }
    return counted
      || words.contains { word in
        word.forms.contains { form in
          form.occurrences(in: key).contains { place in
            var before = text[..<place.lowerBound]
            if before.last == 0x306E { before.removeLast() }  // の
            return endsInFigure(before, before: text[place.lowerBound])
          }
        }
      }
  }

  /// Whether a word is told the meaning of: followed by とは, の定義 or の概要.
  static func saysWhatIs(_ key: SearchKey, _ words: [MatchTerm]) -> Bool {
    words.contains { word in
      word.forms.contains { form in
        form.occurrences(in: key).contains { place in
          var rest = key.scalars[place.upperBound...]
          while let next = rest.first, SearchCharacterClass.of(next) == .other {
            rest.removeFirst()
          }
          return meanings.contains { rest.starts(with: $0) }
        }
      }
    }
  }

  private static let meanings = ["とは", "の定義", "の概要"].map { $0.unicodeScalars.map(\.value) }

  /// Whether a text ends in a number that counts something, and not in one of a date (令和6年, 5月17日).
  private static func endsInFigure(_ text: ArraySlice<UInt32>, before next: UInt32) -> Bool {
    guard !numerals.contains(next) else { return false }
    let number = text.suffix(while: { numerals.contains($0) || scales.contains($0) })
    guard number.contains(where: numerals.contains) else { return false }
    let isCalendar = calendar.contains(next)
    let before = text[..<number.startIndex].last
    return !isCalendar || number.count < 4 && !(before.map(dateParts.contains) ?? false)
  }

  private static let numerals = values("0123456789〇一二三四五六七八九十百千数")
  private static let scales = values("万億兆余弱強超,.")
  /// What stands behind the numbers of a date, and before them.
  private static let calendar = values("年月日/")
  private static let dateParts = values("和成昭正治年月/")

  private static func values(_ text: String) -> Set<UInt32> {
    Set(text.unicodeScalars.map(\.value))
  }
}

extension ArraySlice<UInt32> {
  /// The longest end whose every element satisfies the condition.
  fileprivate func suffix(while holds: (UInt32) -> Bool) -> ArraySlice<UInt32> {
    var start = endIndex
    while start > startIndex, holds(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
