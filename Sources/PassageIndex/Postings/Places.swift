/// Rows with the places where a phrase may begin.
struct Places: ~Copyable {
  var rows: Column<Int64>
  /// The places of row *i* are those from `ends[i - 1]` to `ends[i]`, ascending.
  var ends: Column<Int>
  var starts: Column<Int>

  /// Makes an empty list with room for about so many.
  init(rows count: Int, starts startCount: Int) {
    rows = Column(capacity: count)
    ends = Column(capacity: count)
    starts = Column(capacity: startCount)
  }

  var isEmpty: Bool { rows.count == 0 }

  /// Makes sure that so many more can be appended.
  @inline(__always)
  mutating func makeRoom(rows count: Int, starts startCount: Int) {
    rows.makeRoom(for: count)
    ends.makeRoom(for: count)
    starts.makeRoom(for: startCount)
  }

  /// Ends a row whose starts were appended; room must have been made for it.
  @inline(__always)
  mutating func close(_ row: Int64) {
    rows.append(row)
    ends.append(starts.count)
  }

  mutating func keepFirst(rows count: Int, starts startCount: Int) {
    rows.keepFirst(count)
    ends.keepFirst(count)
    starts.keepFirst(startCount)
  }

  /// Calls `body` for each of some starts, by its index, from which one of some positions is `offset`
  /// away.
  @inline(__always)
  mutating func forEachStart(
    _ range: Range<Int>, followedBy positions: PaddedBytes, at offset: Int,
    _ body: (inout Places, Int) -> Void
  ) throws {
    var next = range.lowerBound
    var reader = PositionReader(positions)
    while next < range.upperBound, let position = try reader.next() {
      let start = position &- offset
      while next < range.upperBound, starts[next] < start { next += 1 }
      if next < range.upperBound, starts[next] == start {
        body(&self, next)
        // Each position is met once.
        next += 1
      }
    }
  }

  /// Returns the same by row, where rows came from several lists.
  func sorted() -> Places {
    var sorted = Places(rows: rows.count, starts: starts.count)
    sorted.makeRoom(rows: rows.count, starts: starts.count)
    let order = (0..<rows.count).sorted { rows[$0] < rows[$1] }
    var i = 0
    while i < order.count {
      let row = rows[order[i]]
      var own: [Int] = []
      while i < order.count, rows[order[i]] == row {
        let place = order[i]
        for k in (place > 0 ? ends[place - 1] : 0)..<ends[place] { own.append(starts[k]) }
        i += 1
      }
      for start in own.sorted() { sorted.starts.append(start) }
      sorted.close(row)
    }
    return sorted
  }

  /// How often the phrase stands in each row, and where first.
  func postings() -> PostingColumns {
    var columns = PostingColumns(capacity: rows.count)
    var start = 0
    for i in 0..<rows.count {
      columns.append(
        rows[i], Postings.count(ends[i] - start),
        Int32(truncatingIfNeeded: PositionList.place(of: starts[start])))
      start = ends[i]
    }
    return columns
  }
}
