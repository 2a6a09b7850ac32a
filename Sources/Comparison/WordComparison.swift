internal import DocumentModel

/// Two sentences compared word by word.
struct WordComparison {
  /// The code points of the older sentence's key that the newer doesn't have.
  private(set) var oldMarks: [Range<Int>] = []
  private(set) var newMarks: [Range<Int>] = []
  private(set) var figures: [DocumentDiff.FigureChange] = []
  /// Whether anything but figures differs.
  private(set) var changesWords = false

  /// Compares two sentences, or two rows of a table, in which a number counts without a unit too: in
  /// a sentence it may as well be the mark of a note.
  init(_ old: [UInt32], _ new: [UInt32], isRow: Bool = false) {
    let oldTokens = WordTokens.tokens(of: old)
    let newTokens = WordTokens.tokens(of: new)
    var ids: [ArraySlice<UInt32>: Int] = [:]
    let id = { (word: ArraySlice<UInt32>) -> Int in
      if let id = ids[word] { return id }
      ids[word] = ids.count
      return ids.count - 1
    }
    let pairs = SequenceAlignment().pairs(
      oldTokens.map { id(old[$0.range]) }, newTokens.map { id(new[$0.range]) })
    var from = (0, 0)
    for pair in Self.withoutScraps(pairs, oldTokens, newTokens) + [
      (oldTokens.count, newTokens.count)
    ] {
      let (gone, come) = (oldTokens[from.0..<pair.0], newTokens[from.1..<pair.1])
      add(Array(gone), Array(come), old, new, isRow: isRow)
      from = (pair.0 + 1, pair.1 + 1)
    }
  }

  private mutating func add(
    _ gone: [WordTokens.Token], _ come: [WordTokens.Token], _ old: [UInt32], _ new: [UInt32],
    isRow: Bool
  ) {
    if let first = gone.first, let last = gone.last {
      oldMarks.append(first.range.lowerBound..<last.range.upperBound)
    }
    if let first = come.first, let last = come.last {
      newMarks.append(first.range.lowerBound..<last.range.upperBound)
    }
    let oldFigures = Self.figures(gone, old, isRow: isRow)
    let newFigures = Self.figures(come, new, isRow: isRow)
    for index in 0..<max(oldFigures.count, newFigures.count) {
      figures.append(
        .init(
          old: index < oldFigures.count ? oldFigures[index] : nil,
          new: index < newFigures.count ? newFigures[index] : nil))
    }
    let figuresOnly =
      oldFigures.count == gone.count && newFigures.count == come.count && gone.count == come.count
    changesWords = changesWords || !figuresOnly
  }

  /// The quantities among tokens, each with its unit.
  private static func figures(
    _ tokens: [WordTokens.Token], _ key: [UInt32], isRow: Bool
  ) -> [String] {
    tokens.filter(\.isFigure).compactMap { token in
      let whole = token.isDate ? token.range : WordTokens.withUnit(token.range, in: key)
      let isBare =
        whole == token.range && key[whole].allSatisfy { (0x30...0x39).contains($0) }
      return isBare && !isRow ? nil : text(whole, key)
    }
  }

  /// Leaves out single characters in common between two changes, so that a word replaced is shown as
  /// a word and not as the letters it happens to share.
  private static func withoutScraps(
    _ pairs: [(Int, Int)], _ old: [WordTokens.Token], _ new: [WordTokens.Token]
  ) -> [(Int, Int)] {
    var kept: [(Int, Int)] = []
    var start = 0
    while start < pairs.count {
      var end = start + 1
      while end < pairs.count, pairs[end].0 == pairs[end - 1].0 + 1,
        pairs[end].1 == pairs[end - 1].1 + 1
      { end += 1 }
      let isEdge = pairs[start] == (0, 0) || pairs[end - 1] == (old.count - 1, new.count - 1)
      let run = pairs[start..<end]
      let size = run.reduce(0) { $0 + old[$1.0].range.count }
      if isEdge || size > 1 || old[pairs[start].0].isFigure { kept += run }
      start = end
    }
    return kept
  }

  private static func text(_ range: Range<Int>, _ key: [UInt32]) -> String {
    var view = String.UnicodeScalarView()
    for scalar in key[range] {
      // The comma between thousands was folded for comparing.
      view.append(scalar == 0x3001 ? "," : Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }
    return String(view)
  }
}
