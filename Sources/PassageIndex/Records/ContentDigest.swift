/// A digest of stored content: equal content gives equal digits, whatever the order of ingest.
///
/// Two FNV-1a hashes of 64 bits with different starts: enough to tell two builds apart, not meant
/// against an adversary.
struct ContentDigest {
  private var first: UInt64 = 0xCBF2_9CE4_8422_2325
  private var second: UInt64 = 0x6C62_272E_07BB_0142

  mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      first = (first ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      second = (second ^ UInt64(byte ^ 0x5A)) &* 0x0000_0100_0000_01B3
    }
  }

  /// Takes in a field with an end mark, so that neighbouring fields can't run together.
  mutating func combine(field: String) {
    combine(field.utf8)
    combine([0xFF])
  }

  /// 32 lower-case hexadecimal digits.
  var hexadecimal: String {
    [first, second].map {
      let digits = String($0, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// The first lane alone, as a fingerprint of a short text.
  var fingerprint: UInt64 { first }
}
