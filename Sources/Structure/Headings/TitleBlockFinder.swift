import DocumentModel

/// The lines before a document's text that say what it is: title, date, issuer.
struct TitleBlock: Sendable, Equatable {
  /// The draft that holds the title.
  var title: Int
  /// The drafts below the title that belong to the block.
  var drafts: [Int]
  /// The lines of the block but for the title's, as ranges of code points, in reading order.
  var lines: [Range<Int>]
}

/// Finds the title block: a title at the very start with a date or an issuer close below it.
///
/// A title that the reader marked counts wherever it stands, with or without a date below it. A text that
/// begins without one (an extract of slides) has none; a title is never guessed from its first words.
struct TitleBlockFinder: Sendable {
  let table: LineTable
  private let wording: TitleWording
  private let dates = TitleDateReader()
  private let bodies = MetadataInference()
  /// How many drafts below the title may belong to the block.
  private static let reach = 8

  init(table: LineTable) {
    self.table = table
    wording = TitleWording(table)
  }

  /// Returns the title block, or nil where the text begins with its first section.
  func find(in drafts: [BlockDraft]) -> TitleBlock? {
    let given = drafts.firstIndex { $0.heading == .title }
    guard let first = given ?? drafts.firstIndex(where: { $0.kind != .furniture }) else {
      return nil
    }
    let title = drafts[first]
    guard given != nil || isTitle(title) else { return nil }
    var lines: [Range<Int>] = []
    var members: [Int] = []
    var found = false
    for index in drafts.indices.dropFirst(first + 1).prefix(Self.reach) {
      let draft = drafts[index]
      if draft.isMarkdownItem || draft.kind == .table { break }
      if given != nil, draft.heading != nil || wording.namesPart(draft.hull) { break }
      // A footnote of the authors' names.
      if given != nil, draft.kind == .note { continue }
      if case .rank(let rank)? = draft.heading {
        // A second rank below the title is its subtitle; another heading opens the text.
        guard case .rank(let top)? = title.heading, rank > top, lines.isEmpty else { break }
        continue
      }
      guard draft.kind == .paragraph || draft.kind == .listItem,
        !draft.pieces.contains(where: wording.holdsSentence)
      else { break }
      members.append(index)
      lines += draft.pieces.map(wording.unmarked)
      if draft.pieces.contains(where: {
        dates.date(in: wording.unmarked($0), of: table.text) != nil
      }) {
        found = true
      } else if found, !draft.pieces.allSatisfy({ bodies.namesBody($0, in: table) }) {
        // What follows the date and names no body is the text's first heading.
        members.removeLast()
        lines.removeLast(draft.pieces.count)
        break
      }
    }
    if found { return TitleBlock(title: first, drafts: members, lines: lines) }
    return given.map { block(above: $0, in: drafts) }
  }

  /// The block of a given title whose date stands above it, as at the head of a page.
  private func block(above title: Int, in drafts: [BlockDraft]) -> TitleBlock {
    let above = drafts[..<title].indices.filter { drafts[$0].kind != .furniture }
      .prefix(Self.reach)
      .filter { index in
        drafts[index].kind == .paragraph
          && !drafts[index].pieces.contains(where: wording.holdsSentence)
      }
    let lines = above.flatMap { drafts[$0].pieces.map(wording.unmarked) }
    guard let date = lines.first(where: { dates.date(in: $0, of: table.text) != nil }) else {
      return TitleBlock(title: title, drafts: [], lines: [])
    }
    let members = above.filter { drafts[$0].pieces.contains { $0.lowerBound >= date.lowerBound } }
    return TitleBlock(
      title: title, drafts: members, lines: lines.filter { $0.lowerBound >= date.lowerBound })
  }

  private func isTitle(_ draft: BlockDraft) -> Bool {
    if case .rank? = draft.heading { return true }
    // ○ stands before the titles of public notices.
    let isNotice = draft.hull.first.map { table[$0] == 0x25CB || table[$0] == 0x25EF } ?? false
    guard draft.kind == .paragraph || isNotice, !draft.isMarkdownItem, draft.pieces.count <= 6,
      let last = draft.pieces.last
    else { return false }
    return !draft.pieces.contains(where: wording.holdsSentence)
      && wording.endsAsTitle(wording.unmarked(last))
      && draft.pieces.allSatisfy { dates.date(in: wording.unmarked($0), of: table.text) == nil }
  }
}
