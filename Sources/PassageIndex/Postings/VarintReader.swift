import GRDB

/// Reads SQLite's variable-length integers: seven bits a byte, the highest first, at most nine bytes.
///
/// See SQLite: Database File Format, varint. Nothing is read past the end, whatever the bytes are.
struct VarintReader {
  let bytes: UnsafeRawBufferPointer
  /// The offset of the next byte.
  private(set) var offset: Int

  /// Begins at an offset; one outside the bytes is their end.
  init(_ bytes: UnsafeRawBufferPointer, from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset >= 0 ? min(offset, bytes.count) : bytes.count
  }

  var isAtEnd: Bool { offset >= bytes.count }

  /// Returns the next integer.
  ///
  /// - Throws: `SQLITE_CORRUPT` where the bytes end before it does.
  @inline(__always)
  mutating func next() throws -> Int {
    guard offset < bytes.count else { throw PostingError.truncated }
    let first = bytes[offset]
    guard first >= 0x80 else {
      offset += 1
      return Int(first)
    }
    guard offset + 1 < bytes.count else { throw PostingError.truncated }
    let second = bytes[offset + 1]
    offset += 2
    let value = Int(first & 0x7F) << 7 | Int(second & 0x7F)
    return second < 0x80 ? value : try rest(of: value)
  }

  /// Reads on after two bytes.
  private mutating func rest(of value: Int) throws -> Int {
    var value = value
    // No row, size or position in an index comes near the 56 bits that eight bytes give.
    for _ in 2..<8 {
      guard offset < bytes.count else { throw PostingError.truncated }
      let byte = bytes[offset]
      offset += 1
      value = value << 7 | Int(byte & 0x7F)
      if byte < 0x80 { return value }
    }
    throw PostingError.truncated
  }

  /// Returns the next `count` bytes.
  mutating func take(_ count: Int) throws -> UnsafeRawBufferPointer {
    guard count >= 0, count <= bytes.count - offset else {
      throw PostingError.truncated
    }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + count)])
  }
}

/// What is wrong with the pages of a search table.
enum PostingError {
  static let truncated = DatabaseError(
    resultCode: .SQLITE_CORRUPT, message: "a page of the search index is cut off")
  static let missingPage = DatabaseError(
    resultCode: .SQLITE_CORRUPT, message: "a page of the search index is missing")
  static let format = DatabaseError(
    resultCode: .SQLITE_CORRUPT, message: "the search index has a format of another SQLite")
}
