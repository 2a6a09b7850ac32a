/// Takes postings as they are read.
protocol PostingReceiver: ~Copyable {
  /// Takes a row with the bytes of its positions; `place` is its place among the rows that were asked
  /// for, or the row itself where all were.
  mutating func receive(_ row: Int, place: Int, _ positions: PaddedBytes) throws
}

/// Reads postings one after the other from the content of pages: rows with their positions.
///
/// A row is given as its distance from the row before, or as it is where it is the first of the list or
/// the first on a page; then comes twice the size of its positions, plus one where an older
/// segment's posting of the row is deleted. Positions may run on over the ends of pages.
struct PostingDecoder {
  /// The row whose positions are still to come, and how many bytes of them.
  private var openRow = 0
  private var missing = 0
  private var positions: [UInt8] = []

  /// Whether the positions of a row are still to come.
  var isInsidePosting: Bool { missing > 0 }

  /// Hands over the chosen postings that end in the content; none but one that began before it where
  /// `onlyRest` is set.
  ///
  /// - Returns: Whether more is wanted.
  mutating func decode(
    _ content: PaddedBytes, onlyRest: Bool = false, _ choice: inout some RowChoice,
    into receiver: inout some PostingReceiver & ~Copyable
  ) throws -> Bool {
    var next = content.start
    if missing > 0 {
      next = try close(content, &choice, into: &receiver)
      guard missing == 0 else { return true }
    }
    guard !onlyRest else { return false }
    var row = 0
    while next < content.end {
      row &+= try next.nextNumber()
      let size = try next.nextNumber() >> 1
      guard size <= content.end - next else {
        try open(row, size, PaddedBytes(start: next, end: content.end))
        return true
      }
      let first = next
      next += size
      guard row >= choice.wanted else { continue }
      // A row without positions was deleted.
      if let place = choice.place(of: row), size > 0 {
        try receiver.receive(row, place: place, PaddedBytes(start: first, end: next))
      }
      if choice.isDone { return false }
    }
    return true
  }

  /// Keeps what a page has of a posting that goes on with the next.
  private mutating func open(_ row: Int, _ size: Int, _ part: PaddedBytes) throws {
    guard part.count >= 0 else { throw PostingError.truncated }
    positions.removeAll(keepingCapacity: true)
    positions.append(contentsOf: UnsafeRawBufferPointer(start: part.start, count: part.count))
    missing = size - part.count
    openRow = row
  }

  /// Takes the rest of a posting, or as much of it as the page has, and returns where it ends.
  private mutating func close(
    _ content: PaddedBytes, _ choice: inout some RowChoice,
    into receiver: inout some PostingReceiver & ~Copyable
  ) throws -> UnsafeRawPointer {
    let size = min(missing, content.count)
    positions.append(contentsOf: UnsafeRawBufferPointer(start: content.start, count: size))
    missing -= size
    if missing == 0, openRow >= choice.wanted, let place = choice.place(of: openRow) {
      let count = positions.count
      positions.append(contentsOf: repeatElement(0, count: PaddedBytes.padding))
      try positions.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress else { return }
        try receiver.receive(openRow, place: place, PaddedBytes(start: start, end: start + count))
      }
    }
    return content.start + size
  }
}
