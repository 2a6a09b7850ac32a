import DocumentModel

/// Reads ministries' abbreviations where only ministries can stand: 【内、文科等】, （経産）, a cell.
struct MinistryShortList: Sendable {
  /// One abbreviation that was read.
  struct Item: Sendable {
    var range: Range<Int>
    var short: MinistryNames.Short
  }

  /// What a block's brackets, lists and cells hold.
  struct Reading: Sendable {
    var items: [Item] = []
    /// Whether brackets or lists name two at least: the document writes ministries so.
    var isList = false
    /// Whether there is more that counts only in such a document.
    var isOpen = false
  }

  let names: MinistryNames

  /// Returns the abbreviations of a block's brackets and cells and of lists in its running text.
  ///
  /// `isConfirmed` tells that the document writes ministries so elsewhere, so that a bracket with
  /// one ordinary word (【防衛】) is one of them too.
  func read(_ block: BlockText, isConfirmed: Bool) -> Reading {
    let text = block.text
    var reading = Reading()
    var open: [Int] = []
    var index = block.next(.bracket, from: 0)
    while index < text.count {
      if Self.openings.contains(text.scalars[index]) {
        open.append(index)
      } else if Self.closings.contains(text.scalars[index]), let start = open.popLast() {
        add(
          text, start + 1..<index, isLabel: text.scalars[start] != 0x28,
          isConfirmed: isConfirmed, to: &reading)
      }
      index = block.next(.bracket, from: index + 1)
    }
    reading.items += running(in: block, besides: reading.items)
    reading.isList = reading.items.count >= 2
    for cell in block.block.cells {
      add(text, text.range(of: cell), isLabel: false, isConfirmed: isConfirmed, to: &reading)
    }
    return reading
  }

  /// Adds the abbreviations of a stretch if it holds nothing but bodies.
  private func add(
    _ text: ScalarText, _ range: Range<Int>, isLabel: Bool, isConfirmed: Bool,
    to reading: inout Reading
  ) {
    guard range.count <= 80, let read = read(text, range), !read.items.isEmpty else { return }
    let isList = read.count >= 2
    let hasSingle = read.items.contains { $0.range.count == 1 }
    if read.items.contains(where: \.short.isDistinct) || (isLabel && isList) {
      reading.items += read.items
    } else if (isLabel || isList) && (!hasSingle || isList) {
      if isConfirmed { reading.items += read.items }
      reading.isOpen = true
    }
  }

  /// Reads bodies separated by signs, or nil where other words stand.
  ///
  /// `count` includes generic ones (関係省庁).
  private func read(_ text: ScalarText, _ range: Range<Int>) -> (items: [Item], count: Int)? {
    var items: [Item] = []
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = text.scalars[index]
      if Self.separators.contains(scalar) || ScalarClass.isSpace(scalar) {
        index += 1
      } else if let end = text.end(ofAny: Self.generics, at: index), end <= range.upperBound {
        count += 1
        index = end
      } else if let item = longest(text, at: index, limit: range.upperBound) {
        items.append(item)
        count += 1
        index = item.range.upperBound
      } else if let end = text.end(ofAny: Self.fillers, at: index), end <= range.upperBound,
        count > 0
      {
        index = end
      } else {
        return nil
      }
    }
    return (items, count)
  }

  /// Returns the longest abbreviation at an index that a separator, a filler or the end follows.
  private func longest(_ text: ScalarText, at index: Int, limit: Int) -> Item? {
    guard names.shortFirsts.contains(text.at(index)) else { return nil }
    var length =
      names.shortSeconds.contains(text.at(index + 1)) ? min(names.longestShort, limit - index) : 1
    while length > 0 {
      let range = index..<index + length
      if let short = names.shorts[Array(text.scalars[range])] {
        let after = index + length
        let ends =
          after == limit || Self.separators.contains(text.at(after))
          || ScalarClass.isSpace(text.at(after)) || text.end(ofAny: Self.fillers, at: after) != nil
        if ends { return Item(range: range, short: short) }
      }
      length -= 1
    }
    return nil
  }

  /// Reads lists in running text (経産・文科 が): at least two, joined by signs, one distinct.
  private func running(in block: BlockText, besides found: [Item]) -> [Item] {
    let text = block.text
    var items: [Item] = []
    var index = block.next(.ministryList, from: 0)
    while index < text.count {
      var end = index + 1
      if !ScalarClass.isKanji(text.at(index - 1)),
        !found.contains(where: { $0.range.contains(index) }), let list = joined(text, at: index)
      {
        items += list
        end = list.last?.range.upperBound ?? end
      }
      index = block.next(.ministryList, from: end)
    }
    return items
  }

  private func joined(_ text: ScalarText, at start: Int) -> [Item]? {
    // Two at least, of two to six characters: without a joiner near there is no list.
    guard (start + 2...start + 6).contains(where: { Self.joiners.contains(text.at($0)) }) else {
      return nil
    }
    var list: [Item] = []
    var index = start
    while let item = shortest(text, at: index) {
      list.append(item)
      index = item.range.upperBound
      guard Self.joiners.contains(text.at(index)) else { break }
      index += 1
    }
    let isLoose = list.contains { $0.range.count == 1 }
    let end = list.last?.range.upperBound ?? start
    let isSure =
      list.contains(where: \.short.isDistinct) || text.end(ofAny: Self.both, at: end) != nil
    return list.count >= 2 && isSure && !isLoose ? list : nil
  }

  /// Returns an abbreviation of two or more characters that no ideograph follows.
  private func shortest(_ text: ScalarText, at index: Int) -> Item? {
    guard names.shortFirsts.contains(text.at(index)),
      names.shortSeconds.contains(text.at(index + 1))
    else { return nil }
    for length in stride(from: min(6, text.count - index), through: 2, by: -1) {
      let range = index..<index + length
      guard let short = names.shorts[Array(text.scalars[range])] else { continue }
      let after = text.at(index + length)
      if !ScalarClass.isKanji(after) && !ScalarClass.isKatakana(after)
        || [0x7B49, 0x4E21, 0x5404].contains(after)
      {
        return Item(range: range, short: short)
      }
    }
    return nil
  }

  private static let openings = ScalarSet("(【[〔")
  private static let closings = ScalarSet(")】]〕")
  /// Brackets in which abbreviations may stand, opening and closing.
  static let brackets = "(【[〔)】]〕"
  private static let separators = ScalarSet([
    0x3001, 0x30FB, 0x2C, 0x2F, 0xFF65, 0xFF0C, 0x2B, 0x3A, 0x26, 0x7E,
  ])
  /// What tells that ordinary words before it are ministries (外務・防衛両省).
  private static let both = WordSet("両省 両大臣 各省 各大臣 の両省 の両大臣 の各省 の各大臣")
  private static let joiners = ScalarSet([0x30FB, 0xFF65, 0x2F, 0x3001])
  private static let generics = WordSet(
    "関係府省庁 関係府省 関係省庁 関係各省 関係機関 各府省庁 各府省 各省庁 各省 全府省庁 全府省 全省庁 その他 所管省庁 府省庁")
  private static let fillers = WordSet("等 ほか 他 及び 並びに と 共管 主導 中心 所管 担当 連名 ら 共同")
}
