/// Reads side-by-side columns as the rows of a table where they are one.
struct TableFinder: Sendable {
  /// The narrowest gap between the columns of a table, in full squares.
  private static let narrowest = 0.4

  /// Returns the rows of the runs and the lines above them; nil where their columns are text to be read one after the other.
  func table(of runs: [PrintedRun]) -> (lead: [PrintedLine], rows: [PrintedRow])? {
    let em = ColumnFinder.median(runs.map(\.em))
    let lines = PrintedLine.rows(of: runs)
    let columns = columns(of: lines, em: em)
    guard columns.count >= 2 else { return nil }
    let grid = Grid(lines: lines, columns: columns, em: em)
    let groups = grid.rows()
    guard groups.count >= 2 else { return nil }
    var rows = groups.map { grid.row($0) }
    // Words in the first column alone stand above the table and name it.
    let lead = rows.prefix { row in
      !row.cells[0].isEmpty && row.cells.dropFirst().allSatisfy(\.isEmpty)
    }.count
    rows.removeFirst(lead)
    guard rows.count >= 2, isTable(rows, columns: columns.count) else { return nil }
    for row in 0..<headerCount(rows) { rows[row].isHeader = true }
    return (groups.prefix(lead).flatMap { lines[$0] }.map(PrintedLine.init), rows)
  }

  /// The columns of the lines; the first lines may go over several of them, as names of tables and
  /// of groups of columns do.
  private func columns(of lines: [[PrintedRun]], em: Double) -> [ClosedRange<Double>] {
    var columns = columns(of: lines.flatMap { $0 }, em: em)
    for heads in 1...2 where lines.count >= heads + 4 {
      let below = self.columns(of: lines.dropFirst(heads).flatMap { $0 }, em: em)
      if below.count > columns.count { columns = below }
    }
    return columns
  }

  /// The strips in which runs stand, parted by strips that no run enters.
  private func columns(of runs: [PrintedRun], em: Double) -> [ClosedRange<Double>] {
    var columns: [ClosedRange<Double>] = []
    for run in runs.sorted(by: { $0.box.left < $1.box.left }) {
      let right = max(run.box.left, run.box.right)
      if let last = columns.last, run.box.left - last.upperBound < Self.narrowest * em {
        columns[columns.count - 1] = last.lowerBound...max(last.upperBound, right)
      } else {
        columns.append(run.box.left...right)
      }
    }
    return columns
  }

  /// Rows that fill their columns, with short words in all but one of them.
  private func isTable(_ rows: [PrintedRow], columns: Int) -> Bool {
    let filled = rows.count { $0.cells.count { !$0.isEmpty } >= 2 }
    // Two columns of boxes have lines side by side by chance; the first row below a header may be
    // the rest of one that began on the page before.
    let isFilled =
      columns == 2 ? (filled + 1) * 10 >= rows.count * 8 : filled * 10 >= rows.count * 6
    guard isFilled, filled >= 2 else { return false }
    if columns == 2, isContents(rows) { return false }
    // Above the first row with a label stand the names of columns, or of several together.
    return isLabelled(rows, byColumn: 0, widest: 80)
      // The leftmost column may hold the names of several rows together.
      || columns > 2 && isLabelled(rows, byColumn: 1, widest: Self.widestSecondLabel)
  }

  /// The widest name in a second column, in columns of half a square: what is longer is text.
  private static let widestSecondLabel = 24

  /// Whether most rows have short words in a column, but for those above the first that has any.
  private func isLabelled(_ rows: [PrintedRow], byColumn column: Int, widest: Int) -> Bool {
    let labelled = rows.drop { $0.cells[column].isEmpty }
    let labels = labelled.map { $0.cells[column] }.filter { !$0.isEmpty }
    let short = labels.count { Self.columns(of: $0) <= widest && !$0.contains("。") }
    return short * 10 >= labels.count * 8 && labels.count * 2 >= labelled.count
  }

