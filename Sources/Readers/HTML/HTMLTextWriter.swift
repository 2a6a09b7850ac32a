import DocumentModel

/// Writes the main part of a page as extracted lines with their marks.
struct HTMLTextWriter: Sendable {
  let tree: HTMLTree
  let notes: HTMLNotes
  /// The words that title the page; the first heading with them is the document's title.
  let title: String
  private(set) var builder = ExtractedTextBuilder()
  /// Where pages begin: byte offsets in the text, and page numbers.
  private(set) var pages: [(start: Int, page: Int)] = []

  var line = HTMLInlineText()
  private var state = State()
  private var lists: [HTMLListCounter] = []
  /// Items that are open, innermost last.
  private var items: [Item] = []
  private var tables = 0
  private var hasTitle = false
  /// Notes whose marks stand in the block being read, and those written.
  var waitingNotes: [Int] = []
  private var writtenNotes: Set<Int> = []
  private var page: Int?

  /// What the open elements make of the words inside them.
  private struct State {
    var rank: Int?
    var isCaption = false
    var isPreformatted = false
    var isContents = false
  }

  private struct Item {
    var label: String
    var indent: Int
    /// Whether its first words are written.
    var isWritten = false
  }

  private struct Frame {
    var index: Int
    var end: Int
    var outer: State
    /// The byte offset in the line at which raised characters begin.
    var scriptStart: Int?
  }

  init(_ tree: HTMLTree, main: Int, title: String) {
    self.tree = tree
    self.title = title
    notes = HTMLNotes(tree, in: tree.range(of: main))
  }

  /// Writes the words below an element.
  mutating func write(_ main: Int) {
    var frames: [Frame] = []
    var index = main
    let end = tree.range(of: main).upperBound
    while index < end {
      while let last = frames.last, last.end <= index { close(frames.removeLast()) }
      index = open(index, isRoot: index == main, into: &frames)
    }
    while let last = frames.popLast() { close(last) }
    flush()
  }

  /// Reads one node and returns the position of the next.
  private mutating func open(_ index: Int, isRoot: Bool, into frames: inout [Frame]) -> Int {
    let node = tree.nodes[index]
    if node.tag == .words {
      line.add(tree.words(of: index), keepsSpaces: state.isPreformatted)
      return index + 1
    }
    let end = Int(node.end)
    if !isRoot, isLeftOut(index) { return end }
    let attributes = tree.attributes(of: index)
    if !isRoot, notes.numbers[index] != nil {
      // A note set apart may stand on a page far from its mark: it tells nothing of the text's pages.
      flush()
      writeNote(index)
      return end
    }
    if let page = attributes.page { startPage(page) }
    if node.tag == .table, let table = HTMLTable(tree, index) {
      flush()
      write(table)
      return end
    }
    var frame = Frame(index: index, end: end, outer: state)
    if node.tag.isBlock { flush() }
    if notes.isMark(tree, index) {
      frame.scriptStart = line.text.utf8.count
      if let note = notes.note(of: index, tree) { waitingNotes.append(note) }
    }
    enter(node.tag, index, attributes, &frame)
    frames.append(frame)
    return index + 1
  }

  /// What frames the page, readings above their base, links back from notes.
  private func isLeftOut(_ index: Int) -> Bool {
    let tag = tree.nodes[index].tag
    // What stands in a head that its page never closes is text; the title alone is not.
    if tag == .rt || tag == .rp || tag == .title { return true }
    if writtenNotes.contains(index) { return true }
    if notes.numbers[index] == nil, HTMLMainContent.frames(tree, index, isPage: false) {
      return true
    }
    let attributes = tree.attributes(of: index)
    return attributes.role == "doc-backlink" || attributes.classes.contains("footnote-back")
  }

  private mutating func enter(
    _ tag: HTMLTag, _ index: Int, _ attributes: HTMLTree.Attributes, _ frame: inout Frame
  ) {
    if let rank = tag.rank ?? (attributes.role == "heading" ? attributes.rank ?? 2 : nil) {
      flush()
      state.rank = rank
      state.isContents = state.isContents || HTMLContents.isTitle(tree.text(of: index))
    }
    switch tag {
    case .br: line.breakLine()
    case .pre: state.isPreformatted = true
    case .caption, .figcaption: state.isCaption = true
    case .sup, .sub: frame.scriptStart = line.text.utf8.count
    case .ul, .ol, .dl:
      lists.append(HTMLListCounter(tree, index))
      if HTMLContents.isContents(tree, index) { state.isContents = true }
    case .li:
      let label = lists.indices.last.map { lists[$0].label(of: index, tree) } ?? ""
      items.append(Item(label: label, indent: max(0, lists.count - 1)))
    case .dt: items.append(Item(label: "", indent: max(0, lists.count - 1)))
    case .dd: items.append(Item(label: "", indent: lists.count))
    default: if attributes.role == "doc-toc" || attributes.id == "toc" { state.isContents = true }
    }
  }

  private mutating func close(_ frame: Frame) {
    let tag = tree.nodes[frame.index].tag
    if let start = frame.scriptStart {
      line.replace(
        from: start, by: tag == .sub ? ScriptCharacters.subscript : ScriptCharacters.superscript)
    }
    if tag.isBlock || state.rank != frame.outer.rank { flush() }
    switch tag {
    case .ul, .ol, .dl: lists.removeLast()
    case .li, .dt, .dd: items.removeLast()
    default: break
    }
    state = frame.outer
  }

  // MARK: Blocks

  /// Writes the words gathered so far as a block.
  private mutating func flush() {
    let words = line.text
    let starts = line.pages
    line = HTMLInlineText()
    let before = builder.utf8.count
    if !words.isEmpty { write(block: words) }
    for start in starts { pages.append((before + start.offset, start.page)) }
    if !words.isEmpty { writeWaitingNotes() }
  }

