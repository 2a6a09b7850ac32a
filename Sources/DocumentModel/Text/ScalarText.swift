/// A stretch of UTF-8 text as an array of code points, each with its byte offset.
///
/// Scanners for citations and dates step through code points; the offsets lead back to bytes. The
/// code points are folded one to one for matching: full-width ASCII, digits and the ideographic
/// space become their ASCII forms. Nothing else is changed, so `scalars[i]` always stands for the
/// character at `offsets[i]`.
package struct ScalarText: Sendable {
  /// The code points, width folded.
  package let scalars: [UInt32]
  /// For each code point its byte offset in the layer, and after the last one the end offset.
  package let offsets: ByteOffsets
  /// The number of code points; stored, so that scanners in other targets read it without a call.
  package let count: Int

  /// Decodes a range of UTF-8 bytes; offsets count from the start of `utf8`, not of the range.
  package init(_ utf8: [UInt8], in range: Range<Int>) {
    // The arrays are made to measure: of a long text, growing would take as much again.
    let count = Self.count(utf8, in: range)
    var scalars: [UInt32] = []
    var offsets: [UInt32] = []
    scalars.reserveCapacity(count)
    offsets.reserveCapacity(count + 1)
    var i = range.lowerBound
    while i < range.upperBound {
      let first = utf8[i]
      let length = Self.length(first)
      var scalar = UInt32(length == 1 ? first : first & (0x7F >> UInt8(length)))
      for k in 1..<max(length, 1) where i + k < range.upperBound {
        scalar = scalar << 6 | UInt32(utf8[i + k] & 0x3F)
      }
      offsets.append(UInt32(i - range.lowerBound))
      scalars.append(Self.foldWidth(scalar))
      i += length
    }
    offsets.append(UInt32(range.count))
    self.scalars = scalars
    self.count = count
    self.offsets = ByteOffsets(offsets, from: range.lowerBound)
  }

  private static func count(_ utf8: [UInt8], in range: Range<Int>) -> Int {
    var count = 0
    var i = range.lowerBound
    while i < range.upperBound {
      count += 1
      i += length(utf8[i])
    }
    return count
  }

  /// The bytes of a code point that begins with `first`.
  @inline(__always) private static func length(_ first: UInt8) -> Int {
    first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  /// Decodes a whole string; offsets count from its start.
  package init(_ string: String) {
    let utf8 = Array(string.utf8)
    self.init(utf8, in: 0..<utf8.count)
  }

  /// Returns the span of the layer that a range of code points covers.
  package func span<Layer>(_ range: Range<Int>) -> TextSpan<Layer> {
    TextSpan(offsets[range.lowerBound], offsets[range.upperBound])
  }

  /// Returns whether the characters of `pattern` stand at code point `index`.
  package func hasPrefix(_ pattern: [UInt32], at index: Int) -> Bool {
    guard index >= 0, index + pattern.count <= scalars.count else { return false }
    for k in 0..<pattern.count where scalars[index + k] != pattern[k] { return false }
    return true
  }

  /// Returns the folded characters of a range of code points.
  package func string(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count * 4) { utf8 in
      var count = 0
      for scalar in scalars[range] {
        for byte in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? .init() {
          utf8[count] = byte
          count += 1
        }
      }
      return count
    }
  }

  /// Returns the ASCII form of a full-width code point, and any other unchanged.
  @inline(__always) package static func foldWidth(_ scalar: UInt32) -> UInt32 {
    if scalar >= 0xFF01, scalar <= 0xFF5E { return scalar - 0xFEE0 }
    if scalar == 0x3000 { return 0x20 }
    return scalar
  }
}
