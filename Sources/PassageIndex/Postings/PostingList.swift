/// Where the posting list of a term lies in a segment.
struct PostingList {
  var segment: IndexSegment
  var firstPage: Int
  /// Where it begins on its first page.
  var start: Int
  /// Where it ends on its first page, or nil where it may go on.
  var end: Int?
  /// The last page it may reach.
  var lastPage: Int

  /// About how many bytes it has.
  var size: Int {
    if let end { return end - start }
    return (lastPage - firstPage + 1) * 4000
  }
}

/// Takes postings as they are read.
protocol PostingReceiver {
  /// Takes a row with the bytes of its positions; `place` is its place among the rows that were asked
  /// for, or the row itself where all were.
  mutating func receive(_ row: Int, place: Int, _ positions: UnsafeRawBufferPointer) throws
}

/// Chooses which rows of the lists of one term are wanted.
struct RowChoice {
  /// The rows asked for, ascending; nil for all.
  let rows: [Int64]?
  /// The place of the first of them that wasn't passed yet.
  private(set) var next = 0
  /// The first row that may be wanted, `Int.max` where no other is.
  private(set) var wanted = 0
  /// The rows that newer segments told of, which hold instead of what older ones say; nil where the
  /// term stands in one segment only.
  private var told: RowSet?

  init(_ rows: [Int64]?, told: RowSet?) {
    self.rows = rows
    self.told = told
    restart()
  }

  var isDone: Bool { wanted == .max }

  /// Goes back to the first row, for the list of an older segment.
  mutating func restart() {
    next = -1
    skip()
  }

  /// Passes the next of the rows asked for.
  mutating func skip() {
    next += 1
    if let rows { wanted = next < rows.count ? Int(rows[next]) : .max }
  }

  /// Returns the place of a row where it is wanted; `row` isn't less than `wanted`.
  @inline(__always)
  mutating func place(of row: Int) -> Int? {
    var place = row
    if rows != nil {
      while wanted < row { skip() }
      guard wanted == row else { return nil }
      place = next
      skip()
    }
    if told != nil {
      guard told?.contains(Int64(row)) == false else { return nil }
      told?.insert(Int64(row))
    }
    return place
  }
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
    _ content: UnsafeRawBufferPointer, onlyRest: Bool = false, _ choice: inout RowChoice,
    into receiver: inout some PostingReceiver
  ) throws -> Bool {
    var reader = VarintReader(content)
    if missing > 0 {
      let part = try reader.take(min(missing, content.count))
      positions.append(contentsOf: part)
      missing -= part.count
      guard missing == 0 else { return true }
      if openRow >= choice.wanted, let place = choice.place(of: openRow) {
        try positions.withUnsafeBytes { try receiver.receive(openRow, place: place, $0) }
      }
    }
    guard !onlyRest else { return false }
    var row = 0
    while !reader.isAtEnd {
      row &+= try reader.next()
      let size = try reader.next() >> 1
      guard reader.skip(size) else {
        let rest = try reader.take(content.count - reader.offset)
        positions.removeAll(keepingCapacity: true)
        positions.append(contentsOf: rest)
        missing = size - rest.count
        openRow = row
        return true
      }
      guard row >= choice.wanted else { continue }
      if let place = choice.place(of: row) {
        // A row without positions was deleted.
        if size > 0 { try receiver.receive(row, place: place, reader.last(size)) }
      }
      if choice.isDone { return false }
    }
    return true
  }
}

/// The positions of a term in one row: distances plus two; a 1 before the number of another column.
///
/// See SQLite: fts5_index.c, position lists.
enum PositionList {
  /// Bits of a position below the number of its column.
  static let columnShift = 40

  /// Returns the place of a position in its column.
  static func place(of position: Int) -> Int { position & (1 << columnShift - 1) }

  /// Returns how many positions there are, and the first.
  @inline(__always)
  static func summary(
    _ list: UnsafeRawBufferPointer, hasColumns: Bool
  ) throws -> (count: Int, first: Int) {
    var reader = PositionReader(list)
    guard let first = try reader.next() else { return (0, 0) }
    var count = 1
    if hasColumns {
      while try reader.next() != nil { count += 1 }
    } else {
      // Each number ends in a byte below 128: counted without reading them.
      for byte in reader.rest { count += Int(byte >> 7 ^ 1) }
    }
    return (count, first)
  }
}

/// Reads positions one after the other; those of column *n* are *n* shifted by `columnShift` higher.
struct PositionReader {
  private var reader: VarintReader
  private var position = 0

  init(_ list: UnsafeRawBufferPointer) { reader = VarintReader(list) }

  /// The bytes that weren't read yet.
  @inline(__always)
  var rest: UnsafeRawBufferPointer { reader.rest }

  @inline(__always)
  mutating func next() throws -> Int? {
    while !reader.isAtEnd {
      let value = try reader.next()
      guard value == 1 else {
        position &+= value - 2
        return position
      }
      position = try reader.next() << PositionList.columnShift
    }
    return nil
  }
}
