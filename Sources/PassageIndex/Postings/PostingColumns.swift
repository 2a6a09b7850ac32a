/// Postings that are being gathered, in columns that grow together.
struct PostingColumns: ~Copyable {
  private var rowStore: UnsafeMutablePointer<Int64>
  private var countStore: UnsafeMutablePointer<UInt16>
  private var positionStore: UnsafeMutablePointer<Int32>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    rowStore = .allocate(capacity: self.capacity)
    countStore = .allocate(capacity: self.capacity)
    positionStore = .allocate(capacity: self.capacity)
  }

  deinit { deallocate() }

  private func deallocate() {
    rowStore.deallocate()
    countStore.deallocate()
    positionStore.deallocate()
  }

  /// Appends a posting.
  @inline(__always)
  mutating func append(_ row: Int64, _ instances: UInt16, _ position: Int32) {
    if count == capacity { grow() }
    (rowStore + count).initialize(to: row)
    (countStore + count).initialize(to: instances)
    (positionStore + count).initialize(to: position)
    count += 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = PostingColumns(capacity: 2 * capacity)
    larger.rowStore.initialize(from: rowStore, count: count)
    larger.countStore.initialize(from: countStore, count: count)
    larger.positionStore.initialize(from: positionStore, count: count)
    let count = count
    self = larger
    self.count = count
  }

  /// The columns, until something is appended or they end.
  var rows: UnsafeBufferPointer<Int64> { .init(start: rowStore, count: count) }
  var counts: UnsafeBufferPointer<UInt16> { .init(start: countStore, count: count) }
  var positions: UnsafeBufferPointer<Int32> { .init(start: positionStore, count: count) }
}
