/// A fast digest of 64 bits over files, for telling whether they are what they were.
///
/// Eight bytes at a time at the speed of memory, where SHA-256 (`ContentHash`) would take longer than
/// a whole search. Not meant against an adversary.
package struct FileFingerprint: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  /// Takes in a file by its name and bytes; files must come in a fixed order.
  package mutating func combine(_ name: String, _ bytes: [UInt8]) {
    combine(Array(name.utf8))
    combine(bytes)
  }

  /// Takes in the length and the bytes.
  private mutating func combine(_ bytes: [UInt8]) {
    absorb(UInt64(bytes.count))
    bytes.withUnsafeBytes { bytes in
      var i = 0
      while i + 8 <= bytes.count {
        absorb(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)))
        i += 8
      }
      var rest: UInt64 = 0
      for byte in bytes[i...] { rest = rest << 8 | UInt64(byte) }
      absorb(rest)
    }
  }

  private mutating func absorb(_ word: UInt64) {
    state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 29
  }

  /// 16 lower-case hexadecimal digits.
  package var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
