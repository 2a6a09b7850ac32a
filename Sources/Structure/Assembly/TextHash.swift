/// A small fixed hash of text, for identifiers that stay the same when a file is read again.
///
/// The function is FNV-1a with 64 bits, folded to 32. It isn't seeded, unlike the standard
/// library's `Hasher`, and it isn't meant to resist an adversary: two texts may share a value, and
/// who names records by it numbers the repeats.
struct TextHash: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  /// Takes in the UTF-8 bytes of a text.
  mutating func combine(_ utf8: some Sequence<UInt8>) {
    for byte in utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  /// The value in 32 bits.
  var value: UInt32 { UInt32(truncatingIfNeeded: state ^ (state >> 32)) }

  /// The value as 8 lower-case hexadecimal digits.
  var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// Returns the 8 digits for one text.
  static func hexadecimal(_ text: some Sequence<UInt8>) -> String {
    var hash = TextHash()
    hash.combine(text)
    return hash.hexadecimal
  }
}
