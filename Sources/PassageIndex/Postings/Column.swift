/// Numbers that an inner loop appends one by one: room is made for many at once, so that to append one
/// is to store it.
///
/// The only place with memory that Swift doesn't watch over: whoever appends has made room before, and
/// whoever reads stays below `count`; both are checked in a debug build.
struct Column<Element: BitwiseCopyable>: ~Copyable {
  private var elements: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 0) {
    self.capacity = max(capacity, 64)
    elements = .allocate(capacity: self.capacity)
  }

  /// Makes a column of one value many times.
  init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    elements.initialize(repeating: element, count: count)
    self.count = count
  }

  deinit { elements.deallocate() }

  /// Makes sure that `more` elements can be appended.
  @inline(__always)
  mutating func makeRoom(for more: Int) {
    if capacity - count < more { grow(to: max(count + more, 2 * capacity)) }
  }

  @inline(never)
  private mutating func grow(to capacity: Int) {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.moveInitialize(from: elements, count: count)
    elements.deallocate()
    elements = larger
    self.capacity = capacity
  }

  /// Appends an element; room must have been made for it.
  @inline(__always)
  mutating func append(_ element: Element) {
    assert(count < capacity)
    (elements + count).initialize(to: element)
    count += 1
  }

  @inline(__always)
  subscript(i: Int) -> Element {
    get {
      assert(i >= 0 && i < count)
      return elements[i]
    }
    set {
      assert(i >= 0 && i < count)
      elements[i] = newValue
    }
  }

  /// Forgets all but the first elements.
  mutating func keepFirst(_ count: Int) { self.count = min(self.count, count) }

  /// The elements, until something is appended or the column ends.
  var buffer: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: elements, count: count) }
}
