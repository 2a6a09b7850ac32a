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
  /// The list itself where it was met whole, so that its page needn't be looked up again.
  var content: [UInt8]?

  /// About how many bytes it has.
  var size: Int {
    if let end { return end - start }
    return (lastPage - firstPage + 1) * 4000
  }
}
