/// Picks the best of many scored rows without putting all of them in order.
enum TopRows {
  /// Returns the indices of the `count` best rows, best first; equal scores keep the order of rows.
  ///
  /// - Complexity: O(*n* log *k*), and near O(*n*) where few rows beat the best so far.
  static func best(_ count: Int, of rows: [Int64], _ scores: [Double]) -> [Int] {
    rows.withUnsafeBufferPointer { rows in
      scores.withUnsafeBufferPointer { scores in
        Heap(rows: rows, scores: scores).best(count)
      }
    }
  }

  private struct Heap {
    let rows: UnsafeBufferPointer<Int64>
    let scores: UnsafeBufferPointer<Double>

    @inline(__always)
    private func isBetter(_ a: Int, _ b: Int) -> Bool {
      scores[a] != scores[b] ? scores[a] > scores[b] : rows[a] < rows[b]
    }

    func best(_ count: Int) -> [Int] {
      guard rows.count > count else { return rows.indices.sorted(by: isBetter) }
      guard count > 0 else { return [] }
      // A heap with the worst of the chosen on top.
      var heap = Array(0..<count).sorted { isBetter($1, $0) }
      for i in count..<rows.count where isBetter(i, heap[0]) {
        heap[0] = i
        sink(in: &heap)
      }
      return heap.sorted(by: isBetter)
    }

    /// Brings the topmost to its place.
    private func sink(in heap: inout [Int]) {
      var parent = 0
      while true {
        var worst = parent
        for child in (2 * parent + 1)..<(2 * parent + 3) where child < heap.count {
          if isBetter(heap[worst], heap[child]) { worst = child }
        }
        guard worst != parent else { return }
        heap.swapAt(parent, worst)
        parent = worst
      }
    }
  }
}
