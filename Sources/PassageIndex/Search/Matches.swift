/// The rows that a query found with what ranking needs of each.
struct Matches {
  /// Passage rows, ascending.
  var rows: [Int64] = []
  /// For row *i* and term *t*, how often the term's forms stand in it, at `i * termCount + t`.
  var counts: [UInt16] = []
  /// The token position of each term's first instance, in the same order; -1 for none.
  var positions: [Int32] = []
  var termCount = 0

  /// Keeps only the rows for which `isIncluded` holds.
  mutating func filter(_ isIncluded: (Int64) -> Bool) {
    var kept = Matches()
    kept.termCount = termCount
    for (i, row) in rows.enumerated() where isIncluded(row) {
      kept.rows.append(row)
      kept.counts.append(contentsOf: counts[(i * termCount)..<((i + 1) * termCount)])
      kept.positions.append(contentsOf: positions[(i * termCount)..<((i + 1) * termCount)])
    }
    self = kept
  }

  /// Returns the place of a row, or nil where it isn't among them.
  ///
  /// - Complexity: O(log *n*).
  func index(of row: Int64) -> Int? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == row ? low : nil
  }

  /// Returns how many rows hold each term.
  var rowsPerTerm: [Int] {
    var rowsPerTerm = [Int](repeating: 0, count: termCount)
    for term in 0..<termCount {
      var count = 0
      for i in stride(from: term, to: counts.count, by: termCount) where counts[i] > 0 {
        count += 1
      }
      rowsPerTerm[term] = count
    }
    return rowsPerTerm
  }
}
