/// Finds the rows in which tokens stand one after the other.
///
/// The rarest token gives the rows and places; each other one is asked for those alone.
struct PhraseFinder {
  let index: InvertedIndex
  /// The last row of the table.
  let lastRow: Int
  private let known = KnownTokens()

  init(_ index: InvertedIndex, lastRow: Int) {
    self.index = index
    self.lastRow = lastRow
  }

  /// A token of the phrase with the posting lists it is looked up in.
  fileprivate struct Token {
    /// Its place in the phrase.
    var offset: Int
    /// The lists of the terms it stands for, those of one term together: a prefix has many.
    var terms: [[PostingList]]

    var size: Int { terms.reduce(0) { $1.reduce($0) { $0 + $1.size } } }
  }

  /// About how many bytes of postings the rarest token of a form has.
  func leastSize(of form: MatchForm) throws -> Int {
    try tokens(of: form).map(\.size).min() ?? 0
  }

  /// Returns the rows that hold a form, of the given ones where some are given.
  func postings(of form: MatchForm, among rows: [Int64]? = nil) throws -> [Posting] {
    let tokens = try tokens(of: form).sorted { $0.size < $1.size }
    guard let rarest = tokens.first, !tokens.contains(where: \.terms.isEmpty) else {
      return []
    }
    if tokens.count == 1 { return try single(rarest, among: rows) }
    var places = try places(of: rarest, among: rows)
    for token in tokens.dropFirst() {
      guard !places.rows.isEmpty else { break }
      try keep(&places, where: token)
    }
    var postings: [Posting] = []
    var start = 0
    for (row, end) in zip(places.rows, places.ends) {
      postings.append(Posting(row, count: end - start, position: places.starts[start]))
      start = end
    }
    return postings
  }

  private func tokens(of form: MatchForm) throws -> [Token] {
    try form.tokens.enumerated().map { offset, token in
      let isPrefix = form.endsInPrefix && offset == form.tokens.count - 1
      return Token(offset: offset, terms: try terms(of: token, isPrefix: isPrefix))
    }
  }

  private func terms(of token: [UInt8], isPrefix: Bool) throws -> [[PostingList]] {
    // A prefix is kept apart from the token of its letters by a byte that no token has.
    let key = isPrefix ? token + [0] : token
    if let terms = known.terms[key] { return terms }
    let lists = isPrefix ? try index.lists(withPrefix: token) : [try index.lists(of: token)]
    let terms = lists.filter { !$0.isEmpty }
    known.terms[key] = terms
    return terms
  }

  /// Reads the postings of a token that hold today, of the given rows where some are given.
  private func read(
    _ token: Token, among rows: [Int64]?, into receiver: inout some PostingReceiver
  ) throws {
    for lists in token.terms {
      var choice = RowChoice(rows, told: lists.count > 1 ? RowSet(upTo: lastRow) : nil)
      for list in lists {
        choice.restart()
        try index.read(list, &choice, into: &receiver)
      }
    }
  }

  /// The rows of a token by itself.
  private func single(_ token: Token, among rows: [Int64]?) throws -> [Posting] {
    if token.terms.count == 1, token.terms[0].count == 1 {
      var receiver = PostingsReceiver(hasColumns: index.hasColumns)
      try read(token, among: rows, into: &receiver)
      return receiver.postings
    }
    // The postings of many lists come in no order of rows.
    var receiver = TotalsReceiver(
      size: rows?.count ?? lastRow + 1, hasColumns: index.hasColumns)
    try read(token, among: rows, into: &receiver)
    return receiver.postings(of: rows)
  }

  /// Where the phrase may begin by one of its tokens.
  private func places(of token: Token, among rows: [Int64]?) throws -> Places {
    var receiver = PlacesReceiver(offset: token.offset)
    try read(token, among: rows, into: &receiver)
    return receiver.isSorted ? receiver.places : sorted(receiver.places)
  }

  /// Puts places of several lists in order.
  private func sorted(_ places: Places) -> Places {
    var sorted = Places()
    let order = places.rows.indices.sorted { places.rows[$0] < places.rows[$1] }
    var i = 0
    while i < order.count {
      let row = places.rows[order[i]]
      var starts: [Int] = []
      while i < order.count, places.rows[order[i]] == row {
        let place = order[i]
        starts += places.starts[(place > 0 ? places.ends[place - 1] : 0)..<places.ends[place]]
        i += 1
      }
      sorted.rows.append(row)
      sorted.starts += starts.sorted()
      sorted.ends.append(sorted.starts.count)
    }
    return sorted
  }

  /// Keeps the places at which a token follows as the phrase has it.
  private func keep(_ places: inout Places, where token: Token) throws {
    if token.terms.count == 1, token.terms[0].count == 1 {
      var receiver = FollowingReceiver(places, offset: token.offset)
      try read(token, among: places.rows, into: &receiver)
      places = receiver.kept
    } else {
      var receiver = MarkingReceiver(places, offset: token.offset)
      try read(token, among: places.rows, into: &receiver)
      places = receiver.kept
    }
  }
}

