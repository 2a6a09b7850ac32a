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

  /// Returns how many rows hold each term.
  var rowsPerTerm: [Int] {
    var rowsPerTerm = [Int](repeating: 0, count: termCount)
    for i in counts.indices where counts[i] > 0 { rowsPerTerm[i % termCount] += 1 }
    return rowsPerTerm
  }
}