  private mutating func write(block words: String) {
    if state.isContents || HTMLContents.leadsBack(words) {
      builder.add(words, .furniture)
    } else if let rank = state.rank {
      builder.add(words, takesTitle(words) ? .title : .heading(level: rank))
    } else if state.isCaption {
      builder.add(words, .caption)
    } else if state.isPreformatted {
      for line in words.split(separator: "\n") { builder.add(String(line), .line) }
    } else if takesTitle(words) {
      builder.add(words, .title)
    } else {
      write(lines: words)
    }
  }

  /// Whether words are the page's title, a bullet aside, for the first time.
  private mutating func takesTitle(_ words: String) -> Bool {
    guard !hasTitle, !title.isEmpty else { return false }
    let bare = words.drop { $0.isWhitespace || "○●◎■□◆◇".contains($0) }
    hasTitle = Self.plain(bare) == Self.plain(title)
    return hasTitle
  }

  /// Writes a block of running text: a break ends a paragraph where what follows is an item or set
  /// in, where a sentence ended before it, and where the block is no sentence at all, as dates and
  /// names below each other are.
  private mutating func write(lines words: String) {
    var role = blockRole(of: words)
    var isOpen = false
    var endedSentence = false
    let isListing = !words.contains("。") && !words.contains("、\n")
    for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
      let shown = line.drop { $0 == "\u{A0}" || $0 == " " }
      guard shown.contains(where: { !$0.isWhitespace }) else {
        endedSentence = true
        continue
      }
      let isSetIn = shown.startIndex != line.startIndex || shown.first == "\u{3000}"
      let begins =
        !isOpen || isListing || endedSentence || isSetIn || ItemWording.opensItem(shown)
      if isOpen, begins { role = .paragraph }
      builder.add(begins ? label(of: role) + shown : String(shown), begins ? role : .continuation)
      isOpen = true
      endedSentence = shown.last == "。"
    }
  }

  private func blockRole(of words: String) -> LineMark.Role {
    if let item = items.last, !item.isWritten { return .item(indent: item.indent) }
    return CaptionWording.isCaption(words) ? .caption : .paragraph
  }

  /// The number of the item that begins, taken once.
  private mutating func label(of role: LineMark.Role) -> String {
    guard case .item = role, let last = items.indices.last, !items[last].isWritten else {
      return ""
    }
    items[last].isWritten = true
    return items[last].label
  }

  private static func plain(_ words: some StringProtocol) -> String {
    String(words.filter { !$0.isWhitespace })
  }

  // MARK: Notes, tables, pages

  private mutating func writeWaitingNotes() {
    let waiting = waitingNotes
    waitingNotes = []
    for note in waiting where !writtenNotes.contains(note) { writeNote(note) }
  }

  /// Writes a note where its mark stands, with the number printed before it.
  private mutating func writeNote(_ note: Int) {
    guard writtenNotes.insert(note).inserted else { return }
    var text = tree.text(of: note)
    while let last = text.last, "↩↑^".contains(last) || last.isWhitespace { text.removeLast() }
    guard !text.isEmpty else { return }
    let number = notes.numbers[note] ?? 0
    let brings = Int(text.prefix { $0.isNumber }) == number || ItemWording.opensItem(text)
    builder.add(brings ? text : ScriptCharacters.superscript("\(number)") + " " + text, .note)
  }

  private mutating func write(_ table: HTMLTable) {
    tables += 1
    let number = tables
    for caption in table.captions { builder.add(tree.text(of: caption), .caption) }
    for row in table.rows {
      if let page = row.page { startPage(page) }
      flush()
      var cells: [String] = []
      for cell in row.cells { cells.append(cell.map { words(ofCell: $0) } ?? "") }
      builder.addRow(cells, table: number, isHeader: row.isHeader)
      writeWaitingNotes()
    }
  }

  /// The words of a cell, its blocks and items parted by line ends.
  private mutating func words(ofCell cell: Int) -> String {
    var text = HTMLInlineText()
    var counters: [(end: Int, counter: HTMLListCounter)] = []
    var scripts: [(end: Int, start: Int, isSub: Bool)] = []
    var index = cell + 1
    let end = tree.range(of: cell).upperBound
    func closeScripts(at index: Int) {
      while let last = scripts.last, last.end <= index {
        text.replace(
          from: last.start,
          by: last.isSub ? ScriptCharacters.subscript : ScriptCharacters.superscript)
        scripts.removeLast()
      }
    }
    while index < end {
      closeScripts(at: index)
      let node = tree.nodes[index]
      if node.tag == .words {
        text.add(tree.words(of: index))
      } else if isLeftOut(index) {
        index = Int(node.end)
        continue
      } else {
        while let last = counters.last, last.end <= index { counters.removeLast() }
        if node.tag.isBlock || node.tag == .br { text.breakLine() }
        let isMark = notes.isMark(tree, index)
        if isMark, let note = notes.note(of: index, tree) { waitingNotes.append(note) }
        switch node.tag {
        case .ul, .ol: counters.append((Int(node.end), HTMLListCounter(tree, index)))
        case .li:
          if let last = counters.indices.last {
            text.add(counters[last].counter.label(of: index, tree))
          }
        case .sup, .sub: scripts.append((Int(node.end), text.text.utf8.count, node.tag == .sub))
        default: if isMark { scripts.append((Int(node.end), text.text.utf8.count, false)) }
        }
      }
      index += 1
    }
    closeScripts(at: end)
    return text.text
  }

  private mutating func startPage(_ next: Int) {
    guard next != page else { return }
    page = next
    line.startPage(next)
  }
}
