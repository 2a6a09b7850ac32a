/// The rows in which something stands, ascending, with what ranking needs of each.
struct Postings {
  private(set) var rows: [Int64] = []
  /// How often it stands in each row, at most 255.
  private(set) var counts: [UInt16] = []
  /// The token position of the first instance in each row.
  private(set) var positions: [Int32] = []

  private static let mostCounted = 255

  init() {}

  init(_ columns: borrowing PostingColumns) {
    rows = Array(columns.rows)
    counts = Array(columns.counts)
    positions = Array(columns.positions)
  }

  /// Counts as ranking takes them.
  @inline(__always)
  static func count(_ count: Int) -> UInt16 { UInt16(truncatingIfNeeded: min(count, mostCounted)) }

  var count: Int { rows.count }
  var isEmpty: Bool { rows.isEmpty }

  /// Keeps only some rows.
  mutating func keep(_ kept: RowSet) {
    var columns = PostingColumns(capacity: count)
    for i in rows.indices where kept.contains(rows[i]) {
      columns.append(rows[i], counts[i], positions[i])
    }
    self = Postings(columns)
  }

  /// Returns the postings of both; where both have a row, the counts are added if `addingCounts` tells
  /// that the other's are of other instances.
  func union(_ other: Postings, addingCounts: Bool) -> Postings {
    if isEmpty, addingCounts { return other }
    var columns = PostingColumns(capacity: count + other.count)
    var (i, k) = (0, 0)
    while i < count || k < other.count {
      let row = min(i < count ? rows[i] : .max, k < other.count ? other.rows[k] : .max)
      var total = 0
      var position = Int32.max
      if i < count, rows[i] == row {
        total += Int(counts[i])
        position = positions[i]
        i += 1
      }
      if k < other.count, other.rows[k] == row {
        if addingCounts { total += Int(other.counts[k]) }
        position = min(position, other.positions[k])
        k += 1
      }
      columns.append(row, Self.count(total), position)
    }
    return Postings(columns)
  }
}
