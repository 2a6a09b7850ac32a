/// Picks the best of many scored rows without putting all of them in order.
enum TopRows {
  /// Returns the indices of the `count` best rows, best first; equal scores keep the order of rows.
  ///
  /// - Complexity: O(*n* log *k*), and near O(*n*) where few rows beat the best so far.
  static func best(_ count: Int, of rows: [Int64], _ scores: [Double]) -> [Int] {
    let isBetter = { (a: Int, b: Int) in
      scores[a] != scores[b] ? scores[a] > scores[b] : rows[a] < rows[b]
    }
    guard rows.count > count else { return rows.indices.sorted(by: isBetter) }
    guard count > 0 else { return [] }
    // A heap with the worst of the chosen on top.
    var heap: [Int] = []
    heap.reserveCapacity(count)
    for i in rows.indices {
      if heap.count < count {
        heap.append(i)
        var child = heap.count - 1
        while child > 0, isBetter(heap[(child - 1) / 2], heap[child]) {
          heap.swapAt(child, (child - 1) / 2)
          child = (child - 1) / 2
        }
      } else if isBetter(i, heap[0]) {
        heap[0] = i
        var parent = 0
        while true {
          var worst = parent
          for child in [2 * parent + 1, 2 * parent + 2] where child < count {
            if isBetter(heap[worst], heap[child]) { worst = child }
          }
          guard worst != parent else { break }
          heap.swapAt(parent, worst)
          parent = worst
        }
      }
    }
    return heap.sorted(by: isBetter)
  }
}