/// Counts in rows that come in order.
private struct PostingsReceiver: PostingReceiver {
  let hasColumns: Bool
  private(set) var postings: [Posting] = []

  init(hasColumns: Bool) { self.hasColumns = hasColumns }

  @inline(__always)
  mutating func receive(
    _ row: Int, place: Int, _ positions: UnsafeRawBufferPointer
  ) throws {
    let (count, first) = try PositionList.summary(positions, hasColumns: hasColumns)
    postings.append(Posting(Int64(row), count: count, position: first))
  }
}

/// Counts in rows that come in any order, each several times.
private struct TotalsReceiver: PostingReceiver {
  private var counts: [Int32]
  private var firsts: [Int]
  private let hasColumns: Bool

  init(size: Int, hasColumns: Bool) {
    self.hasColumns = hasColumns
    counts = [Int32](repeating: 0, count: size)
    firsts = [Int](repeating: .max, count: size)
  }

  mutating func receive(
    _ row: Int, place: Int, _ positions: UnsafeRawBufferPointer
  ) throws {
    guard counts.indices.contains(place) else { throw PostingError.format }
    let (count, first) = try PositionList.summary(positions, hasColumns: hasColumns)
    counts[place] &+= Int32(truncatingIfNeeded: count)
    firsts[place] = min(firsts[place], first)
  }

  func postings(of rows: [Int64]?) -> [Posting] {
    var postings: [Posting] = []
    for place in counts.indices where counts[place] > 0 {
      postings.append(
        Posting(rows?[place] ?? Int64(place), count: Int(counts[place]), position: firsts[place]))
    }
    return postings
  }
}

/// Rows with the places where a phrase may begin.
private struct Places {
  var rows: [Int64] = []
  /// The places of row *i* are those from `ends[i - 1]` to `ends[i]`, ascending.
  var ends: [Int] = []
  var starts: [Int] = []

  /// Calls `body` for each of a row's places, by its index in `starts`, from which one of some positions
  /// is `offset` away.
  @inline(__always)
  func forEachStart(
    of row: Int, followedBy positions: UnsafeRawBufferPointer, at offset: Int, _ body: (Int) -> Void
  ) throws {
    var next = row > 0 ? ends[row - 1] : 0
    let end = ends[row]
    var reader = PositionReader(positions)
    while next < end, let position = try reader.next() {
      while next < end, starts[next] < position - offset { next += 1 }
      if next < end, starts[next] == position - offset { body(next) }
    }
  }
}

/// Notes where a phrase may begin by one of its tokens.
private struct PlacesReceiver: PostingReceiver {
  /// The place of the token in the phrase.
  let offset: Int
  private(set) var places = Places()
  private(set) var isSorted = true

  init(offset: Int) { self.offset = offset }

  mutating func receive(
    _ row: Int, place: Int, _ positions: UnsafeRawBufferPointer
  ) throws {
    let before = places.starts.count
    var reader = PositionReader(positions)
    while let position = try reader.next() {
      // A phrase doesn't begin before its column.
      if PositionList.place(of: position) >= offset { places.starts.append(position - offset) }
    }
    guard places.starts.count > before else { return }
    if let last = places.rows.last, last >= row { isSorted = false }
    places.rows.append(Int64(row))
    places.ends.append(places.starts.count)
  }
}

/// Keeps the places at which a token follows, where its postings come in order of rows.
private struct FollowingReceiver: PostingReceiver {
  let places: Places
  /// The place of the token in the phrase.
  let offset: Int
  private(set) var kept = Places()

  init(_ places: Places, offset: Int) {
    self.places = places
    self.offset = offset
  }

  @inline(__always)
  mutating func receive(
    _ row: Int, place: Int, _ positions: UnsafeRawBufferPointer
  ) throws {
    let before = kept.starts.count
    try places.forEachStart(of: place, followedBy: positions, at: offset) {
      kept.starts.append(places.starts[$0])
    }
    guard kept.starts.count > before else { return }
    kept.rows.append(Int64(row))
    kept.ends.append(kept.starts.count)
  }
}

/// Notes at which places a token follows, where it has many lists.
private struct MarkingReceiver: PostingReceiver {
  let places: Places
  let offset: Int
  private var isMet: [Bool]

  init(_ places: Places, offset: Int) {
    self.places = places
    self.offset = offset
    isMet = [Bool](repeating: false, count: places.starts.count)
  }

  mutating func receive(
    _ row: Int, place: Int, _ positions: UnsafeRawBufferPointer
  ) throws {
    try places.forEachStart(of: place, followedBy: positions, at: offset) { isMet[$0] = true }
  }

  /// The places that were met.
  var kept: Places {
    var kept = Places()
    var start = 0
    for (row, end) in zip(places.rows, places.ends) {
      for place in start..<end where isMet[place] { kept.starts.append(places.starts[place]) }
      if kept.starts.count > (kept.ends.last ?? 0) {
        kept.rows.append(row)
        kept.ends.append(kept.starts.count)
      }
      start = end
    }
    return kept
  }
}

/// The posting lists that one search has looked up: the parts of a query share tokens.
private final class KnownTokens {
  var terms: [[UInt8]: [[PostingList]]] = [:]
}
