/// A row in which something stands, with what ranking needs of it.
struct Posting {
  var row: Int64
  /// The token position of the first instance.
  var position: Int32
  /// How often it stands there, at most 255.
  var count: UInt16

  static let mostCounted = 255

  init(_ row: Int64, count: Int, position: Int) {
    self.row = row
    self.position = Int32(truncatingIfNeeded: PositionList.place(of: position))
    self.count = UInt16(truncatingIfNeeded: min(count, Self.mostCounted))
  }
}

extension [Posting] {
  /// Returns the postings of both, ascending by row as they are; where both have a row, the counts are
  /// added if `addingCounts` tells that the other's are of other instances.
  func union(_ other: [Posting], addingCounts: Bool) -> [Posting] {
    if isEmpty, addingCounts { return other }
    var union: [Posting] = []
    union.reserveCapacity(count + other.count)
    var (i, k) = (0, 0)
    while i < count || k < other.count {
      let row = Swift.min(i < count ? self[i].row : .max, k < other.count ? other[k].row : .max)
      var total = 0
      var position = Int32.max
      if i < count, self[i].row == row {
        total += Int(self[i].count)
        position = self[i].position
        i += 1
      }
      if k < other.count, other[k].row == row {
        if addingCounts { total += Int(other[k].count) }
        position = Swift.min(position, other[k].position)
        k += 1
      }
      union.append(Posting(row, count: total, position: Int(position)))
    }
    return union
  }
}
