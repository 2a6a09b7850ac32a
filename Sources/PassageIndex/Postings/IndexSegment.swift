import GRDB

/// One sorted run of an FTS5 index: leaf pages with terms in order, each with its posting list.
///
/// What is written goes into new segments, which FTS5 merges from time to time; in the newer one of two
/// stands what holds of a row today.
struct IndexSegment: Equatable {
  var id: Int
  var firstPage: Int
  var lastPage: Int

  /// Bits of a page's number in the rowid of its block.
  ///
  /// Above them are the height of a tree, one bit for doclist indexes, and the segment.
  /// See SQLite: fts5_index.c, FTS5_SEGMENT_ROWID.
  private static let pageBits = 31
  private static let heightBits = 5
  private static let doclistIndexBits = 1

  /// The rowid of the block that holds a leaf page.
  func block(ofPage page: Int) -> Int64 {
    Int64(id) << Int64(Self.pageBits + Self.heightBits + Self.doclistIndexBits) + Int64(page)
  }

  /// Reads the structure record: the segments in use, newest first.
  ///
  /// A cookie of four bytes, then as varints the numbers of levels and segments and a counter; for each
  /// level how many of its segments are being merged, how many it has, and of each its id with its
  /// first and last page. Levels and, in them, segments go from new to old and from old to new.
  static func segments(ofStructure record: UnsafeRawBufferPointer) throws -> [IndexSegment] {
    var bytes = VarintReader(record, from: 4)
    let levels = try bytes.next()
    _ = try bytes.next()
    _ = try bytes.next()
    var segments: [IndexSegment] = []
    for _ in 0..<levels {
      _ = try bytes.next()
      var level: [IndexSegment] = []
      for _ in 0..<(try bytes.next()) {
        let segment = IndexSegment(
          id: try bytes.next(), firstPage: try bytes.next(), lastPage: try bytes.next())
        // One that a merge has used up is kept empty until the merge is done.
        if segment.firstPage > 0 { level.append(segment) }
      }
      segments += level.reversed()
    }
    return segments
  }
}
