/// A set of passage rows as bits: rows are dense, so union and intersection are a few words.
struct RowSet: Sendable, Equatable {
  private var words: [UInt64]

  /// Makes an empty set for rows up to `maximum`.
  init(upTo maximum: Int) { words = [UInt64](repeating: 0, count: maximum / 64 + 1) }

  /// Makes a set of rows up to `maximum`.
  init(_ rows: [Int64], upTo maximum: Int) {
    self.init(upTo: maximum)
    for row in rows { insert(row) }
  }

  /// Makes a set of ascending rows.
  init(_ rows: [Int64]) { self.init(rows, upTo: Int(rows.last ?? 0)) }

  mutating func insert(_ row: Int64) {
    let row = Int(row)
    guard row >= 0, row / 64 < words.count else { return }
    words[row / 64] |= 1 << UInt64(row % 64)
  }

  func contains(_ row: Int64) -> Bool {
    let row = Int(row)
    return row >= 0 && row / 64 < words.count && words[row / 64] & (1 << UInt64(row % 64)) != 0
  }

  mutating func formUnion(_ other: RowSet) {
    for i in words.indices { words[i] |= other.words[i] }
  }

  mutating func formIntersection(_ other: RowSet) {
    for i in words.indices { words[i] &= other.words[i] }
  }

  mutating func subtract(_ other: RowSet) {
    for i in words.indices { words[i] &= ~other.words[i] }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  var isEmpty: Bool { !words.contains { $0 != 0 } }

  /// The rows, ascending.
  var rows: [Int64] {
    var rows: [Int64] = []
    for (i, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        rows.append(Int64(i * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return rows
  }
}
