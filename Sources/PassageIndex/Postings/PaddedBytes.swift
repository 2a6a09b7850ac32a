/// Bytes of a page with zeros behind them, so that a number is read without asking at each byte whether
/// it is still there: wherever one begins, it ends in the zeros at the latest.
struct PaddedBytes {
  let start: UnsafeRawPointer
  let end: UnsafeRawPointer

  /// How many zeros stand behind: more than the two longest numbers take.
  static let padding = 32

  var count: Int { end - start }

  /// The first `count` bytes.
  func prefix(_ count: Int) -> PaddedBytes { PaddedBytes(start: start, end: start + count) }
}

extension UnsafeRawPointer {
  /// Reads an integer and passes it: seven bits a byte, the highest first.
  ///
  /// It reads at most nine bytes on, which must be there, and whoever reads must see in the end that
  /// the last number ended where it should. See SQLite: Database File Format, varint.
  ///
  /// - Throws: `SQLITE_CORRUPT` for a number of more than eight bytes.
  @inline(__always)
  mutating func nextNumber() throws -> Int {
    let first = load(as: UInt8.self)
    guard first >= 0x80 else {
      self += 1
      return Int(first)
    }
    let second = load(fromByteOffset: 1, as: UInt8.self)
    let value = Int(first & 0x7F) << 7 | Int(second & 0x7F)
    guard second >= 0x80 else {
      self += 2
      return value
    }
    return try rest(of: value)
  }

  /// Reads on after two bytes.
  @inline(never)
  private mutating func rest(of start: Int) throws -> Int {
    var value = start
    // No row, size or position in an index comes near the 56 bits that eight bytes give.
    for i in 2..<8 {
      let byte = load(fromByteOffset: i, as: UInt8.self)
      value = value << 7 | Int(byte & 0x7F)
      if byte < 0x80 {
        self += i + 1
        return value
      }
    }
    throw PostingError.truncated
  }
}

/// Memory for the page that is being read.
final class PageRoom {
  private var memory: UnsafeMutableRawPointer
  private var capacity = 8192

  init() { memory = .allocate(byteCount: capacity, alignment: 16) }

  deinit { memory.deallocate() }

  /// Copies bytes into the room; what it held before is gone.
  func hold(_ bytes: UnsafeRawBufferPointer) -> PaddedBytes {
    if capacity < bytes.count + PaddedBytes.padding {
      memory.deallocate()
      capacity = 2 * bytes.count + PaddedBytes.padding
      memory = .allocate(byteCount: capacity, alignment: 16)
    }
    if let start = bytes.baseAddress { memory.copyMemory(from: start, byteCount: bytes.count) }
    let end = memory + bytes.count
    end.initializeMemory(as: UInt8.self, repeating: 0, count: PaddedBytes.padding)
    return PaddedBytes(start: memory, end: end)
  }
}
