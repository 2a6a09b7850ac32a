/// The rows that a query found with what ranking needs of each.
struct Matches {
  /// Passage rows, ascending.
  var rows: [Int64] = []
  /// For row *i* and term *t*, how often the term's forms stand in it, at `i * termCount + t`.
  var counts: [UInt16] = []
  /// The token position of each term's first instance, in the same order; -1 for none.
  var positions: [Int32] = []
  var termCount = 0

  /// Rows in which terms stand nowhere, or where none is wanted.
  init(rows: [Int64] = [], termCount: Int = 0) {
    self.rows = rows
    self.termCount = termCount
    counts = [UInt16](repeating: 0, count: rows.count * termCount)
    positions = [Int32](repeating: -1, count: rows.count * termCount)
  }

  /// The rows of one term.
  init(_ postings: Postings) {
    rows = postings.rows
    counts = postings.counts
    positions = postings.positions
    termCount = 1
  }

  /// The given rows, ascending, with the terms of several matches beside one another.
  init(rows: [Int64], of parts: [Matches]) {
    if parts.count == 1, parts[0].rows.count == rows.count {
      self = parts[0]
      return
    }
    self.init(rows: rows, termCount: parts.reduce(0) { $0 + $1.termCount })
    var first = 0
    for part in parts {
      var i = 0
      for (place, row) in rows.enumerated() where part.termCount > 0 {
        while i < part.rows.count, part.rows[i] < row { i += 1 }
        guard i < part.rows.count, part.rows[i] == row else { continue }
        for term in 0..<part.termCount {
          counts[place * termCount + first + term] = part.counts[i * part.termCount + term]
          positions[place * termCount + first + term] = part.positions[i * part.termCount + term]
        }
      }
      first += part.termCount
    }
  }

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
    counts.withUnsafeBufferPointer { counts in
      (0..<termCount).map { term in
        var held = 0
        for i in stride(from: term, to: counts.count, by: termCount) {
          held += counts[i] > 0 ? 1 : 0
        }
        return held
      }
    }
  }

  /// Lends the rows with the counts and positions of their terms.
  func withColumns<Result>(_ body: (MatchColumns) -> Result) -> Result {
    rows.withUnsafeBufferPointer { rows in
      counts.withUnsafeBufferPointer { counts in
        positions.withUnsafeBufferPointer { positions in
          body(MatchColumns(rows: rows, counts: counts, positions: positions))
        }
      }
    }
  }
}

/// What matches lend for scoring, as `Matches` has it; valid as long as they lend it.
struct MatchColumns {
  let rows: UnsafeBufferPointer<Int64>
  let counts: UnsafeBufferPointer<UInt16>
  let positions: UnsafeBufferPointer<Int32>
}
