/// One leaf page of a segment.
///
/// Two bytes give where its first row stands, two more where the content ends; after the content come,
/// as varints, the offset of its first term and the distances to the others. What stands before
/// the first term goes on with the posting list of the page before. See SQLite: fts5_index.c.
struct LeafPage {
  let bytes: UnsafeRawBufferPointer
  /// Where the content begins.
  static let head = 4

  init(_ bytes: UnsafeRawBufferPointer) throws {
    guard bytes.count >= Self.head else { throw PostingError.truncated }
    self.bytes = bytes
    guard contentEnd >= Self.head, contentEnd <= bytes.count else { throw PostingError.truncated }
  }

  /// The offset of the first row that begins on the page, 0 for none.
  var firstRow: Int { Int(bytes[0]) << 8 | Int(bytes[1]) }
  /// The end of the content, the beginning of the offsets of terms.
  var contentEnd: Int { Int(bytes[2]) << 8 | Int(bytes[3]) }

  /// The offset of the first term, or nil where no term begins on the page.
  func firstTerm() throws -> Int? {
    guard contentEnd < bytes.count else { return nil }
    var offsets = VarintReader(bytes, from: contentEnd)
    return try checked(offsets.next())
  }

  /// The content between two offsets.
  func content(from start: Int, to end: Int) throws -> UnsafeRawBufferPointer {
    guard start <= end, start >= Self.head, end <= contentEnd else { throw PostingError.truncated }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  /// Calls `body` for each term of the page with the offsets of its posting list on the page, until it
  /// returns false; the end is nil where the list may go on with the next page.
  func forEachTerm(_ body: (_ term: [UInt8], _ start: Int, _ end: Int?) throws -> Bool) throws {
    guard contentEnd < bytes.count else { return }
    var offsets = VarintReader(bytes, from: contentEnd)
    var start: Int? = try checked(offsets.next())
    var term: [UInt8] = []
    while let place = start {
      let next = offsets.isAtEnd ? nil : try checked(place + offsets.next())
      var reader = VarintReader(
        UnsafeRawBufferPointer(rebasing: bytes[..<(next ?? contentEnd)]), from: place)
      // The first term of a page is written out; the others leave out what they begin with alike.
      let shared = term.isEmpty ? 0 : try reader.next()
      guard shared <= term.count else { throw PostingError.truncated }
      term.removeSubrange(shared...)
      term.append(contentsOf: try reader.take(reader.next()))
      guard try body(term, reader.offset, next) else { return }
      start = next
    }
  }

  /// Returns the offsets of a term's posting list on the page, or nil where the page hasn't the term; the
  /// end is nil where the list may go on with the next page.
  ///
  /// Terms are in order and tell how much they have in common with the one before, so that most are
  /// passed without a look at their bytes.
  /// Many pages are looked at for their terms alone: `room` is where that goes fast.
  func list(of key: [UInt8], in room: PageRoom) throws -> (start: Int, end: Int?)? {
    guard contentEnd < bytes.count else { return nil }
    let page = room.hold(bytes)
    var offsets = page.start + contentEnd
    var start: Int? = try checked(offsets.nextNumber())
    // How many bytes of the key the term before, which is less, begins with.
    var matched = 0
    var isFirst = true
    while let place = start {
      let next = offsets < page.end ? try checked(place + offsets.nextNumber()) : nil
      start = next
      let end = page.start + (next ?? contentEnd)
      var rest = page.start + place
      let shared = isFirst ? 0 : try rest.nextNumber()
      let count = try rest.nextNumber()
      guard count <= end - rest else { throw PostingError.truncated }
      isFirst = false
      // It differs from the key where the one before did.
      if shared > matched { continue }
      // It differs where the one before was still like the key, and is greater.
      if shared < matched { return nil }
      var i = 0
      while i < count, matched < key.count,
        rest.load(fromByteOffset: i, as: UInt8.self) == key[matched]
      {
        i += 1
        matched += 1
      }
      if i == count {
        if matched == key.count { return (rest + count - page.start, next) }
      } else if matched == key.count
        || rest.load(fromByteOffset: i, as: UInt8.self) > key[matched]
      {
        return nil
      }
    }
    return nil
  }

  private func checked(_ offset: Int) throws -> Int {
    guard offset >= Self.head, offset <= contentEnd else { throw PostingError.truncated }
    return offset
  }
}
