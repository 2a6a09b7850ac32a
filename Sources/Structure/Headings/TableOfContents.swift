import DocumentModel

/// The headings that a document's own table of contents lists.
///
/// It is read from the lines that a reader set apart as furniture: words, dots or a tab, and a page's
/// number. The lines it lists are headings wherever they stand; below it, words without a number and
/// numbers of a kind that it lists are headings only if it lists them.
struct TableOfContents: Sendable {
  /// A kind of number: its form and how many parts it has.
  private struct Kind: Hashable {
    var scheme: NumberLabel.Scheme
    var depth: Int
  }

  /// How many entries make a table of contents.
  private static let leastEntries = 3

  private let titles: Set<[UInt32]>
  private var kinds: Set<Kind> = []
  /// The last draft that is an entry.
  private let end: Int
  private let table: LineTable

  /// Returns nil where the drafts hold no table of contents.
  init?(_ drafts: [BlockDraft], _ table: LineTable) {
    self.table = table
    var titles: Set<[UInt32]> = []
    var entries: [Int] = []
    let openings = OpeningReader()
    var before: [UInt32] = []
    for index in drafts.indices where drafts[index].kind == .furniture {
      let hull = drafts[index].hull
      guard let title = Self.title(of: hull, in: table, isAfterEntry: entries.last == index - 1)
      else {
        before = Self.key(of: hull, in: table)
        continue
      }
      entries.append(index)
      titles.insert(Self.key(of: title, in: table))
      // A long title is set on two lines, the dots behind the second.
      titles.insert(before + Self.key(of: title, in: table))
      before = []
      if case .label(let label) = openings.opening(of: title, in: table.text).kind {
        kinds.insert(Kind(scheme: label.scheme, depth: label.ordinals.count))
      }
    }
    guard entries.count >= Self.leastEntries, let end = entries.last else { return nil }
    self.titles = titles.filter { $0.count >= 3 }
    self.end = end
  }

  /// Marks the drafts that it lists.
  func markListed(in drafts: inout [BlockDraft]) {
    for index in drafts.indices where index > end && drafts[index].heading == nil {
      let draft = drafts[index]
      guard draft.kind == .paragraph || draft.kind == .listItem,
        titles.contains(draft.pieces.flatMap { Self.key(of: $0, in: table) })
      else { continue }
      drafts[index].kind = .heading
      drafts[index].heading = draft.opening.headingMark(
        first: draft.hull.first.map { table[$0] })
    }
  }

  /// Whether a draft may be a heading that it doesn't list.
  func allowsHeading(_ index: Int, in drafts: [BlockDraft]) -> Bool {
    guard index > end else { return true }
    guard case .label(let label) = drafts[index].opening.kind else { return false }
    return !kinds.contains(Kind(scheme: label.scheme, depth: label.ordinals.count))
  }

  /// The words of an entry before its dots and its page's number.
  ///
  /// They are empty where they stand on the line before; a title that fills its line leaves no room
  /// for dots behind it.
  private static func title(
    of range: Range<Int>, in table: LineTable, isAfterEntry: Bool
  ) -> Range<Int>? {
    var end = range.upperBound
    while end > range.lowerBound, isPageDigit(table[end - 1]) { end -= 1 }
    guard (1...3).contains(range.upperBound - end) else { return nil }
    let leaderEnd = end
    var dots = 0
    while end > range.lowerBound, isLeader(table[end - 1]) {
      end -= 1
      if !CharacterClass.isSpace(table[end]) || table[end] == 0x09 { dots += 1 }
    }
    let isTabbed = (end..<leaderEnd).contains { table[$0] == 0x09 }
    guard dots >= 3 || isTabbed || isAfterEntry else { return nil }
    return range.lowerBound..<end
  }

  private static func isPageDigit(_ c: UInt32) -> Bool {
    CharacterClass.isDigit(c) || c == 0x69 || c == 0x76 || c == 0x78
  }

  /// Dots of all kinds and the space between them.
  private static func isLeader(_ c: UInt32) -> Bool {
    CharacterClass.isSpace(c) || [0x09, 0x2E, 0x2026, 0x2025, 0x30FB, 0xB7].contains(c)
  }

  /// The code points without white space.
  private static func key(of range: Range<Int>, in table: LineTable) -> [UInt32] {
    range.map { table[$0] }.filter { !CharacterClass.isSpace($0) && $0 != 0x09 }
  }
}