  /// The width of words in columns of half a square.
  private static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (TextBox.isSquare($1) ? 2 : 1) }
  }

  /// Titles with the pages on which they stand.
  private func isContents(_ rows: [PrintedRow]) -> Bool {
    let pages = rows.compactMap { PageLabel.pageNumber($0.cells[1]) }
    return pages.count == rows.count && zip(pages, pages.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// How many rows at the top name the columns: the first, or those down to the first of three that
  /// names most columns, where names of groups stand above.
  private func headerCount(_ rows: [PrintedRow]) -> Int {
    for (index, row) in rows.prefix(3).enumerated() {
      let filled = row.cells.count { !$0.isEmpty }
      if isHeader(row), filled * 10 >= row.cells.count * 7 { return index + 1 }
      if row.cells.contains(where: { $0.unicodeScalars.count > 20 || $0.contains("。") }) { break }
    }
    return rows.first.map(isHeader) == true ? 1 : 0
  }

  /// Whether a row names its columns: a few words in each and no figures.
  private func isHeader(_ row: PrintedRow) -> Bool {
    let filled = row.cells.filter { !$0.isEmpty }
    return filled.count >= 2 && filled.count * 2 >= row.cells.count
      && filled.allSatisfy { cell in
        cell.unicodeScalars.count <= 20 && !cell.contains("。")
          && !cell.unicodeScalars.allSatisfy { PageLabel.isDigit($0) || $0 == "," || $0 == "." }
      }
  }

  /// The lines of a table by column.
  private struct Grid {
    /// For each line and column, the runs that stand there.
    let cells: [[[PrintedRun]]]
    let columns: [ClosedRange<Double>]
    let em: Double

    init(lines: [[PrintedRun]], columns: [ClosedRange<Double>], em: Double) {
      self.columns = columns
      self.em = em
      cells = lines.map { line in
        var cells = columns.map { _ in [PrintedRun]() }
        for run in line {
          let column = columns.lastIndex { $0.lowerBound <= run.box.left } ?? 0
          cells[column].append(run)
        }
        return cells
      }
    }

    /// The lines of each row of the table.
    func rows() -> [Range<Int>] {
      let links = columns.indices.map { self.links(ofColumn: $0) }
      let tight = tightPitch(links)
      var rows: [Range<Int>] = []
      var start = 0
      for line in 1..<max(cells.count, 1) where isBoundary(line, start: start, links, tight) {
        rows.append(start..<line)
        start = line
      }
      rows.append(start..<cells.count)
      return rows
    }

    /// Neighbouring lines of one column that have words.
    private func links(ofColumn column: Int) -> [(from: Int, to: Int)] {
      let filled = cells.indices.filter { !cells[$0][column].isEmpty }
      return zip(filled, filled.dropFirst()).map { (from: $0, to: $1) }
    }

    /// How far apart two lines of one column stand.
    private func pitch(_ link: (from: Int, to: Int), _ column: Int) -> Double {
      let above = cells[link.from][column].map(\.middle).max() ?? 0
      return (cells[link.to][column].map(\.middle).min() ?? 0) - above
    }

    /// The greatest distance between two lines of one cell.
    private func tightPitch(_ links: [[(from: Int, to: Int)]]) -> Double {
      let pitches = columns.indices.flatMap { column in
        links[column].map { pitch($0, column) }
      }.sorted()
      let usual = pitches.isEmpty ? em : pitches[pitches.count / 10]
      return min(1.3 * usual, 1.9 * em)
    }

    /// Whether a row of the table begins with a line.
    ///
    /// No cell may go on over the boundary. Where lines are as far apart as rows are, a cell goes on
    /// if its line was full, unless the leftmost column shows that its own cell has ended.
    private func isBoundary(
      _ line: Int, start: Int, _ links: [[(from: Int, to: Int)]], _ tight: Double
    ) -> Bool {
      var isLeftmostRestarted = false
      var restarted = 0
      var tied = 0
      var wrapped = 0
      for column in columns.indices {
        guard let link = links[column].first(where: { $0.from < line && line <= $0.to }) else {
          continue
        }
        if pitch(link, column) > tight {
          if link.to == line, link.from >= start {
            restarted += 1
            if column == 0 { isLeftmostRestarted = true }
          }
          continue
        }
        if link.to > line { return false }
        tied += 1
        if isWrapped(link.from, column, before: link.to) { wrapped += 1 }
      }
      if line == start + 1 {
        if start == 0, isCentred(start) { return true }
        // A cell set about the middle of its row begins above the others.
        if cells[start][0].isEmpty, tied == 1, cells[start].count(where: { !$0.isEmpty }) == 1 {
          return false
        }
      }
      if restarted >= max(2, tied) { return true }
      // A label where the row has none yet begins one, though a cell of the last happened to be full.
      let isLabel = !cells[line][0].isEmpty && cells[start..<line].allSatisfy { $0[0].isEmpty }
      if wrapped > 0, !(isLabel && wrapped * 2 < tied) {
        let filled = cells[line].count { !$0.isEmpty }
        return isLeftmostRestarted && filled * 2 >= columns.count
      }
      return !cells[line][0].isEmpty || tied == 0
    }

    /// Whether a line's cells are set in from their columns' edges, most of them on both sides, as
    /// names of columns are.
    private func isCentred(_ line: Int) -> Bool {
      let filled = columns.indices.filter { !cells[line][$0].isEmpty }
      let setIn = filled.count { column in
        cells[line][column].first.map {
          $0.box.left - columns[column].lowerBound > 0.8 * em
        } ?? false
      }
      return setIn * 3 >= filled.count * 2
        && filled.count { isWrapped(line, $0) } * 2 < max(filled.count, 1)
    }

    /// Whether a cell's line ends where its column does, without ending a sentence.
    private func isWrapped(_ line: Int, _ column: Int, before next: Int? = nil) -> Bool {
      guard let last = cells[line][column].last, !last.text.hasSuffix("。") else { return false }
      let edge = columns[column].upperBound
      // A Latin word that didn't fit into the room left.
      if let next, let first = cells[next][column].first,
        PrintedLine([first]).firstPieceWidth > max(edge - last.box.right, 1.5 * em)
      {
        return true
      }
      guard edge - last.box.right <= 1.3 * em else { return false }
      // Lines of prose stand close and reach one edge.
      if let next, last.text.unicodeScalars.count >= 10, pitch((line, next), column) <= 1.75 * em {
        return true
      }
      if column + 1 < columns.count { return columns[column + 1].lowerBound - edge <= 3 * em }
      return cells.count { row in
        row[column].last.map { edge - $0.box.right <= 1.3 * em } ?? false
      } >= 2
    }

    /// The row that some lines make.
    func row(_ lines: Range<Int>) -> PrintedRow {
      let texts = columns.indices.map { column in
        PrintedLine.lines(of: lines.flatMap { cells[$0][column] }).reduce(into: "") { text, line in
          PrintedText.append(line.text, to: &text)
        }
      }
      let boxes = lines.flatMap { cells[$0].joined() }.map(\.box)
      let hull = boxes.dropFirst().reduce(
        boxes.first ?? .init(left: 0, top: 0, right: 0, bottom: 0)
      ) { $0.union($1) }
      return PrintedRow(cells: texts, box: hull, em: em)
    }
  }
}

/// Puts the lines of one cell together.
enum PrintedText {
  /// Adds a line: Latin words are parted by a space, squares by nothing.
  static func append(_ line: String, to text: inout String) {
    if let a = text.unicodeScalars.last, let b = line.unicodeScalars.first,
      !TextBox.isSquare(a), !TextBox.isSquare(b), a != "-", a != "/"
    {
      text += " "
    }
    text += line
  }
}
