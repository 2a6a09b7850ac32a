internal import DocumentModel

/// A table that a slide's extraction left as a run of short cells, row after row.
///
/// The header is a few labels, and the number of cells below is a multiple of theirs:
/// `供給網 | 技術 | 特許` and then `基本指針 22/09/30`, `基本指針 22/10/30`, … A cell is what stands
/// between two blank lines.
struct SlideGrid: Sendable {
  /// The label of each column, its passages, and the labels' own passages.
  struct Column: Sendable {
    var label: String
    /// Indices of the passages of the column's cells, in reading order.
    var passages: [Int]
  }

  let columns: [Column]

  /// Returns the grids of a document.
  static func grids(in passages: [TracePassage]) -> [SlideGrid] {
    var grids: [SlideGrid] = []
    var run: [[Int]] = []
    for index in passages.indices {
      let passage = passages[index]
      guard isCellPart(passage) else {
        if let grid = grid(run, passages) { grids.append(grid) }
        run = []
        continue
      }
      let line = passage.record.passage.location.line
      if let last = run.last?.last, passages[last].record.passage.location.lineEnd + 1 >= line {
        run[run.count - 1].append(index)
      } else {
        run.append([index])
      }
    }
    if let grid = grid(run, passages) { grids.append(grid) }
    return grids
  }

  /// A few words without a sentence's end or a list's mark.
  private static func isCellPart(_ passage: TracePassage) -> Bool {
    let kind = passage.record.passage.kind
    return kind == .paragraph && passage.text.scalars.count <= 60
      && !passage.text.scalars.contains(0x3002)
  }

  /// Reads a run of cells as a grid, or returns nil where it isn't one.
  private static func grid(_ run: [[Int]], _ passages: [TracePassage]) -> SlideGrid? {
    guard run.count >= 7, let first = run.firstIndex(where: { isDated($0, passages) }), first > 0
    else { return nil }
    let body = Array(run[first...])
    guard body.count(where: { isDated($0, passages) }) * 2 >= body.count else { return nil }
    var labels: [String] = []
    for cell in run[..<first].reversed() {
      let words = cell.map { passages[$0].record.passage.text }
      // Labels in one line are set apart by spaces; a label over several lines is one.
      let own =
        cell.count == 1 && !words[0].contains("（")
        ? words[0].split(whereSeparator: \.isWhitespace).map(String.init)
        : [words.joined(separator: " ")]
      labels = own + labels
      if labels.count >= 3, body.count >= labels.count * 2, body.count % labels.count == 0 {
        return SlideGrid(
          columns: labels.enumerated().map { number, label in
            let cells = stride(from: number, to: body.count, by: labels.count).map { body[$0] }
            return Column(label: label, passages: cells.flatMap { $0 })
          })
      }
      if labels.count > 8 { return nil }
    }
    return nil
  }

  private static func isDated(_ cell: [Int], _ passages: [TracePassage]) -> Bool {
    cell.contains { !passages[$0].dates.isEmpty }
  }
}
