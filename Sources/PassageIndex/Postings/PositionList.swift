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
  static func summary(_ list: PaddedBytes, hasColumns: Bool) throws -> (count: Int, first: Int) {
    var reader = PositionReader(list)
    guard let first = try reader.next() else { return (0, 0) }
    var count = 1
    if hasColumns {
      while try reader.next() != nil { count += 1 }
    } else {
      count = numbers(in: list)
    }
    return (count, first)
  }

  /// Returns how many numbers stand in some bytes: each ends in a byte below 128, so they are counted
  /// eight bytes at a time without reading them.
  @inline(__always)
  private static func numbers(in list: PaddedBytes) -> Int {
    var count = 0
    var next = list.start
    while list.end - next > 8 {
      count += ends(in: next.loadUnaligned(as: UInt64.self), first: 8)
      next += 8
    }
    return count + ends(in: next.loadUnaligned(as: UInt64.self), first: list.end - next)
  }

  /// Returns how many of the first bytes of a word, 1 to 8, are below 128.
  @inline(__always)
  private static func ends(in word: UInt64, first count: Int) -> Int {
    let highBits = ~UInt64(littleEndian: word) & 0x8080_8080_8080_8080
    let wanted = highBits &<< UInt64(truncatingIfNeeded: 64 - 8 * count)
    // The product has the sum of all bytes in its highest one.
    return Int(truncatingIfNeeded: ((wanted &>> 7) &* 0x0101_0101_0101_0101) &>> 56)
  }
}

/// Reads positions one after the other; those of column *n* are *n* shifted by `columnShift` higher.
struct PositionReader {
  private var bytes: UnsafeRawPointer
  private let end: UnsafeRawPointer
  private var position = 0

  init(_ list: PaddedBytes) {
    bytes = list.start
    end = list.end
  }

  /// - Throws: `SQLITE_CORRUPT` where the last number goes on after the end.
  @inline(__always)
  mutating func next() throws -> Int? {
    while bytes < end {
      let value = try bytes.nextNumber()
      guard value == 1 else {
        position &+= value - 2
        return position
      }
      position = try bytes.nextNumber() << PositionList.columnShift
    }
    guard bytes == end else { throw PostingError.truncated }
    return nil
  }
}
