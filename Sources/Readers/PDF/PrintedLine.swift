import DocumentModel

/// One line of a column as it is printed.
struct PrintedLine: Sendable {
  var text: String
  var box: PageBox
  /// The side of a full square of its type, in points.
  var em: Double
  /// Whether Japanese characters gave the size of its type.
  var isMeasured: Bool
  /// The first word, and whether it is set small and high as the mark of a note is.
  var firstWord: TextBox
  var hasRaisedStart: Bool
  /// Where the words after the first begin; the line's end where there is but one.
  var secondWordLeft: Double

  init(_ runs: [PrintedRun]) {
    var line = PrintedRun(TextBox("", PageBox(left: 0, top: 0, right: 0, bottom: 0)))
    let sorted = runs.sorted { $0.box.left < $1.box.left }
    if let first = sorted.first {
      line = first
      for run in sorted.dropFirst() { line.add(run) }
    }
    text = line.text
    box = line.box
    em = line.em
    isMeasured = line.words.contains(where: \.isMeasured)
    firstWord = line.words.first ?? TextBox("", line.box)
    secondWordLeft = line.words.count > 1 ? line.words[1].box.left : line.box.right
    hasRaisedStart =
      line.words.count > 1 && firstWord.box.height < 0.85 * line.words[1].box.height
      && firstWord.box.bottom < line.words[1].box.bottom - 0.1 * line.em
  }

  /// The width of what can't be parted from the line's first character: a Latin word or an address.
  var firstPieceWidth: Double {
    let scalars = Array(firstWord.text.unicodeScalars)
    let brackets = scalars.prefix { "（「『(".unicodeScalars.contains($0) }.count
    let letters = scalars.dropFirst(brackets).prefix { !TextBox.isSquare($0) }.count
    guard letters > 0 else { return em }
    return firstWord.box.width * Double(brackets + letters) / Double(scalars.count)
  }

  /// Where the words begin that follow a bullet or a number.
  var wordsLeft: Double {
    var label = 0
    let scalars = Array(firstWord.text.unicodeScalars)
    for end in 1...max(1, min(7, scalars.count))
    where PageLabel.isLabel(String(scalars: scalars.prefix(end))) {
      label = end
    }
    if label >= scalars.count { return secondWordLeft }
    return firstWord.box.left + firstWord.box.width * Double(label) / Double(max(1, scalars.count))
  }

  /// Returns the lines of a column from top to bottom.
  static func lines(of runs: [PrintedRun]) -> [PrintedLine] {
    rows(of: runs).map(PrintedLine.init)
  }

  /// Returns runs gathered by the line they stand on, from top to bottom, each line from the left.
  static func rows(of runs: [PrintedRun]) -> [[PrintedRun]] {
    var rows: [[PrintedRun]] = []
    for run in runs.sorted(by: { ($0.middle, $0.box.left) < ($1.middle, $1.box.left) }) {
      let level = rows.indices.reversed().prefix(3).first { index in
        rows[index].contains { belongs(run, beside: $0) }
      }
      if let level { rows[level].append(run) } else { rows.append([run]) }
    }
    return rows.map { $0.sorted { $0.box.left < $1.box.left } }
  }

  /// Whether two runs stand on one line: side by side, and in like type unless they touch.
  private static func belongs(_ run: PrintedRun, beside other: PrintedRun) -> Bool {
    let gap = max(run.box.left, other.box.left) - min(run.box.right, other.box.right)
    let em = min(run.em, other.em)
    guard run.isLevel(with: other.level), gap > -RunBuilder.deepestOverlap * em else {
      return false
    }
    return max(run.em, other.em) < 1.4 * em || gap < 0.6 * em || !run.isMeasured
      || !other.isMeasured
  }
}

/// A row of a table as it is printed, each cell's lines put together.
struct PrintedRow: Sendable {
  /// From left to right, one for each column; empty where the row has nothing there.
  var cells: [String]
  var box: PageBox
  /// The side of a full square of the table's type, in points.
  var em: Double
  var isHeader = false
}
