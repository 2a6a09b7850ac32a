/// Counts in rows that come in order.
struct PostingsReceiver: PostingReceiver, ~Copyable {
  private let hasColumns: Bool
  private(set) var columns: PostingColumns

  /// `size` is about how many bytes are to come.
  init(size: Int, hasColumns: Bool) {
    self.hasColumns = hasColumns
    columns = PostingColumns(capacity: size / 4)
  }

  @inline(__always)
  mutating func receive(_ row: Int, place: Int, _ positions: PaddedBytes) throws {
    let (count, first) = try PositionList.summary(positions, hasColumns: hasColumns)
    columns.append(
      Int64(row), Postings.count(count), Int32(truncatingIfNeeded: PositionList.place(of: first)))
  }
}

/// Counts in rows that come in any order, each several times.
struct TotalsReceiver: PostingReceiver, ~Copyable {
  private var counts: Column<Int32>
  private var firsts: Column<Int>
  private let hasColumns: Bool

  /// `count` is how many places there are.
  init(count: Int, hasColumns: Bool) {
    self.hasColumns = hasColumns
    counts = Column(repeating: 0, count: count)
    firsts = Column(repeating: .max, count: count)
  }

  @inline(__always)
  mutating func receive(_ row: Int, place: Int, _ positions: PaddedBytes) throws {
    guard place >= 0, place < counts.count else { throw PostingError.format }
    let (count, first) = try PositionList.summary(positions, hasColumns: hasColumns)
    counts[place] &+= Int32(truncatingIfNeeded: count)
    firsts[place] = min(firsts[place], first)
  }

  /// Returns the rows that were counted; `rows` are those asked for, nil for all.
  func postings(of rows: [Int64]?) -> PostingColumns {
    var columns = PostingColumns(capacity: counts.count / 4)
    for place in 0..<counts.count where counts[place] > 0 {
      columns.append(
        rows?[place] ?? Int64(place), Postings.count(Int(counts[place])),
        Int32(truncatingIfNeeded: PositionList.place(of: firsts[place])))
    }
    return columns
  }
}

/// Notes where a phrase may begin by one of its tokens.
struct PlacesReceiver: PostingReceiver, ~Copyable {
  /// The place of the token in the phrase.
  private let offset: Int
  private var places: Places
  private var isSorted = true

  /// `size` is about how many bytes are to come.
  init(offset: Int, size: Int) {
    self.offset = offset
    places = Places(rows: size / 4, starts: size / 3)
  }

  @inline(__always)
  mutating func receive(_ row: Int, place: Int, _ positions: PaddedBytes) throws {
    places.makeRoom(rows: 1, starts: positions.count)
    let before = places.starts.count
    var reader = PositionReader(positions)
    while let position = try reader.next() {
      // A phrase doesn't begin before its column.
      if PositionList.place(of: position) >= offset { places.starts.append(position &- offset) }
    }
    guard places.starts.count > before else { return }
    if !places.isEmpty, places.rows[places.rows.count - 1] >= row { isSorted = false }
    places.close(Int64(row))
  }

  /// The places by row.
  consuming func inOrder() -> Places { isSorted ? places : places.sorted() }
}

/// Keeps the places at which a token follows, where its postings come in order of rows.
struct FollowingReceiver: PostingReceiver, ~Copyable {
  /// The kept ones come to stand at the beginning.
  private var places: Places
  /// The place of the token in the phrase.
  private let offset: Int
  private var keptRows = 0
  private var keptStarts = 0
  /// The row that was met last, by its place, and where its starts ended.
  private var last = (place: -1, end: 0)

  init(_ places: consuming Places, offset: Int) {
    self.places = places
    self.offset = offset
  }

  @inline(__always)
  mutating func receive(_ row: Int, place: Int, _ positions: PaddedBytes) throws {
    // What stood before may have been written over.
    let first = last.place == place - 1 ? last.end : places.ends[place - 1]
    let end = places.ends[place]
    last = (place, end)
    let before = keptStarts
    try places.forEachStart(first..<end, followedBy: positions, at: offset) { places, i in
      places.starts[keptStarts] = places.starts[i]
      keptStarts += 1
    }
    guard keptStarts > before else { return }
    places.rows[keptRows] = Int64(row)
    places.ends[keptRows] = keptStarts
    keptRows += 1
  }

  consuming func kept() -> Places {
    places.keepFirst(rows: keptRows, starts: keptStarts)
    return places
  }
}

/// Notes at which places a token follows, where it has many lists.
struct MarkingReceiver: PostingReceiver, ~Copyable {
  private var places: Places
  private let offset: Int
  private var isMet: Column<Bool>

  init(_ places: consuming Places, offset: Int) {
    isMet = Column(repeating: false, count: places.starts.count)
    self.places = places
    self.offset = offset
  }

  @inline(__always)
  mutating func receive(_ row: Int, place: Int, _ positions: PaddedBytes) throws {
    let first = place > 0 ? places.ends[place - 1] : 0
    try places.forEachStart(first..<places.ends[place], followedBy: positions, at: offset) {
      isMet[$1] = true
    }
  }

  /// The places that were met.
  consuming func kept() -> Places {
    var kept = Places(rows: places.rows.count, starts: places.starts.count)
    kept.makeRoom(rows: places.rows.count, starts: places.starts.count)
    var start = 0
    for i in 0..<places.rows.count {
      let before = kept.starts.count
      for k in start..<places.ends[i] where isMet[k] { kept.starts.append(places.starts[k]) }
      if kept.starts.count > before { kept.close(places.rows[i]) }
      start = places.ends[i]
    }
    return kept
  }
}
